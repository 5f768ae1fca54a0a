/// What follows a name and belongs to it by grammar.
enum Tail {
  /// Where the tail of a hit ends: its own end when it has none.
  static func end(_ text: Span<UInt8>, after range: Range<Int>) -> Int {
    let end = range.upperBound
    let last = Neighbour.before(text, end)
    let key = last.scalar.flatMap { FoldTable.shared.fold($0).key.last } ?? 0
    let afterVowel = last.traits.script != .hangul || key < 0x16
    if let korean = KoreanTail.end(text, at: end, afterVowel: afterVowel), korean > end {
      return korean
    }
    return KoreanTail.spacedEnd(text, at: end) ?? EnglishTail.end(text, at: end) ?? end
  }
}
