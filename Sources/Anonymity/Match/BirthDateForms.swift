/// The ways in which people write a date, from an ISO date; anything else is sought as listed.
enum BirthDateForms {
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let russian = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
  private static let numerals = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  static func of(_ text: String) -> [Pattern.Form] {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12) ~= month, (1...31) ~= day
    else { return [Pattern.Form(text: text, demands: .numerals)] }
    return numeric(year, month, day) + words(year, month, day)
  }

  private static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

  private static func numeric(_ year: Int, _ month: Int, _ day: Int) -> [Pattern.Form] {
    let (y, m, d, short) = ("\(year)", two(month), two(day), two(year % 100))
    var forms = [[y, m, d], [d, m, y], [m, d, y]].map {
      Pattern.Form(text: $0.joined(separator: "-"), demands: .numerals)
    }
    // Without their zeros, or with two digits for the year, the separators are what tells.
    for (m, d) in [("\(month)", "\(day)"), (m, "\(day)"), ("\(month)", d), (m, d)] {
      for order in [
        [y, m, d], [d, m, y], [m, d, y], [short, m, d], [d, m, short], [m, d, short],
      ] {
        forms.append(
          Pattern.Form(text: order.joined(separator: "-"), demands: [.numerals, .sameGaps]))
      }
    }
    forms.append(Pattern.Form(text: short + m + d, demands: [.numerals, .sameGaps]))
    return forms
  }

  private static func words(_ year: Int, _ month: Int, _ day: Int) -> [Pattern.Form] {
    var texts: [String] = []
    let name = english[month - 1]
    for month in Set([name, String(name.prefix(3)), String(name.prefix(4))]) {
      for day in Set(["\(day)", two(day), "\(day)\(ordinal(day))"]) {
        texts += [
          "\(day) \(month) \(year)", "\(day) of \(month) \(year)", "\(month) \(day) \(year)",
          "\(month) the \(day) \(year)", "\(year) \(month) \(day)",
        ]
      }
    }
    for day in Set(["\(day)", two(day)]) {
      for ending in ["", "-е", "-го"] {
        texts.append("\(day)\(ending) \(russian[month - 1]) \(year)")
      }
      for month in Set(["\(month)", two(month)]) {
        for year in ["\(year)", two(year % 100)] {
          texts += [
            "\(year)년 \(month)월 \(day)일", "\(year)年\(month)月\(day)日", "\(year)年\(month)月\(day)号",
          ]
        }
      }
    }
    let digits = "\(year)".compactMap(\.wholeNumberValue).map { numerals[$0] }.joined()
    texts += ["日", "号"].map { "\(digits)年\(han(month))月\(han(day))\($0)" }
    return texts.map { Pattern.Form(text: $0, demands: .numerals) }
  }

  private static func ordinal(_ day: Int) -> String {
    if (11...13) ~= day { return "th" }
    return [1: "st", 2: "nd", 3: "rd"][day % 10] ?? "th"
  }

  /// A number below 100 in Chinese numerals.
  private static func han(_ n: Int) -> String {
    let units = n % 10 == 0 ? "" : numerals[n % 10]
    return n < 10 ? units : (n < 20 ? "" : numerals[n / 10]) + "十" + units
  }
}
