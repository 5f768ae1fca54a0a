import Yams

/// What a testimony file says about itself before its text, between two lines `---`.
///
///     ---
///     title: Winter at the site
///     date: 2024-05
///     language: ko
///     source: S-4K7QM2
///     ---
///
/// All keys may be left out, and the whole may.
public struct FrontMatter: Equatable, Sendable {
  /// One line, 1 to 1,000 bytes.
  public let title: String?
  /// When the testimony was given.
  public let date: PartialDate?
  /// The language tag as written.
  public let languageTag: String?
  /// Who gave it: the code of a source in capitals, or the name of a source file beside this one.
  public let source: String?
  /// Where the text begins, in bytes of the file. From there to the end it is taken as handed in.
  ///
  /// Without front matter that is 0, or 3 after a byte order mark, which is no part of a text.
  public let textOffset: Int

  /// The language of the tag; `nil` when none is given.
  public var language: Language? { languageTag.flatMap(Language.init(tag:)) }

  /// Reads the beginning of a testimony file and checks that the whole is text.
  public init(of file: [UInt8]) throws(FrontMatterError) {
    try Self.checkText(file)
    let begin = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let header = try Self.header(file, from: begin) else {
      (title, date, languageTag, source, textOffset) = (nil, nil, nil, nil, begin)
      guard Self.hasWords(file[begin...]) else { throw .emptyText }
      return
    }
    guard Self.hasWords(file[header.end...]) else { throw .emptyText }
    textOffset = header.end

    var values: [String: String] = [:]
    for entry in try Self.entries(file[header.body]) {
      guard Self.keys.contains(entry.key) else {
        throw .unknownKey(at: entry.position, expected: Self.keys)
      }
      guard case .scalar(let scalar) = entry.value, let value = Self.value(entry.key, scalar.string)
      else { throw .unexpectedValue(at: entry.valuePosition, expected: Self.expected(entry.key)) }
      values[entry.key] = value
    }
    title = values["title"]
    date = values["date"].flatMap { PartialDate(iso: $0) }
    languageTag = values["language"]
    source = values["source"]
  }

  /// What is expected of the value of a key; `nil` when it is fit.
  public static func fault(in key: String, _ value: String) -> String? {
    Self.value(key, value) == nil ? expected(key) : nil
  }

  private static let keys = ["title", "date", "language", "source"]

  private static func value(_ key: String, _ text: String) -> String? {
    switch key {
    case "title":
      let plain = text.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && $0.value != 0x2028 && $0.value != 0x2029
      }
      return plain && (1...1_000).contains(text.utf8.count) && text.contains { !$0.isWhitespace }
        ? text : nil
    case "date": return PartialDate(iso: text)?.iso
    case "language": return Language(tag: text) == nil ? nil : text
    default:
      if text.hasSuffix(".yaml") || text.hasSuffix(".yml") {
        let plain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2F }
        return plain && text.utf8.count <= 128 && !text.hasPrefix(".") ? text : nil
      }
      // Crockford base32; the domain decides how long a code is and whether it exists.
      let code = text.uppercased()
      let digits = code.dropFirst(2)
      return code.hasPrefix("S-") && (4...32).contains(digits.utf8.count)
        && digits.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ-".contains($0) } ? code : nil
    }
  }

  private static func expected(_ key: String) -> String {
    switch key {
    case "title": "a title on one line of at most 1,000 bytes"
    case "date": "a date such as 2024-05-09, 2024-05 or 2024"
    case "language": "a language tag such as ko, en or zh-Hans"
    default: "the code of a source, such as S-4K7QM2, or the name of a source file"
    }
  }

  private static func entries(
    _ body: ArraySlice<UInt8>
  ) throws(FrontMatterError) -> [StrictYAML.Entry] {
    let yaml = String(decoding: body, as: UTF8.self)
    // Nothing but space and comments says nothing, and YAML has no mapping for it.
    let says = yaml.split(whereSeparator: \.isNewline).contains {
      let line = $0.drop(while: \.isWhitespace)
      return !line.isEmpty && line.first != "#"
    }
    guard says else { return [] }
    do {
      return try StrictYAML(yaml, addingLines: 1).entries
    } catch {
      switch error {
      case .syntax(let at), .notAMapping(let at): throw .syntax(at: at)
      case .duplicateKey(let at): throw .duplicateKey(at: at)
      }
    }
  }

  /// The bytes between the two lines, and where the text begins; `nil` without front matter.
  private static func header(
    _ file: [UInt8], from begin: Int
  ) throws(FrontMatterError) -> (body: Range<Int>, end: Int)? {
    guard let first = line(file, from: begin), isFence(file[first.text]) else { return nil }
    var next = first.next
    while let row = line(file, from: next) {
      if isFence(file[row.text]) { return (first.next..<next, row.next) }
      // A title, a date, a language and a code need no more.
      guard row.next - begin <= 16_384 else { throw .notClosed }
      next = row.next
    }
    throw .notClosed
  }

  private static func line(_ file: [UInt8], from start: Int) -> (text: Range<Int>, next: Int)? {
    guard start < file.count else { return nil }
    let end = file[start...].firstIndex(of: 0x0A) ?? file.count
    return (start..<end, min(end + 1, file.count))
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D])
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  private static func hasWords(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.contains { !$0.properties.isWhitespace }
  }

  private static func checkText(_ file: [UInt8]) throws(FrontMatterError) {
    guard !file.isEmpty else { throw .emptyText }
    if let zero = file.firstIndex(of: 0) { throw .nulByte(line: lineNumber(file, zero)) }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: file.span)
    } catch {
      throw .invalidUTF8(line: lineNumber(file, error.byteOffsets.lowerBound))
    }
  }

  private static func lineNumber(_ file: [UInt8], _ offset: Int) -> Int {
    file[..<offset].count { $0 == 0x0A } + 1
  }
}

/// Why a testimony file is refused, and where. Lines and columns are those of the file.
public enum FrontMatterError: Error, Equatable, Sendable {
  /// No character but white space.
  case emptyText
  case nulByte(line: Int)
  case invalidUTF8(line: Int)
  /// The first line is `---`, and no other one is within 16 KiB.
  case notClosed
  case syntax(at: TextPosition)
  case unknownKey(at: TextPosition, expected: [String])
  case duplicateKey(at: TextPosition)
  case unexpectedValue(at: TextPosition, expected: String)
}
