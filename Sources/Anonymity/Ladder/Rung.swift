/// How coarse a place is told. Each level holds the ones before it.
public enum PlaceLevel: Int, CaseIterable, Comparable, Codable, Sendable {
  /// A province or federal subject: Liaoning.
  case division
  /// A part of a country: northeastern China.
  case region
  case country
  case continent
  /// Another country than the home country, and no more.
  case abroad

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The level as a policy names it.
  public var word: String { String(describing: self) }
}

/// One step of the ladder: an area of a level, with its names in the languages of output.
struct Rung: Hashable, Sendable {
  let level: PlaceLevel
  /// ISO code of the country; empty for continents.
  let country: String
  /// What the tables call it.
  let key: String
  /// en, ko, zh, ru, ja; empty where there is none.
  let names: [String]
  /// The rung above: a region's key for divisions.
  let parent: String
  /// A city that is a division of its own: a division that says no less than the place.
  let isCity: Bool

  func name(in language: Language) -> String? {
    let index =
      switch language {
      case .en, .other: 0
      case .ko: 1
      case .zh: 2
      case .ru: 3
      case .ja: 4
      }
    return names[index].isEmpty ? nil : names[index]
  }
}
