/// Declines a noun with what belongs to it: adjectives before it agree, what follows it stays.
///
/// северокорейский рабочий, житель Пхеньяна, источник в России, бывший военный, брат или сестра.
enum RussianPhrase {
  /// All cases of a phrase in the nominative singular; `nil` where any part is not sure.
  static func paradigm(_ phrase: String, isAnimate: Bool = true) -> Paradigm? {
    let words = phrase.split(separator: " ").map(String.init)
    for head in words.indices {
      let before = words[..<head].map {
        RussianAdjective.paradigm($0.lowercased(), isAnimate: isAnimate)
      }
      guard before.allSatisfy({ $0 != nil }) else { return nil }
      guard let (noun, gender) = RussianNoun.paradigm(words[head], isAnimate: isAnimate) else {
        return nil
      }
      let rest = words[(head + 1)...]
      let isAdjective =
        RussianAdjective.paradigm(words[head].lowercased(), isAnimate: isAnimate) != nil
      // An adjective is the noun itself only where no noun follows that it would agree with.
      if isAdjective, let next = rest.first, agrees(next, with: gender, isAnimate) {
        // "рабочая завода": a genitive that looks like a noun which agrees.
        if standsAlone.contains(words[head].lowercased()), next.first?.isLowercase ?? false {
          return nil
        }
        continue
      }
      let adjectives = before.compactMap(\.self)
      guard adjectives.allSatisfy({ $0.1 == gender }), let tail = tail(rest, isAnimate) else {
        return nil
      }
      let capitals = zip(words, adjectives).map { word, adjective in
        word.first?.isUppercase ?? false ? adjective.0.capitalised : adjective.0
      }
      return Paradigm(joining: capitals + [noun] + tail, by: " ")
    }
    return nil
  }

  /// Whether a word is a noun or adjective in the nominative of that gender.
  private static func agrees(
    _ word: String, with gender: RussianNoun.Gender, _ isAnimate: Bool
  ) -> Bool {
    if prepositions.contains(word) || word == "или" { return false }
    return RussianNoun.paradigm(word, isAnimate: isAnimate).map { $0.1 == gender } ?? false
  }

  /// Feminine adjectives that are often nouns, before which what follows may be a genitive.
  private static let standsAlone: Set<String> = [
    "рабочая", "служащая", "заведующая", "управляющая", "учащаяся", "военная", "больная", "пленная",
    "заключённая", "заключенная", "учёная", "ученая", "подчинённая", "подчиненная",
  ]

  /// What follows the noun: nothing, "или" and another phrase, or words that do not change.
  private static func tail(_ words: ArraySlice<String>, _ isAnimate: Bool) -> [Paradigm]? {
    guard let first = words.first else { return [] }
    if first == "или" || first == "и" {
      let other = words.dropFirst().joined(separator: " ")
      return paradigm(other, isAnimate: isAnimate).map { [Paradigm(undeclined: first), $0] }
    }
    guard isFixed(first) else { return nil }
    return [Paradigm(undeclined: words.joined(separator: " "))]
  }

  /// A preposition, an abbreviation, a bracket, or the ending of a genitive.
  private static func isFixed(_ word: String) -> Bool {
    if prepositions.contains(word.lowercased()) || word.hasPrefix("(") { return true }
    if word.count > 1, word.allSatisfy(\.isUppercase) { return true }
    if word.first?.isUppercase ?? false { return true }
    return genitives.contains(where: word.hasSuffix) && word.count > 3
  }

  private static let prepositions: Set<String> = [
    "в", "во", "на", "из", "с", "со", "по", "от", "для", "при", "у", "под", "за", "без", "до",
    "около",
    "к", "о", "об", "над", "против", "из-за",
  ]
  private static let genitives = [
    "а", "я", "ы", "и", "ов", "ев", "ей", "ого", "его", "ой", "их", "ых",
  ]
}
