/// Dates in Korean, Chinese and Japanese prose: 2024년 5월 9일에, 2024年5月9日晚上, 五月九号.
enum EastAsianDateFinder {
  static func find(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    guard let read = read(text, at) else { return nil }
    guard let level = rules.date.level else {
      return Spotted(.date, at..<read.end, nil, read.language)
    }
    if read.dates.allSatisfy({ $0.isAsCoarse(as: level) }) {
      return Spotted(staying: .date, at..<read.end)
    }
    return worded(at, read, text, level)
  }

  private struct Reading {
    var dates: [ToldDate]
    var end: Int
    var language: Language
  }

  // MARK: Reading

  private static func read(_ text: LadderText, _ start: Int) -> Reading? {
    if start > 0, text.kind(start - 1) == .digit || isNumeral(text, start - 1) { return nil }
    var date = ToldDate()
    var at = start
    var language: Language?
    if let year = part(text, at, ["년", "年"], 1900...2099) ?? saidYear(text, at) {
      date.year = year.value
      at = text.skip(year.end)
      language = year.language
      if let season = season(text, at) {
        date.season = season.value
        return Reading(dates: [date], end: season.end, language: year.language)
      }
    }
    guard let month = part(text, at, ["월", "月"], 1...12) else {
      guard let language else { return nil }
      let end = date.year == nil ? at : trimmed(text, at)
      return Reading(dates: [date], end: end, language: settled(language, text))
    }
    date.month = month.value
    var end = month.end
    var dates = [date]
    if let day = part(text, text.skip(end), ["일", "日", "号", "號"], 1...31) {
      dates[0].day = day.value
      end = weekday(text, day.end)
      if let (second, last) = stretch(text, end, date) {
        dates.append(second)
        end = last
      }
    } else if let part = DatePart.eastAsian(text, after: end, month.language) {
      dates[0].isPart = true
      end = part
    }
    return Reading(dates: dates, end: end, language: settled(month.language, text))
  }

  /// 八三年, of the last century or of this one.
  private static func saidYear(
    _ text: LadderText, _ at: Int
  ) -> (value: Int, end: Int, language: Language)? {
    guard let year = SaidYear.read(text, at), SaidYear.isFigures(text, year.range),
      let end = text.end(of: "年", at: year.range.upperBound),
      !"级代度".contains(text[end])
    else { return nil }
    return (SaidYear.full(year.value), end, .zh)
  }

  private static func settled(_ language: Language, _ text: LadderText) -> Language {
    language == .zh && text.language == .ja ? .ja : language
  }

  private static func trimmed(_ text: LadderText, _ at: Int) -> Int {
    var end = at
    while text.kind(end - 1) == .space || text.kind(end - 1) == .newline { end -= 1 }
    return end
  }

  /// A number and its sign.
  private static func part(
    _ text: LadderText, _ at: Int, _ signs: [String], _ values: ClosedRange<Int>
  ) -> (value: Int, end: Int, language: Language)? {
    guard let number = text.number(at: at) ?? syllableMonth(text, at, signs),
      values.contains(number.value)
    else { return nil }
    var end = number.range.upperBound
    if number.isDigits {
      while text.kind(end) == .space, end < number.range.upperBound + 1 { end += 1 }
    }
    guard let sign = text.end(ofAny: signs, at: end) else { return nil }
    // 5월급, 年代: another word.
    if ["월"].contains(sign.text), let next = text.end(ofAny: ["급", "세"], at: sign.end) {
      if next.end > 0 { return nil }
    }
    return (number.value, sign.end, "년월일".contains(sign.text) ? .ko : .zh)
  }

  /// 유월, 시월 and 오월, which are no numbers by themselves.
  private static func syllableMonth(
    _ text: LadderText, _ at: Int, _ signs: [String]
  ) -> LadderText.Number? {
    guard signs.contains("월"), text.kind(at - 1) != .hangul, text[at + 1] == "월" else { return nil }
    let months: [Character: Int] = [
      "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "유": 6, "칠": 7, "팔": 8, "구": 9, "시": 10,
    ]
    return months[text[at]].map { .init(value: $0, range: at..<at + 1, isDigits: false) }
  }

  private static func season(_ text: LadderText, _ at: Int) -> (value: Season, end: Int)? {
    let words: [(String, Season)] = [
      ("봄", .spring), ("여름", .summer), ("가을", .autumn), ("겨울", .winter), ("的春天", .spring),
      ("春天", .spring), ("夏天", .summer), ("秋天", .autumn), ("冬天", .winter), ("の春", .spring),
      ("の夏", .summer), ("の秋", .autumn), ("の冬", .winter), ("春", .spring), ("夏", .summer),
      ("秋", .autumn), ("冬", .winter),
    ]
    for (word, season) in words {
      if let end = text.end(of: word, at: at) { return (season, end) }
    }
    return nil
  }

  private static func dash(_ text: LadderText, _ at: Int) -> Int? {
    text.end(
      ofAny: ["~", "-", "–", "—", "至", "到", "から", "부터 ", "부터", "에서 ", "와 ", "과 ", "和"], at: at)?.end
  }

