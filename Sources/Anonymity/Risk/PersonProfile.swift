/// What is known of a person by which a reader could tell them from others.
public struct PersonProfile: Sendable {
  public struct Place: Sendable {
    public let name: String
    /// `home`, `workplace`, …, as the record says; `nil` when it does not.
    public let relation: String?

    public init(name: String, relation: String?) {
      self.name = name
      self.relation = relation
    }
  }

  public struct Employer: Sendable {
    public let name: String
    /// What a policy may say instead.
    public let generalWords: String?

    public init(name: String, generalWords: String?) {
      self.name = name
      self.generalWords = generalWords
    }
  }

  public let places: [Place]
  public let employers: [Employer]
  public let birthYear: Int?
  /// One for each relative.
  public let relations: [Relation]
  /// What labels call the person.
  public let role: RoleNoun

  public init(
    places: [Place], employers: [Employer], birthYear: Int?, relations: [Relation],
    role: RoleNoun
  ) {
    self.places = places
    self.employers = employers
    self.birthYear = birthYear
    self.relations = relations
    self.role = role
  }

  /// Everything that a fact about anybody may ask for.
  ///
  /// - Parameter places: reads names of places, and remembers them over many people.
  public func traits(_ places: inout PlaceMemory) -> Set<RiskTrait> {
    var traits: Set<RiskTrait> = []
    for spot in Spot.all(of: self.places, &places) { traits.formUnion(spot.traits) }
    for employer in employers {
      traits.insert(Self.employerName(employer.name))
      if let words = employer.generalWords { traits.insert(Self.employerWords(words)) }
    }
    if let birthYear { traits.insert(Self.birth(birthYear)) }
    var seen: [Relation: Int] = [:]
    for relation in relations {
      seen[relation, default: 0] += 1
      traits.insert(Self.relative(relation, seen[relation, default: 1]))
    }
    for language in Language.allCases where language != .other {
      traits.insert(Self.role(role, language))
    }
    return traits
  }

  static func employerName(_ name: String) -> RiskTrait {
    RiskTrait(.employer, "name:" + comparable(name))
  }

  static func employerWords(_ words: String) -> RiskTrait {
    RiskTrait(.employer, "words:" + comparable(words))
  }

  static func birth(_ year: Int) -> RiskTrait { RiskTrait(.birth, String(year)) }

  /// At least so many relatives of a relation.
  static func relative(_ relation: Relation, _ number: Int) -> RiskTrait {
    RiskTrait(.relative, number > 1 ? "\(relation.rawValue) ×\(number)" : relation.rawValue)
  }

  static func role(_ role: RoleNoun, _ language: Language) -> RiskTrait {
    RiskTrait(.role, "\(language.rawValue):" + comparable(role.text(in: language)))
  }
}
