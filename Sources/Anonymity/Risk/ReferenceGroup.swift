/// How many people there are of a kind somewhere, as the group's custodian states it.
public struct ReferenceGroup: Codable, Equatable, Sendable {
  public let name: String
  public let place: String?
  public let employer: String?
  /// How many people belong to it.
  public let size: Int
  /// Numbers of people by post or kind; together at most ``size``.
  public let members: [String: Int]

  public init(
    name: String, place: String?, employer: String?, size: Int, members: [String: Int]
  ) {
    self.name = name
    self.place = place
    self.employer = employer
    self.size = size
    self.members = members
  }

  /// What a text is searched for, before ``applies(to:_:)``.
  public func phrases(_ places: inout PlaceMemory) -> Set<String> {
    Set(spots(&places).flatMap(\.phrases) + (employer.map { [$0] } ?? []))
  }

  /// Whether a text tells the place and the employer.
  public func applies(to text: ToldText, _ places: inout PlaceMemory) -> Bool {
    (employer.map(text.says) ?? true)
      && spots(&places).allSatisfy { spot in
        // A larger area does not lead to the group: the finest words for the place must stand.
        guard let fact = spot.fact(in: text) else { return false }
        return fact.fits.contains(where: spot.isItself)
      }
  }

  /// Whether facts about a person tell the place and the employer.
  public func applies(to facts: [Fact], _ places: inout PlaceMemory) -> Bool {
    let told = Set(facts.flatMap(\.fits))
    if let employer, !told.contains(PersonProfile.employerName(employer)) { return false }
    return spots(&places).allSatisfy { spot in
      told.contains { trait in spot.traits.contains { spot.isItself($0) && $0.isSame(as: trait) } }
    }
  }

  /// How many of the group have a post or are called by a word; without one, how many there are.
  /// `nil` when nobody is left whom the word could mean.
  public func k(of word: String?) -> Int? { k(concept: word.map { PersonWord.concept($0) }) }

  /// The same for a post of a text.
  public func k(of post: NamedPost) -> Int? { k(concept: post.concept) }

  private func k(concept: String?) -> Int? {
    guard let concept else { return size }
    let own = members.filter { PersonWord.concept($0.key) == concept }.values.reduce(0, +)
    if own > 0 { return own }
    let left = size - members.values.reduce(0, +)
    return left > 0 ? left : nil
  }

  /// Whether one of the listed members is meant by a post.
  public func lists(_ post: NamedPost) -> Bool {
    members.keys.contains { PersonWord.concept($0) == post.concept }
  }

  private func spots(_ places: inout PlaceMemory) -> [Spot] {
    guard let place else { return [] }
    return Spot.all(of: [PersonProfile.Place(name: place, relation: nil)], &places)
  }
}

extension RiskTrait {
  /// The same place in whatever relation.
  fileprivate func isSame(as other: RiskTrait) -> Bool {
    kind == other.kind
      && value.drop { $0 != "|" } == other.value.drop { $0 != "|" }
  }
}

extension ReferenceGroup {
  /// As ``k(of:)-(String?)`` for the noun of a label, which may say nothing of a post: then it is
  /// how many there are.
  public func k(ofRole noun: String) -> Int? {
    PersonWord.known(noun.lowercased()) == nil && !members.keys.contains(noun)
      ? k(of: nil) : k(of: noun)
  }
}

extension CountedGroup {
  /// How many there are of those who are called by the noun of a label; `nil` when it counts none.
  public func k(ofRole noun: String) -> Int? {
    let concept = PersonWord.concept(noun)
    return members.first { !$0.isPost && $0.concept == concept }?.count
  }
}
