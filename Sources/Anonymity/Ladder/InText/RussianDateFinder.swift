/// Dates in Russian prose: 9 мая 2024 года, с 9 по 12 мая, в ночь на 9 мая, в мае 2024 г.
enum RussianDateFinder {
  static func find(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    guard !text.kind(at - 1).isWord, let (range, dates) = read(text, at) else { return nil }
    guard var level = rules.date.level else { return Spotted(.date, range, nil, .ru) }
    level = BirthYears.level(text, before: range.lowerBound, level, rules)
    if dates.allSatisfy({ $0.isAsCoarse(as: level) }) {
      return Spotted(staying: .date, range)
    }
    return worded(range, dates, text, level)
  }

  // MARK: Reading

  private static func read(_ text: LadderText, _ at: Int) -> (Range<Int>, [ToldDate])? {
    if let month = month(text, at, anyCase: true) {
      let year = year(text, month.end)
      let range = at..<(year?.end ?? month.end)
      if let part = DatePart.russian(text, before: at) {
        return (
          part..<range.upperBound, [ToldDate(year: year?.value, month: month.number, isPart: true)]
        )
      }
      // A month alone is one after its preposition.
      guard year != nil || text.wordBefore(at).map({ leads[text.string($0)] != nil }) == true else {
        return nil
      }
      return (range, [ToldDate(year: year?.value, month: month.number)])
    }
    if let season = seasons[text.wordString(at: at)], let part = DatePart.russian(text, before: at)
    {
      let word = text.word(at: at)
      let year = year(text, word.upperBound)
      return (
        part..<(year?.end ?? word.upperBound),
        [ToldDate(year: year?.value, season: season, isPart: true)]
      )
    }
    guard let first = day(text, at) else { return nil }
    var days = [(day: first.value, month: nil as Int?)]
    var end = first.end
    if let own = month(text, text.skip(end)) ?? saidMonth(text, at, text.skip(end)) {
      days[0].month = own.number
      end = own.end
    }
    if let joined = join(text, end), let second = day(text, joined),
      let month = month(text, text.skip(second.end))
    {
      days.append((second.value, month.number))
      end = month.end
    }
    guard let month = days.last?.month else { return nil }
    let year = year(text, end)
    if days[0].month == 5, year == nil, isFeast(text, at, end) { return nil }
    return (
      at..<(year?.end ?? end),
      days.map { ToldDate(year: year?.value, month: $0.month ?? month, day: $0.day) }
    )
  }

  /// Улица 1 Мая, праздник 9 Мая: a name, with a capital.
  private static func isFeast(_ text: LadderText, _ at: Int, _ end: Int) -> Bool {
    text.wordBefore(end).map { text.isCapital($0.lowerBound) } ?? false
  }

  private static func day(_ text: LadderText, _ at: Int) -> (value: Int, end: Int)? {
    if let number = text.smallNumber(at: at), (1...31).contains(number.value) {
      var end = number.range.upperBound
      if text[end] == "-", let tail = text.end(ofAny: ["-го", "-ого", "-е", "-ое"], at: end)?.end {
        end = tail
      }
      return (number.value, end)
    }
    // "О первом мая" asks for a case in which no month is told.
    guard let day = RussianOrdinal.number(text, at), day.value <= 31, text[day.end - 1] != "м"
    else {
      return nil
    }
    return day
  }

  private static func month(
    _ text: LadderText, _ at: Int, anyCase: Bool = false
  ) -> (number: Int, end: Int)? {
    let word = text.word(at: at)
    let string = text.string(word)
    for (index, stem) in stems.enumerated() where string.hasPrefix(stem) {
      let ending = string.dropFirst(stem.count)
      let endings: Set<Substring> =
        index == 4
        ? ["й", "я", "ю", "е", "ем"] : ["", "ь", "я", "а", "ю", "у", "е", "ем", "ём", "ом"]
      guard
        anyCase ? endings.contains(ending) && !text.isCapital(at) : ending == "я" || ending == "а"
      else { continue }
      return (index + 1, word.upperBound)
    }
    return nil
  }

