internal import Foundation

/// What is compared in the place of one scalar.
enum Letters {
  /// The writing a unit came from; where it changes, a word may begin.
  enum Script: UInt8 { case latin, cyrillic, greek, hangul, han, kana, dense, other, digit }

  /// One compared letter or digit.
  struct Unit {
    let value: UInt32
    let script: Script
    let isUpper: Bool
    /// Whether it goes on a Hangul syllable or a ligature that an earlier unit began.
    var continues: Bool
  }

  enum Folded {
    /// What most scalars become; kept apart for speed.
    case unit(Unit)
    case units([Unit])
    case gap(Gap)
    /// Invisible: neither letter nor gap.
    case nothing
  }

  /// What stands between two letters.
  struct Gap: OptionSet, Hashable {
    let rawValue: UInt8
    static let space = Gap(rawValue: 1)
    static let newline = Gap(rawValue: 2)
    static let hyphen = Gap(rawValue: 4)
    /// A sign of ordinary sentences.
    static let punctuation = Gap(rawValue: 8)
    /// Any other sign.
    static let symbol = Gap(rawValue: 16)
  }

  /// The fold of one scalar: NFKD without marks and invisible characters, then case, strokes,
  /// Hangul as jamo, digits by value, kana and Han in one form each.
  ///
  /// Letters that look like Latin ones become those, as far as `likeness` says.
  static func fold(_ scalar: Unicode.Scalar, _ likeness: Likeness) -> Folded {
    if isInvisible(scalar) { return .nothing }
    if let syllable = Jamo.parts(of: scalar.value) { return .units(hangul(syllable)) }
    // A raised digit after a word marks a note.
    if [0xB2, 0xB3, 0xB9, 0x2070].contains(scalar.value) || (0x2074...0x2079).contains(scalar.value)
    {
      return .gap(.symbol)
    }
    if let shown = LookAlikes.shapedLetter(scalar.value) {
      return .units([Unit(value: shown, script: .latin, isUpper: true, continues: false)])
    }
    var units: [Unit] = []
    for part in decomposed(scalar) where !isInvisible(part) {
      let continues = !units.isEmpty
      units += Letters.units(of: part, likeness).map {
        var unit = $0
        unit.continues = unit.continues || continues
        return unit
      }
    }
    return units.isEmpty ? .gap(gap(scalar)) : .units(units)
  }

  private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII { return [scalar] }
    return Array(String(Character(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return false }
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    // The line that stretches Arabic words.
    default: return scalar.value == 0x640
    }
  }

  private static func units(of part: Unicode.Scalar, _ likeness: Likeness) -> [Unit] {
    if let jamo = Jamo.simple(part.value) {
      let continues = (0x1160...0x11FF).contains(part.value)
      return hangul(jamo).map {
        var unit = $0
        unit.continues = unit.continues || continues
        return unit
      }
    }
    switch part.properties.generalCategory {
    case .decimalNumber:
      guard let value = part.properties.numericValue else { return [] }
      return [
        Unit(value: 0x30 + UInt32(value), script: .digit, isUpper: false, continues: false)
      ]
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .spacingMark,
      .letterNumber:
      break
    // Modifier letters are letters, but those that are no letters of any alphabet are accents.
    case .modifierLetter where !(0x2B9...0x2DF).contains(part.value): break
    default: return []
    }
    let shape = LookAlikes.latin(part, likeness)
    let upper = shape.properties.isUppercase || likeness == .small && part.properties.isUppercase
    let script = script(of: part.value)
    if script == .han || script == .kana {
      return [Unit(value: eastAsian(part), script: script, isUpper: false, continues: false)]
    }
    let text = shape.properties.uppercaseMapping.lowercased()
      .decomposedStringWithCompatibilityMapping
    return text.unicodeScalars.filter { !isInvisible($0) }.flatMap {
      LookAlikes.withoutStroke($0.value)
    }.enumerated().map {
      Unit(value: $1, script: script, isUpper: upper, continues: $0 > 0)
    }
  }

  private static func hangul(_ jamo: [UInt32]) -> [Unit] {
    jamo.enumerated().map {
      Unit(value: $1, script: .hangul, isUpper: false, continues: $0 > 0)
    }
  }

  /// Katakana as hiragana, traditional characters as simplified ones.
  private static func eastAsian(_ scalar: Unicode.Scalar) -> UInt32 {
    if (0x30A1...0x30F6).contains(scalar.value) { return scalar.value - 0x60 }
    if (0x3040...0x30FF).contains(scalar.value) { return scalar.value }
    let simplified = String(Character(scalar))
      .applyingTransform(StringTransform("Traditional-Simplified"), reverse: false)
    return simplified?.unicodeScalars.first?.value ?? scalar.value
  }

  private static func script(of value: UInt32) -> Script {
    switch value {
    case 0..<0x250, 0x1E00..<0x1F00, 0x2C60..<0x2C80, 0xA720..<0xA800: .latin
    case 0x370..<0x400, 0x1F00..<0x2000: .greek
    case 0x400..<0x530, 0x1C80..<0x1C90, 0x2DE0..<0x2E00, 0xA640..<0xA6A0: .cyrillic
    case 0x3040..<0x3100, 0x31F0..<0x3200: .kana
    case 0x2E80..<0x3000, 0x3005...0x3007, 0x3400..<0xA000, 0x20000..<0x38000: .han
    // Scripts without vowels or spaces: Hebrew, Arabic; Thai, Lao, Tibetan, Burmese, Khmer.
    case 0x590..<0x900, 0xE00..<0x10A0, 0x1780..<0x1800: .dense
    default: .other
    }
  }

  private static func gap(_ scalar: Unicode.Scalar) -> Gap {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": return .newline
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
      "\u{FE63}", "\u{FF0D}":
      return .hyphen
    case "\t", " ": return .space
    case ".", ",", ";", ":", "!", "?", "'", "\"", "(", ")", "/", "’", "‘", "“", "”", "…", "«", "»":
      return .punctuation
    default: break
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .space
    case .initialPunctuation, .finalPunctuation, .openPunctuation, .closePunctuation:
      return .punctuation
    case .otherPunctuation where scalar.value >= 0x3000: return .punctuation
    default: return .symbol
    }
  }
}
