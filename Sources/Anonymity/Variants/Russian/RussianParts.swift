extension RussianVariants {
  /// The parts of a name that stand for the person alone: surname, first name, first name with
  /// patronymic, first name with the surname's initial. Each in every case, the nominative first.
  ///
  /// A surname has its plural and its halves; a patronymic also as it is spoken (Иваныч).
  public static func parts(of name: String) -> [NamePart] {
    guard CyrillicWords.isCyrillic(name) else { return [] }
    let parsed = RussianName(name)
    var lists: [NamePart.Role: VariantList] = [:]
    for gender in parsed.genders {
      add(NameForms(parsed, gender), gender, to: &lists)
    }
    return NamePart.Role.allCases.compactMap { role in
      lists[role].flatMap {
        $0.variants.isEmpty ? nil : NamePart(role: role, variants: $0.variants)
      }
    }
  }

  private static func add(
    _ forms: NameForms, _ gender: RussianGender, to lists: inout [NamePart.Role: VariantList]
  ) {
    let words = forms.name.words
    guard words.count > 1 else { return }
    let givens = words.indices.filter { words[$0].role == .given }
    let surnames = words.indices.filter { words[$0].role == .surname }
    func add(
      _ role: NamePart.Role, _ ways: [[Paradigm]], _ reason: Variant.Reason, end: String = ""
    ) {
      for c in RussianCase.allCases where !ways.isEmpty {
        for text in NameForms.spellings(ways, in: c) {
          lists[role, default: VariantList()].add(text + end, reason)
        }
      }
    }
    for place in surnames {
      add(.surname, [forms.ways[place]], .declined)
      for half in halves(of: words[place].text, forms) { add(.surname, [half], .half) }
      let plural = PluralSurname.ways(words[place].text).map(\.capitalised)
      if !forms.name.isKorean, !plural.isEmpty { add(.surname, [plural], .declined) }
    }
    let given = givens.map { forms.ways[$0] }
    add(.given, given, .declined)
    for place in givens {
      let short = Diminutives.of(words[place].text).flatMap { GivenNameDeclension.ways($0, gender) }
      if !short.isEmpty { add(.given, [short.map(\.capitalised)], .habitual) }
    }
    if let place = words.firstIndex(where: { $0.role == .patronymic }) {
      add(.patronymic, [forms.ways[place]], .declined)
      add(.address, given + [forms.ways[place]], .declined)
      for spoken in GivenNameDeclension.spoken(words[place].text) {
        let ways = GivenNameDeclension.ways(spoken, gender).map(\.capitalised)
        add(.address, given + [ways], .declined)
        add(.patronymic, [ways], .declined)
      }
    }
    if let surname = surnames.first, !given.isEmpty {
      for letter in RussianInitials.initials([words[surname].text], nil).suffix(1) {
        add(.givenWithInitial, given, .initials, end: " " + letter)
      }
    }
  }
}
