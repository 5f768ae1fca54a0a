import Testing

@testable import EvidenceVault

struct WrappedLinesTests {
  private func joined(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let piece = Piece(text: text, range: 0..<bytes.count)
    return ReleaseLayout.paragraphs(piece.marking(WrappedLines.breaks(in: bytes)))
  }

  @Test(arguments: [
    "one\ntwo",
    "Q: When was that?\nA: In the winter of the second year, when the river was frozen over.",
    "- an item of some length that goes on for quite a while, and more\n- another item that is long",
    """
    The first line of a verse that is longer than prose would ever be, so,
    the second
    and the third line of a verse that is longer than prose would ever be.
    """,
    "고향에는 눈이 오고\n강에는 얼음이 언다",
  ]) func `verses, lists, questions and answers keep their lines`(_ text: String) {
    #expect(joined(text) == [text])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a wrapped paragraph is one line`(_ feed: String) {
    let lines = [
      "The gate was closed at nine and nobody could say why it had been so,",
      "although everybody had been there, and had seen the guard come down",
      "with the key in his hand.",
    ]
    #expect(joined(lines.joined(separator: feed)) == [lines.joined(separator: " ")])
    let han = [
      "离开海产厂以后，我们在江边做了两年买卖。说是买卖，其实就是替两岸的",
      "人带东西：这边过去的是药、缝纫针、太阳能板，那边过来的是干海参。",
    ]
    #expect(joined(han.joined(separator: feed) + feed + "还有。").count == 1)
  }

  @Test func `only words of the original are joined, and labels are left alone`() {
    let piece = Piece(text: "a\nb", range: 0..<3, kind: .name)
    #expect(piece.marking([1]) == "a\nb")
    #expect(Piece(text: "a\r\nb", range: 4..<8).marking([5]) == "a\u{B}b")
  }

  @Test func `paragraphs show a text only if spaces alone differ, at line ends`() {
    let text = "one two\nthree\n\nfour"
    func shows(_ paragraphs: [String], _ version: Int = 2) -> Bool {
      ReleaseLayout.shows(paragraphs, text, version: version)
    }
    #expect(shows(["one two three", "four"]) && shows(["one two\nthree", "four"]))
    #expect(shows(["one two three", "four"], 1) && !shows(["one two\nthree", "four"], 1))
    for forged in [
      ["one twothree", "four"], ["onetwo three", "four"], ["one two three four"],
      ["one two\n\nthree", "four"], ["one two\u{B}three", "four"], [" one two three", "four"],
      ["one two three", "four", ""], ["one three two", "four"], ["one two\r\nthree", "four"],
    ] { #expect(!shows(forged), "\(forged)") }
  }
}
