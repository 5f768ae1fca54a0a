import Anonymity

/// With whom a document has to do: who gave it, and everybody of whom it says something.
///
/// A town is the home of many. It tells of somebody only in a text that has to do with that person; in
/// all others it is a place like any other. Were the places of everybody replaced everywhere, a vault of
/// two hundred people from Moscow could not let a sentence about Moscow leave. What is somebody's alone
/// (names, numbers, addresses, employers) is sought everywhere.
struct Involved: Sendable {
  /// Sources, with all their relatives.
  private let owners: Set<EntityID>

  /// - Parameters:
  ///   - matches: what is known in the texts of the document. One identifier beside places is enough, a
  ///     given name or an employer too, and it counts for all whose it may be.
  ///   - chosen: whom decisions name.
  init(
    in matches: [Match], givenBy giver: Code, choosing chosen: Set<Int> = [],
    _ identities: Identities
  ) {
    var persons = chosen
    if let person = identities.person(of: giver) { persons.insert(person) }
    for match in matches {
      for index in match.identifiers where identities.identifiers[index].kind != .place {
        guard match.isTitled || identities.tier(index, in: match) <= .t2 else { continue }
        persons.formUnion(identities.facts[index].persons)
      }
    }
    owners = Set(persons.map { identities.persons[$0].owner })
  }

  /// Whether an identifier is one here.
  func seeks(_ identifier: Int, _ identities: Identities) -> Bool {
    identities.identifiers[identifier].kind != .place
      || identities.facts[identifier].persons.contains {
        owners.contains(identities.persons[$0].owner)
      }
  }
}

extension Transaction {
  /// With whom the testimony of an excerpt has to do, and whom decisions on the excerpt name.
  ///
  /// - Parameter moved: originals that this transaction has written.
  func involved(
    in excerpt: Code, _ people: People, moved: [Code: OriginalRecord] = [:]
  ) throws -> Involved {
    let testimony = try self.excerpt(excerpt).testimony
    let original =
      try moved[testimony]
      ?? Codec.decode(OriginalRecord.self, try open(.original, testimony.text))
    let desk = people.desk(for: original.texts)
    return Involved(
      in: original.bodies.flatMap { desk.matcher.matches(in: $0) }, givenBy: original.source,
      choosing: try review(excerpt).named(desk.identities), desk.identities)
  }

  /// What a search finds in releases, but for places of people with whom the testimony has nothing to
  /// do.
  func leaks(_ search: ReleaseSearch, in releases: [ReleaseRecord]) throws -> [ReleaseSearch.Leak] {
    try settled(try search.leaks(in: releases), search)
  }

  /// The same of what was found.
  func settled(
    _ leaks: [ReleaseSearch.Leak], _ search: ReleaseSearch
  ) throws -> [ReleaseSearch.Leak] {
    try leaks.compactMap { leak in
      guard search.tells(leak, .place) else { return leak }
      return search.narrowed(leak, to: try involved(in: leak.release.code, search.people))
    }
  }
}
