/// What stands in a text instead of a protected person: "defector A", "the father of defector A".
///
/// A label is fixed by role, letter, relation and ordinal: it does not vary with the length, the
/// script or the gender of the name. `LabelPlacement` fits it into a sentence.
///
/// A Russian label has six cases, the letter none. A noun whose forms are not sure is written around:
/// от источника «барби A».
public struct PersonLabel: Hashable, Codable, Sendable {
  /// The noun before the letter.
  public let role: RoleNoun
  /// The letter of the source.
  public let letter: LabelLetter
  /// How the person stands to the source; `nil` for the source.
  public let relation: Relation?
  /// From 1, where several persons of one source share the relation; otherwise `nil`.
  ///
  /// It counts the order in which they were given a label and says nothing of age.
  public let ordinal: Int?

  /// Makes a label. An ordinal below 1 is a bug of the caller; without a relation it is ignored.
  public init(
    role: RoleNoun, letter: LabelLetter, relation: Relation? = nil, ordinal: Int? = nil
  ) {
    precondition(ordinal.map { $0 >= 1 } ?? true, "ordinals count from 1")
    self.role = role
    self.letter = letter
    self.relation = relation
    self.ordinal = relation == nil ? nil : ordinal
  }

  /// The label as it stands alone, in the middle of a sentence.
  public func text(in language: Language) -> String {
    switch language {
    case .en, .other: english(article: true)
    case .ko: korean
    case .zh: chinese
    case .ja: role.text(in: .ja) + letter.text + relative("の", \.ja)
    case .ru: russian(in: .nominative)
    }
  }

  /// The English possessive with the given apostrophe: "defector A's", "defector A's father's".
  ///
  /// A relative is turned round, because "the father of defector A's house" is two houses.
  func englishPossessive(apostrophe: Character = "'") -> String {
    let source = "\(role.text(in: .en)) \(letter.text)\(apostrophe)s"
    guard let relation else { return source }
    if relation == .associate {
      return "\(source) \(ordinalWord(after: true))acquaintance\(apostrophe)s"
    }
    return "\(source) \(ordinalWord(after: true))\(RelationWords.of(relation).en)\(apostrophe)s"
  }

  /// The English label, for a relative with or without its own article.
  func english(article: Bool) -> String {
    let source = "\(role.text(in: .en)) \(letter.text)"
    guard let relation else { return source }
    let words = RelationWords.of(relation)
    let noun = ordinalWord(after: false) + words.en
    let definite = words.only && ordinal == nil
    let lead = article ? (definite ? "the " : indefiniteArticle(before: noun) + " ") : ""
    // The noun of `associate` carries its own preposition.
    return "\(lead)\(noun) \(relation == .associate ? "" : "of ")\(source)"
  }

  private func ordinalWord(after: Bool) -> String {
    guard let ordinal, ordinal > 1 else { return "" }
    return englishOrdinal(ordinal) + " "
  }

  private var korean: String {
    "\(role.text(in: .ko)) \(letter.text)씨" + relative("의 ", \.ko)
  }

  private func relative(_ link: String, _ noun: KeyPath<RelationWords, String>) -> String {
    guard let relation else { return "" }
    let number = ordinal.map { "(\($0))" } ?? ""
    return link + RelationWords.of(relation)[keyPath: noun] + number
  }

  /// Without a second 的: 脱北者A配偶的父亲, 脱北者A身边的人.
  private var chinese: String {
    let noun = relation.map { RelationWords.of($0).zh } ?? ""
    return role.text(in: .zh) + letter.text + relative(noun.contains("的") ? "" : "的", \.zh)
  }

  /// The Russian label in a case.
  func russian(in c: RussianCase) -> String {
    guard let relation else { return russianSource(in: c) }
    let number = ordinal.map { " (\($0))" } ?? ""
    return "\(RelationWords.russian(relation)[c])\(number) \(russianSource(in: .genitive))"
  }

  private func russianSource(in c: RussianCase) -> String {
    let noun = role.text(in: .ru)
    if let forms = role.russianForms { return "\(forms[c]) \(letter.text)" }
    if c == .nominative { return "\(noun) \(letter.text)" }
    return "\(Self.sourceNoun[c]) «\(noun) \(letter.text)»"
  }

  private static let sourceNoun = NounDeclension.second("источник")
}
