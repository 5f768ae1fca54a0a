/// Ages: 34 years old, aged 34, 34세, 열네 살, 四十岁, 34 лет от роду, 34-летний.
enum AgeDetector {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    for (index, word) in words.enumerated() {
      switch word.script {
      case .latin: english(reading, index, &out)
      case .cyrillic: russian(reading, index, &out)
      case .hangul: korean(reading, index, &out)
      case .han: chinese(reading, word, &out)
      case .digits: bare(reading, index, &out)
      default: break
      }
    }
  }

  private static let of = Lexicon.hash("of")

  private static func isNumber(_ word: Word?) -> Bool {
    guard let word else { return false }
    return word.script == .digits ? word.count <= 3 : word.tags.contains(.number)
  }

  private static func english(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    let word = words[index]
    if word.tags.contains(.yearUnit), index > 0, isNumber(words[index - 1]),
      let next = reading.word(index + 1),
      next.tags.contains(.yearsOld), next.gap.subtracting([.space, .newline, .hyphen]).isEmpty
    {
      let start =
        index > 1 && words[index - 1].gap == .hyphen && isNumber(words[index - 2])
        ? index - 2 : index - 1
      out.append(reading.finding(words[start].start, next.end, .age, .shape))
    } else if word.tags.contains(.ageWord) {
      let at = reading.word(index + 1)?.hash == of ? index + 2 : index + 1
      if let number = reading.word(at), isNumber(number), number.gap.isPlain {
        out.append(reading.finding(word.start, number.end, .age, .context))
      }
    }
  }

  /// "Tarek is 34.", "Voss (34)": perhaps an age.
  private static func bare(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    let word = words[index]
    guard word.count == 2, reading.text.scalars[word.start] != 0x30, index > 0 else { return }
    let verb = words[index - 1]
    let isBracketed =
      reading.text.scalar(word.start - 1) == 0x28 && reading.text.scalar(word.end) == 0x29
    let isSaid =
      index > 1 && (verb.tags.contains(.copula) || verb.hash == turned) && word.gap.isPlain
      && verb.gap.isPlain && (reading.word(index + 1).map { ends($0) } ?? true)
    guard isBracketed || isSaid else { return }
    let subject = isBracketed ? verb : words[index - 2]
    if isBracketed, word.gap == .hard, isEastAsianName(reading, before: word.start - 1) {
      out.append(reading.finding(word.start, word.end, .age, .digits))
      return
    }
    guard
      subject.isName && subject.tags.isDisjoint(with: [.stop, .month])
        && !reading.isWrittenSmall(subject)
        || isSaid && !subject.tags.isDisjoint(with: [.kin, .post, .group])
    else { return }
    out.append(reading.finding(word.start, word.end, .age, .digits))
  }

  /// 최강혁(37), 崔江赫（37）: a surname and two syllables of a name, with nothing before them.
  private static func isEastAsianName(_ reading: Reading, before end: Int) -> Bool {
    let text = reading.text
    let kind = text.kind(end - 1)
    guard kind == .hangul || kind == .han, text.kind(end - 2) == kind, text.kind(end - 3) == kind
    else { return false }
    if kind == .hangul {
      return text.kind(end - 4) != .hangul && surnames.contains(text.scalar(end - 3))
        && !reading.words.contains { $0.end == end && !$0.tags.isDisjoint(with: notNames) }
    }
    return Lexicon.shared.tags(Lexicon.hash(reading.string(end - 3, end - 2))).contains(.hanSurname)
      && HanNames.given.contains(text.scalar(end - 2))
      && HanNames.given.contains(text.scalar(end - 1))
  }

  private static let notNames: Tags = [.group, .kin, .post, .notName, .event, .placeWord]
  /// Those that most Koreans have and that begin few words of three syllables.
  private static let surnames = Set(
    "김이박최정강조윤장임한오서신권황안송류유홍고문손배백허남심노곽차주우구민진나엄채원방변염석선설마".unicodeScalars.map(\.value))

  private static let turned = Lexicon.hash("turned")
  private static func ends(_ word: Word) -> Bool {
    !word.gap.isDisjoint(with: [.stop, .paragraph, .comma, .hard]) || word.tags.contains(.and)
  }

  private static func russian(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    let word = words[index]
    guard index > 0, isNumber(words[index - 1]) else { return }
    if word.gap == .hyphen, word.count > 4, isYouth(reading, word) {
      out.append(reading.finding(words[index - 1].start, word.end, .age, .shape))
      return
    }
    guard word.tags.contains(.yearsOld), word.gap.isPlain else { return }
    var first = index - 1
    while first > 0, index - first < 3, isNumber(words[first - 1]), words[first].gap.isPlain {
      first -= 1
    }
    for back in 1...4 {
      guard let before = reading.word(first - back), !words[first - back + 1].gap.isBreak else {
        break
      }
      if before.tags.contains(.ageWord) {
        out.append(reading.finding(words[first].start, word.end, .age, .context))
        return
      }
    }
  }

  /// летн…, as in 34-летний.
  private static func isYouth(_ reading: Reading, _ word: Word) -> Bool {
    Array(reading.scalars(word).prefix(4)) == [0x43B, 0x435, 0x442, 0x43D]
  }

  private static func korean(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let word = reading.words[index]
    let text = reading.text
    let first = text.scalars[word.start]
    // 살, 세 after figures; 살 after a native number.
    if index > 0, first == 0xC0B4 || first == 0xC138 {
      let before = reading.words[index - 1]
      let isFigure = before.script == .digits && before.count <= 3 && word.start - before.end <= 1
      let isNative =
        before.script == .hangul && before.tags.contains(.number) && first == 0xC0B4
        && word.gap.isPlain
      let isEra = word.count > 1 && text.scalars[word.start + 1] == 0xAE30  // 세기, century
      if isFigure || isNative, !isEra {
        out.append(reading.finding(before.start, word.start + 1, .age, .shape))
        return
      }
    }
    if tens.contains(first), word.count >= 3 { native(reading, word, &out) }
    // 열네살, written together.
    guard word.count >= 3, !word.tags.contains(.number) else { return }
    for at in word.start + 1..<min(word.end, word.start + 5) where text.scalars[at] == 0xC0B4 {
      let number = Lexicon.shared.tags(Lexicon.hash(reading.string(word.start, at)))
      if number.contains(.number) {
        out.append(reading.finding(word.start, at + 1, .age, .shape))
      }
    }
  }

  private static let tens = Set("스서마쉰예일여아".unicodeScalars.map(\.value))

  /// 마흔하나였다: from twenty on a number by itself is mostly an age.
  private static func native(_ reading: Reading, _ word: Word, _ out: inout [Finding]) {
    let letters = Array(reading.string(word.start, word.end))
    guard letters.count == word.count, let number = SpokenNumber.number(in: letters, at: 0),
      (20...99).contains(number.value), number.range.count >= 2, number.range.count < letters.count
    else { return }
    let rest = String(letters[number.range.upperBound...])
    guard ["인", "이었", "였", "이다", "입니", "이고", "이며"].contains(where: { rest.hasPrefix($0) })
    else { return }
    out.append(
      reading.finding(word.start, word.start + number.range.upperBound, .age, .digits))
  }

  private static let digits = Set("一二三四五六七八九十几多来".unicodeScalars.map(\.value))

  private static func chinese(_ reading: Reading, _ word: Word, _ out: inout [Finding]) {
    let text = reading.text
    guard word.tags.contains(.yearsOld),
      [0x5C81, 0x6B73, 0x624D].contains(text.scalars[word.start])
    else { return }
    var start = word.start
    while start > 0, word.start - start < 6,
      digits.contains(text.scalar(start - 1)) || text.kind(start - 1) == .digit
    { start -= 1 }
    // 才 is an age only after figures.
    if text.scalars[word.start] == 0x624D, text.kind(word.start - 1) != .digit { return }
    if start < word.start { out.append(reading.finding(start, word.end, .age, .shape)) }
  }
}
