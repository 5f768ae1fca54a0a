import Anonymity

/// All sources of the vault with their traits.
struct SourceCrowd: Sendable {
  let crowd: Crowd
  /// The place of a source in the crowd, by entity.
  private let places: [String: Int]

  init(_ records: [SourceRecord]) {
    crowd = Crowd(
      Parallel.chunks(records.count) { range in
        var memory = PlaceMemory()
        return records[range].map { PersonProfile($0.document).traits(&memory) }
      }.flatMap { $0 })
    places = Dictionary(
      records.enumerated().map { ($1.entity, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many sources fit; `nil` for an entity that is no source any more.
  func k(of entity: String, _ facts: [Fact]) -> Int? {
    places[entity].map { crowd.k(of: $0, facts) }
  }

  func combinations(of entity: String, _ facts: [Fact]) -> Crowd.Combinations? {
    places[entity].map { crowd.combinations(of: $0, facts) }
  }
}

extension PersonProfile {
  init(_ document: SourceDocument) {
    var words: [Language: String] = [:]
    for (tag, word) in document.describeAs {
      if let language = Language(tag: tag) { words[language] = word }
    }
    self.init(
      places: document.places.map { Place(name: $0.name, relation: $0.relation) },
      employers: document.employers.map { Employer(name: $0.name, generalWords: $0.generalise) },
      birthYear: document.born.flatMap { Int($0.prefix(4)) },
      relations: document.relatives.map { Relation(word: $0.relation) }, role: RoleNoun(words))
  }
}

extension Transaction {
  /// The traits of all sources. Kept by the session as long as the map says that none was added or
  /// changed.
  func crowd() throws -> SourceCrowd {
    let summary = try map.summary(prefix: lookup.prefix(of: .source))
    if let known = session.crowd, known.summary == summary { return known.crowd }
    let crowd = SourceCrowd(try people().records)
    session.crowd = (summary, crowd)
    return crowd
  }
}
