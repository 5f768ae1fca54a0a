/// Declines an adjective, a participle, or a noun with the endings of one (рабочий, военный).
enum RussianAdjective {
  /// All cases of a nominative in the singular; `nil` for what does not end like an adjective, or
  /// where its ending does not tell the rest (третий, божий).
  ///
  /// - Parameter isAnimate: of the noun it stands with; decides the accusative of masculines.
  static func paradigm(_ word: String, isAnimate: Bool) -> (Paradigm, RussianNoun.Gender)? {
    if word.hasSuffix("ся"), let inner = plain(String(word.dropLast(2)), isAnimate) {
      return (Paradigm(joining: [inner.0, Paradigm(undeclined: "ся")], by: ""), inner.1)
    }
    return plain(word, isAnimate)
  }

  private static func plain(
    _ word: String, _ isAnimate: Bool
  ) -> (Paradigm, RussianNoun.Gender)? {
    let stem = word.dropLast(2)
    guard CyrillicWords.vowels(stem) > 0, let before = stem.last else { return nil }
    let isSibilant = NounDeclension.isSibilant(before)
    let isVelar = NounDeclension.isVelar(before)
    // After these "ы" is written "и".
    let i = isSibilant || isVelar ? "и" : "ы"
    switch word.suffix(2) {
    case "ый", "ой":
      if word.hasSuffix("ой"), RussianNoun.inOy.contains(word) { return nil }
      let accusative = isAnimate ? "ого" : String(word.suffix(2))
      return (Paradigm(word, stem: stem, .init("ого", "ому", accusative, i + "м", "ом")), .male)
    case "ий":
      guard isSibilant || isVelar || before == "н" else { return nil }
      let o = isVelar ? "о" : "е"
      let accusative = isAnimate ? o + "го" : "ий"
      return (
        Paradigm(word, stem: stem, .init(o + "го", o + "му", accusative, "им", o + "м")), .male
      )
    case "ая":
      let o = isSibilant && word != "большая" && word != "чужая" ? "е" : "о"
      return (
        Paradigm(word, stem: stem, .init(o + "й", o + "й", "ую", o + "й", o + "й")), .female
      )
    case "яя":
      return (Paradigm(word, stem: stem, .init("ей", "ей", "юю", "ей", "ей")), .female)
    case "ое":
      return (Paradigm(word, stem: stem, .init("ого", "ому", "ое", i + "м", "ом")), .neuter)
    case "ее":
      return (Paradigm(word, stem: stem, .init("его", "ему", "ее", "им", "ем")), .neuter)
    default: return nil
    }
  }
}
