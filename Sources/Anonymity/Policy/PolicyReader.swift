import Yams

extension Policy {
  /// Reads a policy file.
  ///
  /// All of `name`, `version`, `description` and `identifiers` must be there, `audience` may be, and
  /// `place_level` is where places are generalised and nowhere else; every kind under `identifiers`
  /// must be decided. Nothing else may stand in the file.
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
    var level: (level: PlaceLevel, at: TextPosition)?
    var actions: [IdentifierKind: PolicyAction]?
    for entry in file.entries {
      switch entry.key {
      case "name": name = try entry.word()
      case "version": version = try entry.version()
      case "description": description = try entry.line()
      case "audience": audience = try entry.word()
      case "place_level": level = (try entry.placeLevel(), entry.position)
      case "identifiers": actions = try entry.actions()
      default: throw .unknownKey(at: entry.position, expected: Self.keys)
      }
    }
    guard let name, let version, let description, let actions else {
      let present = Set(file.entries.map(\.key) + ["audience", "place_level"])
      throw .missingKeys(
        at: .init(line: 1, column: 1), expected: Self.keys.filter { !present.contains($0) })
    }
    let isGeneralised = actions[.place] == .generalise
    if isGeneralised, level == nil {
      throw .missingKeys(at: .init(line: 1, column: 1), expected: ["place_level"])
    }
    if !isGeneralised, let level {
      throw .unknownKey(at: level.at, expected: Self.keys.filter { $0 != "place_level" })
    }
    self.init(
      name: name, version: version, description: description, audience: audience,
      placeLevel: level?.level, actions: actions)
  }

  private static let keys = [
    "name", "version", "description", "audience", "place_level", "identifiers",
  ]
}

extension PolicyError {
  fileprivate init(_ fault: YAMLFault) {
    switch fault {
    case .syntax(let at): self = .syntax(at: at)
    case .duplicateKey(let at): self = .duplicateKey(at: at)
    case .notAMapping(let at): self = .syntax(at: at)
    }
  }
}

extension StrictYAML.Entry {
  fileprivate func word() throws(PolicyError) -> String {
    guard case .scalar(let scalar) = value, (1...32).contains(scalar.string.utf8.count),
      let first = scalar.string.utf8.first, (0x61...0x7A).contains(first),
      scalar.string.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      })
    else {
      throw .unexpectedValue(
        at: valuePosition, expected: ["1 to 32 lower-case letters, digits and hyphens"])
    }
    return scalar.string
  }

  fileprivate func placeLevel() throws(PolicyError) -> PlaceLevel {
    guard case .scalar(let scalar) = value,
      let level = PlaceLevel.allCases.first(where: { $0.word == scalar.string })
    else {
      throw .unexpectedValue(at: valuePosition, expected: PlaceLevel.allCases.map(\.word))
    }
    return level
  }

  fileprivate func version() throws(PolicyError) -> Int {
    guard case .scalar(let scalar) = value, scalar.string.utf8.count <= 9,
      scalar.string.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      scalar.string.first != "0", let number = Int(scalar.string)
    else { throw .unexpectedValue(at: valuePosition, expected: ["a whole number from 1"]) }
    return number
  }

  fileprivate func line() throws(PolicyError) -> String {
    guard case .scalar(let scalar) = value, !oneLine(scalar.string).isEmpty,
      scalar.string.utf8.count <= 1_000
    else {
      throw .unexpectedValue(at: valuePosition, expected: ["a sentence of at most 1,000 bytes"])
    }
    return oneLine(scalar.string)
  }

  fileprivate func actions() throws(PolicyError) -> [IdentifierKind: PolicyAction] {
    let kinds = IdentifierKind.allCases.map(\.rawValue)
    let mapping: StrictYAML
    do { mapping = try StrictYAML(value) } catch {
      if case .notAMapping(let at) = error { throw .unexpectedValue(at: at, expected: kinds) }
      throw PolicyError(error)
    }
    var actions: [IdentifierKind: PolicyAction] = [:]
    for entry in mapping.entries {
      guard let kind = IdentifierKind(rawValue: entry.key) else {
        throw .unknownKind(at: entry.position, expected: kinds)
      }
      actions[kind] = try entry.action(for: kind)
    }
    let missing = kinds.filter { kind in !mapping.entries.contains { $0.key == kind } }
    guard missing.isEmpty else { throw .missingKeys(at: position, expected: missing) }
    return actions
  }

  private func action(for kind: IdentifierKind) throws(PolicyError) -> PolicyAction {
    let allowed = kind.allowed.map(\.rawValue)
    guard case .scalar(let scalar) = value, let action = PolicyAction(rawValue: scalar.string)
    else { throw .unexpectedValue(at: valuePosition, expected: allowed) }
    guard kind.allowed.contains(action) else {
      throw action == .keep
        ? .wouldIdentify(at: valuePosition, allowed: allowed)
        : .unexpectedValue(at: valuePosition, expected: allowed)
    }
    return action
  }
}
