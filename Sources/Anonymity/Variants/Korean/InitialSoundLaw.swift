/// The law by which the South drops or changes ㄹ and ㄴ at the head of a word, and the North does
/// not: 이 and 리, 용해 and 룡해, 노 and 로.
enum InitialSoundLaw {
  /// Syllables that come from Chinese with ㄹ before a soft vowel.
  private static let r: Set<Character> = [
    "랴", "략", "량", "려", "력", "련", "렬", "렴", "렵", "령", "례", "료", "룡", "류", "륙", "륜", "률", "륭",
    "리", "린", "림", "립",
  ]
  /// Syllables that come from Chinese with ㄹ before a hard vowel.
  private static let hardR: Set<Character> = [
    "라", "락", "란", "랄", "람", "랍", "랑", "래", "랭", "로", "록", "론", "롱", "뢰", "루", "륵", "름", "릉",
  ]
  private static let n: Set<Character> = ["녀", "년", "념", "녕", "뇨", "뉴", "니", "닉"]

  /// The other ways to write a syllable of a name; `isFirst` when it begins a word.
  static func alternates(_ syllable: HangulSyllable, isFirst: Bool) -> [HangulSyllable] {
    switch syllable.initial {
    case .none where syllable.vowel.isSoft:
      var out: [HangulSyllable] = []
      let north = syllable.with(initial: .r)
      if r.contains(north.character) { out.append(north) }
      let nasal = syllable.with(initial: .n)
      if isFirst, n.contains(nasal.character) { out.append(nasal) }
      return out
    case .r where syllable.vowel.isSoft: return [syllable.with(initial: .none)]
    case .r where isFirst: return [syllable.with(initial: .n)]
    case .n where isFirst && syllable.vowel.isSoft: return [syllable.with(initial: .none)]
    case .n where isFirst:
      let north = syllable.with(initial: .r)
      return hardR.contains(north.character) ? [north] : []
    default: return []
    }
  }
}
