/// One written form of one identifier, ready to be compared.
struct Pattern: Sendable {
  /// What a form demands beyond its letters.
  struct Demands: OptionSet, Sendable {
    let rawValue: UInt16
    /// Gaps stand exactly where the form has them: 1989.3.14 is not 198931.4.
    static let sameGaps = Demands(rawValue: 1)
    /// Every gap of the form is there: a name turned round is not a word.
    static let listedGaps = Demands(rawValue: 2)
    /// National digits that may follow a trunk or country prefix.
    static let phone = Demands(rawValue: 4)
    /// Listed as a person's name, so a lone first syllable is a family name.
    static let person = Demands(rawValue: 8)
    /// Chinese numerals count as digits.
    static let numerals = Demands(rawValue: 16)
    /// A word of its own at any length: the account mikyung_a is not in "Mikyung. An hour".
    static let bounded = Demands(rawValue: 32)
    /// Words of one letter are initials: with their full stop, or a capital.
    static let initials = Demands(rawValue: 64)
    /// A spelling that nobody listed: it is not put together from pieces of ordinary words.
    static let spelling = Demands(rawValue: 128)
    /// Short enough to be a word of a language: it begins with a capital.
    static let capital = Demands(rawValue: 256)
    /// A part of a name: a word of its own whatever its length.
    static let part = Demands(rawValue: 512)
    /// A part that counts beside a title or the like only.
    static let titled = Demands(rawValue: 1024)
    /// Of those, one that alone says nothing in any text.
    static let neverAlone = Demands(rawValue: 2048)
    /// Of those, one that is a word of a language with an alphabet.
    static let word = Demands(rawValue: 4096)
  }

  /// The written form, as text, and its demands.
  struct Form: Hashable {
    let text: String
    var demands: Demands = []
    static func == (a: Form, b: Form) -> Bool {
      a.text == b.text && a.demands.rawValue == b.demands.rawValue
    }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  let identifier: Int
  let demands: Demands
  /// Where its values begin in the pool of the `PatternSet`, and how many there are.
  let start: Int
  let count: Int
  /// Letters of an alphabet, digits, Hangul syllables, Han or kana characters.
  let letters: Int
  let digits: Int
  let syllables: Int
  let han: Int
  let left: Script
  let right: Script
  /// Listed with a capital first letter.
  let isCapitalised: Bool

  var characters: Int { letters + digits + syllables + han }
  var isNumber: Bool { digits == characters }
  /// Long enough to be itself in the middle of anything: three syllables, eight letters, two
  /// characters of Han, or a mixture of that weight.
  var isLong: Bool { letters * 3 + digits * 3 + syllables * 8 + han * 12 >= 24 }
  /// One syllable, one character of Han, one or two letters: only ever a whole token.
  var isTiny: Bool { letters * 2 + digits + syllables * 4 + han * 4 <= 4 && digits < 3 }
}

/// One key byte of a pattern: its strict value, and what was listed before it.
struct PatternUnit: Sendable {
  private let raw: UInt32

  init(strict: UInt32, hasGap: Bool, isStart: Bool, maySplit: Bool = false) {
    raw = strict | (hasGap ? 1 << 31 : 0) | (isStart ? 1 << 30 : 0) | (maySplit ? 1 << 29 : 0)
  }

  var strict: UInt32 { raw & 0x1FFF_FFFF }
  /// Whether the form may as well be written in two here.
  var maySplit: Bool { raw & 1 << 29 != 0 }
  /// Whether the form has a separator before it.
  var hasGap: Bool { raw >> 31 != 0 }
  /// Whether a character (a whole syllable, in Hangul) begins here.
  var isStart: Bool { raw & 1 << 30 != 0 }
}
