import Yams

/// The keys of a policy that say what happens to kinds, as they stand for all audiences or for one.
struct KindEntries {
  static let keys = ["place_level", "identifiers", "quantities"]

  /// What stands under `identifiers`.
  struct Identifiers {
    let actions: [IdentifierKind: PolicyAction]
    let position: TextPosition

    /// Every kind must be decided.
    func checkComplete() throws(PolicyError) {
      let missing = IdentifierKind.allCases.filter { actions[$0] == nil }
      guard missing.isEmpty else {
        throw .missingKeys(at: position, expected: missing.map(\.rawValue))
      }
    }
  }

  private(set) var identifiers: Identifiers?
  private var level: (level: PlaceLevel, at: TextPosition)?
  private var quantities: StrictYAML.Entry?

  /// Takes a key if it is one of these.
  mutating func take(_ entry: StrictYAML.Entry) throws(PolicyError) -> Bool {
    switch entry.key {
    case "place_level": level = (try entry.choice(PlaceLevel.self), entry.position)
    case "identifiers":
      identifiers = Identifiers(actions: try entry.actions(), position: entry.position)
    case "quantities": quantities = entry
    default: return false
    }
    return true
  }

  /// These rules where they say something, and `base` elsewhere.
  ///
  /// - Parameters:
  ///   - position: of the mapping, which may lack `place_level`.
  ///   - keys: what may stand in it.
  func rules(
    over base: KindRules, at position: TextPosition, keys: [String]
  ) throws(PolicyError) -> KindRules {
    var rules = base
    for (kind, action) in identifiers?.actions ?? [:] { rules.actions[kind] = action }
    if rules.actions[.place] == .generalise {
      rules.placeLevel = level?.level ?? base.placeLevel
      if rules.placeLevel == nil {
        throw .missingKeys(at: position, expected: ["place_level"])
      }
    } else {
      rules.placeLevel = nil
      if let level {
        throw .unknownKey(at: level.at, expected: keys.filter { $0 != "place_level" })
      }
    }
    if let quantities { try quantities.read(into: &rules.quantities) }
    return rules
  }
}

extension StrictYAML.Entry {
  /// Rules of single audiences.
  func audiences(over base: KindRules) throws(PolicyError) -> [String: KindRules] {
    var out: [String: KindRules] = [:]
    let expected = ["audiences, each with " + KindEntries.keys.joined(separator: ", ")]
    for audience in try mapping(expecting: expected) {
      guard PolicyWord.isWord(audience.key) else {
        throw .unknownKey(at: audience.position, expected: [PolicyWord.form])
      }
      var kinds = KindEntries()
      for entry in try audience.mapping(expecting: KindEntries.keys) {
        guard try kinds.take(entry) else {
          throw .unknownKey(at: entry.position, expected: KindEntries.keys)
        }
      }
      out[audience.key] = try kinds.rules(
        over: base, at: audience.position, keys: KindEntries.keys)
    }
    return out
  }

  fileprivate func actions() throws(PolicyError) -> [IdentifierKind: PolicyAction] {
    let kinds = IdentifierKind.allCases.map(\.rawValue)
    var actions: [IdentifierKind: PolicyAction] = [:]
    for entry in try mapping(expecting: kinds) {
      guard let kind = IdentifierKind(rawValue: entry.key) else {
        throw .unknownKind(at: entry.position, expected: kinds)
      }
      actions[kind] = try entry.action(for: kind)
    }
    return actions
  }

  private func action(for kind: IdentifierKind) throws(PolicyError) -> PolicyAction {
    let allowed = kind.allowed.map(\.rawValue)
    guard let action = scalar.flatMap(PolicyAction.init) else {
      throw .unexpectedValue(at: valuePosition, expected: allowed)
    }
    guard kind.allowed.contains(action) else {
      throw action == .keep
        ? .wouldIdentify(at: valuePosition, allowed: allowed)
        : .unexpectedValue(at: valuePosition, expected: allowed)
    }
    return action
  }

  fileprivate func read(into rules: inout QuantityRules) throws(PolicyError) {
    let keys = ["date", "age", "count", "duration", "money", "rank"]
    for entry in try mapping(expecting: keys) {
      switch entry.key {
      case "date": rules.date = try entry.telling()
      case "age": rules.age = try entry.telling()
      case "count": rules.count = try entry.telling()
      case "duration": rules.duration = try entry.telling()
      case "money": rules.money = try entry.telling()
      case "rank": rules.rank = try entry.telling()
      default: throw .unknownKey(at: entry.position, expected: keys)
      }
    }
  }

  private func telling<Level: CaseIterable & Equatable & Sendable>() throws(PolicyError) -> Telling<
    Level
  > {
    switch scalar {
    case "keep": return .keep
    case "suppress": return .suppress
    case let word:
      guard let level = Level.allCases.first(where: { "\($0)" == word }) else {
        throw .unexpectedValue(
          at: valuePosition, expected: ["keep"] + Level.allCases.map { "\($0)" } + ["suppress"])
      }
      return .to(level)
    }
  }

  fileprivate func choice<Word: CaseIterable>(_: Word.Type) throws(PolicyError) -> Word {
    guard let word = Word.allCases.first(where: { "\($0)" == scalar }) else {
      throw .unexpectedValue(at: valuePosition, expected: Word.allCases.map { "\($0)" })
    }
    return word
  }
}
