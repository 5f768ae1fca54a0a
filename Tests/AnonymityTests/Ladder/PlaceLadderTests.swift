import Testing

@testable import Anonymity

@Suite struct PlaceLadderTests {
  private func climb(_ place: String, _ language: Language = .en) -> [String?] {
    PlaceLevel.allCases.map { PlaceLadder.climb(place, to: $0, in: language) }
  }

  @Test(arguments: ["Dandong", "단둥", "단동", "丹东", "丹東市", "Даньдун", "Dandong, Liaoning", "辽宁省丹东市"])
  func `a town is told ever more coarsely from any script`(place: String) {
    #expect(climb(place) == ["Liaoning", "northeastern China", "China", "Asia", "another country"])
  }

  @Test func `each language has its words`() {
    #expect(climb("Dandong", .ko) == ["랴오닝성", "중국 동북부", "중국", "아시아", "다른 나라"])
    #expect(climb("Dandong", .zh) == ["辽宁省", "中国东北", "中国", "亚洲", "国外"])
    #expect(
      climb("Dandong", .ru) == ["Ляонин", "северо-восток Китая", "Китай", "Азия", "другая страна"])
    #expect(climb("Dandong", .ja) == ["遼寧省", "中国東北部", "中国", "アジア", "国外"])
  }

  @Test(arguments: ["во Владивостоке", "Владивостоку", "블라디보스토크에서", "울라지보스또크", "ウラジオストク", "海参崴"])
  func `cases, particles and other spellings find the place`(place: String) {
    #expect(PlaceLadder.climb(place, to: .division, in: .en) == "Primorye")
  }

  @Test(arguments: [
    ("Shanghai", "eastern China"), ("Пхеньяне", "southwestern North Korea"),
    ("모스크바", "central Russia"),
  ])
  func `a city that is its own division is told by the region`(place: String, region: String) {
    #expect(PlaceLadder.climb(place, to: .division, in: .en) == region)
  }

  @Test(arguments: [
    ("Seoul", "the capital area of South Korea"), ("서울", "the capital area of South Korea"),
  ])
  func `what stands for a place does not have its name in it`(place: String, told: String) {
    #expect(PlaceLadder.climb(place, to: .region, in: .en, near: ["RU"]) == told)
  }

  @Test func `no area has the name of a division below it in its own`() {
    for area in GazetteerData.areas.split(separator: "\n") {
      let cells = area.split(separator: "\t").map(String.init)
      guard cells.count == 2,
        let rung = RungTable.shared.rung(of: .init(country: cells[0], division: cells[1]))
      else { continue }
      for language in [Language.en, .ko, .zh, .ru, .ja] {
        for level in [PlaceLevel.region, .country] {
          guard let place = rung.name(in: language) else { continue }
          let told = PlaceLadder.climb(place, to: level, in: language)
          #expect(told?.contains(place) == false, "\(place): \(told ?? "nothing")")
        }
      }
    }
  }

  @Test func `at home there is no abroad`() {
    #expect(PlaceLadder.climb("Sinuiju", to: .abroad, in: .en) == "North Korea")
    #expect(PlaceLadder.climb("Seoul", to: .abroad, in: .en, home: "KR") == "South Korea")
  }

  @Test func `every province of the four countries has a rung above it`() {
    for area in GazetteerData.areas.split(separator: "\n") {
      let cells = area.split(separator: "\t").map(String.init)
      guard cells.count == 2 else { continue }
      let rung = RungTable.shared.rung(of: .init(country: cells[0], division: cells[1]))
      #expect(rung?.level == .division, "\(area)")
      let ladder = rung.map { RungTable.shared.ladder(from: $0) } ?? []
      #expect(ladder.contains { $0.level == .region }, "\(area)")
    }
  }

  @Test func `what is no place is nil, and half a name is no place`() {
    #expect(PlaceLadder.climb("Nowhereville", to: .country, in: .en) == nil)
    #expect(PlaceLadder.climb("Дальней Гари", to: .country, in: .ru) == nil)
    #expect(PlaceLadder.climb("", to: .country, in: .en) == nil)
    #expect(PlaceLadder.climb(String(repeating: "省", count: 100_000), to: .country, in: .zh) == nil)
  }

  @Test func `a country in play goes before a larger namesake`() {
    #expect(PlaceLadder.climb("Ungsang", to: .country, in: .en) == "South Korea")
    #expect(PlaceLadder.climb("Ungsang", to: .country, in: .en, near: ["KP"]) == "North Korea")
  }

  @Test func `a small place with a short name counts where somebody's other places are`() {
    #expect(PlaceLadder.climb("Mapo", to: .region, in: .en) == nil)
    #expect(PlaceLadder.climb("Mapo", to: .country, in: .en, near: ["KR"]) == nil)
    #expect(PlaceLadder.climb("Mapo", to: .country, in: .en, near: ["CN"]) == "China")
    #expect(PlaceLadder.climb("Tynda", to: .country, in: .en, near: ["RU"]) == "Russia")
    #expect(PlaceLadder.climb("Yanji", to: .country, in: .en) == "China")
    #expect(PlaceLadder.country(of: "Mapo") == nil && PlaceLadder.country(of: "Surgut") == "RU")
  }

  @Test func `a country or a province is a rung itself`() {
    #expect(PlaceLadder.climb("로씨야", to: .country, in: .ru) == "Россия")
    #expect(PlaceLadder.climb("Liaoning", to: .division, in: .ko) == "랴오닝성")
    #expect(PlaceLadder.climb("吉林省", to: .region, in: .en) == "northeastern China")
  }
}

@Test(arguments: [
  ("Russia", PlaceLevel.country, true), ("러시아", .country, true), ("Russia", .continent, false),
  ("Liaoning", .division, true), ("Liaoning", .region, false), ("Dandong", .division, false),
  ("Dandong", .country, false), ("Nowhereville", .division, false),
]) func `an area is told from a place within it`(
  _ name: String, _ level: PlaceLevel, _ isAsCoarse: Bool
) {
  #expect(PlaceLadder.isAsCoarse(name, as: level) == isAsCoarse)
}
