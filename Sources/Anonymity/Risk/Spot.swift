/// A place of a person in one relation, with all spellings that the record gives of it.
struct Spot {
  /// `nil` for any.
  let relation: String?
  private(set) var names: [String]
  /// The record lists the place in just this relation; otherwise it is here for others' facts alone.
  private(set) var isListed: Bool
  private let reading: PlaceMemory.Reading

  /// The places of a person by relation, and once more without.
  static func all(of places: [PersonProfile.Place], _ memory: inout PlaceMemory) -> [Spot] {
    var spots: [Spot] = []
    var at: [String: Int] = [:]
    for place in places {
      let reading = memory.reading(place.name)
      let identity =
        reading.town ?? (reading.isArea ? reading.rungs.first?.traitName : nil)
        ?? comparable(place.name)
      for relation in place.relation.map({ [$0, nil] }) ?? [nil] {
        let key = "\(relation ?? "*")|\(identity)"
        if let index = at[key] {
          spots[index].names.append(place.name)
          if relation == place.relation { spots[index].isListed = true }
        } else {
          at[key] = spots.count
          spots.append(
            Spot(
              relation: relation, names: [place.name], isListed: relation == place.relation,
              reading: reading))
        }
      }
    }
    return spots
  }

  /// Every trait that a told place may ask for.
  var traits: Set<RiskTrait> {
    var traits = Set(reading.rungs.map(trait))
    if !reading.isArea {
      for name in names { traits.insert(spelling(name)) }
      let own = Set(names.map { NameScript(of: $0) })
      // In a script of its own spellings the record decides; in others the gazetteer.
      for script in NameScript.allCases where !own.contains(script) {
        if let town = town(script) { traits.insert(town) }
      }
    }
    return traits
  }

  /// The finest thing that a text says of the place.
  func fact(in text: ToldText) -> Fact? {
    let suffix = relation.map { " (\($0))" } ?? ""
    if !reading.isArea,
      names.contains(where: text.says) || reading.town.map(text.towns.contains) ?? false
    {
      let own = Set(names.map { NameScript(of: $0) })
      return Fact(
        .place, (names.first(where: text.says) ?? names[0]) + suffix,
        fits: names.map(spelling) + own.compactMap(town))
    }
    for rung in reading.rungs
    where text.areas.contains(rung.traitName) || rung.phrases.contains(where: text.says) {
      return Fact(.place, (rung.name(in: .en) ?? rung.key) + suffix, fits: [trait(rung)])
    }
    return nil
  }

  /// What a text is searched for.
  var phrases: [String] { names + reading.rungs.flatMap(\.phrases) }

  /// Whether a trait of any relation is this place, and no area around it.
  func isItself(_ trait: RiskTrait) -> Bool {
    let value = trait.value.drop { $0 != "|" }.dropFirst()
    if reading.isArea { return reading.rungs.first.map { value == $0.traitName } ?? false }
    return trait.kind == .place && (value.hasPrefix("name:") || value.hasPrefix("town:"))
  }

  private var lead: String { (relation.map(comparable) ?? "*") + "|" }
  private func trait(_ rung: Rung) -> RiskTrait { RiskTrait(.place, lead + rung.traitName) }
  private func spelling(_ name: String) -> RiskTrait {
    RiskTrait(.place, lead + "name:" + comparable(name))
  }
  private func town(_ script: NameScript) -> RiskTrait? {
    reading.town.map { RiskTrait(.place, lead + "town:\($0)@\(script.rawValue)") }
  }
}
