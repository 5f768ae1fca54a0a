import Anonymity

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
    /// Whose it is; a part of a name may be that of many.
    fileprivate(set) var persons: [Int]
    let generalise: String?

    var person: Int { persons[0] }
  }

  /// A part of a name is kept once for all who have it, so that a text full of Kims is not
  /// compared with every Kim.
  private struct PartKey: Hashable {
    let text: String
    let role: NamePart.Role
  }

  /// The source whose conditions a custodian has declared met, with all relatives.
  var conditionsMetOf: EntityID?

  private(set) var persons: [Person] = []
  private(set) var identifiers: [KnownIdentifier] = []
  private(set) var facts: [Facts] = []

  private let near = Kept<NearNames>()
  private let spellings: [String: NameSpellings]
  private var parts: [PartKey: Int] = [:]
  /// By the source's code, that of a merged one included.
  private var sources: [String: Int] = [:]
  /// Of each person who has some, as listed.
  private var places: [Int: [String]] = [:]

  /// Whether there is every identifier, and not only what some texts may hold.
  let isWhole: Bool

  /// - Parameter spellings: the variants and the parts of each name.
  init(
    _ records: [SourceRecord], _ spellings: [String: NameSpellings], isWhole: Bool = true
  ) {
    self.spellings = spellings
    self.isWhole = isWhole
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
    for code in [record.code] + (record.former ?? []).map(\.code) { sources[code.text] = source }
    persons.append(
      Person(
        entity: owner, owner: owner, role: role, relation: nil, ordinal: nil,
        onRecord: record.withdrawn == nil ? Set(document.consent.onRecord) : [],
        limits: limits))
    addNames(document.names, source, leavingOut: document.notWritten)
    add(document.aliases, .alias, source)
    add(document.phones, .phone, source)
    add(document.emails, .email, source)
    add(document.handles, .handle, source)
    add(document.documents.map(\.number), .document, source)
    add(document.born.map { [$0] } ?? [], .birthDate, source)
    add(document.places, source)
    for employer in document.employers {
      add([employer.name], .employer, source, generalise: employer.generalise)
    }
    add(document.contact.map { [$0] } ?? [], .contact, source)
    add([record.code.text], .code, source)
    add((record.former ?? []).map(\.code.text), .code, source)
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
      add(relative.places, person)
    }
  }

  private mutating func add(_ places: [SourceDocument.Place], _ person: Int) {
    if !places.isEmpty { self.places[person] = places.map(\.name) }
    for place in places { add([place.name] + PlaceSpellings.of(place.name), .place, person) }
  }

  private mutating func add(
    _ texts: [String], _ kind: IdentifierKind, _ person: Int, generalise: String? = nil
  ) {
    for text in texts {
      // A bare year or month points at nobody.
      if kind == .birthDate && text.count < 10 { continue }
      identifiers.append(
        KnownIdentifier(
          entity: persons[person].entity, kind: kind, text: text,
          tier: kind == .alias ? AliasTier.of(text) : .t1))
      facts.append(Facts(persons: [person], generalise: generalise))
    }
  }

  /// The names, and their variants but for those that stand for something else.
  private mutating func addNames(
    _ names: [String], _ person: Int, leavingOut notWritten: [String]?
  ) {
    let leftOut = SpellingSet(notWritten ?? [])
    let partsOut = SpellingSet(NameSpellings.parts(ofNotWritten: notWritten ?? []))
    for name in names {
      add([name], .name, person)
      for variant in spellings[name]?.variants ?? [] where !leftOut.contains(variant.text) {
        identifiers.append(
          KnownIdentifier(
            entity: persons[person].entity, kind: .name, text: variant.text,
            reason: variant.reason))
        facts.append(Facts(persons: [person], generalise: nil))
      }
      for part in spellings[name]?.parts ?? [] where !partsOut.contains(part.text) {
        add(part, person)
      }
    }
  }

  private mutating func add(_ part: PartSpelling, _ person: Int) {
    let key = PartKey(text: part.text, role: part.role)
    if let known = parts[key] {
      if facts[known].persons.last != person { facts[known].persons.append(person) }
      return
    }
    parts[key] = identifiers.count
    identifiers.append(
      KnownIdentifier(
        entity: persons[person].entity, kind: .name, text: part.text, reason: part.reason,
        tier: part.tier, part: part.role))
    facts.append(Facts(persons: [person], generalise: nil))
  }

  /// The person that a source is.
  func person(of source: Code) -> Int? { sources[source.text] }

  /// In which countries somebody's other places are.
  func countries(of person: Int, butOf place: String) -> Set<String> {
    Set((places[person] ?? []).filter { $0 != place }.compactMap(PlaceLadder.country))
  }

  /// Reasons whose first spelling is how most people write a name that they heard or looked up.
  private static let main: [Variant.Reason] = [
    .koreanReading, .revised, .mccuneReischauer, .dprk, .cyrillic, .pinyin, .transliterated,
    .habitual,
  ]

  /// What finds slips in the listed names and in their main spellings; made once, when it is asked for.
  var nearNames: NearNames { near.value(madeBy: madeNearNames) }

  private func madeNearNames() -> NearNames {
    precondition(isWhole, "a slip begins otherwise than the name")
    var names: [(text: String, owner: Int)] = []
    var seen: Set<Variant.Reason> = []
    for (identifier, fact) in zip(identifiers, facts)
    where identifier.kind == .name && identifier.tier == .t1 {
      if let reason = identifier.reason {
        guard Self.main.contains(reason), seen.insert(reason).inserted else { continue }
      } else {
        seen = []
      }
      names.append((identifier.text, fact.person))
    }
    return NearNames(names)
  }

  /// Whether somebody's name is replaced for an audience.
  func isProtected(_ person: Int, _ policy: Policy, _ audience: String) -> Bool {
    policy.action(for: .name) != .keep && !persons[person].onRecord.contains(audience)
  }

  /// What a policy, resolved for the audience, does with an identifier for it, the person's consent
  /// included.
  func action(_ index: Int, _ policy: Policy, _ audience: String) -> PolicyAction {
    // A part that is kept for one may still be another's.
    let owners = facts[index].persons
    if owners.count > 1 {
      let actions = Set(owners.map { action(index, of: $0, policy, audience) })
      return actions.count == 1 ? actions.first ?? .suppress : policy.action(for: .name)
    }
    return action(index, of: facts[index].person, policy, audience)
  }

  /// The same for one of those whose identifier it is.
  func action(
    _ index: Int, of owner: Int, _ policy: Policy, _ audience: String
  ) -> PolicyAction {
    let identifier = identifiers[index]
    let person = persons[owner]
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
      let level = placeLevel(owner, policy)
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
