import Anonymity
import Yams

/// A mapping of a source file, asked key by key; what does not fit is refused with its place.
struct SourceMapping {
  private let file: StrictYAML
  private let start: TextPosition

  init(_ file: StrictYAML, at start: TextPosition = TextPosition(line: 1, column: 1)) {
    self.file = file
    self.start = start
  }

  /// Reads a whole file of one mapping.
  ///
  /// - Throws: ``InputFault`` for what is too large, no text, or no plain YAML.
  init(yaml bytes: [UInt8], limit: Int) throws(InputFault) {
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    if let nul = bytes.firstIndex(of: 0) { throw .nulByte(byte: nul) }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(byte: UTF8Check.firstFault(bytes))
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    do { self.init(try StrictYAML(text)) } catch { throw InputFault(error) }
  }

  /// Refuses every other key.
  func allow(_ keys: [String]) throws(InputFault) {
    for entry in file.entries where !keys.contains(entry.key) {
      throw Self.fault(entry.position, "one of the keys \(keys.joined(separator: ", "))")
    }
  }

  /// Refuses a missing key.
  func demand(_ keys: [String]) throws(InputFault) {
    for key in keys where entry(key) == nil { throw Self.fault(start, "the key \(key)") }
  }

  func fault(_ key: String, _ expected: String) -> InputFault {
    Self.fault(entry(key)?.valuePosition ?? start, expected)
  }

  /// One line or more of text; `nil` for an absent key or an empty value.
  func word(_ key: String) throws(InputFault) -> String? {
    guard let entry = entry(key) else { return nil }
    let text = try Self.text(entry.value, entry.valuePosition)
    return text.isEmpty ? nil : text
  }

  /// A list of texts of a fixed choice.
  func words(_ key: String, oneOf allowed: [String]) throws(InputFault) -> [String] {
    try words(key, "one of \(allowed.joined(separator: ", "))", where: allowed.contains)
  }

  /// A list of texts; one text counts as a list of one.
  ///
  /// - Parameter expected: what to say where a text is not fit.
  func words(
    _ key: String, _ expected: String = "text", where isFit: (String) -> Bool = { _ in true }
  ) throws(InputFault) -> [String] {
    guard let entry = entry(key) else { return [] }
    var words: [String] = []
    for (node, position) in try Self.items(entry) {
      let text = try Self.text(node, position)
      guard !text.isEmpty else { throw Self.fault(position, "text") }
      guard isFit(text) else { throw Self.fault(position, expected) }
      words.append(text)
    }
    return words
  }

  /// A list of texts and mappings; each keeps its order among its like.
  func wordsAndMaps<Value>(
    _ key: String, _ expected: String = "text", where isFit: (String) -> Bool = { _ in true },
    read: (SourceMapping) throws(InputFault) -> Value
  ) throws(InputFault) -> (words: [String], values: [Value]) {
    guard let entry = entry(key) else { return ([], []) }
    var words: [String] = []
    var values: [Value] = []
    for (node, position) in try Self.items(entry) {
      if case .mapping = node {
        values.append(try read(try Self.mapping(node, position)))
        continue
      }
      let text = try Self.text(node, position)
      guard !text.isEmpty else { throw Self.fault(position, "text") }
      guard isFit(text) else { throw Self.fault(position, expected) }
      words.append(text)
    }
    return (words, values)
  }

  /// Names of audiences: lower-case letters, digits and hyphens.
  func audiences(_ key: String) throws(InputFault) -> [String] {
    let words = try words(key)
    guard words.allSatisfy(Audience.isValid) else {
      throw fault(key, "audiences of lower-case letters, digits and hyphens")
    }
    return words
  }

  /// A date; with `partial` also a year, or a year and a month.
  func date(_ key: String, partial: Bool) throws(InputFault) -> String? {
    guard let text = try word(key) else { return nil }
    guard CalendarDate.isValid(text, partial: partial) else {
      throw fault(
        key, partial ? "a date such as 1989-03-14, 1989-03 or 1989" : "a date such as 2025-06-01")
    }
    return text
  }

  /// A mapping of texts to texts, the keys being language tags.
  func map(_ key: String) throws(InputFault) -> [String: String] {
    guard let inner = try mapping(key) else { return [:] }
    var map: [String: String] = [:]
    for entry in inner.file.entries {
      guard Language(tag: entry.key) != nil else {
        throw Self.fault(entry.position, "a language tag such as en or ko")
      }
      map[entry.key] = try Self.text(entry.value, entry.valuePosition)
    }
    return map
  }

  /// A whole number from 1; `nil` for an absent key.
  func count(_ key: String, upTo limit: Int) throws(InputFault) -> Int? {
    try entry(key).map { entry throws(InputFault) in try Self.count(entry, limit) }
  }

  /// A mapping of words to whole numbers from 1.
  func counts(_ key: String, upTo limit: Int) throws(InputFault) -> [String: Int] {
    guard let inner = try mapping(key) else { return [:] }
    var counts: [String: Int] = [:]
    for entry in inner.file.entries {
      guard entry.key.contains(where: \.isLetter) else {
        throw Self.fault(entry.position, "a word")
      }
      counts[entry.key] = try Self.count(entry, limit)
    }
    return counts
  }

  /// A mapping within.
  func mapping(_ key: String) throws(InputFault) -> SourceMapping? {
    guard let entry = entry(key) else { return nil }
    return try Self.mapping(entry.value, entry.valuePosition)
  }

  /// A list of mappings.
  func maps<Value>(
    _ key: String, _ read: (SourceMapping) throws(InputFault) -> Value
  ) throws(InputFault) -> [Value] {
    guard let entry = entry(key) else { return [] }
    var values: [Value] = []
    for (node, position) in try Self.items(entry) {
      values.append(try read(try Self.mapping(node, position)))
    }
    return values
  }

  private func entry(_ key: String) -> StrictYAML.Entry? {
    file.entries.first { $0.key == key }
  }

  private static func mapping(
    _ node: Node, _ position: TextPosition
  ) throws(InputFault) -> SourceMapping {
    do { return SourceMapping(try StrictYAML(node), at: position) } catch {
      throw InputFault(error)
    }
  }

  private static func items(
    _ entry: StrictYAML.Entry
  ) throws(InputFault) -> [(Node, TextPosition)] {
    switch entry.value {
    case .sequence(let sequence):
      return sequence.map { node in
        (
          node,
          node.mark.map { TextPosition(line: $0.line, column: $0.column) } ?? entry.valuePosition
        )
      }
    case .scalar(let scalar):
      return scalar.string.isEmpty ? [] : [(entry.value, entry.valuePosition)]
    default: throw fault(entry.valuePosition, "a list")
    }
  }

  private static func text(_ node: Node, _ position: TextPosition) throws(InputFault) -> String {
    guard case .scalar(let scalar) = node, scalar.anchor == nil else {
      throw fault(position, "text")
    }
    guard scalar.string.utf8.count <= 4096 else { throw fault(position, "at most 4,096 bytes") }
    return scalar.string
  }

  private static func count(
    _ entry: StrictYAML.Entry, _ limit: Int
  ) throws(InputFault) -> Int {
    let text = try text(entry.value, entry.valuePosition)
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), (1...limit).contains(number)
    else { throw fault(entry.valuePosition, "a whole number from 1 to \(limit)") }
    return number
  }

  private static func fault(_ position: TextPosition, _ expected: String) -> InputFault {
    .document(line: position.line, column: position.column, expected: expected)
  }
}
