/// Masculine nouns in a consonant: which lose a vowel, and where the stress decides the ending.
enum RussianConsonantNoun {
  /// All cases, the accusative as of a person; `nil` where the form does not tell.
  static func paradigm(_ word: String) -> Paradigm? {
    guard let last = word.last, last.isLetter, last != "ъ", !CyrillicWords.isVowel(last) else {
      return nil
    }
    if word.hasSuffix("ец") { return inEts(word) }
    if word.hasSuffix("ок") || word.hasSuffix("ек") || word.hasSuffix("ёк") {
      if whole.contains(word) { return NounDeclension.second(word) }
      let isFleeting = losing.contains(word) || word.hasSuffix("ёнок") || word.hasSuffix("нёк")
      guard isFleeting, let stem = FleetingVowel.stem(word) else { return nil }
      return NounDeclension.second(word, stem: stem, isSoft: false)
    }
    if word.hasSuffix("ел") || word.hasSuffix("ёл") || word.hasSuffix("хол") {
      return whole.contains(word) ? NounDeclension.second(word) : nil
    }
    if word == "посол" { return NounDeclension.second(word, stem: "посл", isSoft: false) }
    if NounDeclension.isSibilant(last) {
      if word.hasSuffix("ач") || stressed.contains(word) {
        return NounDeclension.secondStressed(word, stem: word)
      }
      return unstressed.contains(word) ? NounDeclension.second(word) : nil
    }
    if last == "ц" { return unstressed.contains(word) ? NounDeclension.second(word) : nil }
    return NounDeclension.second(word)
  }

  /// Беженец, беженцем; продавец, продавцом. Short ones are stressed at the end, long ones are not.
  private static func inEts(_ word: String) -> Paradigm? {
    let stem = word == "истец" ? "истц" : FleetingVowel.stem(word) ?? word
    let isShort = CyrillicWords.vowels(word) < 3
    let isStressed = isShort ? !shortUnstressed.contains(word) : longStressed.contains(word)
    return isStressed
      ? NounDeclension.secondStressed(word, stem: stem)
      : NounDeclension.second(word, stem: stem, isSoft: false)
  }

  private static let shortUnstressed: Set<String> = ["немец", "горец", "старец", "агнец", "перец"]
  private static let longStressed: Set<String> = [
    "продавец", "удалец", "молодец", "сорванец", "огурец", "образец", "леденец", "холодец",
  ]

  /// Words that keep their vowel.
  private static let whole: Set<String> = [
    "игрок", "знаток", "пророк", "ездок", "ходок", "седок", "отрок", "восток", "владивосток",
    "человек",
    "узбек", "грек", "чек", "срок", "бангкок", "ангел", "отдел", "бишкек",
  ]
  private static let losing: Set<String> = [
    "подросток", "потомок", "стрелок", "сынок", "турок", "внучок", "посёлок",
  ]
  private static let stressed: Set<String> = ["москвич", "малыш", "алкаш", "силач"]
  private static let unstressed: Set<String> = [
    "муж", "сторож", "товарищ", "принц", "месяц", "родич", "бангладеш",
  ]
}
