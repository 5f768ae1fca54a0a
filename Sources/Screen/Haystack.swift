/// A reading folded for the search: letters and digits only, the gaps between them remembered.
struct Haystack {
  private(set) var values: [UInt32] = []
  private(set) var origins: [Int] = []
  /// Where in the reading each letter stands.
  private(set) var indices: [Int] = []
  private(set) var scripts: [Letters.Script] = []
  private(set) var isUpper: [Bool] = []
  private(set) var continues: [Bool] = []
  /// What stood before each letter.
  private(set) var gaps: [Letters.Gap] = []
  /// Whether the letter is part of a hash, a key or the like.
  private(set) var isNoise: [Bool] = []

  var count: Int { values.count }

  init(_ reading: Reading, with fold: inout Fold) {
    let noise = Noise.marks(of: reading)
    values.reserveCapacity(reading.count)
    indices.reserveCapacity(reading.count)
    var gap: Letters.Gap = []
    for index in 0..<reading.count {
      switch fold[reading.scalars[index]] {
      case .nothing: continue
      case .gap(let new): gap.formUnion(new)
      case .unit(let unit):
        append(unit, reading, index, isNoise: noise?[index] ?? false, after: gap)
        gap = []
      case .units(let units):
        for unit in units {
          append(unit, reading, index, isNoise: noise?[index] ?? false, after: gap)
          gap = []
        }
      }
    }
    if fold.likeness != .none { readDigitsAsLetters() }
  }

  private mutating func append(
    _ unit: Letters.Unit, _ reading: Reading, _ index: Int, isNoise noise: Bool,
    after gap: Letters.Gap
  ) {
    values.append(unit.value)
    origins.append(reading.origins[index])
    indices.append(index)
    scripts.append(unit.script)
    isUpper.append(unit.isUpper)
    continues.append(unit.continues)
    gaps.append(gap)
    isNoise.append(noise)
  }

  /// A nought or a one that touches a letter is read as o or l.
  private mutating func readDigitsAsLetters() {
    for index in values.indices where values[index] == 0x30 || values[index] == 0x31 {
      let touches =
        (index > 0 && gaps[index].isEmpty && scripts[index - 1] != .digit)
        || (index + 1 < count && gaps[index + 1].isEmpty && scripts[index + 1] != .digit)
      guard touches else { continue }
      values[index] = values[index] == 0x30 ? 0x6F : 0x6C
      scripts[index] = .latin
    }
  }

  /// Whether a word may begin or end just before the letter at `index`: at a gap, a change of
  /// script, or a change of case as in `toKimChol` and `KIMsaid`.
  func isBoundary(_ index: Int) -> Bool {
    guard index > 0, index < count else { return true }
    if !gaps[index].isEmpty { return true }
    if continues[index] { return false }
    if scripts[index] != scripts[index - 1] { return true }
    if isUpper[index] != isUpper[index - 1] {
      return isUpper[index] || (index > 1 && isUpper[index - 2])
    }
    return false
  }
}
