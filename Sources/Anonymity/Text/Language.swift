/// A language in which the vault can write labels.
///
/// Every other language is `other`: its texts are labelled in English and their language tag is
/// kept by whoever read it.
public enum Language: String, CaseIterable, Codable, Hashable, Sendable {
  case en, ko, zh, ru, ja, other

  /// Reads a language tag in the manner of BCP 47: `ko`, `ko-KP`, `zh_Hans_CN`, `rus`.
  ///
  /// Only the first subtag decides. `nil` when the tag is not of that form at all
  /// (2 to 8 letters, then parts of 1 to 8 letters or digits after `-` or `_`).
  public init?(tag: String) {
    let parts = tag.lowercased().utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2D || $0 == 0x5F })
    guard let first = parts.first, (2...8).contains(first.count), first.allSatisfy(isLetter),
      parts.dropFirst().allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || isDigit($0) }
      })
    else { return nil }
    switch String(decoding: first, as: UTF8.self) {
    case "en", "eng": self = .en
    case "ko", "kor": self = .ko
    case "zh", "zho", "chi", "cmn", "yue": self = .zh
    case "ru", "rus": self = .ru
    case "ja", "jpn": self = .ja
    default: self = .other
    }
  }

  /// The language a text is most likely written in, judged by the scripts of its letters alone.
  ///
  /// Kana among Han means Japanese, Han alone Chinese, any Latin text English. `other` when there
  /// is no letter of these scripts. It is a default for texts that do not name their language,
  /// never a ground for skipping a search.
  public static func guess(from text: String) -> Language {
    var hangul = 0
    var kana = 0
    var han = 0
    var cyrillic = 0
    var latin = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
      case 0x400...0x52F: cyrillic += 1
      case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: hangul += 1
      case 0x3041...0x30FF: kana += 1
      case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF: han += 1
      default: break
      }
    }
    // A syllable or ideograph carries about as much as two or three letters of an alphabet.
    let counts: [(Language, Int)] = [
      (.ko, hangul * 5), (.ja, kana > 0 ? (kana + han) * 5 : 0),
      (.zh, kana > 0 ? 0 : han * 5), (.ru, cyrillic * 2), (.en, latin * 2),
    ]
    var best: (Language, Int) = (.other, 0)
    for count in counts where count.1 > best.1 { best = count }
    return best.0
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