  /// "… 12일까지" after the first day.
  private static func stretch(
    _ text: LadderText, _ end: Int, _ first: ToldDate
  ) -> (ToldDate, Int)? {
    guard let joined = dash(text, end) else { return nil }
    var date = first
    var at = text.skip(joined)
    if let month = part(text, at, ["월", "月"], 1...12) {
      date.month = month.value
      at = text.skip(month.end)
    }
    guard let day = part(text, at, ["일", "日", "号", "號"], 1...31) else { return nil }
    date.day = day.value
    return (date, weekday(text, day.end))
  }

  /// Past "(목)", "목요일", "星期四", "木曜日".
  private static func weekday(_ text: LadderText, _ end: Int) -> Int {
    var at = end
    if text[at] == "(", text[at + 2] == ")", "월화수목금토일月火水木金土日".contains(text[at + 1]) {
      return at + 3
    }
    at = text.skip(at)
    if "월화수목금토일月火水木金土日".contains(text[at]),
      let word = text.end(ofAny: ["요일", "曜日"], at: at + 1)
    {
      return word.end
    }
    if let word = text.end(ofAny: ["星期", "礼拜", "周"], at: at), "一二三四五六日天".contains(text[word.end]) {
      return word.end + 1
    }
    return end
  }

  static func isNumeral(_ text: LadderText, _ at: Int) -> Bool {
    "〇零一二三四五六七八九十百千".contains(text[at])
  }

  // MARK: Wording

  private static func worded(
    _ start: Int, _ read: Reading, _ text: LadderText, _ level: DateLevel
  ) -> Spotted {
    let core = start..<read.end
    let told = read.dates.map { CoarseDate($0, at: level) }
    guard let first = told.first ?? nil, let last = told.last ?? nil else {
      return read.language == .ko
        ? korean(core, core, Withheld.text(.date, in: .ko), text)
        : Spotted(.date, core, nil, read.language)
    }
    let words = first.text(in: read.language, isWhen: false)
    if read.dates.count == 1,
      read.language == .ko
        ? DateBound.isKorean(text, dayEnd(text, core.upperBound))
        : DateBound.isHan(text, core.upperBound)
    {
      let bound = DateBound.words(first, of: read.dates[0], in: read.language)
      return read.language == .ko
        ? korean(core, core, bound, text) : Spotted(.date, core, bound, read.language)
    }
    switch read.language {
    case .ko:
      if words != last.text(in: read.language, isWhen: false) {
        return korean(core, core, words + "부터 " + last.text(in: .ko, isWhen: false), text)
      }
      if read.dates.count > 1, let until = text.end(of: "까지", at: core.upperBound) {
        return Spotted(.date, core.lowerBound..<until, core: core, words + "에", .ko)
      }
      return korean(core, core, words, text)
    case .zh:
      if words != last.text(in: read.language, isWhen: false) {
        return Spotted(.date, core, words + "到" + last.text(in: .zh, isWhen: false), .zh)
      }
      // 5月9日晚上 is one evening of May.
      if read.dates[0].day != nil, let part = text.end(ofAny: chineseParts, at: core.upperBound) {
        let word = ["晚": "晚上", "夜": "夜晚", "早": "早上"][part.text] ?? part.text
        return Spotted(.date, core.lowerBound..<part.end, core: core, words + "的一个" + word, .zh)
      }
      return Spotted(.date, core, words, .zh)
    default:
      return Spotted(
        .date, core,
        words == last.text(in: .ja, isWhen: false)
          ? words : words + "から" + last.text(in: .ja, isWhen: false), .ja)
    }
  }

  /// With the particle made anew, and a part of the day told as one of some day.
  private static func korean(
    _ range: Range<Int>, _ core: Range<Int>, _ words: String, _ text: LadderText
  ) -> Spotted {
    let at = dayEnd(text, range.upperBound)
    let run = text.word(at: at)
    let tail = text.string(run)
    if run.isEmpty {
      let next = text.wordString(at: text.skip(at))
      if text.skip(at) > at, dayParts.contains(where: { next.hasPrefix($0) }) {
        return Spotted(.date, range.lowerBound..<at, core: core, words + " 어느 날", .ko)
      }
    } else if KoreanGrammar.isTail(tail) {
      let fitted = KoreanGrammar.fit(tail: tail, to: words)
      return Spotted(
        .date, range.lowerBound..<run.upperBound, core: core, words + fitted, .ko)
    }
    return Spotted(.date, range.lowerBound..<at, core: core, words, .ko)
  }

  /// Past 날 of 9일날.
  private static func dayEnd(_ text: LadderText, _ end: Int) -> Int {
    text[end] == "날" ? end + 1 : end
  }

  private static let dayParts = ["새벽", "아침", "저녁", "밤", "오후", "오전", "점심", "낮", "정오"]
  private static let chineseParts = [
    "晚上", "早上", "早晨", "凌晨", "清晨", "上午", "中午", "下午", "傍晚", "夜里", "深夜", "晚", "夜", "早",
  ]
}
