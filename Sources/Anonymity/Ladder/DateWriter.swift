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
  func season(_ season: Season, year: Int?, winterOf month: Int?) -> String {
    let index = season.rawValue
    guard let year else { return self.season(index) }
    let first = month == 12 ? year : year - 1
    let isTwo = season == .winter && month != nil
    let short = { (y: Int) in y % 100 < 10 ? "0\(y % 100)" : "\(y % 100)" }
    switch language {
    case .en, .other:
      let years = isTwo ? "\(first)–\(short(first + 1))" : "\(year)"
      return "\(self.season(index)) \(years)"
    case .ko:
      return (isTwo ? "\(first)~\(first + 1)년 " : "\(year)년 ") + self.season(index)
    case .zh: return (isTwo ? "\(first)至\(first + 1)年" : "\(year)年") + self.season(index)
    case .ja:
      return (isTwo ? "\(first)年から\(first + 1)年の" : "\(year)年の") + self.season(index)
    case .ru:
      return self.season(index) + " " + (isTwo ? "\(first)/\(short(first + 1))" : "\(year)")
        + " года"
    }
  }

  /// The season of no year.
  private func season(_ index: Int) -> String {
    switch language {
    case .en, .other: (isWhen ? "in " : "") + ["winter", "spring", "summer", "autumn"][index]
    case .ko: ["겨울", "봄", "여름", "가을"][index] + (isWhen ? "에" : "")
    case .zh: ["冬天", "春天", "夏天", "秋天"][index]
    case .ja: ["冬", "春", "夏", "秋"][index] + (isWhen ? "に" : "")
    case .ru:
      (isWhen ? ["зимой", "весной", "летом", "осенью"] : ["зима", "весна", "лето", "осень"])[index]
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
