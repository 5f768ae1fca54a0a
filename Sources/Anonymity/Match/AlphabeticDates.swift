/// Dates with the month in words, in languages of an alphabet.
enum AlphabeticDates {
  private static func months(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  private static let english = months(
    "January February March April May June July August September October November December")
  /// Russian months: of the month, the month, and cut short.
  private static let russian = months(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
  private static let nominative = months(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")
  private static let short = months("янв фев мар апр мая июн июл авг сен окт ноя дек")
  private static let longer = [2: "февр", 9: "сент", 11: "нояб"]
  /// Ukrainian, German and French, day first.
  private static let others = [
    months(
      "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
    months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    months(
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
  ]
  private static let roman = months("I II III IV V VI VII VIII IX X XI XII")

  static func of(_ date: ListedDate) -> [String] {
    let place = date.month - 1
    let year = "\(date.year)"
    var texts = inEnglish(date)
    for day in date.days {
      for month in [russian[place], nominative[place], short[place], longer[date.month]].compactMap(
        \.self)
      {
        texts += ["\(day) \(month) \(year)", "\(month) \(day) \(year)"]
      }
      for ending in ["-е", "-го", "-ое"] {
        texts.append("\(day)\(ending) \(russian[place]) \(year)")
      }
      texts += [
        "\(day) \(russian[place]) \(date.shortYear)",
        "\(day)-го \(russian[place]) \(date.shortYear)",
        "\(year) года \(day) \(russian[place])", "\(year) г \(day) \(russian[place])",
        "\(day) \(roman[place]) \(year)", "\(day) \(roman[place]) \(date.shortYear)",
      ]
      texts += others.map { "\(day) \($0[place]) \(year)" }
    }
    return texts
  }

  private static func inEnglish(_ date: ListedDate) -> [String] {
    let name = english[date.month - 1]
    let names =
      date.month == 9
      ? [name, "Sep", "Sept"] : name.count > 3 ? [name, String(name.prefix(3))] : [name]
    var texts: [String] = []
    for month in names {
      for day in date.days + ["\(date.day)\(ordinal(date.day))"] {
        let year = "\(date.year)"
        texts += [
          "\(day) \(month) \(year)", "\(day) of \(month) \(year)", "\(month) \(day) \(year)",
          "\(month) the \(day) \(year)", "\(year) \(month) \(day)",
          "\(day) \(month) \(date.shortYear)", "\(month) \(day) \(date.shortYear)",
        ]
      }
    }
    return texts
  }

  private static func ordinal(_ day: Int) -> String {
    if (11...13) ~= day { return "th" }
    return [1: "st", 2: "nd", 3: "rd"][day % 10] ?? "th"
  }
}
