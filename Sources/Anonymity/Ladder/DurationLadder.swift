/// Tells how long more coarsely: seven years and two months, about seven years, several years.
public enum DurationLadder {
  enum Unit: Int, CaseIterable { case year, month, week, day, hour, minute }

  /// Reads numbers with units of any of the languages; the largest unit is kept. `nil` when there
  /// is no number with a unit.
  public static func climb(
    _ text: String, to level: QuantityLevel, in language: Language
  ) -> String? {
    let characters = Array(text.lowercased().prefix(200))
    var best: (unit: Unit, count: Int)?
    var second: (unit: Unit, count: Int)?
    for found in SpokenNumber.all(in: characters) {
      let rest = String(characters[found.range.upperBound...].prefix(24)).drop {
        " -~여来多几個个ヶか约".contains($0)
      }
      guard let unit = unit(rest) else { continue }
      if best.map({ unit.rawValue < $0.unit.rawValue }) ?? true {
        second = best ?? second
        best = (unit, found.value)
      } else if second == nil {
        second = (unit, found.value)
      }
    }
    guard let best else { return nil }
    // Seven years and eleven months are about eight years.
    let half = [6, 2, 4, 12, 30, 30][best.unit.rawValue]
    let isNext =
      second.map { $0.unit.rawValue == best.unit.rawValue + 1 && $0.count >= half } ?? false
    // "About seven" for seven would tell no less.
    let isSmall = second == nil && (2..<10).contains(best.count)
    return write(
      best.count + (isNext ? 1 : 0), best.unit, at: isSmall ? .vague : level, in: language)
  }

  static func write(
    _ count: Int, _ unit: Unit, at level: QuantityLevel, in language: Language
  ) -> String {
    let index = unit.rawValue
    let isOne = count <= 1
    if level == .vague, !isOne {
      // From ten units on "several" would be false.
      switch language {
      case .en, .other:
        return (count < 10 ? "several " : "more than ten ") + english[index] + "s"
      case .ko: return (count < 10 ? "몇 " : "십여 ") + (unit == .month ? "달" : korean[index])
      case .zh: return (count < 10 ? "几" : "十多") + chinese[index]
      case .ja: return (count < 10 ? "数" : "十数") + japanese[index]
      case .ru: return (count < 10 ? "несколько " : "больше десяти ") + russianMany[index]
      }
    }
    let round = rounded(max(count, 1))
    switch language {
    case .en, .other:
      if isOne { return "about \(unit == .hour ? "an" : "a") \(english[index])" }
      return "about \(small(round)) \(english[index])s"
    case .ko: return "약 \(round)\(unit == .month ? "개월" : korean[index])"
    case .zh: return "大约\(round)\(chinese[index])"
    case .ja: return "約\(round)\(japanese[index])"
    case .ru:
      if isOne { return "около \(russianOne[index])" }
      return "около \(russianNumber(round)) \(russianMany[index])"
    }
  }

  private static func unit(_ text: some StringProtocol) -> Unit? {
    for (unit, words) in words where words.contains(where: { text.hasPrefix($0) }) { return unit }
    return nil
  }

  private static func small(_ number: Int) -> String {
    let words = [
      11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
      17: "seventeen", 18: "eighteen", 19: "nineteen",
    ]
    return words[number] ?? CountLadder.english(number)
  }

  private static func russianNumber(_ number: Int) -> String {
    let words = [
      2: "двух", 3: "трёх", 4: "четырёх", 5: "пяти", 6: "шести", 7: "семи", 8: "восьми",
      9: "девяти", 10: "десяти", 11: "одиннадцати", 12: "двенадцати", 20: "двадцати",
      30: "тридцати",
    ]
    return words[number] ?? "\(number)"
  }

  private static let words: [(Unit, [String])] = [
    (.month, ["month", "개월", "달", "月", "месяц"]),
    (.year, ["year", "년", "해", "年", "год", "лет"]),
    (.week, ["week", "주", "周", "星期", "礼拜", "週", "недел"]),
    (.day, ["day", "일", "날", "天", "日", "дней", "дня", "день", "сут"]),
    (.hour, ["hour", "시간", "小时", "钟头", "時間", "час"]),
    (.minute, ["minute", "분", "分", "минут"]),
  ]
  private static let english = ["year", "month", "week", "day", "hour", "minute"]
  private static let korean = ["년", "개월", "주", "일", "시간", "분"]
  private static let chinese = ["年", "个月", "个星期", "天", "个小时", "分钟"]
  private static let japanese = ["年", "か月", "週間", "日", "時間", "分"]
  private static let russianOne = ["года", "месяца", "недели", "суток", "часа", "минуты"]
  private static let russianMany = ["лет", "месяцев", "недель", "дней", "часов", "минут"]
}
