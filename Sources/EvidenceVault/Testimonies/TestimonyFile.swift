import Anonymity

/// A testimony as it is handed in: optional front matter, then the text.
struct TestimonyFile: Sendable {
  /// The most bytes that a testimony may have: 16 MiB.
  static let limit = 16 << 20

  let bytes: [UInt8]
  let matter: FrontMatter
  let text: RawText
  let title: RawText?

  /// - Throws: ``InputFault`` for what is empty, too large, not UTF-8, has a NUL byte, or front
  ///   matter with unknown or doubled keys.
  init(_ bytes: [UInt8]) throws(InputFault) {
    guard bytes.count <= Self.limit else { throw .tooLarge(limit: Self.limit) }
    guard !bytes.isEmpty else { throw .emptyText }
    if let nul = bytes.firstIndex(of: 0) { throw .nulByte(byte: nul) }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .notUTF8(byte: UTF8Check.firstFault(bytes))
    }
    do { matter = try FrontMatter(of: bytes) } catch { throw InputFault(error) }
    text = try RawText(Array(bytes[matter.textOffset...]))
    var title: RawText?
    if let words = matter.title { title = try RawText(Array(words.utf8)) }
    self.title = title
    self.bytes = bytes
  }

  /// Where people can be named in it.
  var texts: [[UInt8]] { [bytes] + (matter.title.map { [Array($0.utf8)] } ?? []) }

  /// What the front matter says, or what the letters look like.
  var languageTag: String {
    matter.languageTag ?? Language.guess(from: String(decoding: bytes, as: UTF8.self)).rawValue
  }
}

extension InputFault {
  /// What is expected where YAML cannot be read. A colon in a title is the usual cause.
  static let plainYAML =
    "YAML of plain keys and values; a value with a colon in it stands in quotes: title: \"A: B\""

  init(_ error: FrontMatterError) {
    switch error {
    case .emptyText: self = .emptyText
    case .nulByte(let line):
      self = .document(line: line, column: 1, expected: "text without NUL bytes")
    case .invalidUTF8(let line): self = .document(line: line, column: 1, expected: "UTF-8")
    case .notClosed:
      self = .document(line: 1, column: 1, expected: "a second line of --- after the front matter")
    case .syntax(let at):
      self = .document(line: at.line, column: at.column, expected: Self.plainYAML)
    case .unknownKey(let at, let keys):
      self = .document(
        line: at.line, column: at.column, expected: "one of \(keys.joined(separator: ", "))")
    case .duplicateKey(let at):
      self = .document(line: at.line, column: at.column, expected: "this key only once")
    case .unexpectedValue(let at, let expected):
      self = .document(line: at.line, column: at.column, expected: expected)
    }
  }
}
