/// Ordinal numbers in Russian words, as days, months and years are said: девятого, четвёртого, тысяча
/// девятьсот шестьдесят четвёртого.
enum RussianOrdinal {
  /// The first letters of each ordinal up to its ending.
  private static let stems: [String: Int] = {
    let rows = """
      1 перв
      2 втор
      4 четверт четвёрт
      5 пят
      6 шест
      7 седьм
      8 восьм
      9 девят
      10 десят
      11 одиннадцат
      12 двенадцат
      13 тринадцат
      14 четырнадцат
      15 пятнадцат
      16 шестнадцат
      17 семнадцат
      18 восемнадцат
      19 девятнадцат
      20 двадцат
      30 тридцат
      40 сороков
      50 пятидесят
      60 шестидесят
      70 семидесят
      80 восьмидесят
      90 девяност
      2000 двухтысячн
      """
    var out: [String: Int] = [:]
    for row in rows.split(separator: "\n") {
      let cells = row.split(separator: " ").map(String.init)
      for stem in cells.dropFirst() { out[stem] = Int(cells[0]) }
    }
    return out
  }()
  private static let endings = ["ого", "ом", "ое", "ым"]
  private static let third = ["третьего", "третьем", "третье"]
  private static let tens: Set<String> = [
    "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят",
    "девяносто",
  ]

  /// What one word says; `nil` for any other.
  static func value(_ word: String) -> Int? {
    if third.contains(word) { return 3 }
    for ending in endings where word.hasSuffix(ending) {
      return stems[String(word.dropLast(ending.count))]
    }
    return nil
  }

  /// An ordinal below a hundred, of one word or two.
  ///
  /// - Parameter second: the word behind the first, asked for only where it counts.
  static func number(_ first: String, then second: () -> String?) -> (value: Int, isOneWord: Bool)?
  {
    if let value = value(first), value < 100 { return (value, true) }
    guard tens.contains(first), let tens = NumberWords.values[first],
      let ones = second().flatMap(value), ones < 10
    else { return nil }
    return (tens + ones, false)
  }

  static func number(_ text: LadderText, _ at: Int) -> (value: Int, end: Int)? {
    let first = text.word(at: at)
    guard first.count > 3 else { return nil }
    var last = first
    let found = number(text.string(first)) {
      last = text.word(at: text.skip(first.upperBound))
      return text.string(last)
    }
    return found.map { ($0.value, last.upperBound) }
  }

  /// A year: with its century, or of the last one where that is left out.
  static func year(
    _ text: LadderText, _ at: Int
  ) -> (value: Int, isShort: Bool, end: Int)? {
    let first = text.word(at: at)
    switch text.string(first) {
    case "тысяча":
      let second = text.word(at: text.skip(first.upperBound))
      guard text.string(second) == "девятьсот",
        let rest = number(text, text.skip(second.upperBound))
      else { return nil }
      return (1900 + rest.value, false, rest.end)
    case "две":
      let second = text.word(at: text.skip(first.upperBound))
      guard text.string(second) == "тысячи", let rest = number(text, text.skip(second.upperBound))
      else { return nil }
      return (2000 + rest.value, false, rest.end)
    default:
      if value(text.string(first)) == 2000 { return (2000, false, first.upperBound) }
      guard let found = number(text, at), found.value >= 20 else { return nil }
      return (found.value, true, found.end)
    }
  }
}
