/// What stood between two letters and was left out of the key.
struct Gap: OptionSet, Sendable {
  let rawValue: UInt8

  static let space = Gap(rawValue: 1)
  static let newline = Gap(rawValue: 2)
  /// Hyphens, underscores, middle dots, emphasis, bytes that are not UTF-8.
  static let tight = Gap(rawValue: 4)
  static let apostrophe = Gap(rawValue: 8)
  static let dot = Gap(rawValue: 16)
  static let slash = Gap(rawValue: 32)
  /// Any other punctuation or symbol.
  static let hard = Gap(rawValue: 64)
  /// A superscript or circled digit after a word.
  static let note = Gap(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The gap a separator makes; empty for what is no separator.
  init(_ kind: Traits.Kind) {
    switch kind {
    case .hard: self = .hard
    case .space: self = .space
    case .newline: self = .newline
    case .tight: self = .tight
    case .apostrophe: self = .apostrophe
    case .dot: self = .dot
    case .slash: self = .slash
    default: self = []
    }
  }
}

/// One byte of the key of a text, with everything the verification wants to know about it.
struct FoldedUnit {
  let key: UInt8
  /// The scalar it stands for after NFKC, casefold and the loss of marks: equal without lookalikes.
  let strict: UInt32
  /// The scalar of the text, its traits and its byte offset.
  let scalar: UInt32
  let traits: Traits
  let offset: Int
  /// The first key byte of its scalar.
  let isFirst: Bool
  /// What was left out directly before it, how many separators that were, how many line feeds.
  var gap: Gap = []
  var gapLength = 0
  var lineFeeds = 0

  var hasGap: Bool { !gap.isEmpty }
  /// A Hangul consonant that may begin a syllable, a Hangul vowel.
  var isConsonant: Bool { key >= 0x40 && key < 0x53 }
  var isVowel: Bool { key < 0x16 }
}
