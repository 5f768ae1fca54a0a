/// One written form of one identifier, ready to be compared.
struct Pattern: Sendable {
  /// What a form demands beyond its letters.
  struct Demands: OptionSet, Sendable {
    let rawValue: UInt32
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
    /// A date of birth: sure beside a word that calls it one.
    static let birth = Demands(rawValue: 8192)
    /// Begins, or ends, with one or two Latin letters, as other words end and begin: no Kum-nyo I is in
    /// "Kum-nyo in", no Chol-su An in "Chol-su and", no An Chol-su in "van, Chol-su".
    static let startsWord = Demands(rawValue: 16384)
    static let endsWord = Demands(rawValue: 32768)
    /// What friends call somebody, which may be another's given name.
    static let alias = Demands(rawValue: 65536)
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

  /// Small numbers: there are hundreds of thousands of patterns.
  private let rawIdentifier: Int32
  private let rawStart: Int32
  private let rawCount: Int32
  private let rawLetters: UInt16
  private let rawDigits: UInt16
  private let rawSyllables: UInt16
  private let rawHan: UInt16
  let demands: Demands
  let left: Script
  let right: Script
  /// Listed with a capital first letter.
  let isCapitalised: Bool

  /// - Parameter start: where the values begin in the pool.
  init(_ units: [FoldedUnit], start: Int, identifier: Int, demands: Demands) {
    var counts: (letters: Int, digits: Int, syllables: Int, han: Int) = (0, 0, 0, 0)
    var hasHangul = false
    for (i, unit) in units.enumerated() {
      switch unit.traits.script {
      case .latin, .cyrillic, .other: counts.letters += unit.isFirst ? 1 : 0
      case .digit: counts.digits += unit.isFirst ? 1 : 0
      case .han: counts.han += unit.isFirst ? 1 : 0
      case .hangul:
        hasHangul = true
        counts.syllables += units.beginsSyllable(i) ? 1 : 0
      case .none: break
      }
    }
    rawIdentifier = Int32(identifier)
    rawStart = Int32(start)
    rawCount = Int32(units.count)
    rawLetters = UInt16(clamping: counts.letters)
    rawDigits = UInt16(clamping: counts.digits)
    rawSyllables = UInt16(clamping: hasHangul ? max(1, counts.syllables) : 0)
    rawHan = UInt16(clamping: counts.han)
    self.demands = demands
    left = units[0].traits.script
    right = units[units.count - 1].traits.script
    isCapitalised = units[0].traits.isUpper
  }

  /// The same, its values moved in the pool.
  func moved(by distance: Int) -> Pattern { Pattern(self, start: start + distance) }

  private init(_ other: Pattern, start: Int) {
    rawIdentifier = other.rawIdentifier
    rawStart = Int32(start)
    rawCount = other.rawCount
    rawLetters = other.rawLetters
    rawDigits = other.rawDigits
    rawSyllables = other.rawSyllables
    rawHan = other.rawHan
    demands = other.demands
    left = other.left
    right = other.right
    isCapitalised = other.isCapitalised
  }

  var identifier: Int { Int(rawIdentifier) }
  /// Where its values begin in the pool of the `PatternSet`, and how many there are.
  var start: Int { Int(rawStart) }
  var count: Int { Int(rawCount) }
  /// Letters of an alphabet, digits, Hangul syllables, Han or kana characters.
  var letters: Int { Int(rawLetters) }
  var digits: Int { Int(rawDigits) }
  var syllables: Int { Int(rawSyllables) }
  var han: Int { Int(rawHan) }

  var characters: Int { letters + digits + syllables + han }
  var isNumber: Bool { digits == characters }
  /// Long enough to be itself in the middle of anything: three syllables, eight letters, two
  /// characters of Han, or a mixture of that weight.
  var isLong: Bool { letters * 3 + digits * 3 + syllables * 8 + han * 12 >= 24 }
  /// One syllable, one character of Han, one or two letters: only ever a whole token.
  var isTiny: Bool { letters * 2 + digits + syllables * 4 + han * 4 <= 4 && digits < 3 }
}

extension [FoldedUnit] {
  /// Whether a syllable of Hangul begins at a unit.
  func beginsSyllable(_ index: Int) -> Bool {
    self[index].isConsonant && index + 1 < count && self[index + 1].isVowel
  }
}
