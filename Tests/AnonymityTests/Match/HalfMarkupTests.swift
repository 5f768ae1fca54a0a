import Testing

@testable import Anonymity

/// A name is put into braces; what becomes of it is told with "X" for the label.
struct HalfMarkupTests {
  private func replaced(_ text: String) throws -> String {
    var bytes = Array(text.utf8)
    let start = try #require(bytes.firstIndex(of: UInt8(ascii: "{")))
    bytes.remove(at: start)
    let end = try #require(bytes.firstIndex(of: UInt8(ascii: "}")))
    bytes.remove(at: end)
    let half = HalfMarkup(start..<end, in: bytes, within: 0..<bytes.count)
    return String(decoding: bytes[..<half.range.lowerBound], as: UTF8.self) + half.closing + "X"
      + half.opening + String(decoding: bytes[half.range.upperBound...], as: UTF8.self)
  }

  @Test(arguments: [
    ("{Kim **Chol-su}** left", "X left"), ("{Kim <b>Chol-su}</b> left", "X left"),
    ("**{Kim** Chol-su} left", "X left"), ("<i>{Kim</i> Chol-su} left", "X left"),
    ("{Kim <a href=\"x\">Chol-su}</a> left", "X left"), ("{Kim _Chol-su}_ left", "X left"),
    ("{김<b>철수}</b>가 왔다", "X가 왔다"), ("{Kim <b><i>Chol-su}</i></b> left", "X left"),
  ]) func `the other half beside it goes with it`(_ text: String, _ result: String) throws {
    let words = try replaced(text)
    #expect(words == result)
  }

  @Test func `the other half behind the tail is told`() {
    let bytes = Array("Kim **Chol-su's** bag".utf8)
    let half = HalfMarkup(0..<13, tail: 15, in: bytes, within: 0..<bytes.count)
    #expect(half.range == 0..<13 && half.behindTail == 2 && half.opening.isEmpty)
  }

  @Test(arguments: [
    ("{Kim **Chol-su} said** so", "X** said** so"),
    ("{Kim <b class=\"Kim\">Chol-su} said</b> so", "X<b> said</b> so"),
    ("<b>Old {Kim</b> Chol-su} said", "<b>Old </b>X said"),
    ("**Old {Kim** Chol-su} said", "**Old **X said"),
  ]) func `the half of a pair that is further off is put back`(
    _ text: String, _ result: String
  ) throws {
    let words = try replaced(text)
    #expect(words == result)
  }

  @Test(arguments: [
    ("**{Kim Chol-su}** left", "**X** left"), ("<b>{Kim}</b> left", "<b>X</b> left"),
    ("{Kim **Chol**-su} left", "X left"), ("{Kim_Chol_su}_01", "X_01"),
    ("{Kim *Chol-su} left", "X left"),
    ("{Kim <b>Chol-su}\n</b> left", "X\n</b> left"), ("{Kim<br>Chol-su} left", "X left"),
    ("2 * {3 * Kim} left", "2 * X left"),
  ]) func `a pair stays a pair, and what is none is let be`(
    _ text: String, _ result: String
  ) throws {
    let words = try replaced(text)
    #expect(words == result)
  }
}
