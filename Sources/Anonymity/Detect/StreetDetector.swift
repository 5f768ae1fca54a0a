/// Where somebody lives: 14 Lenin Street, flat 7; ул. Ленина, д. 14, кв. 7; 평화로 14길 7; 人民路14号.
enum StreetDetector {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    for (index, word) in words.enumerated() {
      if word.tags.contains(.street) {
        street(reading, index, &out)
      } else if word.tags.contains(.house) {
        house(reading, index, &out)
      } else if word.script == .digits, word.count <= 5 {
        number(reading, word, index, &out)
      }
    }
  }

  /// The name on either side, numbers of a house and a flat behind or before.
  private static func street(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    var low = index
    while low > 0, index - low < 5, joins(words[low].gap), belongs(words[low - 1]) { low -= 1 }
    var high = index
    while let next = reading.word(high + 1), high - index < 7, joins(next.gap),
      belongs(next) || next.script == .cyrillic && next.count == 1
    {
      high += 1
    }
    guard (low...high).contains(where: { isNumber(words[$0]) }),
      (low...high).contains(where: { $0 != index && words[$0].isName })
    else { return }
    while high > index, !isNumber(words[high]), !words[high].isName { high -= 1 }
    add(reading, words[low].start, words[high].end, &out)
  }

  /// "House 14, flat 7", дом 14, кв. 7.
  private static func house(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    guard let number = reading.word(index + 1), isNumber(number), joins(number.gap),
      let second = reading.word(index + 2), second.tags.contains(.house), joins(second.gap),
      let last = reading.word(index + 3), isNumber(last), joins(last.gap)
    else { return }
    add(reading, words[index].start, last.end, &out)
  }

  /// With what goes on behind it: 丹英社区, 15반, unit 4.
  private static func add(_ reading: Reading, _ start: Int, _ end: Int, _ out: inout [Finding]) {
    out.append(
      reading.finding(
        start, AddressRest.end(reading.text, after: end), .streetAddress, .context))
  }

  /// No word goes on behind a number: 7에, but not 15반.
  private static func endsThere(_ reading: Reading, _ next: Int, _ number: Word) -> Bool {
    guard let word = reading.word(next), word.gap.isEmpty, word.script == .hangul else {
      return true
    }
    return KoreanEnding.isParticle(reading.text, word.start, word.end)
  }

  private static func isNumber(_ word: Word) -> Bool { word.script == .digits && word.count <= 4 }

  private static func belongs(_ word: Word) -> Bool {
    word.tags.contains(.house) || isNumber(word)
      || word.isName && word.tags.isDisjoint(with: [.month, .placeWord, .definite, .copula])
        && !(word.tags.contains(.stop) && word.count <= 3)
  }

  private static func joins(_ gap: WordGap) -> Bool {
    gap.subtracting([.space, .newline, .comma, .dot]).isEmpty
  }

  /// Figures between Korean or Chinese words of an address.
  private static func number(
    _ reading: Reading, _ word: Word, _ index: Int, _ out: inout [Finding]
  ) {
    let text = reading.text
    let next = text.scalar(word.end)
    if next == 0x53F7 || next == 0x865F {
      // 路14号
      let before = text.scalar(word.start - 1)
      guard [0x8DEF, 0x8857, 0x5DF7, 0x5F04].contains(before) else { return }
      var start = word.start - 1
      while start > 0, word.start - start < 4, text.kind(start - 1) == .han { start -= 1 }
      add(reading, start, word.end + 1, &out)
      return
    }
    let unit = reading.word(index + 1).flatMap { $0.script == .hangul && $0.gap.isEmpty ? $0 : nil }
    guard let unit else { return }
    let units = reading.string(unit.start, unit.end)
    if units == "동", let flat = reading.word(index + 2), flat.script == .digits,
      text.scalar(flat.end) == 0xD638
    {
      add(reading, word.start, flat.end + 1, &out)
      return
    }
    guard let before = reading.word(index - 1), before.script == .hangul else { return }
    let isLane = units.hasPrefix("길") || units.hasPrefix("번길") || units.hasPrefix("번지")
    if isLane, before.count >= 2, word.gap.isPlain || word.gap.isEmpty,
      [0xB85C, 0xAE38, 0xB3D9, 0xB9AC].contains(text.scalars[before.end - 1])
    {
      // 평화로 14길 [7], 련화동 12번지.
      var end = unit.start + (units.hasPrefix("길") ? 1 : 2)
      if let house = reading.word(index + 2), house.script == .digits, house.gap == .space,
        unit.end == end, endsThere(reading, index + 3, house)
      {
        end = house.end
      }
      add(reading, before.start, end, &out)
    }
  }
}
