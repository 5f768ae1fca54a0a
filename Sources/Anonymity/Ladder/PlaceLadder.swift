/// Tells a place more coarsely: Dandong, Liaoning, northeastern China, China, Asia, another country.
public enum PlaceLadder {
  /// The name of the area that holds a place, at a level or, where there is no name for that level
  /// or the name would say as much as the place, at the next coarser one.
  ///
  /// - `place`: a name in any of the scripts; "Dandong, Liaoning", 랴오닝성 단둥시 and 辽宁省丹东市 are
  ///   read too, Russian names in their cases, Korean ones with a particle.
  /// - `near`: ISO codes of countries in play. A place of that name there goes before larger ones
  ///   elsewhere. Without it the most populous place counts, and where several could be meant the
  ///   answer climbs until all of them agree. A small place with a short name counts only there.
  /// - `home`: ISO code of the country that is not abroad. A place there is, at level `abroad`,
  ///   told by the name of the country.
  /// - Returns: a noun phrase in the nominative, without a preposition; `nil` when the place is
  ///   unknown, or when several places are meant that share nothing.
  public static func climb(
    _ place: String, to level: PlaceLevel, in language: Language, near: Set<String> = [],
    home: String = "KP"
  ) -> String? {
    // No place name is longer; the reading below tries each cut.
    guard place.utf8.count <= 200, !PlaceReading.isChancy(place, near: near.union([home])) else {
      return nil
    }
    let found = PlaceReading.rungs(of: place, near: near)
    guard !found.isEmpty else { return nil }
    let ladders = found.map { RungTable.shared.ladder(from: $0) }
    if level < .abroad {
      let own = PlaceReading.area(named: place)
      for rung in ladders[0] where rung.level >= level {
        if rung.level == .division, rung.isCity || rung.names[0].isEmpty { continue }
        guard let name = rung.name(in: language), ladders.allSatisfy({ $0.contains(rung) }),
          rung == own || !PlaceReading.tells(name, place)
        else { continue }
        return name
      }
    }
    let countries = Set(found.map(\.country))
    if countries == [home] {
      return ladders[0].first { $0.level == .country }?.name(in: language)
    }
    return countries.contains(home) ? nil : anotherCountry(language)
  }

  /// Whether the name itself is that of an area at this level or a coarser one: Russia, at the
  /// level of countries.
  public static func isAsCoarse(_ place: String, as level: PlaceLevel) -> Bool {
    place.utf8.count <= 200 && PlaceReading.area(named: place).map { $0.level >= level } ?? false
  }

  /// The country of a place, if the name leaves no doubt.
  public static func country(of place: String) -> String? {
    guard place.utf8.count <= 200, !PlaceReading.isChancy(place, near: []) else { return nil }
    let countries = Set(PlaceReading.rungs(of: place, near: []).map(\.country))
    return countries.count == 1 ? countries.first : nil
  }

  /// Whether the ladder knows a place of this name.
  public static func knows(_ place: String) -> Bool {
    place.utf8.count <= 200 && !PlaceReading.rungs(of: place, near: []).isEmpty
  }

  private static func anotherCountry(_ language: Language) -> String {
    switch language {
    case .en, .other: "another country"
    case .ko: "다른 나라"
    case .zh: "国外"
    case .ru: "другая страна"
    case .ja: "国外"
    }
  }
}