  /// Девятого четвёртого: the month by its number, where a year follows or a birth is told before.
  private static func saidMonth(
    _ text: LadderText, _ start: Int, _ at: Int
  ) -> (number: Int, end: Int)? {
    guard let month = RussianOrdinal.number(text, at), (1...12).contains(month.value),
      text.string(at..<month.end).hasSuffix("го")
    else { return nil }
    let before = text.stringBefore(start)
    let isBirth = before.hasPrefix("родил") || before.hasPrefix("рожден") || before == "рождён"
    guard isBirth || year(text, month.end) != nil else { return nil }
    return (month.value, month.end)
  }

  private static func year(_ text: LadderText, _ end: Int) -> (value: Int, end: Int)? {
    let at = text.skip(end)
    guard at > end else { return nil }
    if let said = RussianOrdinal.year(text, at) {
      let word = text.word(at: text.skip(said.end))
      let isYear = ["год", "года", "году", "годом"].contains(text.string(word))
      let value = said.isShort ? SaidYear.full(said.value) : said.value
      return (value, isYear ? word.upperBound : said.end)
    }
    guard let year = text.year(at: at) else { return nil }
    let next = text.skip(year.range.upperBound)
    let word = text.word(at: next)
    if ["год", "года", "году", "годом"].contains(text.string(word)) {
      return (year.value, word.upperBound)
    }
    if text.string(word) == "г", text[word.upperBound] == "." {
      // The stop of the last word of a sentence stays.
      return (
        year.value,
        text.kind(word.upperBound + 1) == .newline ? word.upperBound : word.upperBound + 1
      )
    }
    return (year.value, year.range.upperBound)
  }

  private static func join(_ text: LadderText, _ end: Int) -> Int? {
    let at = text.skip(end)
    if "-–—".contains(text[at]) { return text.skip(at + 1) }
    let word = text.word(at: at)
    return at > end && ["по", "и", "до", "или"].contains(text.string(word))
      ? text.skip(word.upperBound) : nil
  }

  // MARK: Wording

  private static func worded(
    _ range: Range<Int>, _ dates: [ToldDate], _ text: LadderText, _ level: DateLevel
  ) -> Spotted {
    var core = range
    var end = text.skipBack(core.lowerBound)
    if end > text.floor, text[end - 1] == "," { end -= 1 }
    var lead = text.wordBefore(core.lowerBound)
    if let day = text.wordBefore(end), day.upperBound == end, weekdays.contains(text.string(day)) {
      // "В четверг, 9 мая, …" has a comma on either side.
      let isComma = text[core.upperBound] == "," && end < text.skipBack(core.lowerBound)
      core = day.lowerBound..<core.upperBound + (isComma ? 1 : 0)
      lead = text.wordBefore(core.lowerBound)
    }
    let told = dates.map { CoarseDate($0, at: level) }
    guard let first = told.first ?? nil, let last = told.last ?? nil else {
      return Spotted(.date, core, nil, .ru)
    }
    let word = lead.map { text.string($0) } ?? ""
    if phrase(first, .nominative) != phrase(last, .nominative) {
      let isFrom = ["с", "со", "между"].contains(word)
      let words = "с \(phrase(first, .genitive)) по \(phrase(last, .accusative))"
      return spotted(
        isFrom ? (lead?.lowerBound ?? core.lowerBound)..<core.upperBound : core, core, words, text)
    }
    // "Начало мая" as a subject has a gender.
    if dates[0].isPart, !["в", "во", "на", "от"].contains(word), !DateBound.russian.contains(word) {
      return Spotted(.date, core, nil, .ru)
    }
    if dates[0].isPart, word == "на", let lead {
      return spotted(lead.lowerBound..<core.upperBound, core, phrase(first, .when), text)
    }
    guard let lead else {
      let isNoun = text.isWholeLine(core) || "(:".contains(text[text.skipBack(core.lowerBound) - 1])
      return spotted(core, core, phrase(first, isNoun ? .nominative : .when), text)
    }
    let whole = lead.lowerBound..<core.upperBound
    if dates.count > 1, ["с", "со", "между"].contains(word) {
      return spotted(whole, core, phrase(first, .when), text)
    }
    if word == "на", let night = text.wordBefore(lead.lowerBound), text.string(night) == "ночь",
      let into = text.wordBefore(night.lowerBound), text.string(into) == "в"
    {
      return spotted(
        into.lowerBound..<core.upperBound, core, "одной ночью " + phrase(first, .when), text)
    }
    if dates.count == 1, DateBound.russian.contains(word) {
      let isInstrumental = word == "перед"
      return spotted(
        core, core,
        DateBound.russian(
          first, of: dates[0], leads[word] ?? .genitive, isInstrumental: isInstrumental), text)
    }
    switch leads[word] {
    case .when: return spotted(whole, core, phrase(first, .when), text)
    case nil: return spotted(core, core, phrase(first, .when), text)
    case let form?: return spotted(core, core, phrase(first, form), text)
    }
  }

