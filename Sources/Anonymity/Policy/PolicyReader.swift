import Yams

extension Policy {
  /// Reads a policy file.
  ///
  /// All of `name`, `version`, `description` and `identifiers` must be there, the other keys may
  /// be; `place_level` is where places are generalised and nowhere else; every kind under
  /// `identifiers` must be decided. Nothing else may stand in the file. Docs/Guide/policies.md
  /// tells each key.
  public init(yaml bytes: some Collection<UInt8>) throws(PolicyError) {
    guard bytes.count <= 65_536 else { throw .tooLarge }
    guard var text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let file: StrictYAML
    do { file = try StrictYAML(text) } catch { throw PolicyError(error) }
    try self.init(file)
  }

  private init(_ file: StrictYAML) throws(PolicyError) {
    var name: String?
    var version: Int?
    var description: String?
    var audience: String?
    var purpose: String?
    var minimumK = 1
    var approvers = Approvers(count: 1, excludesDrafter: false)
    var review = ReviewRule.allBut([])
    var kinds = KindEntries()
    var audiences: StrictYAML.Entry?
    for entry in file.entries {
      switch entry.key {
      case "name": name = try entry.word()
      case "version": version = try entry.number(upTo: 999_999_999)
      case "description": description = try entry.line()
      case "audience": audience = try entry.word()
      case "purpose": purpose = try entry.word()
      case "minimum_k": minimumK = try entry.number(upTo: 1_000)
      case "approvers": approvers = try entry.approvers()
      case "review": review = try entry.review()
      case "audiences": audiences = entry
      default:
        guard try kinds.take(entry) else {
          throw .unknownKey(at: entry.position, expected: Self.keys)
        }
      }
    }
    guard let name, let version, let description, let identifiers = kinds.identifiers else {
      let present = Set(file.entries.map(\.key))
      throw .missingKeys(
        at: .init(line: 1, column: 1), expected: Self.needed.filter { !present.contains($0) })
    }
    try identifiers.checkComplete()
    let rules = try kinds.rules(
      over: KindRules(actions: [:], quantities: .keepingAll), at: .init(line: 1, column: 1),
      keys: Self.keys)
    self.init(
      name: name, version: version, description: description, audience: audience,
      purpose: purpose, minimumK: minimumK, approvers: approvers, review: review, rules: rules,
      audiences: try audiences?.audiences(over: rules) ?? [:])
  }

  private static let needed = ["name", "version", "description", "identifiers"]
  private static let keys = [
    "name", "version", "description", "audience", "purpose", "place_level", "identifiers",
    "quantities", "review", "minimum_k", "approvers", "audiences",
  ]
}

extension PolicyError {
  init(_ fault: YAMLFault) {
    switch fault {
    case .syntax(let at): self = .syntax(at: at)
    case .duplicateKey(let at): self = .duplicateKey(at: at)
    case .notAMapping(let at): self = .syntax(at: at)
    }
  }
}
