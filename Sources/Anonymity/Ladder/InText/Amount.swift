/// Numbers with a fraction and a large unit: 1.5 million, half a million, полтора миллиона, 1,5 млн.
enum Amount {
  /// The number that begins at a unit, rounded to a whole one; `nil` for every other number.
  ///
  /// - Parameter isSum: whether currency stands behind, given where the number ends: only then may
  ///   there be no large unit (12.50 dollars).
  static func read(
    _ text: LadderText, _ at: Int, isSum: (Int) -> Bool
  ) -> LadderText.Number? {
    if text.kind(at) == .digit { return decimal(text, at, isSum) }
    guard text.kind(at).isLetter else { return nil }
    for phrase in phrases {
      guard let end = text.end(of: phrase.words, at: at), !text.kind(end).isLetter else { continue }
      if phrase.isWhole { return number(phrase.share, at..<end, false) }
      if let scale = scale(text, end) {
        return number(phrase.share * Double(scale.factor), at..<scale.end, false)
      }
    }
    return mixed(text, at)
  }

  /// Whether a unit's own word ("thousand") is part of a larger or vaguer number that stands before
  /// it: several thousand, 2½ million.
  static func isRest(_ text: LadderText, _ at: Int) -> Bool {
    guard scales[text.wordString(at: at)] != nil else { return false }
    let before = text.skipBack(at)
    if before < at, before > 0, !text.kind(before - 1).isLetter,
      text.kind(before - 1) == .digit || "½¼¾".contains(text[before - 1])
    {
      return true
    }
    guard var word = text.wordBefore(at) else { return false }
    if ["a", "an"].contains(text.string(word)) {
      guard let more = text.wordBefore(word.lowerBound), ["half", "of"].contains(text.string(more))
      else { return false }
      word = more
    }
    if text.string(word) == "of" { return shares.contains(text.stringBefore(word.lowerBound)) }
    return vague.contains(text.string(word))
  }

  /// 1.5 million, 1,5 млн, 12.50.
  private static func decimal(
    _ text: LadderText, _ at: Int, _ isSum: (Int) -> Bool
  ) -> LadderText.Number? {
    // The end of a grouped number: 1,200.50.
    if at > 1, ",. \u{A0}\u{202F}".contains(text[at - 1]), text.kind(at - 2) == .digit {
      return nil
    }
    var end = at
    var value = 0.0
    while text.kind(end) == .digit, end - at < 9 {
      value = value * 10 + Double(text[end].wholeNumberValue ?? 0)
      end += 1
    }
    guard ".,".contains(text[end]), text.kind(end + 1) == .digit else { return nil }
    var digits = 0
    var share = 0.1
    while text.kind(end + 1 + digits) == .digit, digits < 3 {
      value += share * Double(text[end + 1 + digits].wholeNumberValue ?? 0)
      share /= 10
      digits += 1
    }
    end += 1 + digits
    // Three figures are a group of thousands.
    guard digits < 3, !".,:/".contains(text[end]) || text.kind(end + 1) != .digit else {
      return nil
    }
    if let scale = scale(text, end) {
      return number(value * Double(scale.factor), at..<scale.end, true)
    }
    return isSum(end) ? number(value, at..<end, true) : nil
  }

  /// "One and a half million", два с половиной миллиона, "a million and a half".
  private static func mixed(_ text: LadderText, _ at: Int) -> LadderText.Number? {
    let first = text.word(at: at)
    if text.string(first) == "a", let scale = scale(text, first.upperBound),
      let half = text.end(of: " and a half", at: scale.end)
    {
      return number(1.5 * Double(scale.factor), at..<half, false)
    }
    guard let whole = NumberWords.values[text.string(first)], whole < 100,
      let half = text.end(ofAny: [" and a half", " с половиной"], at: first.upperBound),
      let scale = scale(text, half.end)
    else { return nil }
    return number((Double(whole) + 0.5) * Double(scale.factor), at..<scale.end, false)
  }

  private static func number(_ value: Double, _ range: Range<Int>, _ isDigits: Bool)
    -> LadderText.Number?
  {
    value < 1e12 ? .init(value: Int(value.rounded()), range: range, isDigits: isDigits) : nil
  }

  private static func scale(_ text: LadderText, _ end: Int) -> (factor: Int, end: Int)? {
    let word = text.word(at: text.skip(end))
    guard word.lowerBound > end, let factor = scales[text.string(word)] else { return nil }
    let isShort =
      text[word.upperBound] == "." && ["тыс", "млн", "млрд"].contains(text.string(word))
    return (
      factor, isShort && text[word.upperBound + 1] == " " ? word.upperBound + 1 : word.upperBound
    )
  }

  private static let scales: [String: Int] = {
    var out = ["hundred": 100, "тыс": 1_000, "млн": 1_000_000, "млрд": 1_000_000_000]
    for word in ["thousand", "тысяча", "тысячи", "тысячу", "тысяч"] { out[word] = 1_000 }
    for word in ["million", "миллион", "миллиона", "миллионов"] { out[word] = 1_000_000 }
    for word in ["billion", "миллиард", "миллиарда", "миллиардов"] { out[word] = 1_000_000_000 }
    return out
  }()
  private static let phrases: [(words: String, share: Double, isWhole: Bool)] = [
    ("half a", 0.5, false), ("a quarter of a", 0.25, false), ("a quarter", 0.25, false),
    ("quarter of a", 0.25, false), ("three quarters of a", 0.75, false),
    ("a third of a", 0.33, false),
    ("полтора", 1.5, false), ("полторы", 1.5, false), ("полутора", 1.5, false),
    ("полмиллиона", 500_000, true), ("полумиллиона", 500_000, true), ("полтысячи", 500, true),
  ]
  private static let shares: Set<String> = ["quarter", "quarters", "third", "thirds", "half"]
  private static let vague: Set<String> = [
    "several", "few", "many", "some", "couple", "half", "несколько", "нескольких", "пару",
    "пара", "много", "сотни", "десятки", "сот",
  ]
}
