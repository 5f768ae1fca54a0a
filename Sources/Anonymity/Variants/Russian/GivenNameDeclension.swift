/// The ways to decline a first name or a patronymic, the standard one first.
enum GivenNameDeclension {
  static func ways(_ word: String, _ gender: RussianGender) -> [Paradigm] {
    guard let last = word.last else { return [] }
    if last == "а" || last == "я" { return [NounDeclension.first(word)] }
    if gender == .female {
      return [last == "ь" ? NounDeclension.third(word) : Paradigm(undeclined: word)]
    }
    if last == "о" { return inO(word) }
    if CyrillicWords.isVowel(last) { return [Paradigm(undeclined: word)] }
    if word == "павел" || word == "лев", let stem = FleetingVowel.stem(word) {
      return [NounDeclension.second(word, stem: stem, isSoft: false)]
    }
    // Ильич, Лукич and Кузьмич have their stress on the ending: Ильичом beside Ильичем.
    let stressed =
      word.hasSuffix("ич") && !word.hasSuffix("вич")
      ? NounDeclension.secondStressed(word, stem: word) : nil
    return [NounDeclension.second(word)] + (stressed.map { [$0] } ?? [])
  }

  /// The same, also as others spell it: Юрьевич and Юриевич, Наталья and Наталия.
  static func spellings(_ word: String, _ gender: RussianGender) -> [Paradigm] {
    ways(word, gender) + (other(word).map { ways($0, gender) } ?? [])
  }

  private static func other(_ word: String) -> String? {
    for (ending, changed) in [
      ("ьевич", "иевич"), ("иевич", "ьевич"), ("ьевна", "иевна"), ("иевна", "ьевна"),
      ("алия", "алья"), ("офия", "офья"), ("ария", "арья"), ("ья", "ия"),
    ] where word.count > ending.count && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count)) + changed
    }
    return nil
  }

  /// Данило: Данилы as of Данила, Данила as a word in -о, or undeclined.
  private static func inO(_ word: String) -> [Paradigm] {
    let stem = word.dropLast()
    let i = NounDeclension.isVelar(stem.last ?? " ") ? "и" : "ы"
    return [
      Paradigm(word, stem: stem, .init(i, "е", "у", "ой", "е", long: "ою")),
      Paradigm(word, stem: stem, .init("а", "у", "а", "ом", "е")),
      Paradigm(undeclined: word),
    ]
  }

  /// A patronymic as it is spoken: Иваныч, Сергеич, Николавна. Empty where the rule gives none.
  static func spoken(_ patronymic: String) -> [String] {
    for (ending, short) in [
      ("авлович", "алыч"), ("авловна", "ална"), ("андрович", "аныч"), ("андровна", "анна"),
      ("лаевна", "лавна"), ("еевич", "еич"), ("аевич", "аич"), ("еевна", "евна"),
      ("аевна", "авна"), ("лович", "лыч"), ("нович", "ныч"), ("мович", "мыч"), ("сович", "сыч"),
      ("тович", "тыч"), ("дович", "дыч"), ("новна", "нна"), ("ловна", "лна"),
    ] where patronymic.hasSuffix(ending) {
      return [String(patronymic.dropLast(ending.count)) + short]
    }
    return []
  }
}
