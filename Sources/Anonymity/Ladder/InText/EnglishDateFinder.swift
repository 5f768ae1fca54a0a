/// Dates in English prose: on 9 May 2024, May 9th, from 3 to 9 May, the morning of May 9.
enum EnglishDateFinder {
  /// A date that begins at a unit: at a number, a month or a season.
  static func find(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    guard let read = read(text, at) else { return nil }
    guard var level = rules.date.level else {
      return Spotted(.date, read.range, core: read.range, nil, .en)
    }
    level = BirthYears.level(text, before: read.range.lowerBound, level, rules)
    if read.dates.allSatisfy({ $0.isAsCoarse(as: level) }) {
      return Spotted(staying: .date, read.range)
    }
    return worded(read, text, level)
  }

  private struct Reading {
    var range: Range<Int>
    /// One, or the first and last of a stretch.
    var dates: [ToldDate]
  }

  // MARK: Reading

  private static func read(_ text: LadderText, _ at: Int) -> Reading? {
    if text.kind(at - 1).isWord { return nil }
    if let month = month(text, at) { return monthFirst(text, at, month) }
    if let season = seasons[text.wordString(at: at)] {
      let end = text.word(at: at).upperBound
      let year = text.year(at: text.skip(end))
      let part = DatePart.english(text, before: at)
      if year != nil || part != nil {
        return Reading(
          range: (part ?? at)..<(year?.range.upperBound ?? end),
          dates: [ToldDate(year: year?.value, season: season, isPart: part != nil)])
      }
    }
    if let read = dayFirst(text, at) { return read }
    return lonelyYear(text, at)
  }

  private static func month(_ text: LadderText, _ at: Int) -> (number: Int, end: Int)? {
    guard text.isCapital(at), let number = months[text.wordString(at: at)] else { return nil }
    var end = text.word(at: at).upperBound
    // "May Day" is a feast, "March on" no month either; "Sept." takes its stop along.
    if ["day", "fair", "hare"].contains(text.wordString(at: text.skip(end))) { return nil }
    if text[end] == ".", end - at <= 4, text.kind(text.skip(end + 1)) == .digit { end += 1 }
    return (number, end)
  }

  /// 9, 9th, ninth, twenty-first: 1 to 31.
  private static func day(_ text: LadderText, _ at: Int) -> (value: Int, end: Int)? {
    if let number = text.smallNumber(at: at), (1...31).contains(number.value) {
      var end = number.range.upperBound
      if let suffix = text.end(ofAny: ["st", "nd", "rd", "th"], at: end)?.end,
        !text.kind(suffix).isLetter
      {
        end = suffix
      }
      return text.kind(end).isLetter ? nil : (number.value, end)
    }
    let word = text.word(at: at)
    if let value = ordinals[text.string(word)] { return (value, word.upperBound) }
    guard let tens = ["twenty": 20, "thirty": 30][text.string(word)],
      "- ".contains(text[word.upperBound])
    else { return nil }
    let ones = text.word(at: word.upperBound + 1)
    guard let value = ordinals[text.string(ones)], value < 10, tens + value <= 31 else {
      return nil
    }
    return (tens + value, ones.upperBound)
  }

  private static func dayFirst(_ text: LadderText, _ at: Int) -> Reading? {
    guard let first = day(text, at), !numbered.contains(text.stringBefore(at)) else { return nil }
    var days = [first.value]
    var end = first.end
    // 9–12 May, 9 and 12 May, 9 to 12 May.
    if let joined = join(text, end), let second = day(text, joined) {
      days.append(second.value)
      end = second.end
    }
    var next = text.skip(end)
    if let of = text.end(of: "of ", at: next) { next = of }
    if text[next] == "-" { next += 1 }
    guard next > end, let month = self.month(text, next) else { return nil }
    var dates = days.map { ToldDate(month: month.number, day: $0) }
    end = month.end
    if let year = year(text, end) {
      dates = dates.map { ToldDate(year: year.value, month: $0.month, day: $0.day) }
      end = year.end
    }
    return stretched(Reading(range: at..<end, dates: dates), text)
  }

  private static func monthFirst(
    _ text: LadderText, _ at: Int, _ month: (number: Int, end: Int)
  ) -> Reading? {
    var date = ToldDate(month: month.number)
    var end = month.end
    var start = at
    var last: Int?
    if let first = day(text, text.skip(end)), text.skip(end) > end,
      text.smallNumber(at: text.skip(end)) != nil || first.end > text.skip(end)
    {
      date.day = first.value
      end = first.end
      if let joined = join(text, end), let second = day(text, joined),
        self.month(text, text.skip(second.end)) == nil
      {
        last = second.value
        end = second.end
      }
    }
    let year = year(text, end)
    if let year {
      date.year = year.value
      end = year.end
    }
    if date.day == nil {
      // A month alone is one only where something says so: March may be a name or a walk.
      let before = text.stringBefore(at)
      if let part = DatePart.english(text, before: at) {
        start = part
        date.isPart = true
      } else if year == nil, !monthSigns.contains(before) {
        return nil
      }
    }
    var dates = [date]
    if let last { dates.append(ToldDate(year: date.year, month: date.month, day: last)) }
    return stretched(Reading(range: start..<end, dates: dates), text)
  }

