/// A word, number, or piece of a text in Han or kana.
struct Word {
  enum Script: UInt8 { case latin, cyrillic, hangul, han, hiragana, katakana, digits, other }
  enum Shape: UInt8 { case lower, capital, upper, mixed }

  /// Units of the `PlainText`.
  let start: Int
  let end: Int
  let script: Script
  let shape: Shape
  /// What stands between the word before and this one.
  let gap: WordGap
  /// What the lexicon says of the word, and of its first `stem` units only.
  let tags: Tags
  let stem: Int
  /// Of the small letters; equal for equal words.
  let hash: UInt64

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
