/// A system that writes Hangul letter by letter, whatever it sounds like: for libraries, registers
/// and machines.
struct LetterSystem: Sendable {
  private let initials: [String]
  private let vowels: [String]
  private let finals: [String]

  private init(initials: String, vowels: String, finals: String) {
    func words(_ text: String) -> [String] {
      text.split(separator: " ").map { $0 == "-" ? "" : String($0) }
    }
    self.initials = words(initials)
    self.vowels = words(vowels)
    self.finals = words(finals)
  }

  /// The transliteration of the Revised Romanization, its chapter 3, item 8.
  static let revised = LetterSystem(
    initials: "g kk n d tt l m b pp s ss - j jj ch k t p h",
    vowels: "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
    finals: "- g kk gs n nj nh d l lg lm lb ls lt lp lh m b bs s ss ng j ch k t p h")

  /// ISO/TR 11941, the method of the North and that of the South; and Yale.
  static let others = [
    LetterSystem(
      initials: "k kk n t tt r m p pp s ss - c cc ch kh th ph h",
      vowels: "a ae ya yae eo e yeo ye o wa wae oe yo u weo we wi yu eu yi i",
      finals: "- k kk ks n nc nh t l lk lm lp ls lth lph lh m p ps s ss ng c ch kh th ph h"),
    LetterSystem(
      initials: "g gg n d dd r m b bb s ss - j jj c k t p h",
      vowels: "a ae ya yae eo e yeo ye o wa wae oe yo u weo we wi yu eu yi i",
      finals: "- g gg gs n nj nh d l lg lm lb ls lt lp lh m b bs s ss ng j c k t p h"),
    LetterSystem(
      initials: "k kk n t tt l m p pp s ss - c cc ch kh th ph h",
      vowels: "a ay ya yay e ey ye yey o wa way oy yo wu we wey wi yu u uy i",
      finals: "- k kk ks n nc nh t l lk lm lp ls lth lph lh m p ps s ss ng c ch kh th ph h"),
  ]

  func spell(_ syllables: [HangulSyllable]) -> [UInt8] {
    var out: [UInt8] = []
    for syllable in syllables {
      if !out.isEmpty { out.append(0x2D) }
      out += initials[syllable.initial.rawValue].utf8
      out += vowels[syllable.vowel.rawValue].utf8
      out += finals[syllable.final].utf8
    }
    return out
  }
}
