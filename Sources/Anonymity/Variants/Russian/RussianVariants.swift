/// The forms a personal name listed in Cyrillic takes in Russian text.
public enum RussianVariants {
  /// Every case of the whole name, of the surname with the first name, of each half of a double
  /// surname with the rest, of the family's plural with the first name, and the surname with
  /// initials.
  ///
  /// Words agree in case; a surname that many leave undeclined stays so as well. A word left out
  /// makes the nominative a variant too, whose reason is then `habitual`. Orders are not turned:
  /// `NameOrders` does that. Where the gender is not told, both are given. A text that is not
  /// Cyrillic has none. Variants with initials must be sought with their full stops or capitals:
  /// "Ким И." is not in "Ким и Пак".
  public static func of(_ name: String) -> [Variant] {
    guard CyrillicWords.isCyrillic(name) else { return [] }
    let parsed = RussianName(name)
    var list = VariantList(listed: name)
    let all = parsed.genders.map { NameForms(parsed, $0) }
    for forms in all { addCases(forms, to: &list) }
    for forms in all { addHalves(forms, to: &list) }
    for forms in all { addInitials(forms, to: &list) }
    for forms in all { addPlural(forms, to: &list) }
    return list.variants
  }

  /// Of what ``of(_:)`` gives the texts whose reason is `declined`.
  static func declined(_ name: String) -> [String] {
    let parsed = RussianName(name)
    guard parsed.isKorean, CyrillicWords.isCyrillic(name) else {
      return of(name).filter { $0.reason == .declined }.map(\.text)
    }
    // A Korean name has no plural, and only cases are told as such: the rest need not be made.
    var list = VariantList(listed: name)
    for gender in parsed.genders { addCases(NameForms(parsed, gender), to: &list) }
    return list.variants.filter { $0.reason == .declined }.map(\.text)
  }

  private static func addCases(_ forms: NameForms, to list: inout VariantList) {
    let words = forms.name.words
    for c in RussianCase.allCases {
      for text in NameForms.spellings(forms.ways, in: c) { list.add(text, .declined) }
    }
    let short = words.indices.filter { !words[$0].role.isFathers }
    guard short.count < words.count, words.contains(where: { $0.role == .surname }) else { return }
    for c in RussianCase.allCases {
      for text in NameForms.spellings(short.map { forms.ways[$0] }, in: c) {
        list.add(text, c == .nominative ? .habitual : .declined)
      }
    }
  }

  /// The places of double surnames and what each half makes of the name.
  private static func addHalves(_ forms: NameForms, to list: inout VariantList) {
    let words = forms.name.words
    guard words.count > 1 else { return }
    for place in words.indices where words[place].role == .surname {
      for half in halves(of: words[place].text, forms) {
        var ways = forms.ways
        ways[place] = half
        let short = words.indices.filter { !words[$0].role.isFathers }
        for c in RussianCase.allCases {
          for text in NameForms.spellings(ways, in: c) { list.add(text, .half) }
          for text in NameForms.spellings(short.map { ways[$0] }, in: c) { list.add(text, .half) }
        }
      }
    }
  }

  /// The ways to decline each half of a double surname; none for a single one.
  static func halves(of surname: String, _ forms: NameForms) -> [[Paradigm]] {
    let halves = surname.split(separator: "-").map(String.init)
    guard halves.count > 1 else { return [] }
    return halves.filter { $0.count > 1 }.map { half in
      forms.name.genders.flatMap { SurnameDeclension.ways(half, $0) }.map(\.capitalised)
    }
  }

  private static func addInitials(_ forms: NameForms, to list: inout VariantList) {
    let words = forms.name.words
    for (surname, initials) in RussianInitials.readings(forms) {
      let ways = surname.map { forms.ways[$0] }
      let texts = RussianCase.allCases.flatMap { NameForms.spellings(ways, in: $0) }
      let halves =
        surname.count == 1 && words[surname[0]].role == .surname
        ? Self.halves(of: words[surname[0]].text, forms).flatMap { $0.flatMap(\.forms) } : []
      for text in texts + halves {
        for letters in initials { list.add("\(text) \(letters)", .initials) }
      }
    }
  }

  private static func addPlural(_ forms: NameForms, to list: inout VariantList) {
    let words = forms.name.words
    guard !forms.name.isKorean else { return }
    let kept = words.indices.filter { !words[$0].role.isFathers }
    for place in kept where words[place].role == .surname || words.count == 1 {
      let plural = PluralSurname.ways(words[place].text).map(\.capitalised)
      if plural.isEmpty || words.count == 1 && GivenNames.contains(words[place].text) { continue }
      let ways = kept.map { $0 == place ? plural : forms.ways[$0] }
      for c in RussianCase.allCases {
        for text in NameForms.spellings(ways, in: c) { list.add(text, .declined) }
      }
    }
  }
}
