import Testing

@testable import Anonymity

struct PlaceSpellingsTests {
  @Test(arguments: [
    ("Surgut", ["Сургут", "Сургуте", "Сургуту"]), ("Tynda", ["Тында", "Тынду", "Тынде"]),
    ("Hyesan", ["혜산"]), ("혜산", ["Hye-san", "Хесане"]), ("Сургут", ["Surgut", "Сургуте"]),
    ("Артём", ["Артёме", "Артёма"]), ("Хабаровск", ["Khabarovsk", "Хабаровске"]),
    ("Сибирь", ["Сибири", "Сибирью"]), ("丹东", ["단동"]),
  ])
  func `a place is sought in other scripts and cases`(place: String, wanted: [String]) {
    let found = PlaceSpellings.of(place)
    for spelling in wanted { #expect(found.contains(spelling), "\(found)") }
    #expect(!found.contains(place) && Set(found).count == found.count)
  }

  @Test func `what the gazetteer does not have is not guessed`() {
    #expect(PlaceSpellings.of("Qwertyville").isEmpty)
    #expect(PlaceSpellings.of("").isEmpty)
  }
}