  private static func spotted(
    _ range: Range<Int>, _ core: Range<Int>, _ words: String, _ text: LadderText
  ) -> Spotted {
    let isFirst =
      text.opensSentence(range.lowerBound)
      && (text.isCapital(range.lowerBound) || text.kind(range.lowerBound) == .digit)
    return Spotted(.date, range, core: core, isFirst ? capitalised(words) : words, .ru)
  }

  enum Form: Int { case nominative, genitive, dative, accusative, when }

  static func phrase(_ date: CoarseDate, _ form: Form) -> String {
    if form == .when || form == .nominative { return date.text(in: .ru, isWhen: form == .when) }
    let index = form.rawValue - 1
    switch date {
    case .month(let month, let year):
      let name =
        form == .accusative
        ? CoarseDate.month(month, year: nil).text(in: .ru, isWhen: false)
        : stems[month - 1] + (month == 3 || month == 8 ? ["а", "у"] : ["я", "ю"])[index]
      return name + (year.map { " \($0) года" } ?? "")
    case .season(let season, _, _):
      let names = [
        ["зимы", "зиме", "зиму"], ["весны", "весне", "весну"], ["лета", "лету", "лето"],
        ["осени", "осени", "осень"],
      ]
      let rest = date.text(in: .ru, isWhen: false).split(separator: " ").dropFirst()
      return ([names[season.rawValue][index]] + rest.map(String.init)).joined(separator: " ")
    case .year(let year): return "\(year) " + ["года", "году", "год"][index]
    case .decade(let year): return "\(year)-" + ["х годов", "м годам", "е годы"][index]
    }
  }

  /// What case a preposition asks for.
  static let leads: [String: Form] = {
    var out: [String: Form] = [
      "в": .when, "во": .when, "к": .dative, "ко": .dative, "на": .accusative, "по": .accusative,
    ]
    for word in [
      "с", "со", "до", "от", "после", "около", "ранее", "раньше", "позднее", "позже", "накануне",
      "кроме", "для", "из", "перед",
    ] {
      out[word] = .genitive
    }
    return out
  }()
  private static let stems = [
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
    "ноябр", "декабр",
  ]
  private static let seasons: [String: Season] = [
    "зимы": .winter, "весны": .spring, "лета": .summer, "осени": .autumn,
  ]
  private static let weekdays: Set<String> = [
    "понедельник", "понедельника", "вторник", "вторника", "среду", "среда", "среды", "четверг",
    "четверга", "пятницу", "пятница", "пятницы", "субботу", "суббота", "субботы", "воскресенье",
    "воскресенья",
  ]
}
