import Testing

@testable import Anonymity

struct MarkupTests {
  private let known = Known("Kim Chol-su", "김철수", "Орлов Павел")

  @Test(arguments: [
    "Kim <b>Chol</b>-su", "<i>Kim</i> Chol<wbr>-su", "Kim&nbsp;Chol-su", "Kim&#32;Chol&#x2011;su",
    "K&iacute;m Chol-su", "Kim<br>Chol-su", "Kim <a href=\"x\">Chol-su", "김<b>철</b>수",
    "&#xAE40;철수", "Орлов</i> <i>Павел", "Ор&shy;лов&thinsp;Павел",
  ])
  func `a name that goes through tags and references is one hit`(_ text: String) {
    let found = known.redacted("- \(text), they said", keepTail: true)
    #expect(!found.contains("Chol") && !found.contains("철") && !found.contains("авел"), "\(found)")
    #expect(found.contains("[]") && found.hasSuffix(", they said"), "\(found)")
  }

  @Test func `a matcher for one text knows what its markup says`() {
    let bytes = Array("They met Kim&nbsp;&#67;hol-su.".utf8)
    let matcher = Matcher(known.identifiers, in: [bytes])
    #expect(matcher.cover(in: bytes).count == 1)
  }

  @Test func `signs that are no markup part nothing and hide nothing`() {
    #expect(known.found("a < b & c; Kim Chol-su > d") == ["Kim Chol-su"])
    #expect(known.found("<Kim Chol-su") == ["Kim Chol-su"])
    #expect(known.found("&Kim Chol-su;") == ["Kim Chol-su"])
  }

  @Test func `what lies far apart is not joined by markup`() {
    #expect(known.found("Kim<br>\n\n\n<br>Chol-su").isEmpty)
  }
}
