/// A year in Chinese or Korean words: 八三 and 一九八三 figure by figure, 구십구 and 천구백팔십삼 as numbers.
enum SaidYear {
  private static let figures = "〇零一二三四五六七八九"

  /// Two words of the last decades, or four of our time.
  static func read(_ text: LadderText, _ at: Int) -> LadderText.Number? {
    let kind = text.kind(at)
    guard kind == .han || kind == .hangul, text.kind(at - 1) != .digit else { return nil }
    if kind == .han, EastAsianDateFinder.isNumeral(text, at - 1) { return nil }
    if kind == .hangul, text.kind(at - 1) == .hangul { return nil }
    guard let number = text.number(at: at), number.range.count > 1 else { return nil }
    switch number.value {
    case 1900...2099: return number
    // 八十三年 is so many years; 팔십삼년생 is a year.
    case 20...99: return kind == .hangul || isFigures(text, number.range) ? number : nil
    // 〇三年.
    case 0...19: return kind == .han && isFigures(text, number.range) ? number : nil
    default: return nil
    }
  }

  /// A year that was said without its century: of the last one, or of this one.
  static func full(_ value: Int) -> Int { value + (value > 30 ? 1900 : 2000) }

  /// Two figures that are read out, as years are and counts are not.
  static func isFigures(_ text: LadderText, _ range: Range<Int>) -> Bool {
    range.count == 2 && range.allSatisfy { figures.contains(text[$0]) }
  }
}
