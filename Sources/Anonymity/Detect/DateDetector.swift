/// Dates with a day: 9 May 2024, May 9th, 2024-05-09, 2024년 5월 9일, 五月九日, 9 мая.
enum DateDetector {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    for (index, word) in words.enumerated() {
      if word.script == .digits {
        if word.count <= 4 { numeric(reading, index, &out) }
        asian(reading, index, &out)
      } else if word.tags.contains(.month) {
        named(reading, index, &out)
      } else if word.script == .han,
        reading.text.scalars[word.start] == 0x6708 || reading.text.scalars[word.end - 1] == 0x6708
      {
        numerals(reading, word.end - 1, &out)
      }
    }
  }

  /// Three groups that are a year, a month and a day.
  static func isNumeric(_ run: NumberRun) -> Bool {
    guard run.groups.count == 3 else { return false }
    let first = run.value(0..<run.groups[0])
    let second = run.value(run.groups[0]..<run.groups[0] + run.groups[1])
    let third = run.value(run.groups[0] + run.groups[1]..<run.digits.count)
    if run.groups[0] == 4, run.groups[1] <= 2, run.groups[2] <= 2 {
      return (1900...2099).contains(first) && (1...12).contains(second) && (1...31).contains(third)
    }
    if run.groups[0] <= 2, run.groups[1] <= 2, run.groups[2] == 4 {
      return (1900...2099).contains(third) && (1...31).contains(first) && (1...31).contains(second)
        && min(first, second) <= 12
    }
    return false
  }

  private static func numeric(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    guard index + 2 < words.count, words[index + 1].script == .digits,
      words[index + 2].script == .digits, words[index + 2].count <= 4, words[index + 1].count <= 2
    else { return }
    let (a, b) = (words[index + 1].gap, words[index + 2].gap)
    guard a == b || a.subtracting(.space) == b.subtracting(.space), !a.isEmpty, !a.isPlain,
      words[index + 1].start - words[index].end <= 2,
      words[index + 2].start - words[index + 1].end <= 2
    else { return }
    if index > 0, words[index].gap == .dot, words[index - 1].script == .digits { return }
    let values = (0..<3).map { reading.number(words[index + $0]) }
    let lengths = (0..<3).map { words[index + $0].count }
    let isYearFirst =
      lengths[0] == 4 && lengths[2] <= 2 && (1900...2099).contains(values[0])
      && (1...12).contains(values[1]) && (1...31).contains(values[2])
    let isYearLast =
      lengths[0] <= 2 && lengths[2] == 4 && (1900...2099).contains(values[2])
      && (1...31).contains(values[0]) && (1...31).contains(values[1])
      && min(values[0], values[1]) <= 12
    if isYearFirst || isYearLast {
      out.append(reading.finding(words[index].start, words[index + 2].end, .date, .shape))
    }
  }

  /// [2024년] 5월 9일, [2024年]5月9日.
  private static func asian(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    let text = reading.text
    guard index + 2 < words.count, words[index].count <= 2, words[index + 2].script == .digits,
      words[index + 2].count <= 2, isUnit(text, words[index], words[index + 1], [0xC6D4, 0x6708])
    else { return }
    let dayEnd = words[index + 2].end
    var unit = dayEnd
    while unit < dayEnd + 2, text.kind(unit) == .space { unit += 1 }
    guard [0xC77C, 0x65E5, 0x53F7, 0x865F].contains(text.scalar(unit)) else { return }
    var start = words[index].start
    if index >= 2, words[index - 2].script == .digits, words[index - 2].count == 4,
      isUnit(text, words[index - 2], words[index - 1], [0xB144, 0x5E74])
    {
      start = words[index - 2].start
    }
    out.append(reading.finding(start, unit + 1, .date, .shape))
  }

  private static func isUnit(
    _ text: PlainText, _ number: Word, _ word: Word, _ units: [UInt32]
  ) -> Bool {
    word.start - number.end <= 1 && units.contains(text.scalars[word.start])
  }

  /// A month's name with a day beside it.
  private static func named(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    let month = words[index]
    let isDay = { (word: Word?) -> Bool in
      guard let word, word.script == .digits, word.count <= 2 else { return false }
      return (1...31).contains(reading.number(word))
    }
    let isYear = { (word: Word?) -> Bool in
      guard let word, word.script == .digits, word.count == 4 else { return false }
      return (1900...2099).contains(reading.number(word))
    }
    let isNear = { (word: Word) in word.gap.subtracting([.space, .newline, .comma, .dot]).isEmpty }
    // 9 May, 9th of May, 9-го мая.
    var first = index - 1
    while first > 0, index - first < 3, isNear(words[first]) || words[first].gap == .hyphen,
      words[first].script != .digits
    {
      guard ordinals.contains(words[first].hash) else { break }
      first -= 1
    }
    if isNear(month), isDay(reading.word(first)) {
      var end = index
      if let year = reading.word(index + 1), isYear(year), isNear(year) { end = index + 1 }
      out.append(reading.finding(words[first].start, words[end].end, .date, .shape))
      return
    }
    guard month.script == .latin, month.isCapital, let day = reading.word(index + 1), isDay(day),
      isNear(day)
    else { return }
    var end = index + 1
    if let next = reading.word(end + 1), ordinals.contains(next.hash), next.gap.isEmpty { end += 1 }
    if let year = reading.word(end + 1), isYear(year), isNear(year) { end += 1 }
    out.append(reading.finding(month.start, words[end].end, .date, .shape))
  }

  private static let ordinals = Set(
    ["st", "nd", "rd", "th", "of", "го", "ого", "е"].map { Lexicon.hash($0) })

  /// 五月九日.
  private static func numerals(_ reading: Reading, _ month: Int, _ out: inout [Finding]) {
    let text = reading.text
    var start = month
    while start > 0, month - start < 3, Lookalikes.isHanNumeral(text.scalar(start - 1)) {
      start -= 1
    }
    var end = month + 1
    while end < text.count, end - month <= 3, Lookalikes.isHanNumeral(text.scalar(end)) { end += 1 }
    guard start < month, end > month + 1, [0x65E5, 0x53F7, 0x865F].contains(text.scalar(end)) else {
      return
    }
    if text.scalar(start - 1) == 0x5E74 {
      var year = start - 1
      while year > 0, start - year < 6, Lookalikes.isHanNumeral(text.scalar(year - 1)) { year -= 1 }
      start = year
    }
    out.append(reading.finding(start, end + 1, .date, .shape))
  }
}
