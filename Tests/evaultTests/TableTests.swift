import Glibc
import Testing

@testable import evault

@Suite struct TableTests {
  @Test(arguments: [
    ("abc", 3), ("김철수", 6), ("金", 2), ("ｶ", 1), ("Ａ", 2), ("е\u{301}", 1), ("👩‍🌾", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("", 0),
  ])
  func `a text takes the columns that a terminal gives it`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func `columns of wide and narrow characters are aligned`() {
    var table = Table("CODE", "LABEL", "NOTE")
    table.add("T-1", "탈북민 A씨", "x")
    table.add("T-22", "defector A", "")
    #expect(
      table.rendered(style: .plain) == """
        CODE  LABEL       NOTE
        T-1   탈북민 A씨  x
        T-22  defector A

        """)
  }

  @Test func `a table that is too wide is broken between words, in its own columns`() {
    var table = Table("MEMBER", "ROLES", "WHY")
    table.add("river", "steward,intake,editor,researcher", "the first of all of us")
    table.add("탈북민", "auditor", "")
    #expect(
      table.rendered(style: .plain, columns: 32) == """
        MEMBER  ROLES        WHY
        river   steward,     the first
                intake,      of all of
                editor,      us
                researcher
        탈북민  auditor

        """)
    for columns in 1...70 {
      let lines = table.rendered(style: .plain, columns: columns).split(separator: "\n")
      // Below this not even one letter of each would fit beside the gaps.
      guard columns >= 26 else { continue }
      #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= columns }, "\(columns)")
    }
    let plain = table.rendered(style: .plain)
    #expect(table.rendered(style: .plain, columns: 70) == plain)
    #expect(plain.split(separator: "\n").count == 3)
    #expect(table.rendered(style: Style(isOn: true), columns: 32).hasPrefix("\u{1B}[1mMEMBER"))
  }

  @Test func `nothing of a text is lost when it is broken, and wide letters count twice`() {
    let text = "김철수 said: T-4K7QM2,S-87EYD6 and aVeryLongWordWithoutAnySpaceInIt, 남궁은하와함께."
    for width in 2...90 {
      let lines = LineWrap.lines(text, width: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(width)")
      #expect(
        lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(width)")
    }
    #expect(LineWrap.lines("", width: 5) == [""])
    #expect(LineWrap.paragraphs("  a b c\nd", columns: nil) == "  a b c\nd")
    let long = "  " + Array(repeating: "word", count: 12).joined(separator: " ")
    let broken = LineWrap.paragraphs(long, columns: 30).split(separator: "\n")
    #expect(broken.count > 1 && broken.allSatisfy { $0.hasPrefix("  word") && $0.count <= 30 })
  }

  @Test func `a progress line fits into its columns`() {
    #expect(
      Progress.line("Rotating", done: 500, total: 1_000, columns: 40)
        == "Rotating  [#######       ]  500 of 1000")
    #expect(Progress.line("Rotating", done: 5, total: 10, columns: 12) == "Rotating  5 of 10")
    #expect(Progress.line("Rotating", done: 20, total: 10, columns: 80).contains("10 of 10"))
    #expect(Progress.line("Rotating", done: 0, total: 0, columns: 80) == "Rotating  0 of 0")
  }

  @Test func `colours are for terminals only`() {
    #expect(!Style.on(STDOUT_FILENO, environment: ["NO_COLOR": "1"]).isOn)
    #expect(!Style.on(STDOUT_FILENO, environment: ["TERM": "dumb"]).isOn)
    #expect(Style.plain.red("x") == "x")
    #expect(Style(isOn: true).red("x") == "\u{1B}[31mx\u{1B}[0m")
  }
}
