/// All rungs by what they are called, from `RungData` and the countries of `GazetteerData`.
struct RungTable: Sendable {
  static let shared = RungTable()

  private var divisions: [Gazetteer.Area: Rung] = [:]
  private var regions: [String: Rung] = [:]
  private var countries: [String: Rung] = [:]
  private var continents: [String: Rung] = [:]
  private var named: [UInt64: Rung] = [:]

  private init() {
    for cells in Self.rows(RungData.continents) {
      let rung = Self.rung(.continent, country: "", key: cells[0], parent: "", cells[1...])
      continents[cells[0]] = rung
    }
    for line in GazetteerData.countries.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let rung = Self.rung(
        .country, country: cells[0], key: cells[0], parent: cells[1], cells[2...])
      countries[cells[0]] = rung
      index(rung)
    }
    for cells in Self.rows(RungData.regions) {
      let rung = Self.rung(
        .region, country: cells[0], key: cells[1], parent: "", cells[2...])
      regions[cells[1]] = rung
      index(rung)
    }
    for cells in Self.rows(RungData.divisions) {
      let rung = Self.rung(
        .division, country: cells[0], key: cells[1], parent: cells[2], cells[3...])
      divisions[Gazetteer.Area(country: cells[0], division: cells[1])] = rung
      index(rung)
    }
    for cells in Self.rows(RungData.otherNames) {
      guard let rung = countries[cells[0]] else {
        continue
      }
      for name in cells.dropFirst() { named[Gazetteer.hash(name)] = rung }
    }
  }

  private mutating func index(_ rung: Rung) {
    for name in rung.names where !name.isEmpty {
      for form in [name] + Self.short(name) { named[Gazetteer.hash(form)] = rung }
    }
  }

  /// The name without its word for "province".
  static func short(_ name: String) -> [String] {
    var out: [String] = []
    for ending in [" province", " region", "성", "주", "省", "도", "道", "府", "县", "县", "市", "州"]
    where name.hasSuffix(ending) && name.count - ending.count >= 2 {
      out.append(String(name.dropLast(ending.count)))
    }
    return out
  }

  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  private static func rung(
    _ level: PlaceLevel, country: String, key: String, parent: String, _ names: ArraySlice<String>
  ) -> Rung {
    var five = names.map { $0.hasPrefix("*") ? String($0.dropFirst()) : $0 }
    while five.count < 5 { five.append("") }
    return Rung(
      level: level, country: country, key: key, names: five, parent: parent,
      isCity: names.first?.hasPrefix("*") ?? false)
  }

  /// The division, region, country or continent of a name in any of the languages.
  func rung(named name: some StringProtocol) -> Rung? { named[Gazetteer.hash(name)] }

  func rung(of area: Gazetteer.Area) -> Rung? { divisions[area] ?? countries[area.country] }

  /// The rungs from this one up, the finest first.
  func ladder(from rung: Rung) -> [Rung] {
    var out = [rung]
    if rung.level == .division, let region = regions[rung.parent] { out.append(region) }
    if rung.level < .country, let country = countries[rung.country] { out.append(country) }
    // Russia is in two: saying one of them would often be wrong.
    if let last = out.last, last.level == .country, last.country != "RU",
      let continent = continents[last.parent]
    {
      out.append(continent)
    }
    return out
  }
}