  /// A second whole date after "to" or a dash.
  private static func stretched(_ read: Reading, _ text: LadderText) -> Reading {
    guard read.dates.count == 1, let joined = join(text, read.range.upperBound),
      let second = month(text, joined).flatMap({ monthFirst(text, joined, $0) })
        ?? dayFirst(text, joined), second.dates.count == 1, second.range.lowerBound == joined
    else { return read }
    var first = read.dates[0]
    first.year = first.year ?? second.dates[0].year
    return Reading(
      range: read.range.lowerBound..<second.range.upperBound, dates: [first, second.dates[0]])
  }

  private static func year(_ text: LadderText, _ end: Int) -> (value: Int, end: Int)? {
    var at = end
    if text[at] == "," { at += 1 }
    at = text.skip(at)
    if let of = text.end(of: "of ", at: at) { at = of }
    guard at > end, let year = text.year(at: at) else { return nil }
    return (year.value, year.range.upperBound)
  }

  /// Past a dash, "to", "and" or "or".
  private static func join(_ text: LadderText, _ end: Int) -> Int? {
    let at = text.skip(end)
    if "-–—".contains(text[at]) { return text.skip(at + 1) }
    let word = text.word(at: at)
    guard at > end, ["to", "and", "or", "until", "till", "through"].contains(text.string(word))
    else {
      return nil
    }
    return text.skip(word.upperBound)
  }

  /// A year after a word of time, for those levels that ask for less than a year.
  private static func lonelyYear(_ text: LadderText, _ at: Int) -> Reading? {
    guard let year = text.year(at: at), !"-/.:,".contains(text[at - 1]),
      let word = text.wordBefore(at), yearSigns.contains(text.string(word))
    else { return nil }
    let next = text.wordString(at: text.skip(year.range.upperBound))
    if text[year.range.upperBound] == "-" || units.contains(next) { return nil }
    return Reading(range: year.range, dates: [ToldDate(year: year.value)])
  }

  // MARK: Wording

  private static func worded(_ read: Reading, _ text: LadderText, _ level: DateLevel) -> Spotted {
    var core = read.range
    if let bracket = bracketedWeekday(text, core.upperBound) { core = core.lowerBound..<bracket }
    // The day of the week leaves four or five days of a month.
    if let weekday = weekday(before: core.lowerBound, text) { core = weekday..<core.upperBound }
    if let the = text.wordBefore(core.lowerBound), text.string(the) == "the",
      ordinalForm(text, read.range.lowerBound)
    {
      core = the.lowerBound..<core.upperBound
    }
    let told = read.dates.map { CoarseDate($0, at: level) }
    guard let first = told.first ?? nil, let last = told.last ?? nil else {
      return Spotted(.date, core, nil, .en)
    }
    let lead = text.wordBefore(core.lowerBound)
    let word = lead.map { text.string($0) } ?? ""
    if first.text(in: .en, isWhen: false) != last.text(in: .en, isWhen: false) {
      let both = "\(first.text(in: .en, isWhen: false)) to \(last.text(in: .en, isWhen: false))"
      let joined =
        word == "between" ? both.replacing(" to ", with: " and ", maxReplacements: 1) : both
      guard word == "on", let lead else { return Spotted(.date, core, joined, .en) }
      return spotted(
        lead.lowerBound..<core.upperBound, core,
        "between " + joined.replacing(" to ", with: " and ", maxReplacements: 1), text)
    }
    if read.dates.count == 1, let lead,
      DateBound.english.contains(word) || DateBound.isEve(text, of: lead)
    {
      return spotted(core, core, DateBound.words(first, of: read.dates[0], in: .en), text)
    }
    return single(first, read.dates, core, lead, word, text)
  }

