/// The vowels of Hangul in Latin letters, as habit has them after each kind of initial and before
/// each kind of final.
enum HabitualVowels {
  /// Which row of `table` a syllable takes.
  static func index(_ syllable: HangulSyllable) -> Int {
    (syllable.vowel.rawValue * 19 + syllable.initial.rawValue) * 8 + syllable.coda.rawValue
  }

  /// One list of spellings for each vowel, initial and final.
  static let table: [[Spelling]] = (0..<21 * 19 * 8).map { i in
    guard let vowel = HangulSyllable.Vowel(rawValue: i / 152),
      let initial = HangulSyllable.Initial(rawValue: i / 8 % 19),
      let coda = HangulSyllable.Coda(rawValue: i % 8)
    else { return [] }
    return [Spelling](list: list(vowel, initial, coda)).tidied
  }

  private static func list(
    _ vowel: HangulSyllable.Vowel, _ initial: HangulSyllable.Initial, _ coda: HangulSyllable.Coda
  ) -> String {
    let isBare = initial == .none
    let isOpen = coda == .none
    switch vowel {
    case .a: return isBare && isOpen ? "a ah" : isBare && coda == .n ? "a ah3" : "a"
    case .ae: return isBare && isOpen ? "ae ai4 e6" : "ae ai4 e5 ea6 ay7"
    case .ya: return "ya"
    case .yae: return "yae"
    case .eo:
      if isOpen { return isBare ? "eo uh2 u3 o2" : "eo o2 uh3 u3 eu7" }
      return coda == .ng ? "u eo o2 ou4 eu6 eou6" : "eo u o2 ou6 eu6 e7"
    case .e: return isOpen ? "e ae4 ei7" : "e ae5"
    case .yeo:
      if !isBare { return isOpen ? "yeo yo2 yu3" : "yu yeo yo1 you3 ye6 yeu7" }
      if isOpen { return "yeo yo1 yuh5 yu5" }
      return coda == .ng ? "you yeo yo1 yu3 yeou6" : "yeo yo1 yu2 you3 yeu6 ye7"
    case .ye: return isBare ? "ye yae5 yeh7" : "ye ae4 e4 ey7 yeo8"
    case .o: return isBare && isOpen ? "o oh1" : "o oh7"
    case .wa: return "wa oa5"
    case .wae: return "wae wai4"
    case .oe: return "oe oi1 we2 wae3"
    case .yo: return isBare ? "yo you5" : "yo yoo6"
    case .u:
      if !isBare { return coda == .l ? "u oo2 ou6" : "u oo ou6" }
      return isOpen ? "woo u wu3 oo4 w7" : "u woo oo2 wu3 ou7"
    case .wo: return isBare ? "wo weo3 woo6 wu6" : "wo weo3 uo6"
    case .we: return "we"
    case .wi: return isOpen ? "wi wee3 ui4" : "wi"
    case .yu: return "yu yoo1 you2 u6"
    case .eu: return "eu u oo6 e6"
    case .ui: return initial == .h ? "ee ui i2 eui3 yi6" : "ui eui yi3 i2 ee4 u6"
    case .i:
      if isBare && isOpen { return "i yi ee2" }
      if isBare { return "i yi5 ee5" }
      return isOpen ? (initial == .g || initial == .m ? "i ee2" : "i ee1") : "i ee5"
    }
  }
}
