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
