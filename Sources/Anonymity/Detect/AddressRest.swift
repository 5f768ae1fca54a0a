/// What goes on right behind an address: the quarter, the neighbours' unit, the floor, the flat.
enum AddressRest {
  private static func words(_ text: String) -> [[UInt32]] {
    text.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) }
      .sorted { $0.count > $1.count }
  }

  /// Behind a number.
  private static let units = words(
    "반 호 동 층 통 세대 번지 인민반 현관 号楼 號樓 号 號 栋 棟 幢 座 楼 樓 层 層 单元 單元 室 组 組 户 戶 门 門")
  /// Behind a name in Han.
  private static let quarters = words("社区 社區 小区 小區 街道 居委会 居委會 花园 花園 公寓 大厦 大廈")
  /// Before a number.
  private static let parts = words(
    "unit apt apartment flat floor room suite block entrance кв квартира квартире этаж этаже подъезд подъезде комната комнате корпус корп"
  )

  /// The longest name of a quarter, and how many pieces may follow.
  private static let (longestName, most) = (4, 6)

  static func end(_ text: PlainText, after end: Int) -> Int {
    // 14号楼
    var end = [0x697C, 0x6A13, 0x9662].contains(text.scalar(end)) ? end + 1 : end
    for _ in 0..<most {
      guard let next = piece(text, skip(text, end)) else { break }
      end = next
    }
    return end
  }

  /// At most a comma and a space.
  private static func skip(_ text: PlainText, _ end: Int) -> Int {
    var at = end
    if [0x2C, 0x3001].contains(text.scalar(at)) { at += 1 }
    return text.kind(at) == .space ? at + 1 : at
  }

  private static func piece(_ text: PlainText, _ at: Int) -> Int? {
    var number = at
    while number - at < 5,
      text.kind(number) == .digit || Lookalikes.isHanNumeral(text.scalar(number))
    {
      number += 1
    }
    if number > at { return unit(text, number) }
    if text.kind(at) == .han {
      for length in 2...longestName where text.kind(at + length) == .han {
        if text.scalar(at + length - 1) == 0x7684 { return nil }
        if let end = stands(quarters, text, at + length) { return end }
      }
      return nil
    }
    guard let part = stands(parts, text, at), !text.kind(part).isLetter else { return nil }
    var figure = text.scalar(part) == 0x2E ? part + 1 : part
    if text.kind(figure) == .space { figure += 1 }
    let first = figure
    while figure - first < 5, text.kind(figure) == .digit { figure += 1 }
    return figure > first && !text.kind(figure).isWord ? figure : nil
  }

  /// 15반, but not 15반장 or 3호선.
  private static func unit(_ text: PlainText, _ at: Int) -> Int? {
    guard let end = stands(units, text, at) else { return nil }
    guard text.kind(end) == .hangul else { return end }
    var rest = end
    while rest - end < 8, text.kind(rest) == .hangul { rest += 1 }
    return KoreanEnding.isParticle(text, end, rest) ? end : nil
  }

  private static func stands(_ words: [[UInt32]], _ text: PlainText, _ at: Int) -> Int? {
    for word in words
    where word.indices.allSatisfy({
      Lexicon.lower(text.scalar(at + $0), text.kind(at + $0)) == word[$0]
    }) { return at + word.count }
    return nil
  }
}
