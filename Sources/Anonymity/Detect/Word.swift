/// A word, number, or piece of a text in Han or kana.
struct Word {
  enum Script: UInt8 { case latin, cyrillic, hangul, han, hiragana, katakana, digits, other }
  enum Shape: UInt8 { case lower, capital, upper, mixed }

  private let first: UInt32
  private let last: UInt32
  let script: Script
  let shape: Shape
  /// What stands between the word before and this one.
  let gap: WordGap
  /// What the lexicon says of the word or of its beginning.
  let tags: Tags
  private let stemLength: UInt32
  /// Of the small letters; equal for equal words.
  let hash: UInt64

  init(
    start: Int, end: Int, script: Script, shape: Shape, gap: WordGap, tags: Tags, stem: Int,
    hash: UInt64
  ) {
    first = UInt32(start)
    last = UInt32(end)
    self.script = script
    self.shape = shape
    self.gap = gap
    self.tags = tags
    stemLength = UInt32(stem)
    self.hash = hash
  }

  /// Units of the `PlainText`.
  var start: Int { Int(first) }
  var end: Int { Int(last) }
  /// How many units the tags are about.
  var stem: Int { Int(stemLength) }
  var count: Int { end - start }
  var isCapital: Bool { shape == .capital || shape == .upper }
  var isName: Bool { isCapital && (script == .latin || script == .cyrillic) }
}

/// What stood between two words.
struct WordGap: OptionSet {
  let rawValue: UInt8

  static let space = WordGap(rawValue: 1)
  static let newline = WordGap(rawValue: 2)
  static let hyphen = WordGap(rawValue: 4)
  static let dot = WordGap(rawValue: 8)
  static let comma = WordGap(rawValue: 16)
  /// The end of a sentence.
  static let stop = WordGap(rawValue: 32)
  /// Any other mark.
  static let hard = WordGap(rawValue: 64)
  /// An empty line, or the beginning of the text.
  static let paragraph = WordGap(rawValue: 128)

  /// Nothing but spaces and at most one line break.
  var isPlain: Bool { subtracting([.space, .newline]).isEmpty && !isEmpty }
  /// A capital here says nothing.
  var opensSentence: Bool { !isDisjoint(with: [.stop, .paragraph, .hard]) }
  /// Another sentence or part begins.
  var isBreak: Bool { !isDisjoint(with: [.stop, .paragraph]) }
}
