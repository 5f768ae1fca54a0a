/// Names of which a part is struck out: 최○웅 씨, 김OO, 박** 동무, И***в.
enum MaskedNames {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let text = reading.text
    for word in reading.words {
      guard isMask(text.scalar(word.end)) || letters.contains(text.scalar(word.end)) else {
        continue
      }
      switch word.script {
      case .hangul: korean(reading, word, &out)
      case .latin, .cyrillic: alphabetic(reading, word, &out)
      default: break
      }
    }
  }

  private static func isMask(_ scalar: UInt32) -> Bool {
    // ○ ◯ 〇 ● ◎ △ □ ＊ *
    [0x25CB, 0x25EF, 0x3007, 0x25CF, 0x25CE, 0x25B3, 0x25A1, 0x2A].contains(scalar)
  }

  /// O, X and o, x between Hangul.
  private static let letters: Set<UInt32> = [0x4F, 0x58, 0x6F, 0x78]

  private static func korean(_ reading: Reading, _ word: Word, _ out: inout [Finding]) {
    let text = reading.text
    guard word.count <= 2, KoreanNames.isSurname(text.scalars[word.start]) else { return }
    var end = word.end
    let isLetter = letters.contains(text.scalar(end))
    while end - word.end < 4,
      isLetter ? letters.contains(text.scalar(end)) : isMask(text.scalar(end))
    { end += 1 }
    // A letter more is a word in Latin letters; one letter alone is too little.
    if isLetter, end - word.end < 2 || text.kind(end).isLetter && text.kind(end) != .hangul {
      return
    }
    var tail = end
    while tail - end < 2, text.kind(tail) == .hangul { tail += 1 }
    out.append(
      reading.finding(word.start, text.kind(tail) == .hangul ? end : tail, .personName, .title))
  }

  /// A capital and stars: K***v.
  private static func alphabetic(_ reading: Reading, _ word: Word, _ out: inout [Finding]) {
    let text = reading.text
    guard word.isCapital, word.count <= 3, text.scalar(word.end) == 0x2A,
      text.scalar(word.start - 1) != 0x2A
    else { return }
    var end = word.end
    while end < text.count, text.scalar(end) == 0x2A, end - word.end < 12 { end += 1 }
    guard end - word.end >= 2 else { return }
    while end < text.count, text.kind(end).isLetter, end - word.end < 16 { end += 1 }
    out.append(reading.finding(word.start, end, .personName, .shape))
  }
}
