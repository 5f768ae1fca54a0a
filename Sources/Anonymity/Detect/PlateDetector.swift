/// Vehicle plates: 12가 3456, 辽F·12345, А123ВС 125.
enum PlateDetector {
  private static let provinces = Set(
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领".unicodeScalars.map(\.value))
  /// The Cyrillic letters of Russian plates, and the Latin ones that look like them.
  private static let russian = Set("АВЕКМНОРСТУХABEKMHOPCTYX".unicodeScalars.map(\.value))
  private static let korean = Set(
    "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자하허호배육공해국합".unicodeScalars.map(\.value))

  static func find(in reading: Reading, into out: inout [Finding]) {
    let text = reading.text
    let words = reading.words
    for (index, word) in words.enumerated() {
      switch word.script {
      case .digits where (2...3).contains(word.count): koreanPlate(reading, index, &out)
      case .han:
        let last = word.end - 1
        if text.kind(word.end) == .latinUpper, provinces.contains(text.scalars[last]) {
          chinesePlate(reading, last, &out)
        }
      case .cyrillic, .latin:
        if word.count == 1, russian.contains(text.scalars[word.start]),
          !text.kind(word.start - 1).isWord
        {
          russianPlate(reading, index, &out)
        }
      default: break
      }
    }
  }

  private static func koreanPlate(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    guard let letter = reading.word(index + 1), letter.gap.isEmpty, letter.script == .hangul,
      letter.count == 1, korean.contains(reading.text.scalars[letter.start]),
      let last = reading.word(index + 2), last.gap.subtracting(.space).isEmpty,
      last.script == .digits, last.count == 4
    else { return }
    out.append(reading.finding(reading.words[index].start, last.end, .vehiclePlate, .shape))
  }

  private static func chinesePlate(_ reading: Reading, _ start: Int, _ out: inout [Finding]) {
    let text = reading.text
    var at = start + 2
    if !text.kind(at).isWord, text.kind(at) != .newline { at += 1 }
    let first = at
    var digits = 0
    while text.kind(at) == .digit || text.kind(at) == .latinUpper, at - first < 8 {
      digits += text.kind(at) == .digit ? 1 : 0
      at += 1
    }
    if (5...6).contains(at - first), digits >= 2 {
      out.append(reading.finding(start, at, .vehiclePlate, .shape))
    }
  }

  private static func russianPlate(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let words = reading.words
    guard index + 2 < words.count, words[index + 1].script == .digits, words[index + 1].count == 3,
      words[index + 1].gap.subtracting(.space).isEmpty, words[index + 2].count == 2,
      words[index + 2].gap.subtracting(.space).isEmpty, words[index + 2].shape == .upper,
      reading.scalars(words[index + 2]).allSatisfy({ russian.contains($0) })
    else { return }
    var end = words[index + 2].end
    if let region = reading.word(index + 3), region.script == .digits,
      (2...3).contains(region.count), region.gap.subtracting(.space).isEmpty
    {
      end = region.end
    }
    out.append(reading.finding(words[index].start, end, .vehiclePlate, .shape))
  }
}
