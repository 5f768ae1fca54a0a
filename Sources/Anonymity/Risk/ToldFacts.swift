extension PersonProfile {
  /// How a person appears in a release beside the words of the text.
  public struct Appearance: Sendable {
    /// The languages in which a label of the person, or of a relative, stands.
    public let labels: Set<Language>
    /// Of each relative who has a label, once.
    public let relatives: [Relation]

    public init(labels: Set<Language>, relatives: [Relation]) {
      self.labels = labels
      self.relatives = relatives
    }
  }

  /// What a text is searched for, before ``facts(in:_:_:)``.
  public func phrases(_ places: inout PlaceMemory) -> Set<String> {
    var all = Set(Spot.all(of: self.places, &places).flatMap(\.phrases))
    for employer in employers {
      all.insert(employer.name)
      if let words = employer.generalWords { all.insert(words) }
    }
    return all
  }

  /// What the record has and the text says too, each once.
  public func facts(
    in text: ToldText, _ appearance: Appearance, _ places: inout PlaceMemory
  ) -> [Fact] {
    var facts: [Fact] = []
    for language in Language.allCases where appearance.labels.contains(language) {
      facts.append(
        Fact(
          .role, "called “\(role.text(in: language))”",
          fits: [Self.role(role, language == .other ? .en : language)]))
    }
    for spot in Spot.all(of: self.places, &places) where spot.isListed {
      if let fact = spot.fact(in: text) { facts.append(fact) }
    }
    for employer in employers {
      if text.says(employer.name) {
        facts.append(Fact(.employer, employer.name, fits: [Self.employerName(employer.name)]))
      }
      if let words = employer.generalWords, text.says(words) {
        facts.append(Fact(.employer, words, fits: [Self.employerWords(words)]))
      }
    }
    if let birthYear {
      for birth in text.births where birth.years.contains(birthYear) {
        facts.append(Fact(.birth, birth.words, fits: birth.years.map(Self.birth)))
      }
    }
    return (facts + relatives(in: text, appearance)).withoutRepetitions()
  }

  private func relatives(in text: ToldText, _ appearance: Appearance) -> [Fact] {
    let told = Set(appearance.relatives).union(
      text.relations.filter { !KinWord.kindred($0).isDisjoint(with: relations) })
    var facts = told.sorted { $0.rawValue < $1.rawValue }.map { relation in
      Fact(
        .relative, "has a \(RelationWords.of(relation).en)",
        fits: KinWord.kindred(relation).map { Self.relative($0, 1) })
    }
    for relation in told.sorted(by: { $0.rawValue < $1.rawValue }) {
      let number = appearance.relatives.count { $0 == relation }
      guard number > 1 else { continue }
      facts.append(
        Fact(
          .relative, "\(number) of relation “\(RelationWords.of(relation).en)”",
          fits: [Self.relative(relation, number)]))
    }
    return facts
  }
}
