/// Writes coarse dates in the languages of output.
struct DateWriter {
  let language: Language
  let isWhen: Bool

  func month(_ month: Int, year: Int?) -> String {
    let index = month - 1
    switch language {
    case .en, .other:
      let text = Self.english[index] + (year.map { " \($0)" } ?? "")
      return isWhen ? "in " + text : text
    case .ko: return (year.map { "\($0)년 " } ?? "") + "\(month)월" + (isWhen ? "에" : "")
    case .zh: return (year.map { "\($0)年" } ?? "") + "\(month)月"
    case .ja: return (year.map { "\($0)年" } ?? "") + "\(month)月" + (isWhen ? "に" : "")
    case .ru:
      let name = isWhen ? "в " + Self.russianIn[index] : Self.russian[index]
      return name + (year.map { " \($0) года" } ?? "")
    }
  }

  /// `winterOf`: the month, by which a winter is told in two years; `nil` keeps the year as told.
  func season(_ season: Season, year: Int, winterOf month: Int?) -> String {
    let first = month == 12 ? year : year - 1
    let isTwo = season == .winter && month != nil
    let short = { (y: Int) in y % 100 < 10 ? "0\(y % 100)" : "\(y % 100)" }
    let index = season.rawValue
    switch language {
    case .en, .other:
      let years = isTwo ? "\(first)–\(short(first + 1))" : "\(year)"
      let text = "\(["winter", "spring", "summer", "autumn"][index]) \(years)"
      return isWhen ? "in " + text : text
    case .ko:
      let years = isTwo ? "\(first)~\(first + 1)년" : "\(year)년"
      return "\(years) \(["겨울", "봄", "여름", "가을"][index])" + (isWhen ? "에" : "")
    case .zh:
      let years = isTwo ? "\(first)至\(first + 1)年" : "\(year)年"
      return years + ["冬天", "春天", "夏天", "秋天"][index]
    case .ja:
      let years = isTwo ? "\(first)年から\(first + 1)年の" : "\(year)年の"
      return years + ["冬", "春", "夏", "秋"][index] + (isWhen ? "に" : "")
    case .ru:
      let years = isTwo ? "\(first)/\(short(first + 1))" : "\(year)"
      let names =
        isWhen ? ["зимой", "весной", "летом", "осенью"] : ["зима", "весна", "лето", "осень"]
      return "\(names[index]) \(years) года"
    }
  }

  func year(_ year: Int) -> String {
    switch language {
    case .en, .other: isWhen ? "in \(year)" : "\(year)"
    case .ko: "\(year)년" + (isWhen ? "에" : "")
    case .zh: "\(year)年"
    case .ja: "\(year)年" + (isWhen ? "に" : "")
    case .ru: isWhen ? "в \(year) году" : "\(year) год"
    }
  }

  func decade(_ year: Int) -> String {
    switch language {
    case .en, .other: isWhen ? "in the \(year)s" : "the \(year)s"
    case .ko: "\(year)년대" + (isWhen ? "에" : "")
    case .zh: year % 100 == 0 ? "\(year / 100 + 1)世纪头十年" : "\(year / 100 + 1)世纪\(year % 100)年代"
    case .ja: "\(year)年代" + (isWhen ? "に" : "")
    case .ru: isWhen ? "в \(year)-е годы" : "\(year)-е годы"
    }
  }

  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let russian = [
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
    "ноябрь", "декабрь",
  ]
  private static let russianIn = [
    "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре",
    "октябре", "ноябре", "декабре",
  ]
}
