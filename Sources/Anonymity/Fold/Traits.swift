/// What one scalar is to the fold: a kind, and two marks. One byte of the generated table.
struct Traits: Equatable, Sendable {
  /// The kinds; the numbers are those of Scripts/fold_tables.py.
  enum Kind: UInt8, Sendable {
    case hard, space, newline, tight, apostrophe, dot, slash, invisible, mark
    case digit, latin, cyrillic, greek, hangul, jamoStart, jamoRest, han, kana, other
  }

  let raw: UInt8

  var kind: Kind { Kind(rawValue: raw & 31) ?? .hard }
  /// An upper-case or title-case letter.
  var isUpper: Bool { raw & 0x20 != 0 }
  /// A superscript or a circled digit: a note mark when it follows a word.
  var isNote: Bool { raw & 0x40 != 0 }
  /// A letter or a digit: something that has a key.
  var isWord: Bool { raw & 31 >= Kind.digit.rawValue }
  var isLetter: Bool { raw & 31 > Kind.digit.rawValue }
  /// Invisible or combining: part of whatever stands before it.
  var isAttached: Bool { kind == .invisible || kind == .mark }

  /// The writing a boundary is judged by.
  var script: Script {
    switch kind {
    case .digit: .digit
    case .latin: .latin
    case .cyrillic: .cyrillic
    case .greek, .other: .other
    case .hangul, .jamoStart, .jamoRest: .hangul
    case .han, .kana: .han
    default: .none
    }
  }
}

/// Writings between which a word ends.
enum Script: UInt8, Sendable {
  case none, digit, latin, cyrillic, other, hangul, han

  /// Written with a small alphabet, in which short names are parts of longer words.
  var isAlphabetic: Bool { self == .latin || self == .cyrillic || self == .other }
}