  private static func single(
    _ date: CoarseDate, _ dates: [ToldDate], _ core: Range<Int>, _ lead: Range<Int>?,
    _ word: String,
    _ text: LadderText
  ) -> Spotted {
    let noun = date.text(in: .en, isWhen: false)
    let when = date.text(in: .en, isWhen: true)
    let isStretch = dates.count > 1
    // "Early in April she came."
    if dates[0].isPart, text.string(core).contains(" in ") {
      return spotted(core, core, when, text)
    }
    if let lead {
      let whole = lead.lowerBound..<core.upperBound
      // "At the end of May", "towards mid-June".
      if dates[0].isPart, ["at", "in", "on", "around", "towards", "toward", "near"].contains(word) {
        return spotted(whole, core, when, text)
      }
      if word == "on" || isStretch && ["from", "between"].contains(word) {
        return spotted(whole, core, when, text)
      }
      if word == "of", let day = partOfDay(before: lead.lowerBound, text) {
        return spotted(day.start..<core.upperBound, core, "one \(day.word) " + when, text)
      }
      if articles.contains(word), noun.hasPrefix("the ") {
        return spotted(core, core, String(noun.dropFirst(4)), text)
      }
      if kept.contains(word) || articles.contains(word) { return spotted(core, core, noun, text) }
      return spotted(core, core, when, text)
    }
    let opens = text.opensSentence(core.lowerBound) && !text.isWholeLine(core)
    let isClause = opens && text[core.upperBound] == ","
    return spotted(core, core, isClause ? when : noun, text)
  }

  /// With a capital where the words that go had one.
  private static func spotted(
    _ range: Range<Int>, _ core: Range<Int>, _ words: String, _ text: LadderText
  ) -> Spotted {
    let isFirst =
      text.opensSentence(range.lowerBound)
      && (text.isCapital(range.lowerBound) || text.kind(range.lowerBound) == .digit)
    return Spotted(.date, range, core: core, isFirst ? capitalised(words) : words, .en)
  }

  private static func ordinalForm(_ text: LadderText, _ at: Int) -> Bool {
    guard let day = day(text, at) else { return false }
    return text.kind(day.end - 1).isLetter
  }

  private static func weekday(before at: Int, _ text: LadderText) -> Int? {
    var end = text.skipBack(at)
    if end > text.floor, text[end - 1] == "," { end -= 1 }
    guard let word = text.wordBefore(end), word.upperBound == end,
      weekdays.contains(text.string(word))
    else { return nil }
    return word.lowerBound
  }

  private static func bracketedWeekday(_ text: LadderText, _ end: Int) -> Int? {
    let open = text.skip(end)
    guard text[open] == "(" else { return nil }
    let word = text.word(at: open + 1)
    return weekdays.contains(text.string(word)) && text[word.upperBound] == ")"
      ? word.upperBound + 1 : nil
  }

  /// "on the morning (of)": where it begins.
  private static func partOfDay(before at: Int, _ text: LadderText) -> (start: Int, word: String)? {
    guard let part = text.wordBefore(at), dayParts.contains(text.string(part)),
      let the = text.wordBefore(part.lowerBound), text.string(the) == "the"
    else { return nil }
    let word = text.string(part)
    if let on = text.wordBefore(the.lowerBound), ["on", "in"].contains(text.string(on)) {
      return (on.lowerBound, word)
    }
    return (the.lowerBound, word)
  }

  // MARK: Words

  private static let months: [String: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12,
  ]
  private static let seasons: [String: Season] = [
    "winter": .winter, "spring": .spring, "summer": .summer, "autumn": .autumn, "fall": .autumn,
  ]
  private static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
  ]
  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
  ]
  private static let dayParts: Set<String> = [
    "morning", "evening", "night", "afternoon", "day", "dawn", "weekend", "week",
  ]
  /// A number after these names a thing: page 9.
  private static let numbered: Set<String> = [
    "page", "pages", "p", "pp", "no", "number", "room", "chapter", "section", "line", "article",
    "figure", "table", "version", "floor", "bus", "platform", "gate", "route", "item", "note",
  ]
  private static let articles: Set<String> = [
    "the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "my", "your", "last",
    "next", "s", "every", "each",
  ]
  /// After these the date stands as a noun.
  private static let kept: Set<String> = [
    "from", "since", "until", "till", "to", "by", "before", "after", "around", "about", "through",
    "between", "dated", "and", "or", "during", "in", "than", "for", "of", "as", "circa", "is",
    "was", "throughout", "past", "early", "late", "mid", "at",
  ]
  private static let monthSigns: Set<String> = [
    "in", "since", "until", "till", "by", "last", "next", "this", "of", "from", "during", "before",
    "after", "to", "through", "every", "around", "past", "each",
  ]
  private static let yearSigns: Set<String> = [
    "in", "since", "until", "till", "by", "from", "during", "before", "after", "of", "around",
    "year", "circa",
  ]
  /// What is counted is no year.
  private static let units: Set<String> = [
    "people", "workers", "yuan", "dollars", "won", "roubles", "rubles", "euros", "yen",
    "kilometres",
    "kilometers", "miles", "metres", "meters", "feet", "tons", "tonnes", "kilos", "kilograms",
    "times", "pages", "words", "houses", "men", "women", "square", "hours", "days", "percent",
  ]
}
