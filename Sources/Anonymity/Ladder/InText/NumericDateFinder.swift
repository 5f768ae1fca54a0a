/// Dates in figures alone: 2024-05-09, 2024. 5. 9., 09.05.2024, 9/5/24.
enum NumericDateFinder {
  static func find(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    guard text.kind(at) == .digit, !text.kind(at - 1).isWord, !"-/.".contains(text[at - 1]),
      let read = read(text, at)
    else { return nil }
    let language = text.lineLanguage(at..<read.end)
    guard let level = rules.date.level, let date = read.date,
      let coarse = CoarseDate(date, at: level)
    else { return Spotted(.date, at..<read.end, nil, language) }
    let lead = text.wordBefore(at)
    let isBound =
      switch language {
      case .en: lead.map { DateBound.english.contains(text.string($0)) } ?? false
      case .ko: DateBound.isKorean(text, read.end)
      case .zh, .ja: DateBound.isHan(text, read.end)
      default: false
      }
    let words =
      isBound
      ? DateBound.words(coarse, of: date, in: language) : coarse.text(in: language, isWhen: false)
    switch (language, lead.map { text.string($0) } ?? "") {
    case (.en, "on"):
      let start = lead?.lowerBound ?? at
      let when = coarse.text(in: .en, isWhen: true)
      return Spotted(
        .date, start..<read.end, core: at..<read.end,
        text.isCapital(start) ? capitalised(when) : when, .en)
    case (.ru, let word) where !word.isEmpty:
      let form = RussianDateFinder.leads[word]
      if DateBound.russian.contains(word) {
        let bound = DateBound.russian(
          coarse, of: date, form ?? .genitive, isInstrumental: word == "перед")
        return Spotted(.date, at..<read.end, bound, .ru)
      }
      switch form {
      case .when:
        return Spotted(
          .date, (lead?.lowerBound ?? at)..<read.end, core: at..<read.end,
          RussianDateFinder.phrase(coarse, .when), .ru)
      case let form:
        return Spotted(.date, at..<read.end, RussianDateFinder.phrase(coarse, form ?? .when), .ru)
      }
    case (.ko, _):
      let tail = text.word(at: read.end)
      guard !tail.isEmpty, KoreanGrammar.isTail(text.string(tail)) else {
        return Spotted(.date, at..<read.end, words, .ko)
      }
      return Spotted(
        .date, at..<tail.upperBound, core: at..<read.end,
        words + KoreanGrammar.fit(tail: text.string(tail), to: words), .ko)
    default:
      let isFirst = text.opensSentence(at) && language == .en
      return Spotted(.date, at..<read.end, isFirst ? capitalised(words) : words, language)
    }
  }

  /// `date` is `nil` where the century is not told.
  private static func read(_ text: LadderText, _ at: Int) -> (date: ToldDate?, end: Int)? {
    var parts: [(value: Int, length: Int)] = []
    var next = at
    var mark: Character?
    while parts.count < 3 {
      var end = next
      var value = 0
      while text.kind(end) == .digit, end - next < 5 {
        value = value * 10 + (text[end].wholeNumberValue ?? 0)
        end += 1
      }
      guard end > next, end - next <= 4 else { return nil }
      parts.append((value, end - next))
      next = end
      if parts.count == 3 { break }
      guard "-/.".contains(text[end]), mark == nil || mark == text[end] else { return nil }
      mark = text[end]
      next = end + 1
      if mark == ".", text.kind(next) == .space { next += 1 }
    }
    guard text.kind(next) != .digit, let mark else { return nil }
    // A fourth group is an address of the net or a version.
    if mark == text[next], text.kind(next + 1) == .digit { return nil }
    let (a, b, c) = (parts[0], parts[1], parts[2])
    if a.length == 4, b.length <= 2, c.length <= 2, (1900...2099).contains(a.value),
      (1...12).contains(b.value), (1...31).contains(c.value)
    {
      if mark == ".", text[next] == ".", text.kind(next + 1) != .digit,
        text.language == .ko, text.skip(next + 1) < text.count, text.kind(next + 1) != .newline
      {
        next += 1
      }
      return (ToldDate(year: a.value, month: b.value, day: c.value), time(text, next))
    }
    guard a.length <= 2, b.length <= 2, (1...31).contains(a.value), (1...31).contains(b.value),
      min(a.value, b.value) <= 12
    else { return nil }
    if c.length == 2 {
      // 3.11.24 may be a version: only where a word of time stands before it.
      let lead = text.wordBefore(at).map { text.string($0) } ?? ""
      return ["on", "с", "до", "от", "dated", "since", "until", "by"].contains(lead)
        ? (nil, time(text, next)) : nil
    }
    guard c.length == 4, (1900...2099).contains(c.value) else { return nil }
    var date = ToldDate(year: c.value)
    if mark == "." || a.value > 12 {
      (date.day, date.month) = (a.value, b.value)
    } else if b.value > 12 || a.value == b.value {
      (date.month, date.day) = (a.value, b.value)
    }
    if let month = date.month, month > 12 { return nil }
    return (date, time(text, next))
  }

  /// Past T12:30:00Z.
  private static func time(_ text: LadderText, _ end: Int) -> Int {
    guard text[end] == "t", text.kind(end + 1) == .digit else { return end }
    var at = end + 1
    while at < text.count, text.kind(at) == .digit || ":.+z".contains(text[at]) { at += 1 }
    return at
  }
}
