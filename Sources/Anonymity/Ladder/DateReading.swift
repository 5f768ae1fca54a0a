/// A date as a text tells it; any part may be missing.
struct ToldDate: Equatable {
  var year: Int?
  var month: Int?
  var day: Int?
  var season: Season?
  /// Of the month or season only a part is meant: early April, the end of May.
  var isPart = false
}

enum Season: Int { case winter, spring, summer, autumn }

/// Reads dates in English, Korean, Chinese, Russian, Japanese and in ISO form.
enum DateReading {
  /// `nil` when the text holds no date. An order that could be two (03/04/2024) gives the year only.
  static func read(_ text: String) -> ToldDate? {
    let characters = Array(text.lowercased().prefix(100))
    var date = ToldDate()
    date.month = month(text.lowercased())
    let named = date.month != nil
    date.season = named ? nil : season(text.lowercased())
    var loose: [(value: Int, digits: Int)] = []
    for found in numbers(characters) {
      let next =
        found.range.upperBound < characters.count ? characters[found.range.upperBound] : " "
      let after = next == " " ? following(characters, found.range.upperBound) : next
      switch after {
      case "년", "年": date.year = found.value
      case "월", "月": date.month = found.value
      case "일", "日", "号", "號": date.day = found.value
      default: loose.append((found.value, found.range.count))
      }
    }
    if date.year == nil, date.month == nil || named {
      place(loose, named: named, into: &date, text)
    }
    return valid(date)
  }

  private static func numbers(_ text: [Character]) -> [SpokenNumber.Found] {
    var out: [SpokenNumber.Found] = []
    var at = 0
    while at < text.count, out.count < 8 {
      if SpokenNumber.decimal(text[at]) != nil {
        // Spaces join no groups here: "9 2024" is two numbers.
        var end = at
        var value = 0
        while end < text.count, end - at < 9, let digit = SpokenNumber.decimal(text[end]) {
          value = value * 10 + digit
          end += 1
        }
        out.append(.init(value: value, range: at..<end))
        at = end
      } else if "〇零一二两三四五六七八九十".contains(text[at]),
        let found = SpokenNumber.all(in: Array(text[at...].prefix(8))).first,
        found.range.lowerBound == 0
      {
        out.append(.init(value: found.value, range: at..<at + found.range.count))
        at += found.range.count
      } else {
        at += 1
      }
    }
    return out
  }

  private static func following(_ text: [Character], _ at: Int) -> Character {
    text[min(at, text.count)...].first { $0 != " " }.flatMap {
      "년월일年月日号".contains($0) ? $0 : nil
    } ?? " "
  }

  private static func place(
    _ loose: [(value: Int, digits: Int)], named: Bool, into date: inout ToldDate, _ text: String
  ) {
    if let year = loose.first(where: { $0.digits == 4 }) { date.year = year.value }
    let rest = loose.filter { $0.digits <= 2 }
    if named || date.season != nil {
      date.day = named ? rest.first?.value : nil
      return
    }
    guard let year = loose.firstIndex(where: { $0.digits == 4 }) else { return }
    guard rest.count >= 2 else {
      date.month = rest.first?.value
      return
    }
    let (a, b) = (rest[0].value, rest[1].value)
    if year == 0 {
      (date.month, date.day) = (a, b)
    } else if a > 12 || text.contains(".") {
      (date.day, date.month) = (a, b)
    } else if b > 12 {
      (date.month, date.day) = (a, b)
    } else if a == b {
      (date.month, date.day) = (a, b)
    }
  }

  private static func valid(_ date: ToldDate) -> ToldDate? {
    if let year = date.year, !(1000...2999).contains(year) { return nil }
    if let month = date.month, !(1...12).contains(month) { return nil }
    if let day = date.day, !(1...31).contains(day) { return nil }
    return date.year == nil && date.month == nil ? nil : date
  }

  private static func month(_ text: String) -> Int? {
    for word in text.split(whereSeparator: { !$0.isLetter }) {
      for (index, stems) in months.enumerated()
      where stems.contains(where: { word == $0 || $0.count > 3 && word.hasPrefix($0) }) {
        return index + 1
      }
    }
    return nil
  }

  private static func season(_ text: String) -> Season? {
    for (season, words) in seasons where words.contains(where: { text.contains($0) }) {
      return season
    }
    return nil
  }

  private static let months: [[String]] = [
    ["jan", "january", "январ", "янв"], ["feb", "february", "феврал", "фев"],
    ["mar", "march", "март", "мар"], ["apr", "april", "апрел", "апр"],
    ["may", "май", "мая", "мае", "маю", "маем"], ["jun", "june", "июнь", "июня", "июне", "июню"],
    ["jul", "july", "июль", "июля", "июле", "июлю"], ["aug", "august", "август", "авг"],
    ["sep", "sept", "september", "сентябр", "сен"], ["oct", "october", "октябр", "окт"],
    ["nov", "november", "ноябр", "ноя"], ["dec", "december", "декабр", "дек"],
  ]
  private static let seasons: [(Season, [String])] = [
    (.spring, ["spring", "봄", "春", "весн"]),
    (.summer, ["summer", "여름", "夏", "лето", "летом", "лета"]),
    (.autumn, ["autumn", "fall", "가을", "秋", "осен"]), (.winter, ["winter", "겨울", "冬", "зим"]),
  ]
}
