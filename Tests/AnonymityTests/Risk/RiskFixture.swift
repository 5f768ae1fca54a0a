@testable import Anonymity

extension PersonProfile {
  /// An invented person; places as "name" or "name (relation)".
  init(
    _ places: [String] = [], employers: [(String, String?)] = [], born: Int? = nil,
    _ relations: [Relation] = [], role: [Language: String] = [:]
  ) {
    self.init(
      places: places.map { text in
        let halves = text.split(separator: " (")
        return Place(
          name: String(halves[0]),
          relation: halves.count > 1 ? String(halves[1].dropLast()) : nil)
      },
      employers: employers.map { Employer(name: $0, generalWords: $1) }, birthYear: born,
      relations: relations, role: RoleNoun(role))
  }

  /// What a text tells of the person, sentence by sentence, in words.
  func told(
    _ sentences: String..., language: Language = .en, year: Int = 2024,
    labels: Set<Language> = [], relatives: [Relation] = []
  ) -> [Fact] {
    var memory = PlaceMemory()
    let text = ToldText(sentences, language, year: year, phrases: phrases(&memory), &memory)
    return facts(in: text, Appearance(labels: labels, relatives: relatives), &memory)
  }

  var traits: Set<RiskTrait> {
    var memory = PlaceMemory()
    return traits(&memory)
  }
}

extension ToldText {
  init(
    _ sentences: [String], _ language: Language = .en, year: Int = 2024,
    phrases: Set<String> = [], _ memory: inout PlaceMemory
  ) {
    self.init(
      sentences.enumerated().map { Part(place: "sentence \($0 + 1)", text: $1) },
      language: language, year: year, phrases: phrases, &memory)
  }

  init(_ sentences: String..., language: Language = .en) {
    var memory = PlaceMemory()
    self.init(sentences, language, &memory)
  }
}

extension Fact {
  func fits(_ profile: PersonProfile) -> Bool { !profile.traits.isDisjoint(with: fits) }
}
