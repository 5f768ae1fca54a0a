/// Numbers that are read out: figure by figure in words, or their last figures.
enum SpelledNumbers {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.script == .digits {
        last(reading, index, &out)
        part(reading, index, &out)
        index += 1
        continue
      }
      let run = run(reading, index)
      if run.figures >= 7 {
        out.append(reading.finding(word.start, words[run.end - 1].end, .phone, .context))
      }
      index = max(run.end, index + 1)
    }
  }

  /// How many figures the words from one on read out, and where they end.
  private static func run(_ reading: Reading, _ index: Int) -> (end: Int, figures: Int) {
    var end = index
    var figures = 0
    while let word = reading.word(end), end == index || joins(word.gap) {
      let more = count(reading, word)
      if more == 0 { break }
      figures += more
      end += 1
    }
    return (end, figures)
  }

  private static func count(_ reading: Reading, _ word: Word) -> Int {
    switch word.script {
    case .latin, .cyrillic: word.tags.contains(.digit) ? 1 : 0
    // One syllable alone is mostly a particle or a word.
    case .hangul:
      word.count >= 2 && reading.scalars(word).allSatisfy(syllables.contains) ? word.count : 0
    case .han: word.count == 1 && numerals.contains(reading.text.scalars[word.start]) ? 1 : 0
    default: 0
    }
  }

  private static func joins(_ gap: WordGap) -> Bool {
    gap.subtracting([.space, .newline, .comma, .hyphen]).isEmpty
  }

  private static let syllables = Set("공영일이삼사오육륙칠팔구".unicodeScalars.map(\.value))
  private static let numerals = Set("〇零一二三四五六七八九幺".unicodeScalars.map(\.value))

  /// "Ends in 0155", оканчивается на 0155, 끝자리 0155, 尾号0155.
  private static func last(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let word = reading.words[index]
    guard (3...6).contains(word.count), !isYear(reading, word) else { return }
    for back in 1...3 {
      guard let before = reading.word(index - back),
        !reading.words[index - back + 1].gap.isBreak
      else { return }
      if before.tags.contains(.lastDigits) {
        out.append(reading.finding(word.start, word.end, .longNumber, .context))
        return
      }
    }
  }

  private static func isYear(_ reading: Reading, _ word: Word) -> Bool {
    guard word.count == 4 else { return false }
    let (a, b) = (reading.text.scalars[word.start], reading.text.scalars[word.start + 1])
    return a == 0x31 && b == 0x39 || a == 0x32 && b == 0x30
  }

  private static let of = Lexicon.hash("of")
  private static let the = Lexicon.hash("the")

  /// "14 of the 15": of people, or of things.
  private static func part(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    guard let first = reading.word(index + 1), first.hash == of, first.gap.isPlain,
      let second = reading.word(index + 2), second.hash == the, second.gap.isPlain,
      let whole = reading.word(index + 3), whole.gap.isPlain, whole.script == .digits
    else { return }
    out.append(reading.finding(reading.words[index].start, whole.end, .countedGroup, .digits))
  }
}
