/// Where places are: 127,000 spellings of populated places (GeoNames, CC BY 4.0), by country and,
/// in North and South Korea, China and Russia, by first-level division.
///
/// A name is only ever looked up, so the data holds the first 40 bits of its FNV-1a hash (over its
/// folded scalars, four bytes each, little endian), the area and the population as a power of two:
/// eight bytes an entry, sorted, searched by bisection. A word that is no place is taken for one
/// with a chance of one in eight million.
struct Gazetteer: Sendable {
  static let shared = Gazetteer()

  /// A country, or a division of one.
  struct Area: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    let country: String
    /// GeoNames' name of the division; empty where only the country is known.
    let division: String
  }

  struct Place: Hashable, Sendable {
    let area: Area
    /// Bits of the population: 20 is about a million; 0 is unknown, as a rule a village.
    let populationBits: Int
  }

  private let entries: [UInt8]
  private let areas: [Area]
  private static let width = 8

  private init() {
    entries = Base64.decode(GazetteerData.places)
    areas = GazetteerData.areas.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Area(country: String(cells[0]), division: cells.count > 1 ? String(cells[1]) : "")
    }
  }

  /// The places of a name, the most populous first; empty when unknown. Case, marks, spaces and
  /// hyphens make no difference.
  func places(named name: some StringProtocol) -> [Place] { places(hash: Self.hash(name)) }

  func places(hash wanted: UInt64) -> [Place] {
    var low = 0
    var high = entries.count / Self.width
    while low < high {
      let middle = (low + high) / 2
      if hash(at: middle) < wanted { low = middle + 1 } else { high = middle }
    }
    var found: [Place] = []
    while low < entries.count / Self.width, hash(at: low) == wanted {
      let at = low * Self.width
      let area = Int(entries[at + 5]) << 8 | Int(entries[at + 6])
      if area < areas.count {
        found.append(Place(area: areas[area], populationBits: Int(entries[at + 7])))
      }
      low += 1
    }
    return found
  }

  private func hash(at index: Int) -> UInt64 {
    (0..<5).reduce(0) { $0 << 8 | UInt64(entries[index * Self.width + $1]) }
  }

  /// The hash by which a name is stored; that of the empty name for a text without letters.
  static func hash(_ name: some StringProtocol) -> UInt64 {
    let table = FoldTable.shared
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ scalar: UInt32) {
      for shift: UInt32 in [0, 8, 16, 24] {
        value = (value ^ UInt64(scalar >> shift & 0xFF)) &* 0x100_0000_01B3
      }
    }
    for scalar in name.unicodeScalars.map(\.value) {
      if scalar >= 0xAC00, scalar < 0xD7A4 {
        let index = scalar - 0xAC00
        add(0x1100 + index / 588)
        add(0x1161 + index % 588 / 28)
        if index % 28 > 0 { add(0x11A7 + index % 28) }
      } else if table.traits(scalar).isWord {
        for part in table.fold(scalar).parts { add(part.scalar) }
      }
    }
    return value >> 24
  }
}
