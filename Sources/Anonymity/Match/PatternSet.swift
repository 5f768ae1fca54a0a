internal import Dispatch
internal import Synchronization

/// All written forms of all identifiers, grouped by key, and the automaton that finds the keys.
struct PatternSet: Sendable {
  let automaton: Automaton
  /// Patterns in the order of their keys; group `g` is `groupStarts[g]..<groupStarts[g + 1]`.
  let patterns: [Pattern]
  let groupStarts: [Int]
  let units: [PatternUnit]
  /// Per group: what all its patterns need, for a quick refusal.
  let groupNeeds: [Needs]
  let longestKey: Int

  /// Boundaries that every pattern of a group needs.
  struct Needs: OptionSet, Sendable {
    let rawValue: UInt8
    static let left = Needs(rawValue: 1)
    static let right = Needs(rawValue: 2)
    /// None begins or ends with a digit, which may touch a letter.
    static let letters = Needs(rawValue: 4)
  }

  /// - Parameter texts: where nothing else will be sought; `nil` for any text.
  init(_ identifiers: [KnownIdentifier], in texts: Beginnings?) {
    let drafts = Self.drafts(identifiers, texts)
    let patterns = drafts.patterns
    let bytes = drafts.keys.span
    var keys = KeyList(drafts.keys)
    var starts: [Int] = []
    for index in patterns.indices {
      if index > 0, Self.haveOneKey(patterns[index - 1], patterns[index], bytes) { continue }
      keys.append(patterns[index].start, patterns[index].count)
      starts.append(index)
    }
    starts.append(patterns.count)
    automaton = AutomatonBuilder.build(keys)
    groupNeeds = (0..<keys.count).map { Self.needs(patterns[starts[$0]..<starts[$0 + 1]]) }
    longestKey = patterns.lazy.map(\.count).max() ?? 0
    self.patterns = patterns
    units = drafts.units
    groupStarts = starts
  }

  private static func haveOneKey(_ a: Pattern, _ b: Pattern, _ keys: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for i in 0..<a.count where keys[a.start + i] != keys[b.start + i] { return false }
    return true
  }

  private static func needs(_ patterns: ArraySlice<Pattern>) -> Needs {
    var needs: Needs = [.left, .right, .letters]
    for p in patterns {
      if p.left == .digit || p.right == .digit { needs.remove(.letters) }
      if p.demands.contains(.part), p.left != .han, p.left != .digit {
        // A word of its own, whatever its length.
      } else if p.left == .digit ? p.demands.contains(.phone) : p.isLong || p.left == .han {
        needs.remove(.left)
      }
      if p.right != .digit,
        p.isLong && !p.demands.contains(.part) || p.right == .han || p.right == .hangul
      {
        needs.remove(.right)
      }
    }
    return needs
  }

  /// The written forms in the order of their keys; made in lanes, on all cores.
  private static func drafts(
    _ identifiers: [KnownIdentifier], _ beginnings: Beginnings?
  ) -> PatternDrafts {
    let lanes = identifiers.count < 256 ? 1 : 8
    let done = Mutex<[Int: PatternDrafts]>([:])
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      var writer = FormWriter(beginnings)
      for index in stride(from: lane, to: identifiers.count, by: lanes) {
        writer.write(identifiers[index], index)
      }
      writer.sort()
      let drafts = writer.drafts
      done.withLock { $0[lane] = drafts }
    }
    let parts = done.withLock { made in (0..<lanes).compactMap { made[$0] } }
    guard lanes > 1 else { return parts[0] }
    var drafts = PatternDrafts()
    for part in parts { drafts.append(part) }
    // Runs that are in order already: little is left to do.
    drafts.sort()
    return drafts
  }
}
