import Anonymity

/// What an excerpt tells about whom, in the words that would leave.
struct Weighing {
  let excerpt: ExcerptRecord
  let told: ToldRecord
  private let appearing: [Appearing]
  private let text: ToldText
  private let memory: PlaceMemory
  private let groups: [ReferenceGroup]

  /// A source in the excerpt.
  private struct Appearing {
    let record: SourceRecord
    let appearance: PersonProfile.Appearance
    /// It is this source's testimony, who may say "I" throughout.
    let isSpeaking: Bool
    let isNamed: Bool
    var facts: [Fact] = []

    /// What the labels that stand there call the person.
    var roles: [String] {
      let role = PersonProfile(record.document).role
      return appearance.labels.map { role.text(in: $0) }
    }
  }

  /// - Parameters:
  ///   - parts: title and sentences as they leave.
  ///   - year: in which the testimony was given.
  init(
    _ excerpt: ExcerptRecord, parts: [ReleasePart], language: String, year: Int, source: Code,
    people: People, groups: [ReferenceGroup]
  ) {
    let language = Language(tag: language) ?? .other
    var appearing = Self.appearing(
      parts, language, source: source, people, audience: excerpt.audience)
    var memory = PlaceMemory()
    var phrases: Set<String> = []
    for person in appearing {
      phrases.formUnion(PersonProfile(person.record.document).phrases(&memory))
    }
    for group in groups { phrases.formUnion(group.phrases(&memory)) }
    let text = ToldText(
      parts.map { ToldText.Part(place: $0.place, text: $0.pieces.map(\.text).joined()) },
      language: language, year: year, phrases: phrases, &memory)
    for index in appearing.indices where !appearing[index].isNamed {
      appearing[index].facts = PersonProfile(appearing[index].record.document).facts(
        in: text, appearing[index].appearance, &memory)
    }
    self.excerpt = excerpt
    self.appearing = appearing
    self.text = text
    self.memory = memory
    self.groups = groups
    told = ToldRecord(
      excerpt: excerpt.code, audience: excerpt.audience,
      people: appearing.filter { !$0.facts.isEmpty }.map {
        ToldRecord.Person(entity: $0.record.entity, facts: $0.facts)
      })
  }

  /// Who has a label, or whose relative has; and who testifies.
  private static func appearing(
    _ parts: [ReleasePart], _ language: Language, source: Code, _ people: People,
    audience: String
  ) -> [Appearing] {
    var persons: [String: Identities.Person] = [:]
    for person in people.identities.persons { persons[person.entity.raw] = person }
    var labels: [String: Set<Language>] = [:]
    var relatives: [String: [String: Relation]] = [:]
    for piece in parts.flatMap(\.pieces) where piece.kind == .name {
      guard let entity = piece.entity, let person = persons[entity] else { continue }
      labels[person.owner.raw, default: []].insert(Self.language(of: piece.text, language))
      if let relation = person.relation {
        relatives[person.owner.raw, default: [:]][entity] = relation
      }
    }
    return people.records.compactMap { record in
      guard record.code == source || labels[record.entity] != nil else { return nil }
      return Appearing(
        record: record,
        appearance: PersonProfile.Appearance(
          labels: labels[record.entity] ?? [],
          relatives: relatives[record.entity].map { Array($0.values) } ?? []),
        isSpeaking: record.code == source,
        isNamed: record.document.consent.onRecord.contains(audience))
    }
  }

  /// Labels are written in the language of their line.
  private static func language(of label: String, _ document: Language) -> Language {
    let found = Language.guess(from: label)
    // Han alone may be Japanese.
    return found == .other || found == .zh && document == .ja ? document : found
  }

  /// The numbers.
  ///
  /// - Parameter earlier: what each earlier release told.
  func report(
    _ crowd: SourceCrowd, earlier: [ToldRecord], unweighed: Int, demanded: Int
  ) -> RiskReport {
    let audience = earlier.filter { [excerpt.audience, Audience.publicName].contains($0.audience) }
    let published = earlier.filter { $0.audience == Audience.publicName }
    var memory = memory
    let people = appearing.map { person -> RiskReport.Person in
      let entity = person.record.entity
      func k(with releases: [ToldRecord]) -> Int? {
        let more = releases.flatMap(\.people).filter { $0.entity == entity }.flatMap(\.facts)
        return crowd.k(of: entity, (person.facts + more).withoutRepetitions())
      }
      if person.isNamed {
        return RiskReport.Person(
          source: person.record.code, isNamed: true, facts: [], k: nil, audience: nil, public: nil,
          all: nil, groups: [], combinations: [], isCut: false)
      }
      let found = crowd.combinations(of: entity, person.facts)
      return RiskReport.Person(
        source: person.record.code, isNamed: false,
        facts: person.facts.map { RiskReport.Told(kind: $0.kind.rawValue, words: $0.words) },
        k: k(with: []), audience: k(with: audience), public: k(with: published),
        all: k(with: earlier), groups: inGroups(person, &memory),
        combinations: (found?.sets ?? []).map { $0.map { person.facts[$0].words } },
        isCut: found?.isCut ?? false)
    }
    return RiskReport(
      demanded: demanded, people: people, posts: posts(&memory), sources: crowd.crowd.count,
      rareEvents: text.rareEvents, unweighed: unweighed)
  }

  /// The groups in which a person is sought.
  private func inGroups(
    _ person: Appearing, _ memory: inout PlaceMemory
  ) -> [RiskReport.InGroup] {
    var out: [RiskReport.InGroup] = []
    for group in groups
    where group.applies(to: person.facts, &memory)
      || person.isSpeaking && group.applies(to: text, &memory)
    {
      let counts = person.roles.isEmpty ? [group.k(of: nil)] : person.roles.map(group.k(ofRole:))
      if let k = counts.compactMap({ $0 }).min() {
        out.append(RiskReport.InGroup(group: group.name, k: k))
      }
    }
    for group in text.groups {
      if let k = person.roles.compactMap(group.k(ofRole:)).min() {
        out.append(RiskReport.InGroup(group: group.place, k: k))
      }
    }
    return out
  }

  /// Posts of the text, in its own groups and in those that custodians stated.
  private func posts(_ memory: inout PlaceMemory) -> [RiskReport.Post] {
    var out = text.groups.flatMap { group in
      group.members.filter(\.isPost).map {
        RiskReport.Post(
          words: $0.words, place: group.place, group: nil, k: $0.count, of: group.size)
      }
    }
    for group in groups where group.applies(to: text, &memory) {
      var seen: Set<String> = []
      for post in text.posts where group.lists(post) && seen.insert(post.words).inserted {
        guard let k = group.k(of: post) else { continue }
        out.append(
          RiskReport.Post(
            words: post.words, place: post.place, group: group.name, k: k, of: group.size))
      }
    }
    return out
  }
}
