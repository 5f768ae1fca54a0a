/// Sums of money in English prose: 300 yuan, $2,900, half a million roubles.
enum EnglishMoney {
  private static let currencies = [
    "yuan", "dollars", "dollar", "euros", "euro", "roubles", "rouble", "rubles", "ruble", "yen",
    "won", "renminbi", "rmb", "pounds", "usd", "cny", "krw",
  ]

  static func find(
    _ text: LadderText, _ number: LadderText.Number, _ level: QuantityLevel?
  ) -> Spotted? {
    var range = number.range
    let sign = text[range.lowerBound - 1]
    let hasSign = signs.contains(sign)
    let next = text.word(at: text.skip(range.upperBound))
    let name = text.string(next)
    guard hasSign || currencies.contains(name) && !isVictory(text, next) else { return nil }
    if hasSign { range = range.lowerBound - 1..<range.upperBound }
    var start = range.lowerBound
    // US$.
    if hasSign { while start > text.floor, text.kind(start - 1) == .latinUpper { start -= 1 } }
    // "A thousand dollars".
    if let article = text.wordBefore(start), text.string(article) == "a" {
      start = article.lowerBound
    }
    let core = start..<(hasSign ? range.upperBound : next.upperBound)
    let lead = EnglishNumberFinder.Lead(text, before: start)
    guard let level else { return Spotted(.money, core, nil, .en) }
    if number.value <= 1 { return Spotted(staying: .money, core) }
    let isBounded = lead.isBounded
    if level == .vague {
      let whole =
        (isBounded ? EnglishNumberFinder.bounded(text, start) : lead.start)..<core.upperBound
      return EnglishNumberFinder.spotted(
        .money, whole, core, vague(number.value, lead) + " " + (hasSign ? unit(sign) : name), text)
    }
    let rounded = NumberWriter(number.value, lead.direction)
    if hasSign {
      let sum = String(text.original(start..<range.lowerBound + 1)) + rounded.digits(",")
      let words = isBounded ? sum : lead.isDefinite ? sum + " or so" : "about " + sum
      return EnglishNumberFinder.spotted(.money, lead.start..<core.upperBound, core, words, text)
    }
    return EnglishNumberFinder.spotted(
      .money, lead.start..<core.upperBound, core,
      EnglishNumberFinder.words(rounded, lead) + " " + name, text)
  }

  /// The order of magnitude, true under "less than" and after "the".
  private static func vague(_ value: Int, _ lead: EnglishNumberFinder.Lead) -> String {
    let size = Magnitude(of: value, language: .en)
    if lead.isBounded, lead.direction == .up { return "no more than " + size.most }
    let words = size.fewWords
    if lead.isBounded { return words.replacing("about ", with: "more than ") }
    guard lead.isDefinite else { return words }
    return words.hasPrefix("about ")
      ? words.dropFirst(6).replacing("a ", with: "", maxReplacements: 1) + " or so"
      : words.replacing("a few", with: "few")
  }

  /// Whether currency stands at the end of a number, or its sign before it.
  static func isCurrency(_ text: LadderText, _ end: Int, after start: Int) -> Bool {
    signs.contains(text[start - 1]) || currencies.contains(text.wordString(at: text.skip(end)))
  }

  private static let signs: Set<Character> = ["$", "€", "¥", "₩", "₽", "£"]

  /// "The 100 won the prize."
  private static func isVictory(_ text: LadderText, _ word: Range<Int>) -> Bool {
    guard text.string(word) == "won" else { return false }
    let next = text.wordString(at: text.skip(word.upperBound))
    return [
      "the", "a", "an", "by", "against", "over", "his", "her", "their", "its", "our", "this",
      "that", "first", "second", "every", "no", "prizes", "medals", "seats", "votes", "it", "out",
    ].contains(next)
  }

  private static func unit(_ sign: Character) -> String {
    ["$": "dollars", "€": "euros", "¥": "yuan", "₩": "won", "₽": "roubles", "£": "pounds"][sign]
      ?? "dollars"
  }
}
