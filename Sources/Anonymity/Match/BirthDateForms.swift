/// The ways in which people write a date, from an ISO date; anything else is sought as listed.
enum BirthDateForms {
  static func of(_ text: String) -> [Pattern.Form] {
    forms(text).map { Pattern.Form(text: $0.text, demands: $0.demands.union(.birth)) }
  }

  private static func forms(_ text: String) -> [Pattern.Form] {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12) ~= month, (1...31) ~= day
    else { return [Pattern.Form(text: text, demands: .numerals)] }
    let date = ListedDate(year: year, month: month, day: day)
    let words = AlphabeticDates.of(date) + EastAsianDates.of(date)
    return numeric(date) + words.map { Pattern.Form(text: $0, demands: .numerals) }
  }

  private static func numeric(_ date: ListedDate) -> [Pattern.Form] {
    let (y, m, d) = ("\(date.year)", ListedDate.two(date.month), ListedDate.two(date.day))
    let short = date.shortYear
    var forms = [[y, m, d], [d, m, y], [m, d, y]].map {
      Pattern.Form(text: $0.joined(separator: "-"), demands: .numerals)
    }
    // Without their zeros, or with two digits for the year, the separators are what tells.
    for (m, d) in [
      ("\(date.month)", "\(date.day)"), (m, "\(date.day)"), ("\(date.month)", d), (m, d),
    ] {
      for order in [
        [y, m, d], [d, m, y], [m, d, y], [short, m, d], [d, m, short], [m, d, short], [y, d, m],
      ] {
        forms.append(
          Pattern.Form(text: order.joined(separator: "-"), demands: [.numerals, .sameGaps]))
      }
    }
    forms.append(Pattern.Form(text: short + m + d, demands: [.numerals, .sameGaps]))
    return forms
  }
}

/// A date of the calendar, taken apart.
struct ListedDate {
  let year: Int
  let month: Int
  let day: Int

  static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

  /// The year's last two digits.
  var shortYear: String { Self.two(year % 100) }

  /// The day as one or two digits, each once.
  var days: [String] { day < 10 ? ["\(day)", Self.two(day)] : ["\(day)"] }
  var months: [String] { month < 10 ? ["\(month)", Self.two(month)] : ["\(month)"] }
}
