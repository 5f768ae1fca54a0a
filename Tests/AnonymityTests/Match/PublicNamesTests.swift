import Testing

@testable import Anonymity

struct PublicNamesTests {
  private static let matcher = Matcher(
    [
      ("Jong", .surname), ("Chen", .surname), ("Un", .given), ("Чен", .surname),
      ("Jong-un", .given),
    ]
    .map { text, role in
      KnownIdentifier(
        entity: EntityID(raw: "1"), kind: .name, text: text, reason: .habitual, tier: .t2,
        part: role)
    }
      + [KnownIdentifier(entity: EntityID(raw: "2"), kind: .name, text: "Kim Jong Un")])

  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Self.matcher.matches(in: bytes)
      .filter { $0.identifiers.contains { $0 < 5 } }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    "Kim Jong Il spoke.", "of Kim Jong-il's", "KIM JONG IL", "Kim\nJong Il", "(Kim Jong Suk)",
    "с Ким Чен Иром", "Ким Чен Ир",
  ])
  func `a part within a name that everybody says is nobody's part`(text: String) {
    #expect(found(text).isEmpty)
  }

  @Test(arguments: [
    ("Jong said", ["Jong"]), ("Kim Jong Su", ["Jong"]), ("Kim. Jong, Il-su", ["Jong"]),
    ("Comrade Jong Il", ["Jong"]), ("Akim Jong Ilya", ["Jong"]),
    ("Jong-un came", ["Jong-un", "Jong"]),
    ("Jong, Kim Jong Il", ["Jong"]),
  ])
  func `elsewhere it is the source's`(text: String, wanted: [String]) {
    #expect(found(text) == wanted)
  }

  @Test func `who has such a name in full is found`() {
    let bytes = Array("Kim Jong Un waited".utf8)
    #expect(Self.matcher.matches(in: bytes).contains { $0.identifiers.contains(5) })
  }
}
