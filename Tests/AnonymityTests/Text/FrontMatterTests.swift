import Testing

@testable import Anonymity

private func read(_ text: String) throws(FrontMatterError) -> FrontMatter {
  try FrontMatter(of: Array(text.utf8))
}

private let head = """
  ---
  title: Winter at the site
  date: 2024-05
  language: ko
  source: s-4k7qm2
  ---

  """

@Test func `front matter is read and the text begins right after it`() throws {
  let file = head + "\n본문.\n"
  let matter = try read(file)
  #expect(matter.title == "Winter at the site")
  #expect(matter.date?.iso == "2024-05")
  #expect(matter.language == .ko)
  #expect(matter.source == "S-4K7QM2")
  #expect(Array(file.utf8.dropFirst(matter.textOffset)) == Array("\n본문.\n".utf8))
}

@Test func `CRLF and a byte order mark are no hindrance and the text keeps its bytes`() throws {
  let file = "\u{FEFF}" + head.replacing("\n", with: "\r\n") + "One.\r\nTwo."
  let matter = try read(file)
  #expect(matter.title == "Winter at the site")
  #expect(Array(file.utf8.dropFirst(matter.textOffset)) == Array("One.\r\nTwo.".utf8))
}

@Test(arguments: [
  ("Just text.", 0), ("\u{FEFF}Text.", 3), ("--- a dash\n", 0), ("----\nText", 0),
  (" ---\nText", 0),
  ("---\n---\nText", 8), ("---\n# nothing\n\n---  \nText", 21),
])
func `a file without keys has none`(text: String, offset: Int) throws {
  let matter = try read(text)
  #expect(matter.textOffset == offset)
  #expect(matter.title == nil && matter.date == nil && matter.language == nil)
}

private func position(_ line: Int, _ column: Int) -> TextPosition {
  .init(line: line, column: column)
}

@Test func `what is wrong is told with the line of the file`() {
  let keys = ["title", "date", "language", "source"]
  func fault(_ old: String, _ new: String) -> FrontMatterError? {
    do {
      _ = try read(head.replacing(old, with: new) + "Text.")
      return nil
    } catch { return error }
  }
  #expect(fault("", "") == nil)
  #expect(fault("date:", "dates:") == .unknownKey(at: position(3, 1), expected: keys))
  #expect(fault("source: s-4k7qm2", "title: x") == .duplicateKey(at: position(5, 1)))
  #expect(
    fault("2024-05", "May 2024")
      == .unexpectedValue(
        at: position(3, 7), expected: "a date such as 2024-05-09, 2024-05 or 2024"))
  #expect(
    fault("ko", "k!")
      == .unexpectedValue(
        at: position(4, 11), expected: "a language tag such as ko, en or zh-Hans"))
  #expect(
    fault("s-4k7qm2", "T-4K7QM2")
      == .unexpectedValue(
        at: position(5, 9),
        expected: "the code of a source, such as S-4K7QM2, or the name of a source file"))
  #expect(
    fault("Winter at the site", "[a, b]")
      == .unexpectedValue(
        at: position(2, 8), expected: "a title on one line of at most 1,000 bytes"))
  #expect(
    fault("Winter at the site", "")
      == .unexpectedValue(
        at: position(2, 7), expected: "a title on one line of at most 1,000 bytes"))
  #expect(fault("title: Winter at the site", "title: &a x") == .syntax(at: position(2, 8)))
  guard case .syntax(let at)? = fault("2024-05", "\"2024") else {
    Issue.record("an open quote is accepted")
    return
  }
  #expect((3...6).contains(at.line))
}

private let refused: [(bytes: [UInt8], error: FrontMatterError)] = [
  (bytes(""), .emptyText),
  (bytes(" \n\t"), .emptyText),
  (bytes("---\ntitle: a\n---\n \n"), .emptyText),
  (bytes("\u{FEFF}"), .emptyText),
  (bytes("a\nb\u{0}c"), .nulByte(line: 2)),
  (bytes("a\n\n", [0xFF]), .invalidUTF8(line: 3)),
  (bytes("a", [0xC3]), .invalidUTF8(line: 1)),
  (bytes("---\ntitle: a\nText"), .notClosed),
  (bytes("---"), .notClosed),
  (bytes("---\n" + String(repeating: "#\n", count: 9_000) + "---\nText"), .notClosed),
]

private func bytes(_ text: String, _ more: [UInt8] = []) -> [UInt8] { Array(text.utf8) + more }

@Test(arguments: refused)
func `what is no text is refused`(file: [UInt8], error: FrontMatterError) {
  #expect(throws: error) { try FrontMatter(of: file) }
}

@Test(arguments: ["2024", "2024-05", "2024-02-29", "1999-12-31"])
func `partial dates are read and written alike`(text: String) {
  #expect(PartialDate(iso: text)?.iso == text)
}

@Test(arguments: [
  "", "24", "2024-5", "2024-13", "2024-00", "2023-02-29", "2024-04-31", "2024-05-09T10:00", "0999",
  "2024-", "2024-05-09-01", "２０２４",
])
func `days that do not exist are no dates`(text: String) { #expect(PartialDate(iso: text) == nil) }
