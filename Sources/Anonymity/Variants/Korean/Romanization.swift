/// One of the published systems of writing Hangul in Latin letters, without its marks.
struct Romanization: Sendable {
  /// The nineteen initials at the head of a word and after a stop.
  private let plain: [String]
  /// The same after a vowel or a voiced final.
  private let voiced: [String]
  private let vowels: [String]
  private let codas: [String]
  /// ㄹ before a vowel or ㅎ, and after ㄹ.
  private let flap: String

  private init(plain: String, voiced: String, vowels: String, flap: String) {
    func words(_ text: String) -> [String] {
      text.split(separator: " ").map { $0 == "-" ? "" : String($0) }
    }
    self.plain = words(plain)
    self.voiced = words(voiced)
    self.vowels = words(vowels)
    self.flap = flap
    codas = words("- k n t l m p ng")
  }

  /// The Revised Romanization of 2000.
  static let revised = Romanization(
    plain: "g kk n d tt r m b pp s ss - j jj ch k t p h",
    voiced: "g kk n d tt r m b pp s ss - j jj ch k t p h",
    vowels: "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i", flap: "l")

  /// McCune and Reischauer, 1939.
  static let mccuneReischauer = Romanization(
    plain: "k kk n t tt r m p pp s ss - ch tch ch k t p h",
    voiced: "g kk n d tt r m b pp s ss - j tch ch k t p h",
    vowels: "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i", flap: "r")

  /// The DPRK's rules of 1992, as revised in 2002.
  static let dprk = Romanization(
    plain: "k kk n t tt r m p pp s ss - j jj ch kh th ph h",
    voiced: "g kk n d tt r m b pp s ss - j jj ch kh th ph h",
    vowels: "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i", flap: "l")

  /// Writes syllables one by one, or as they sound together, with a hyphen between.
  ///
  /// `voicing` writes g, d, b, j inside a word where the voice goes on; a system for whole words
  /// asks for it, names written syllable by syllable often do without.
  func spell(_ syllables: [HangulSyllable], assimilated: Bool, voicing: Bool) -> String {
    var out = ""
    var carried: HangulSyllable.Initial?
    var before = HangulSyllable.Coda.none
    for (i, syllable) in syllables.enumerated() {
      let initial = carried ?? syllable.initial
      carried = nil
      // A final that is heard with the next syllable is still written with its own: Hyon-u.
      let isLiaison = i > 0 && syllable.initial == .none
      if i > 0, !isLiaison { out += "-" }
      // A doubled l is written so in every system; a single ㄹ inside a word is r.
      if initial == .r, before == .l {
        out += "l"
      } else {
        let isVoiced = i > 0 && voicing && !before.isStop
        out += (isVoiced ? voiced : plain)[initial.rawValue]
      }
      if isLiaison { out += "-" }
      out += vowels[syllable.vowel.rawValue]
      var coda = syllable.coda
      if assimilated, i + 1 < syllables.count {
        if let pair = SoundChange.between(syllable, syllables[i + 1]) {
          coda = pair.coda
          carried = pair.initial
        } else if coda == .l, syllables[i + 1].initial == .h {
          out += flap
          before = coda
          continue
        }
      }
      out += codas[coda.rawValue]
      before = coda
    }
    return out
  }

  /// The distinct ways in which the system is applied to a name, the official one first.
  func spellings(_ syllables: [HangulSyllable]) -> [String] {
    var out: [String] = []
    for (assimilated, voicing) in [(true, true), (false, true), (true, false), (false, false)] {
      let text = spell(syllables, assimilated: assimilated, voicing: voicing)
      if !out.contains(text) { out.append(text) }
    }
    return out
  }
}
