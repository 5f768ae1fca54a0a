/// A released text as a reader who knows the people takes it: which places, ages, relatives and
/// groups stand in it.
public struct ToldText: Sendable {
  /// A part of the text under the name by which people find it: "title", "sentence 3".
  public struct Part: Sendable {
    public let place: String
    public let text: String

    public init(place: String, text: String) {
      self.place = place
      self.text = text
    }
  }

  /// Numbers of people that the text states.
  public let groups: [CountedGroup]
  /// Posts of which one person is named, and where.
  public let posts: [NamedPost]
  /// How many rare events stand in it: no record can weigh them.
  public let rareEvents: Int
  /// What of the phrases asked for stands in it.
  private let said: Set<String>
  /// Towns and areas that its words name, as places of persons are known by.
  let towns: Set<String>
  let areas: Set<String>
  let births: [ToldBirth]
  let relations: Set<Relation>

  /// - Parameters:
  ///   - parts: title and sentences as they leave.
  ///   - year: in which the testimony was given; ages count from it.
  ///   - phrases: what will be asked with ``says(_:)``.
  public init(
    _ parts: [Part], language: Language, year: Int, phrases: Set<String>,
    _ memory: inout PlaceMemory
  ) {
    let texts = parts.map { Array($0.text.utf8) }
    let asked = phrases.sorted()
    let matcher = Matcher(
      asked.map { KnownIdentifier(entity: EntityID(raw: $0), kind: .place, text: $0) }, in: texts)
    var said: Set<String> = []
    var groups: [CountedGroup] = []
    var posts: [NamedPost] = []
    var births: [ToldBirth] = []
    var relations: Set<Relation> = []
    var names: Set<String> = []
    var rareEvents = 0
    for (part, bytes) in zip(parts, texts) {
      for match in matcher.matches(in: bytes) {
        said.formUnion(match.identifiers.map { asked[$0] })
      }
      let reading = Reading(bytes, language: language)
      groups += CountedGroup.all(in: reading, place: part.place)
      posts += NamedPost.all(in: reading, place: part.place)
      births += ToldBirth.all(in: reading, bytes, language: language, year: year)
      relations.formUnion(KinWord.relations(in: reading))
      names.formUnion(PlaceNames.all(in: reading))
      rareEvents += Detectors.findings(in: bytes, language: language).count {
        $0.kind == .rareEvent
      }
    }
    var towns: Set<String> = []
    var areas: Set<String> = []
    for name in names {
      let read = memory.reading(name)
      if let town = read.town { towns.insert(town) }
      if read.isArea, let area = read.rungs.first { areas.insert(area.traitName) }
    }
    (self.said, self.groups, self.posts, self.births) = (said, groups, posts, births)
    (self.relations, self.rareEvents) = (relations, rareEvents)
    (self.towns, self.areas) = (towns, areas)
  }

  /// Whether a phrase that was asked for stands in the text.
  func says(_ phrase: String) -> Bool { said.contains(phrase) }
}

/// Words of a text that may be names of places.
enum PlaceNames {
  static func all(in reading: Reading) -> Set<String> {
    var names: Set<String> = []
    let words = reading.words
    for (index, word) in words.enumerated() {
      switch word.script {
      case .latin, .cyrillic:
        guard word.isCapital, word.count > 1 else { continue }
        names.insert(reading.string(word.start, word.end))
        // "New Harbour", Южно-Сахалинск.
        if let next = reading.word(index + 1), next.isCapital,
          next.gap.isPlain || next.gap == .hyphen
        {
          names.insert(reading.string(word.start, next.end))
        }
      case .hangul where word.count > 1: names.insert(reading.string(word.start, word.end))
      case .han: han(reading, word.start, &names)
      default: break
      }
    }
    return names
  }

  /// Chinese has no spaces: every stretch of two to four characters.
  private static func han(_ reading: Reading, _ start: Int, _ names: inout Set<String>) {
    for first in start..<min(start + 4, reading.text.count) where reading.text.kind(first) == .han {
      for length in 2...4 where first + length <= reading.text.count {
        guard reading.text.kind(first + length - 1) == .han else { break }
        names.insert(reading.string(first, first + length))
      }
    }
  }
}
