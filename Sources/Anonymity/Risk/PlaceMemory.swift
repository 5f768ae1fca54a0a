/// Names of places as the gazetteer reads them, each read once.
public struct PlaceMemory: Sendable {
  private var known: [String: Reading] = [:]

  public init() {}

  /// What a name is read as.
  struct Reading: Equatable, Sendable {
    /// Of a town: area and size, the same for its spellings in other scripts. `nil` for an area of
    /// the ladder, and for what the gazetteer does not know.
    let town: String?
    /// The areas that hold it, the finest first; its own first if it is an area.
    let rungs: [Rung]
    /// The name itself is that of the first rung.
    let isArea: Bool
  }

  mutating func reading(_ name: String) -> Reading {
    if let known = known[name] { return known }
    let reading = Self.read(name)
    known[name] = reading
    return reading
  }

  private static func read(_ name: String) -> Reading {
    // No place name is longer; each cut of it is tried.
    guard name.utf8.count <= 200 else { return Reading(town: nil, rungs: [], isArea: false) }
    if let area = PlaceReading.area(named: name) {
      return Reading(town: nil, rungs: RungTable.shared.ladder(from: area), isArea: true)
    }
    let ladders = PlaceReading.rungs(of: name, near: []).map(RungTable.shared.ladder(from:))
    // Where several places could be meant, what they have in common.
    let shared = (ladders.first ?? []).filter { rung in ladders.allSatisfy { $0.contains(rung) } }
    return Reading(town: shared.isEmpty ? nil : town(name), rungs: shared, isArea: false)
  }

  private static func town(_ name: String) -> String? {
    for form in PlaceReading.forms(name) {
      guard let place = Gazetteer.shared.places(named: form).first else { continue }
      return "\(place.area.country)/\(place.area.division)/\(place.populationBits)"
    }
    return nil
  }
}

extension Rung {
  /// What a trait calls it.
  var traitName: String { "\(level.word):\(country)/\(key)" }

  /// How texts may call it, in any of the languages, with and without a word for "province".
  var phrases: [String] {
    let full = names.filter { !$0.isEmpty }
    return full + full.flatMap(RungTable.short)
  }
}

/// The alphabet a name is written in, as far as spellings of a place are told apart by it.
enum NameScript: String, CaseIterable {
  case latin, cyrillic, hangul, han, other

  init(of name: some StringProtocol) {
    for scalar in name.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0x41...0x24F: self = .latin
      case 0x400...0x52F: self = .cyrillic
      case 0x1100...0x11FF, 0xAC00...0xD7A3: self = .hangul
      case 0x3400...0x9FFF: self = .han
      default: self = .other
      }
      return
    }
    self = .other
  }
}
