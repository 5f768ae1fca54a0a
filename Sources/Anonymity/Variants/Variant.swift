/// A way of writing a listed name that nobody listed.
///
/// Variants are made for each identity from what is listed; a text is never folded by sound. Letters
/// that differ by case, marks, apostrophes, hyphens and spaces are equal to the matcher already, so
/// they are no variants of each other.
public struct Variant: Hashable, Sendable {
  /// Why a variant is there, as it is shown to the person who edits the list.
  public enum Reason: String, CaseIterable, Codable, Sendable {
    /// Han read as Hangul, by the Korean readings of each character.
    case koreanReading = "korean_reading"
    /// Hangul by Revised Romanization (2000).
    case revised
    /// Hangul by McCune and Reischauer (1939), marks left out.
    case mccuneReischauer = "mccune_reischauer"
    /// Hangul by the DPRK's own system.
    case dprk
    /// Hangul letter by letter (ISO/TR 11941, Yale).
    case letterByLetter = "letter_by_letter"
    /// Hangul as people spell themselves, in passports and the press.
    case habitual
    /// Hangul in Cyrillic (Kontsevich, Kholodovich), and as the press writes it.
    case cyrillic
    /// Hangul in katakana, as the Japanese press writes Korean names.
    case katakana
    /// Han by the sounds of Mandarin.
    case pinyin
    /// Simplified Han as traditional, or the other way round, or a Japanese form.
    case otherHan = "other_han"
    /// Cyrillic in Latin letters, by one of the usual systems.
    case transliterated
    /// Another case of a Russian name.
    case declined
    /// One half of a double surname.
    case half
    /// A given name cut to its first letters.
    case initials
  }

  /// The whole name, as it would be listed. A hyphen in Latin letters is a place where the name may
  /// be written in two.
  public let text: String
  public let reason: Reason

  public init(text: String, reason: Reason) {
    self.text = text
    self.reason = reason
  }
}
