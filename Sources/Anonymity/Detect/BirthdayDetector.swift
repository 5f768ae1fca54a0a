/// Days that are told without a year or without a figure: 생일은 11.23, День рождения 9.04, 십일월 이십삼일,
/// 가을 이십삼일, 生日是二月五, родился девятого четвёртого.
enum BirthdayDetector {
  static func find(in reading: Reading, into out: inout [Finding]) {
    for (index, word) in reading.words.enumerated() {
      switch word.script {
      case .digits where word.count <= 2: numeric(reading, index, &out)
      case .hangul: spoken(reading, index, &out)
      case .han: chinese(reading, word, &out)
      case .cyrillic: russian(reading, index, &out)
      default: break
      }
    }
  }

  // MARK: - Day and month in figures

  /// Two groups that can be day and month, right behind a word for a birth.
  private static func numeric(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    guard let second = reading.word(index + 1), second.script == .digits, second.count <= 2,
      second.start - words[index].end == 1,
      [0x2E, 0x2F, 0x2D].contains(reading.text.scalar(words[index].end)),
      isBirth(reading.text, before: words[index].start)
    else { return }
    // Three groups are a date with a year, or no date.
    if let third = reading.word(index + 2), third.script == .digits,
      third.start - second.end <= 1
    {
      return
    }
    let (a, b) = (reading.number(words[index]), reading.number(second))
    guard (1...31).contains(a), (1...31).contains(b), min(a, b) <= 12 else { return }
    out.append(reading.finding(words[index].start, second.end, .date, .shape))
  }

  private static let births = ["생일", "태어", "출생", "生日", "出生", "birthday", "born", "ождени", "одил"]
    .map {
      Array($0.unicodeScalars.map(\.value))
    }
  private static let reach = 24

  private static func isBirth(_ text: PlainText, before place: Int) -> Bool {
    let from = max(0, place - reach)
    let near = text.scalars[from..<place]
    return births.contains { birth in
      near.indices.contains { near[$0...].starts(with: birth) }
    }
  }

  // MARK: - Day and month in Chinese, the word for the day left out

  private static func chinese(_ reading: Reading, _ word: Word, _ out: inout [Finding]) {
    let text = reading.text
    guard let month = (word.start..<word.end).first(where: { text.scalar($0) == 0x6708 }) else {
      return
    }
    func isNumber(_ at: Int) -> Bool {
      Lookalikes.isHanNumeral(text.scalar(at)) || text.kind(at) == .digit
    }
    var start = month
    while start > 0, month - start < 3, isNumber(start - 1) { start -= 1 }
    var end = month + 1
    while end - month < 4, isNumber(end) { end += 1 }
    guard start < month, end > month + 1, !isNumber(end), !dayUnits.contains(text.scalar(end)),
      isBirth(text, before: start)
    else { return }
    if text.scalar(start - 1) == 0x5E74 {
      var year = start - 1
      while year > 0, start - year < 6, isNumber(year - 1) { year -= 1 }
      start = year
    }
    out.append(reading.finding(start, end, .date, .shape))
  }

  /// What makes the number a day that other detectors find, or no day.
  private static let dayUnits = Set("日号號个個月".unicodeScalars.map(\.value))

  // MARK: - Day and month as Russian ordinals

  private static func russian(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    guard let day = ordinal(reading, index), (1...31).contains(day.value),
      let month = ordinal(reading, day.next), (1...12).contains(month.value),
      words[day.next].gap.isPlain, isBirth(reading.text, before: words[index].start)
    else { return }
    out.append(
      reading.finding(words[index].start, words[month.next - 1].end, .date, .context))
  }

  private static func ordinal(_ reading: Reading, _ index: Int) -> (value: Int, next: Int)? {
    guard let word = reading.word(index), word.script == .cyrillic, word.count > 3 else {
      return nil
    }
    var last = reading.string(word.start, word.end).lowercased()
    let found = RussianOrdinal.number(last) {
      guard let next = reading.word(index + 1), next.gap.isPlain else { return nil }
      last = reading.string(next.start, next.end).lowercased()
      return last
    }
    guard let found, last.hasSuffix("го") else { return nil }
    return (found.value, index + (found.isOneWord ? 1 : 2))
  }

  // MARK: - Day and month in Korean words

  private static let numerals = Set("영공일이삼사오육칠팔구십백천유시".unicodeScalars.map(\.value))
  private static let (month, day, year): (UInt32, UInt32, UInt32) = (0xC6D4, 0xC77C, 0xB144)
  private static let seasons = ["봄", "여름", "가을", "겨울"].map {
    Array($0.unicodeScalars.map(\.value))
  }

  /// Ends in 일 behind a month or a season: 이십삼일, or all of it in one word.
  private static func spoken(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let (text, word) = (reading.text, reading.words[index])
    var from = word.start
    var start = word.start
    if let unit = (word.start..<word.end).first(where: { text.scalar($0) == month }) {
      // 십일월이십삼일
      guard unit > word.start,
        (word.start..<unit).allSatisfy({ numerals.contains(text.scalar($0)) })
      else { return }
      from = unit + 1
    } else {
      guard word.gap.subtracting([.space]).isEmpty, let month = monthStart(reading, index - 1)
      else { return }
      start = month
    }
    var end = from
    while end < word.end, numerals.contains(text.scalar(end)) { end += 1 }
    // The unit is a numeral as well: 이십일일.
    guard (2...5).contains(end - from), text.scalar(end - 1) == day else { return }
    if start > 1 {
      var before = start
      while before > 0, text.kind(before - 1) == .space { before -= 1 }
      if text.scalar(before - 1) == year {
        var digit = before - 1
        while digit > 0, before - digit < 12,
          numerals.contains(text.scalar(digit - 1)) || text.kind(digit - 1) == .digit
        {
          digit -= 1
        }
        start = digit
      }
    }
    out.append(reading.finding(start, end, .date, .shape))
  }

  /// Where a month in words or figures, or a season, begins that ends with this word.
  private static func monthStart(_ reading: Reading, _ index: Int) -> Int? {
    guard let word = reading.word(index), word.script == .hangul else { return nil }
    let letters = reading.scalars(word)
    if seasons.contains(where: letters.elementsEqual) { return word.start }
    guard letters.last == month else { return nil }
    let numbers = letters.dropLast()
    guard numbers.isEmpty else { return numbers.allSatisfy(numerals.contains) ? word.start : nil }
    guard let figure = reading.word(index - 1), figure.script == .digits, figure.count <= 2 else {
      return nil
    }
    return figure.start
  }
}
