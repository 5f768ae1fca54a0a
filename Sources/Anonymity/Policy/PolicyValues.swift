import Yams

/// The form of names in a policy.
enum PolicyWord {
  static let form = "1 to 32 lower-case letters, digits and hyphens"

  static func isWord(_ text: String) -> Bool {
    guard (1...32).contains(text.utf8.count), let first = text.utf8.first,
      (0x61...0x7A).contains(first)
    else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }
}

extension StrictYAML.Entry {
  /// The value, if it is no list and no mapping.
  var scalar: String? { if case .scalar(let scalar) = value { scalar.string } else { nil } }

  func word() throws(PolicyError) -> String {
    guard let scalar, PolicyWord.isWord(scalar) else {
      throw .unexpectedValue(at: valuePosition, expected: [PolicyWord.form])
    }
    return scalar
  }

  func number(upTo limit: Int) throws(PolicyError) -> Int {
    guard let scalar, scalar.utf8.count <= 9,
      scalar.utf8.allSatisfy({ (0x30...0x39).contains($0) }), scalar.first != "0",
      let number = Int(scalar), number <= limit
    else {
      let range = limit > 1_000 ? "from 1" : "from 1 to \(limit)"
      throw .unexpectedValue(at: valuePosition, expected: ["a whole number \(range)"])
    }
    return number
  }

  func line() throws(PolicyError) -> String {
    guard let scalar, !oneLine(scalar).isEmpty, scalar.utf8.count <= 1_000 else {
      throw .unexpectedValue(at: valuePosition, expected: ["a sentence of at most 1,000 bytes"])
    }
    return oneLine(scalar)
  }

  /// The keys and values of a mapping.
  func mapping(expecting keys: [String]) throws(PolicyError) -> [StrictYAML.Entry] {
    do { return try StrictYAML(value).entries } catch {
      if case .notAMapping(let at) = error { throw .unexpectedValue(at: at, expected: keys) }
      throw PolicyError(error)
    }
  }

  func approvers() throws(PolicyError) -> Approvers {
    let keys = ["count", "not_drafter"]
    var count = 1
    var excludesDrafter = false
    for entry in try mapping(expecting: keys) {
      switch entry.key {
      case "count": count = try entry.number(upTo: 2)
      case "not_drafter":
        guard let word = entry.scalar, ["true", "false"].contains(word) else {
          throw .unexpectedValue(at: entry.valuePosition, expected: ["true", "false"])
        }
        excludesDrafter = word == "true"
      default: throw .unknownKey(at: entry.position, expected: keys)
      }
    }
    return Approvers(count: count, excludesDrafter: excludesDrafter)
  }

  /// `all`, `none`, a list of kinds, or `all_but` with a list.
  func review() throws(PolicyError) -> ReviewRule {
    switch value {
    case .scalar where scalar == "all": return .allBut([])
    case .scalar where scalar == "none": return .only([])
    case .sequence: return .only(try kinds())
    case .mapping:
      var kinds: Set<String>?
      for entry in try mapping(expecting: ["all_but"]) {
        guard entry.key == "all_but" else {
          throw .unknownKey(at: entry.position, expected: ["all_but"])
        }
        kinds = try entry.kinds()
      }
      if let kinds { return .allBut(kinds) }
      fallthrough
    default:
      throw .unexpectedValue(
        at: valuePosition, expected: ["all", "none", "a list of kinds", "all_but with a list"])
    }
  }

  private func kinds() throws(PolicyError) -> Set<String> {
    guard case .sequence(let sequence) = value else {
      throw .unexpectedValue(at: valuePosition, expected: ["a list of kinds"])
    }
    var out: Set<String> = []
    for node in sequence {
      guard case .scalar(let scalar) = node, ReviewRule.kinds.contains(scalar.string) else {
        throw .unexpectedValue(
          at: .init(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1),
          expected: ReviewRule.kinds)
      }
      out.insert(scalar.string)
    }
    return out
  }
}
