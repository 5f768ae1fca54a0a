/// A number of people of a kind, where, when or under whom: "20 workers and their manager in
/// Shanghai".
enum GroupDetector {
  private static let reach = 25
  private static let counters = Set(
    ["명", "여명", "명의", "명이", "명은", "명을", "명과", "인", "사람"].map { Lexicon.hash($0) })
  private static let digits = Set("一二两三四五六七八九十百千几多来余個个名位人".unicodeScalars.map(\.value))

  static func find(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    let word = words[index]
    guard let span = counted(reading, index) else { return }
    let sentence = reading.sentence(around: index, reach: reach)
    var end = span.upperBound
    var isPlaced = false
    for at in sentence where !(span.lowerBound..<span.upperBound).contains(words[at].start) {
      let other = words[at]
      if other.tags.contains(.post) {
        isPlaced = true
        // "… and their manager" is one with the group.
        if at > index, at - index <= 3 { end = max(end, reading.end(other)) }
      } else if other.tags.contains(.timeWord) || isYear(reading, other) || isPlace(reading, at) {
        isPlaced = true
      }
    }
    if isPlaced || word.script == .han && isPlacedHan(reading, sentence) {
      out.append(reading.finding(span.lowerBound, end, .countedGroup, .group))
    }
  }

  /// The number and the group, in units.
  static func counted(_ reading: Reading, _ index: Int) -> Range<Int>? {
    let words = reading.words
    let word = words[index]
    let end = reading.end(word)
    if word.script == .han {
      var start = word.start
      var numerals = 0
      // Up to four other characters between: 一百四十来个朝鲜女工.
      var other = 0
      while start > 0, word.start - start < 16 {
        let scalar = reading.text.scalar(start - 1)
        if digits.contains(scalar) || reading.text.kind(start - 1) == .digit {
          numerals += 1
        } else if numerals > 0 || other == 4 || reading.text.kind(start - 1) != .han {
          break
        } else {
          other += 1
        }
        start -= 1
      }
      return numerals > 1 || numerals == 1 && reading.text.kind(start) == .digit ? start..<end : nil
    }
    for back in 1...4 {
      guard let before = reading.word(index - back), !words[index - back + 1].gap.isBreak,
        words[index - back + 1].gap.isDisjoint(with: [.comma, .hard])
      else { break }
      if isNumber(reading, before) { return before.start..<end }
    }
    // 노동자 20명, 복무원 열여덟 명.
    if word.script == .hangul, let number = reading.word(index + 1), !number.gap.isBreak {
      if isNumber(reading, number) || number.tags.contains(.number) {
        let counter = reading.word(index + 2)
        return word
          .start..<(counter.map {
            $0.gap.isEmpty || counters.contains($0.hash) ? $0.end : number.end
          } ?? number.end)
      }
    }
    return nil
  }

  private static func isNumber(_ reading: Reading, _ word: Word) -> Bool {
    if word.tags.contains(.number) { return true }
    guard word.script == .digits, word.count <= 6 else { return false }
    return word.count != 4 || !isYear(reading, word)
  }

  private static func isYear(_ reading: Reading, _ word: Word) -> Bool {
    guard word.script == .digits, word.count == 4 else { return false }
    let first = reading.text.scalars[word.start]
    let second = reading.text.scalars[word.start + 1]
    return first == 0x31 && second == 0x39 || first == 0x32 && second == 0x30
  }

  private static func isPlace(_ reading: Reading, _ at: Int) -> Bool {
    let words = reading.words
    let word = words[at]
    switch word.script {
    case .latin, .cyrillic:
      guard at > 0, words[at - 1].tags.contains(.placeWord), word.isCapital, word.gap.isPlain else {
        return false
      }
      return !word.tags.contains(.month)
    case .hangul:
      // A place with 에서 or 의: 단동에서.
      guard word.count >= 4, reading.text.scalars[word.end - 2] == 0xC5D0,
        reading.text.scalars[word.end - 1] == 0xC11C
      else { return false }
      return Gazetteer.shared.places(named: reading.string(word.start, word.end - 2)).isEmpty
        == false
    default: return false
    }
  }

  /// In a sentence in Han: two to four characters after 在, 从, 往 that the gazetteer knows.
  private static func isPlacedHan(_ reading: Reading, _ sentence: Range<Int>) -> Bool {
    for at in sentence
    where reading.words[at].tags.contains(.placeWord) && reading.words[at].script == .han {
      let start = reading.words[at].end
      for length in [2, 3, 4] where start + length <= reading.text.count {
        if reading.text.kind(start + length - 1) != .han { break }
        if !Gazetteer.shared.places(named: reading.string(start, start + length)).isEmpty {
          return true
        }
      }
    }
    return false
  }
}
