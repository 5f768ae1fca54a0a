/// Reads the name of a place: which rungs may be meant by it.
enum PlaceReading {
  /// Whether any place, division or country has this name.
  static func knows(_ name: String) -> Bool { !rungs(of: name, near: []).isEmpty }

  /// The area whose own name this is.
  static func area(named place: String) -> Rung? {
    forms(trimmed(place)).lazy.compactMap { RungTable.shared.rung(named: $0) }.first
  }

  /// Whether a name is so short, and the place of it so small, that it is likely another one: Mapo is
  /// a town in China, and a district of Seoul that the gazetteer does not have.
  ///
  /// - Parameter near: a place in one of these countries is meant.
  static func isChancy(_ place: String, near: Set<String>) -> Bool {
    let name = trimmed(place)
    guard name.count <= shortest, name.unicodeScalars.allSatisfy({ $0.value < 0x530 }),
      area(named: name) == nil, let found = candidates(name, near: []), !found.isEmpty
    else { return false }
    let places = Gazetteer.shared.places(named: name)
    return places.allSatisfy { $0.populationBits < sure && !near.contains($0.area.country) }
  }

  /// Whether the name of an area has that of a place in it, as "the Volga region" has Volga.
  static func tells(_ area: String, _ place: String) -> Bool {
    let area = area.lowercased()
    return forms(trimmed(place)).contains { area.contains($0.lowercased()) }
  }

  /// Letters of a name that may well be another place's.
  private static let shortest = 5
  /// 131,072 people.
  private static let sure = 17

  /// The rungs that may be meant; the likeliest first, and none much less likely than it.
  static func rungs(of place: String, near: Set<String>) -> [Rung] {
    let name = trimmed(place)
    if name.isEmpty { return [] }
    if let found = whole(name, near: near) { return found }
    for cut in cuts(name) {
      let (inner, outer) = (cut.inner, cut.outer)
      guard let found = whole(inner, near: near) else { continue }
      // The larger area beside it decides among several, if it is known. Half of a name in two
      // words is no place: what stands before a space must be known, or be a preposition.
      guard let around = whole(outer, near: near)?.first else {
        if cut.isSure || outer.unicodeScalars.count <= 3 { return found }
        continue
      }
      let all = candidates(inner, near: [around.country]) ?? found
      let inside = all.filter { RungTable.shared.ladder(from: $0).contains(around) }
      return inside.isEmpty ? found : inside
    }
    return []
  }

  /// Whether a place or an area has exactly this name.
  static func isWhole(_ name: String) -> Bool { candidates(name, near: []) != nil }

  private static func whole(_ name: String, near: Set<String>) -> [Rung]? {
    for form in forms(name) {
      if let found = candidates(form, near: near) { return plausible(found, form, near: near) }
    }
    return nil
  }

  private static func candidates(_ form: String, near: Set<String>) -> [Rung]? {
    if let rung = RungTable.shared.rung(named: form) { return [rung] }
    let rungs = Gazetteer.shared.places(named: form).compactMap {
      RungTable.shared.rung(of: $0.area)
    }
    return rungs.isEmpty ? nil : rungs
  }

  /// A place with a sixteenth of the people of the largest one is not what is meant.
  private static func plausible(_ all: [Rung], _ form: String, near: Set<String>) -> [Rung] {
    let places = Gazetteer.shared.places(named: form)
    guard places.count == all.count else { return all }
    let local = places.filter { near.contains($0.area.country) }
    let pool = local.isEmpty ? places : local
    let most = pool.map(\.populationBits).max() ?? 0
    return pool.filter { $0.populationBits > most - 4 }.sorted {
      $0.populationBits > $1.populationBits
    }.compactMap { RungTable.shared.rung(of: $0.area) }
  }

