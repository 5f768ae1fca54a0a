import Anonymity
import Screen

/// Everybody whom the vault knows, as the redactor and the screen need them.
struct Identities: Sendable {
  /// A person: a source, or a relative of one.
  struct Person: Sendable {
    let entity: EntityID
    /// The source whose letter the label carries.
    let owner: EntityID
    let role: RoleNoun
    let relation: Relation?
    /// Which of several with the same relation; `nil` when there is one.
    let ordinal: Int?
    let onRecord: Set<String>
    /// What the source's consent takes away.
    let limits: ConsentLimits
  }

  /// What belongs to an identifier beside its text.
  struct Facts: Sendable {
    let person: Int
    let generalise: String?
  }

  /// The source whose conditions a custodian has declared met, with all relatives.
  var conditionsMetOf: EntityID?

  private(set) var persons: [Person] = []
  private(set) var identifiers: [KnownIdentifier] = []
  private(set) var facts: [Facts] = []

  private let spellings: [String: [Variant]]

  /// - Parameter spellings: the variants of each name.
  init(_ records: [SourceRecord], _ spellings: [String: [Variant]]) {
    self.spellings = spellings
    for record in records { add(record) }
  }

  private mutating func add(_ record: SourceRecord) {
    let document = record.document
    let owner = EntityID(raw: record.entity)
    var words: [Language: String] = [:]
    for (tag, word) in document.describeAs {
      if let language = Language(tag: tag) { words[language] = word }
    }
    let role = RoleNoun(words)
    let limits = ConsentLimits(document.consent)
    let source = persons.count
    persons.append(
      Person(
        entity: owner, owner: owner, role: role, relation: nil, ordinal: nil,
        onRecord: Set(document.consent.onRecord), limits: limits))
    addNames(document.names, source, leavingOut: document.notWritten)
    add(document.aliases, .alias, source)
    add(document.phones, .phone, source)
    add(document.emails, .email, source)
    add(document.handles, .handle, source)
    add(document.documents.map(\.number), .document, source)
    add(document.born.map { [$0] } ?? [], .birthDate, source)
    add(document.places.map(\.name), .place, source)
    for employer in document.employers {
      add([employer.name], .employer, source, generalise: employer.generalise)
    }
    add(document.contact.map { [$0] } ?? [], .contact, source)
    add([record.code.text], .code, source)
    addRelatives(record, owner, role, limits)
  }

  private mutating func addRelatives(
    _ record: SourceRecord, _ owner: EntityID, _ role: RoleNoun, _ limits: ConsentLimits
  ) {
    let relations = record.document.relatives.map { Relation(word: $0.relation) }
    var seen: [Relation: Int] = [:]
    for (index, relative) in record.document.relatives.enumerated() {
      let relation = relations[index]
      seen[relation, default: 0] += 1
      let several = relations.count { $0 == relation } > 1
      let person = persons.count
      persons.append(
        Person(
          entity: EntityID(raw: record.relativeEntities[index]), owner: owner, role: role,
          relation: relation, ordinal: several ? seen[relation] : nil, onRecord: [],
          limits: limits))
      addNames(relative.names, person, leavingOut: relative.notWritten)
      add(relative.aliases, .alias, person)
      add(relative.phones, .phone, person)
      add(relative.born.map { [$0] } ?? [], .birthDate, person)
      add(relative.places.map(\.name), .place, person)
    }
  }

  private mutating func add(
    _ texts: [String], _ kind: IdentifierKind, _ person: Int, generalise: String? = nil
  ) {
    for text in texts {
      // A bare year or month points at nobody.
      if kind == .birthDate && text.count < 10 { continue }
      identifiers.append(
        KnownIdentifier(entity: persons[person].entity, kind: kind, text: text))
      facts.append(Facts(person: person, generalise: generalise))
    }
  }

  /// The names, and their variants but for those that stand for something else.
  private mutating func addNames(
    _ names: [String], _ person: Int, leavingOut notWritten: [String]?
  ) {
    let leftOut = SpellingSet(notWritten ?? [])
    for name in names {
      add([name], .name, person)
      for variant in spellings[name] ?? [] where !leftOut.contains(variant.text) {
        identifiers.append(
          KnownIdentifier(
            entity: persons[person].entity, kind: .name, text: variant.text,
            reason: variant.reason))
        facts.append(Facts(person: person, generalise: nil))
      }
    }
  }

  /// What the screen looks for, given what a policy keeps for an audience.
  func needles(_ policy: Policy, audience: String) -> [Needle] {
    let policy = policy.resolved(for: audience)
    return identifiers.indices.compactMap { index in
      guard action(index, policy, audience) != .keep else { return nil }
      let identifier = identifiers[index]
      // Initials are in "Ivanov and Petrov" as well; only the first pass can tell.
      if identifier.reason == .initials { return nil }
      let kind: Needle.Kind =
        switch identifier.kind {
        case .name, .alias: identifier.reason == nil ? .name : .spelling
        case .phone, .document: .number
        case .email, .handle, .code: .address
        case .birthDate, .place, .employer, .contact: .words
        }
      return Needle(id: index, kind: kind, text: identifier.text)
    }
  }

  /// What a policy, resolved for the audience, does with an identifier for it, the person's consent
  /// included.
  func action(_ index: Int, _ policy: Policy, _ audience: String) -> PolicyAction {
    let identifier = identifiers[index]
    let person = persons[facts[index].person]
    if identifier.kind == .name || identifier.kind == .alias,
      person.onRecord.contains(audience)
    {
      return .keep
    }
    let action = policy.action(for: identifier.kind)
    if limits(of: person).withheld.contains(identifier.kind),
      action == .keep || action == .generalise
    {
      return .suppress
    }
    guard identifier.kind == .place, action != .suppress,
      let level = placeLevel(facts[index].person, policy)
    else { return action }
    // Areas of this size may be told.
    return PlaceLadder.isAsCoarse(identifier.text, as: level) ? .keep : .generalise
  }

  /// How coarsely the places of a person are told: as the policy says, or coarser where the consent
  /// does. `nil` when they are kept or withheld.
  func placeLevel(_ person: Int, _ policy: Policy) -> PlaceLevel? {
    let agreed = limits(of: persons[person]).placeLevel
    switch policy.action(for: .place) {
    case .generalise: return policy.placeLevel.map { max($0, agreed ?? $0) }
    case .keep: return agreed
    default: return nil
    }
  }

  private func limits(of person: Person) -> ConsentLimits.Limit {
    person.owner == conditionsMetOf ? person.limits.always : person.limits.untilMet
  }
}
