/// Tells a Korean name in Cyrillic letters, which declines in its own way: Ким Ир Сена, Пака
/// Чонхи, Цоя Виктора.
enum KoreanInRussian {
  private static let families: Set<String> = [
    "ким", "ли", "пак", "цой", "чой", "чхве", "чхой", "чон", "чжон", "джон", "чен", "кан", "чо",
    "чжо", "джо",
    "юн", "чан", "чжан", "джан", "лим", "им", "рим", "хан", "о", "со", "се", "син", "шин", "квон",
    "хван",
    "ан", "сон", "хон", "ю", "лю", "рю", "ко", "мун", "ян", "сун", "пэ", "пэк", "пек", "хо", "но",
    "ро",
    "нам", "сим", "шим", "ха", "хам", "чу", "чжу", "ку", "гу", "ра", "на", "мин", "чин", "джин",
    "ом",
    "вон", "чхон", "пан", "бан", "кон", "хён", "хен", "пён", "пен", "бён", "тё", "те", "тен", "тян",
    "тэн", "тай",
    "ток", "то", "до", "сок", "соль", "кхиль", "киль", "гиль", "ма", "ми", "ви", "пхё", "мён",
    "мен", "ки", "ги",
    "ок", "юк", "ин", "маль", "че", "чже", "пи", "ван", "кум", "гым", "кын", "тхак", "кук", "ё",
    "ём", "ем",
    "сэ", "хегай", "хегаи", "югай", "огай", "нигай", "ногай", "шегай", "тигай", "лигай", "пягай",
    "кигай", "дюгай", "ноай",
    "нам-кун", "намгун", "намкун", "сону", "хванбо", "чегаль", "сонгу", "когай", "эгай", "мигай",
    "угай",
  ]

  static func isFamily(_ word: String) -> Bool { families.contains(word) }

  /// The place of the family name, or nil when the name is not a Korean one.
  ///
  /// The other words must be neither first names of Russia nor patronymics: Цой Виктор is a
  /// Russian name. The family name comes first, or last after a given name in one word.
  static func family(_ words: [String]) -> Int? {
    guard (2...4).contains(words.count) else { return nil }
    func isGiven(_ rest: ArraySlice<String>) -> Bool {
      rest.reduce(0) { $0 + CyrillicWords.vowels($1) } <= 3
        && rest.allSatisfy { word in
          Patronymic.gender(word) == nil && !GivenNames.contains(word)
            && RussianName.surnameGender(word) == nil
        }
    }
    if isFamily(words[0]), isGiven(words[1...]) { return 0 }
    let last = words.count - 1
    // John is a family name only where it comes first.
    let isLast = isFamily(words[last]) && !GivenNames.contains(words[last])
    return isLast && isGiven(words[..<last]) ? last : nil
  }
}
