/// Whether a place where everything of an identifier stands may still be another thing.
///
/// Such a hit is never let go: it counts as a part of a name does, for sure where the text names the
/// person otherwise, and else it is put before somebody. See ``Match/doubtful``.
enum PlaceDoubt {
  /// - Parameters:
  ///   - units: the folded text of the hit.
  ///   - listed: the same of the form that was found.
  static func stands(
    _ pattern: Pattern, _ units: [FoldedUnit], _ listed: ArraySlice<PatternUnit>,
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let demands = pattern.demands
    if demands.contains(.birth) { return !BirthWords.stand(beside: range, text) }
    guard demands.contains(.person) else { return false }
    if demands.contains(.initials) { return hasOtherInitial(units, listed, text, range) }
    return crossesSentence(units, text)
      || pattern.syllables == 3 && pattern.characters == 3 && isInsideWord(text, range)
  }

  // MARK: - Initials

  /// В. before А. Жуковский, or И. behind Жуковский А.: a first name that is not this one, or a
  /// second name that is not known to be this one's.
  private static func hasOtherInitial(
    _ units: [FoldedUnit], _ listed: ArraySlice<PatternUnit>, _ text: Span<UInt8>,
    _ range: Range<Int>
  ) -> Bool {
    let starts = zip(units.indices, listed).filter { $0.0 == 0 || $0.1.hasGap }.map(\.0)
    func isOneLetter(_ word: Int) -> Bool {
      let end = word + 1 < starts.count ? starts[word + 1] : units.count
      return (starts[word]..<end).count { units[$0].isFirst } == 1
    }
    if isOneLetter(0), isInitial(text, before: range.lowerBound, isUpper: units[0].traits.isUpper) {
      return true
    }
    let last = starts.count - 1
    return isOneLetter(last)
      && isInitial(text, after: range.upperBound, isUpper: units[starts[last]].traits.isUpper)
  }

  /// A letter that stands alone, then its full stop, then at most a space.
  private static func isInitial(_ text: Span<UInt8>, before start: Int, isUpper: Bool) -> Bool {
    var stop = Neighbour.before(text, start)
    if stop.scalar != nil, stop.traits.kind == .space { stop = .before(text, stop.offset) }
    guard stop.scalar != nil, stop.traits.kind == .dot else { return false }
    let letter = Neighbour.before(text, stop.offset)
    return letter.isWord && letter.traits.isLetter && letter.traits.isUpper == isUpper
      && !Neighbour.before(text, letter.offset).isWord
  }

  /// A full stop, at most a space, then a letter with a full stop of its own.
  private static func isInitial(_ text: Span<UInt8>, after end: Int, isUpper: Bool) -> Bool {
    let stop = Neighbour.after(text, end)
    guard stop.scalar != nil, stop.traits.kind == .dot else { return false }
    var letter = after(stop, text)
    if letter.scalar != nil, letter.traits.kind == .space { letter = after(letter, text) }
    guard letter.isWord, letter.traits.isLetter, letter.traits.isUpper == isUpper else {
      return false
    }
    let next = after(letter, text)
    return next.scalar != nil && next.traits.kind == .dot
  }

  private static func after(_ neighbour: Neighbour, _ text: Span<UInt8>) -> Neighbour {
    .after(text, neighbour.offset + ScalarReader.read(text, at: neighbour.offset).length)
  }

  // MARK: - Words and sentences

  /// A full stop with a space ends a sentence, unless an initial stands before it: "balloon. Soon". So
  /// do other signs: "Yong-ung! Choe".
  private static func crossesSentence(_ units: [FoldedUnit], _ text: Span<UInt8>) -> Bool {
    var letters = 0
    for (index, unit) in units.enumerated() where unit.isFirst {
      if index > 0, unit.hasGap {
        let isInitial = letters == 1 && units[index - 1].traits.script.isAlphabetic
        if unit.gap.contains(.dot), !unit.gap.isDisjoint(with: [.space, .newline]), !isInitial {
          return true
        }
        if unit.gap.contains(.hard), hasSentenceEnd(text, units[index - 1].offset..<unit.offset) {
          return true
        }
        letters = 0
      }
      letters += 1
    }
    return false
  }

  /// An exclamation or question mark, an ellipsis or an ideographic full stop, wide ones too, with or
  /// without what closes a quote.
  private static func hasSentenceEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = ScalarReader.read(text, at: at)
      if [0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F].contains(scalar) { return true }
      at += length
    }
    return false
  }

  /// A Korean name that begins inside a word, where neither a title behind it nor a word for a person
  /// before it shows that one begins there: 가져오기용 is no 오기용, 탈북민김철수 is 김철수.
  private static func isInsideWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    Neighbour.before(text, range.lowerBound).script == .hangul
      && !KoreanTail.hasTitle(text, at: range.upperBound)
      && !KoreanTitle.precedes(text, range.lowerBound)
  }
}
