/// The form of a preposition before a given word: с, со; в, во; о, об.
///
/// It is made anew before a label, because "ко Льву" and "об Ане" tell how the name began.
enum RussianPreposition {
  /// The preposition without its long form; `nil` for other words and for those with one form.
  static func base(_ word: some StringProtocol) -> String? { bases[word.lowercased()] }

  private static let bases: [String: String] = [
    "с": "с", "со": "с", "к": "к", "ко": "к", "в": "в", "во": "в", "о": "о", "об": "о", "обо": "о",
    "от": "от", "ото": "от", "из": "из", "изо": "из", "без": "без", "безо": "без", "над": "над",
    "надо": "над", "под": "под", "подо": "под", "перед": "перед", "передо": "перед", "на": "на",
  ]

  /// The preposition as it is written before a text.
  static func fitted(_ base: String, to text: String) -> String {
    let letters = text.lowercased().filter { $0.isLetter || $0.isWhitespace }
    guard let first = letters.first else { return base }
    let second = letters.dropFirst().first
    let isCluster = second.map { $0.isLetter && !CyrillicWords.isVowel($0) } ?? false
    switch base {
    case "с" where isCluster && "сзшжщ".contains(first): return "со"
    case "в" where isCluster && "вф".contains(first): return "во"
    case "о" where "аэиоу".contains(first): return "об"
    default: return base
    }
  }

  /// The text with its preposition before it, if that changes: it stands at the end of `preceding`,
  /// from which it is taken off then.
  static func refit(
    _ text: String, base: String, replacing word: Substring, _ preceding: inout Preceding
  ) -> String {
    let fitted = fitted(base, to: text)
    guard fitted != word.lowercased() else { return text }
    let isCapital = word.first?.isUppercase ?? false
    preceding.swallowLastWord()
    return (isCapital ? capitalised(fitted) : fitted) + " " + text
  }
}
