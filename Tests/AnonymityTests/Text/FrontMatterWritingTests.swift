import Testing

@testable import Anonymity

struct FrontMatterWritingTests {
  @Test(arguments: [
    "Plain", "A: \"b\" \\ # c", "- x", "김철수 — №", "a\u{FEFF}b\u{AD}", "a\u{FFFE}\u{1F600}",
    "{a: [b]}", "'", "  spaces  ", "~", "null", "\u{7F}".replacing("\u{7F}", with: "\u{A0}z"),
  ])
  func `what is written is read again`(title: String) throws {
    #expect(FrontMatter.fault(in: "title", title) == nil)
    let lines = FrontMatter.lines([
      ("title", title), ("date", "2024-05"), ("language", "ko"), ("source", "S-4K7QM2"),
    ])
    let matter = try FrontMatter(of: Array((lines + "---\ntext").utf8))
    #expect(matter.title == title && matter.date?.iso == "2024-05")
    #expect(matter.languageTag == "ko" && matter.source == "S-4K7QM2")
    #expect(matter.textOffset == lines.utf8.count)
  }

  @Test func `what a key cannot have is told before it is written`() {
    #expect(FrontMatter.fault(in: "title", "a\nb") != nil)
    #expect(FrontMatter.fault(in: "date", "May") != nil)
    #expect(FrontMatter.fault(in: "source", "../x.yaml") != nil)
  }
}
