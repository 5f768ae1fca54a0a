/// Places on the map: 43.1155, 131.8855; 43°06′N; 북위 43도; 北纬43度; 43° с. ш.
enum CoordinateDetector {
  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    let text = reading.text
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.script == .digits, word.count <= 3 {
        if let end = pair(reading, index) {
          out.append(reading.finding(words[index].start, words[end].end, .coordinates, .shape))
          index = end + 1
          continue
        }
        if [0xB0, 0xBA].contains(text.scalar(word.end)), let end = degrees(reading, index) {
          out.append(reading.finding(word.start, end, .coordinates, .shape))
        }
      } else if word.tags.contains(.direction) {
        if let next = reading.word(index + 1), next.script == .digits {
          out.append(reading.finding(word.start, next.end, .coordinates, .context))
        }
      }
      index += 1
    }
  }

  /// Two numbers with three decimals or more, the first within 90 and the second within 180.
  private static func pair(_ reading: Reading, _ index: Int) -> Int? {
    let words = reading.words
    guard index + 3 < words.count, words[index + 1].gap == .dot, words[index + 3].gap == .dot,
      words[index + 1].script == .digits, words[index + 2].script == .digits,
      words[index + 3].script == .digits, words[index + 2].count <= 3,
      (3...9).contains(words[index + 1].count), (3...9).contains(words[index + 3].count),
      words[index + 2].start - words[index + 1].end <= 4,
      reading.number(words[index]) <= 90, reading.number(words[index + 2]) <= 180
    else { return nil }
    return index + 3
  }

  /// Degrees with minutes, or with a direction.
  private static func degrees(_ reading: Reading, _ index: Int) -> Int? {
    let text = reading.text
    var at = reading.words[index].end + 1
    let limit = min(text.count, at + 24)
    var end: Int?
    while at < limit, text.kind(at) != .newline {
      let scalar = text.scalars[at]
      if [0x27, 0x2032, 0x2033, 0x22].contains(scalar) { end = at + 1 }
      // N, S, E, W and С, Ю, В, З.
      if [0x4E, 0x53, 0x45, 0x57, 0x421, 0x42E, 0x412, 0x417, 0x441, 0x432].contains(scalar),
        !text.kind(at + 1).isWord
      {
        return at + 1
      }
      if text.kind(at).isLetter { break }
      at += 1
    }
    return end
  }
}
