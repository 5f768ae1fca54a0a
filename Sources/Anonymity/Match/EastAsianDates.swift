/// Dates as Korea, China and Japan write them, with the years of their own calendars.
enum EastAsianDates {
  private static let numerals = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  static func of(_ date: ListedDate) -> [String] {
    var texts: [String] = []
    for day in date.days {
      for month in date.months {
        for year in ["\(date.year)", date.shortYear] {
          texts += [
            "\(year)년 \(month)월 \(day)일", "\(year)年\(month)月\(day)日", "\(year)年\(month)月\(day)号",
            // As it is said: 八三年二月五.
            "\(year)年\(month)月\(day)",
          ]
        }
      }
    }
    let digits = "\(date.year)".compactMap(\.wholeNumberValue).map { numerals[$0] }
    for year in [digits.joined(), digits.suffix(2).joined()] {
      texts += ["日", "号", ""].map { "\(year)年\(han(date.month))月\(han(date.day))\($0)" }
    }
    return texts + juche(date) + japanese(date)
  }

  /// Whether a Chinese number goes on behind a hit: 二月十 in 二月十五.
  static func goesOn(_ text: Span<UInt8>, _ end: Int) -> Bool {
    func isNumeral(_ neighbour: Neighbour) -> Bool {
      neighbour.scalar.map(Lookalikes.isHanNumeral) ?? false
    }
    let next = Neighbour.after(text, end)
    return next.offset == end && isNumeral(next) && isNumeral(.before(text, end))
  }

  /// The years of Juche and of the Chinese republic both begin with 1912.
  private static func juche(_ date: ListedDate) -> [String] {
    let year = date.year - 1911
    guard year > 0 else { return [] }
    let (month, day) = (date.month, date.day)
    var texts = [
      "주체\(year)년 \(month)월 \(day)일", "주체\(year) \(date.year)년 \(month)월 \(day)일",
      "주체 \(year) \(date.year) \(month) \(day)", "主体\(year)年\(month)月\(day)日",
      "主体\(year) \(date.year)年\(month)月\(day)日", "民國\(year)年\(month)月\(day)日",
      "民国\(year)年\(month)月\(day)日",
    ]
    let name = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ][month - 1]
    for end in ["Juche \(year) \(date.year)", "Juche \(year)"] {
      texts += ["\(name) \(day) \(end)", "\(day) \(name) \(end)", "\(end) \(name) \(day)"]
    }
    return texts
  }

  /// The Japanese eras since 1926; the year of a change has both.
  private static func japanese(_ date: ListedDate) -> [String] {
    let eras = [("昭和", "S", 1926, 1989), ("平成", "H", 1989, 2019), ("令和", "R", 2019, 9999)]
    return eras.filter { date.year >= $0.2 && date.year <= $0.3 }.flatMap { era -> [String] in
      let year = date.year - era.2 + 1
      let years = year == 1 ? ["1", "元"] : ["\(year)"]
      return years.map { "\(era.0)\($0)年\(date.month)月\(date.day)日" }
        + ["\(era.1)\(year)年\(date.month)月\(date.day)日"]
    }
  }

  /// A number below 100 in Chinese numerals.
  private static func han(_ n: Int) -> String {
    let units = n % 10 == 0 ? "" : numerals[n % 10]
    return n < 10 ? units : (n < 20 ? "" : numerals[n / 10]) + "十" + units
  }
}
