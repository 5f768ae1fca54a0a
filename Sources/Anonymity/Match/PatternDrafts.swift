/// Written forms on their way into a `PatternSet`: all their values in two pools, in the order in
/// which they were added, and a pattern for each.
struct PatternDrafts: Sendable {
  private struct Draft: Sendable {
    /// The first eight bytes of the key, which mostly decide the order.
    let beginning: UInt64
    let pattern: Pattern
  }

  private var drafts: [Draft] = []
  private(set) var keys: [UInt8] = []
  private(set) var units: [PatternUnit] = []

  var patterns: [Pattern] { drafts.map(\.pattern) }

  /// Adds a form by its folded units, of which there must be one.
  mutating func add(_ folded: [FoldedUnit], _ identifier: Int, _ demands: Pattern.Demands) {
    let start = keys.count
    var beginning: UInt64 = 0
    for (i, unit) in folded.enumerated() {
      if i < 8 { beginning |= UInt64(unit.key) << UInt64(56 - 8 * i) }
      keys.append(unit.key)
      let isStart = unit.traits.script == .hangul ? folded.beginsSyllable(i) : unit.isFirst
      let maySplit = i > 0 && demands.contains(.spelling) && unit.gap == .tight
      units.append(
        PatternUnit(
          strict: unit.strict, hasGap: i > 0 && unit.hasGap && !maySplit, isStart: isStart,
          maySplit: maySplit))
    }
    drafts.append(
      Draft(
        beginning: beginning,
        pattern: Pattern(folded, start: start, identifier: identifier, demands: demands)))
  }

  mutating func append(_ other: PatternDrafts) {
    let start = keys.count
    keys += other.keys
    units += other.units
    drafts.reserveCapacity(drafts.count + other.drafts.count)
    for draft in other.drafts {
      drafts.append(Draft(beginning: draft.beginning, pattern: draft.pattern.moved(by: start)))
    }
  }

  /// Sorts by the keys, then by the identifiers.
  mutating func sort() {
    let keys = keys
    drafts.sort { a, b in
      if a.beginning != b.beginning { return a.beginning < b.beginning }
      var (i, j) = (a.pattern.start + 8, b.pattern.start + 8)
      let ends = (a.pattern.start + a.pattern.count, b.pattern.start + b.pattern.count)
      while i < ends.0, j < ends.1 {
        if keys[i] != keys[j] { return keys[i] < keys[j] }
        i += 1
        j += 1
      }
      if a.pattern.count != b.pattern.count { return a.pattern.count < b.pattern.count }
      return a.pattern.identifier < b.pattern.identifier
    }
  }
}
