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
  }

  /// - Parameter texts: where nothing else will be sought; `nil` for any text.
  init(_ identifiers: [KnownIdentifier], in texts: [[UInt8]]?) {
    let drafts = Self.drafts(identifiers, texts.map(Beginnings.init))
    var patterns: [Pattern] = []
    var units: [PatternUnit] = []
    var keys: [ArraySlice<UInt8>] = []
    var starts: [Int] = []
    for draft in drafts {
      if keys.last.map({ !$0.elementsEqual(draft.key) }) ?? true {
        keys.append(draft.key[...])
        starts.append(patterns.count)
      }
      patterns.append(draft.pattern(start: units.count))
      units.append(contentsOf: draft.units)
    }
    starts.append(patterns.count)
    automaton = AutomatonBuilder.build(keys)
    groupNeeds = (0..<keys.count).map { g in
      var needs: Needs = [.left, .right]
      for p in patterns[starts[g]..<starts[g + 1]] {
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
    longestKey = keys.map(\.count).max() ?? 0
    self.patterns = patterns
    self.units = units
    groupStarts = starts
  }

  /// The written forms in the order of their keys; made in lanes, on all cores.
  private static func drafts(
    _ identifiers: [KnownIdentifier], _ beginnings: Beginnings?
  ) -> [Draft] {
    let lanes = identifiers.count < 256 ? 1 : 8
    let done = Mutex<[Int: [Draft]]>([:])
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      var drafts: [Draft] = []
      for index in stride(from: lane, to: identifiers.count, by: lanes) {
        if beginnings?.mayHold(identifiers[index]) == false { continue }
        for form in WrittenForms.of(identifiers[index])
        where beginnings?.mayHold(form.text) ?? true {
          for text in caseForms(form.text) {
            let units = Folding.units(of: text)
            if !units.isEmpty { drafts.append(Draft(units, index, form.demands)) }
          }
        }
      }
      drafts.sort { $0 < $1 }
      done.withLock { $0[lane] = drafts }
    }
    var drafts: [Draft] = []
    for lane in 0..<lanes { drafts += done.withLock { $0[lane] } ?? [] }
    // Runs that are in order already: little is left to do.
    if lanes > 1 { drafts.sort { $0 < $1 } }
    return drafts
  }

  /// The text, and its upper and lower case where those are keyed differently: a Greek capital
  /// may look like another Latin letter than its small form does.
  private static func caseForms(_ text: String) -> [String] {
    let table = FoldTable.shared
    let isGreek = text.unicodeScalars.contains {
      let kind = table.traits($0.value).kind
      return kind == .greek || kind == .other
    }
    return isGreek ? Array(Set([text, text.uppercased(), text.lowercased()])) : [text]
  }

  private struct Draft {
    let key: [UInt8]
    let units: [PatternUnit]
    let identifier: Int
    let demands: Pattern.Demands
    let folded: [FoldedUnit]
    /// The first eight bytes of the key, which mostly decide the order.
    private let beginning: UInt64

    /// Order of the keys, then of the identifiers.
    static func < (a: Draft, b: Draft) -> Bool {
      if a.beginning != b.beginning { return a.beginning < b.beginning }
      if a.key == b.key { return a.identifier < b.identifier }
      return a.key.lexicographicallyPrecedes(b.key)
    }

    init(_ folded: [FoldedUnit], _ identifier: Int, _ demands: Pattern.Demands) {
      self.folded = folded
      self.identifier = identifier
      self.demands = demands
      key = folded.map(\.key)
      beginning = (0..<8).reduce(0) { $0 << 8 | UInt64($1 < folded.count ? folded[$1].key : 0) }
      units = folded.indices.map { i in
        let unit = folded[i]
        let isHangul = unit.traits.script == .hangul
        let isStart =
          isHangul
          ? unit.isConsonant && i + 1 < folded.count && folded[i + 1].isVowel : unit.isFirst
        let maySplit = i > 0 && demands.contains(.spelling) && unit.gap == .tight
        return PatternUnit(
          strict: unit.strict, hasGap: i > 0 && unit.hasGap && !maySplit, isStart: isStart,
          maySplit: maySplit)
      }
    }

    func pattern(start: Int) -> Pattern {
      func count(_ wanted: (Script) -> Bool) -> Int {
        folded.indices.count { i in
          let script = folded[i].traits.script
          return wanted(script) && (script == .hangul ? units[i].isStart : folded[i].isFirst)
        }
      }
      let syllables = count { $0 == .hangul }
      let hasHangul = folded.contains { $0.traits.script == .hangul }
      return Pattern(
        identifier: identifier, demands: demands, start: start, count: folded.count,
        letters: count { $0.isAlphabetic }, digits: count { $0 == .digit },
        syllables: hasHangul ? max(1, syllables) : 0, han: count { $0 == .han },
        left: folded[0].traits.script, right: folded[folded.count - 1].traits.script,
        isCapitalised: folded[0].traits.isUpper)
    }
  }
}
