import Testing

@testable import Anonymity

/// Korean names as papers issued in Russia have them in Latin letters.
struct RussianPapersTests {
  @Test(arguments: [
    ("최영웅", ["TSOI EN UN", "TSOY YEN UN", "CHOI ENUN", "Tsoy Yonun"]),
    ("박승길", ["PAK SYN GIL", "Pak Syngil"]), ("김철수", ["KIM CHKHOL SU", "Kim Chkholsu"]),
    ("정만복", ["CHON MANBOK", "CHEN MAN BOK"]), ("박미경", ["PAK MIGEN"]),
  ])
  func `a name is found as a passport has it`(name: String, spellings: [String]) {
    let matcher = Matcher(
      NameVariants.of(name).map {
        KnownIdentifier(
          entity: EntityID(raw: "1"), kind: .name, text: $0.text, reason: $0.reason)
      })
    for spelling in spellings {
      let bytes = Array("паспорт \(spelling), 1990".utf8)
      let found = matcher.matches(in: bytes).map {
        String(decoding: bytes[$0.range], as: UTF8.self)
      }
      #expect(found.contains(spelling), "\(name)")
    }
  }
}
