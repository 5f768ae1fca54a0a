/// Han names as Koreans read them.
enum HanReadings {
  /// More readings than this are not made of one name: the commonest come first.
  private static let most = 6

  /// The Hangul of a name, the likeliest first; whether the family name is one that Koreans bear.
  ///
  /// The South's form stands for both; `KoreanVariants` adds that of the North.
  static func of(_ name: HanName) -> (names: [KoreanName], isKorean: Bool) {
    var families = families(name)
    let known = families.filter { KoreanFamilyNames.contains($0) }
    if !known.isEmpty { families = known }
    let given = product(
      name.given.enumerated().map { i, letter in
        letter.entry.hangul.map { i == 0 ? south($0) : $0 }
      })
    let names = given.flatMap { given in
      families.map { KoreanName(family: $0, given: given) }
    }
    return (Array(names.prefix(most)), !known.isEmpty)
  }

  private static func families(_ name: HanName) -> [[HangulSyllable]] {
    if name.family.count == 1, let only = name.family.first {
      let own = HanFamilyNames.hangul(only.character)
      if !own.isEmpty { return own.map { [$0] } }
    }
    return product(
      name.family.enumerated().map { i, letter in
        letter.entry.hangul.map { i == 0 ? south($0) : $0 }
      })
  }

  /// By the initial-sound law: 룡 at the head of a word is 용.
  private static func south(_ syllable: HangulSyllable) -> HangulSyllable {
    guard syllable.initial == .r || syllable.initial == .n else { return syllable }
    let soft = syllable.vowel.isSoft
    if syllable.initial == .n, !soft { return syllable }
    return syllable.with(initial: soft ? .none : .n)
  }

  /// All rows of choices, those with the first choices before the others; none without a choice.
  private static func product(_ choices: [[HangulSyllable]]) -> [[HangulSyllable]] {
    var out: [[HangulSyllable]] = [[]]
    for choice in choices {
      out = choice.flatMap { syllable in out.map { $0 + [syllable] } }
    }
    return out
  }
}
