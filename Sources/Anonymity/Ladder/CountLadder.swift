/// Tells how many more coarsely: 21, about twenty, dozens.
public enum CountLadder {
  /// Reads the first number of a text, as figures or words of any of the languages.
  /// `nil` when there is none.
  public static func climb(
    _ text: String, to level: QuantityLevel, in language: Language
  ) -> String? {
    SpokenNumber.first(in: text).map { write($0, at: level, in: language) }
  }

  /// The words that stand in the place of the number alone, before a counter or noun: "about
  /// twenty", 약 20(명), 约20(名), около двадцати, 約20(人).
  ///
  /// Below ten both levels say "several"; one stays one, because "several" would be false.
  public static func write(_ count: Int, at level: QuantityLevel, in language: Language) -> String {
    let count = max(0, count)
    if count <= 1 { return few(count, language) }
    if count < 10 { return Magnitude(of: 2, language: language).words }
    if level == .vague { return Magnitude(of: count, language: language).words }
    let round = rounded(count)
    switch language {
    case .en, .other: return "about " + english(round)
    case .ko: return "약 \(round)"
    case .zh: return "约\(round)"
    case .ja: return "約\(round)"
    case .ru: return "около " + (russian[round] ?? grouped(round, "\u{A0}"))
    }
  }

  private static func few(_ count: Int, _ language: Language) -> String {
    switch language {
    case .en, .other: count == 0 ? "no" : "one"
    case .ko: count == 0 ? "0" : "한"
    case .zh, .ja: count == 0 ? "0" : "一"
    case .ru: count == 0 ? "ни одного" : "один"
    }
  }

  static func english(_ number: Int) -> String {
    words[number] ?? grouped(number, ",")
  }

  static func grouped(_ number: Int, _ separator: String) -> String {
    var digits = String(number)
    var out = ""
    while digits.count > 3 {
      out = separator + digits.suffix(3) + out
      digits = String(digits.dropLast(3))
    }
    return digits + out
  }

  private static let words: [Int: String] = [
    1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight",
    9: "nine", 10: "ten", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty",
    70: "seventy", 80: "eighty", 90: "ninety", 100: "a hundred", 1_000: "a thousand",
  ]
  /// Genitives, as "around" wants them.
  private static let russian: [Int: String] = [
    10: "десяти", 20: "двадцати", 30: "тридцати", 40: "сорока", 50: "пятидесяти",
    60: "шестидесяти", 70: "семидесяти", 80: "восьмидесяти", 90: "девяноста", 100: "ста",
  ]
}