  /// The name as it stands, then without the words and endings that may follow it.
  static func forms(_ name: String) -> [String] {
    var out = [name]
    func add(_ text: some StringProtocol) {
      if text.unicodeScalars.count >= 2, !out.contains(String(text)) { out.append(String(text)) }
    }
    for ending in PlaceReading.endings where name.hasSuffix(ending) {
      let stem = String(name.dropLast(ending.count))
      add(trimmed(stem))
      for unit in PlaceReading.units where stem.hasSuffix(unit) {
        add(stem.dropLast(unit.count))
      }
    }
    for unit in PlaceReading.units where name.hasSuffix(unit) { add(name.dropLast(unit.count)) }
    for word in PlaceReading.leading where name.lowercased().hasPrefix(word) {
      add(name.dropFirst(word.count))
    }
    if name.unicodeScalars.contains(where: { (0x400...0x52F).contains($0.value) }) {
      for form in russianNominatives(name) { add(form) }
    }
    return out
  }

  /// Russian nominatives that a case form may come from.
  static func russianNominatives(_ name: String) -> [String] {
    var out: [String] = []
    for (ending, nominatives) in PlaceReading.cases where name.hasSuffix(ending) {
      let stem = name.dropLast(ending.count)
      if stem.count >= 2 { out += nominatives.map { stem + $0 } }
    }
    return out
  }

  private struct Cut {
    let inner: String
    let outer: String
    /// The cut itself says that the inner half is a place.
    let isSure: Bool
  }

  /// Inner and outer halves: "Dandong, Liaoning", 함경북도 회령시, 辽宁省丹东市.
  private static func cuts(_ name: String) -> [Cut] {
    var out: [Cut] = []
    if let comma = name.firstIndex(where: { ",，、(（".contains($0) }) {
      let outer = trimmed(String(name[name.index(after: comma)...]))
      out.append(Cut(inner: trimmed(String(name[..<comma])), outer: outer, isSure: true))
    }
    if let space = name.lastIndex(of: " ") {
      let outer = trimmed(String(name[..<space]))
      out.append(Cut(inner: trimmed(String(name[space...])), outer: outer, isSure: false))
    }
    for index in name.indices.dropFirst() {
      let before = name[name.index(before: index)]
      if "省市州县縣道国國区區".contains(before) {
        out.append(Cut(inner: String(name[index...]), outer: String(name[..<index]), isSure: true))
      }
    }
    return out.reversed()
  }

  private static func trimmed(_ text: String) -> String {
    let dropped: (Character) -> Bool = { $0.isWhitespace || $0.isPunctuation && $0 != "'" }
    return String(text.drop(while: dropped).reversed().drop(while: dropped).reversed())
  }

  private static let leading = [
    "the city of ", "the town of ", "city of ", "the ", "г. ", "город ", "посёлок ", "село ",
  ]
  private static let units = [
    " City", " city", " Province", " province", " County", " county", "특별시", "광역시", "시", "군",
    "읍", "리", "현", "구", "市", "县", "縣", "镇", "鎮", "乡", "村", "区", "州",
  ]
  private static let endings = [
    "에서는", "에서", "에는", "에도", "에", "까지", "부터", "으로", "로", "의", "은", "는", "이", "가",
    "을", "를", "과", "와", "도", "'s", "’s",
  ]
  private static let cases: [(String, [String])] = [
    ("ском", ["ск"]), ("ской", ["ская"]), ("ском крае", ["ский край"]),
    ("ой", ["ая", "а"]), ("ей", ["яя", "я"]), ("ом", ["", "ый", "о"]), ("ем", ["ь", "е"]),
    ("ии", ["ия"]), ("ию", ["ия"]), ("ией", ["ия"]),
    ("е", ["", "а", "ь", "о", "я", "й"]), ("а", ["", "о"]), ("у", ["", "а", "о"]),
    ("и", ["ь", "я", "а"]), ("ы", ["а"]), ("я", ["ь", "й"]), ("ю", ["ь", "я"]), ("ью", ["ь"]),
  ]
}
