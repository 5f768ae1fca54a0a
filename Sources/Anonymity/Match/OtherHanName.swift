/// Whether a name in Han is a piece of somebody else's: 李英花 is not 朴英花, 李成功 not 李成.
///
/// Han has no gaps between words, so a given name is found wherever its characters are. Behind another
/// surname they are another person's, whom the label would make the source. Only a reader can tell: such
/// a place is put before one, with all of the other name.
enum OtherHanName {
  /// Where the longer name stands; `nil` for a hit that is no piece of one.
  static func range(
    _ pattern: Pattern, _ text: Span<UInt8>, _ hit: Range<Int>
  ) -> Range<Int>? {
    let isPart = pattern.demands.contains(.part)
    // A whole name of three characters has its own surname.
    guard pattern.left == .han, pattern.han == pattern.characters,
      isPart || pattern.han == 2 && !pattern.demands.isDisjoint(with: [.person, .alias])
    else { return nil }
    let start = HanSurname.start(text, before: hit.lowerBound)
    let end =
      !isPart && pattern.demands.contains(.person) ? end(text, after: hit.upperBound) : nil
    guard start != nil || end != nil else { return nil }
    return (start ?? hit.lowerBound)..<(end ?? hit.upperBound)
  }

  /// Characters of given names that are said of people as well: 李成学了.
  private static let verbs = Set("和学學立通生信思达達飞飛行建全成安宁寧寿欢歡继繼坚堅".unicodeScalars.map(\.value))

  /// Behind the third character of a name of three, where something that follows names follows it.
  private static func end(_ text: Span<UInt8>, after end: Int) -> Int? {
    let third = Neighbour.after(text, end)
    guard third.offset == end, let scalar = third.scalar, HanNames.given.contains(scalar),
      !verbs.contains(scalar), !isBoundary([scalar])
    else { return nil }
    let behind = end + ScalarReader.read(text, at: end).length
    var letters: [UInt32] = []
    var at = behind
    while letters.count < 3 {
      let next = Neighbour.after(text, at)
      guard next.script == .han, next.offset == at, let scalar = next.scalar else { break }
      letters.append(scalar)
      at += ScalarReader.read(text, at: at).length
    }
    guard !letters.isEmpty else { return Neighbour.attachedEnd(text, behind) }
    let isOpen = (1...letters.count).contains { isBoundary(Array(letters[..<$0])) }
    return isOpen ? Neighbour.attachedEnd(text, behind) : nil
  }

  private static func isBoundary(_ letters: [UInt32]) -> Bool {
    let hash = letters.reduce(Lexicon.seed) { Lexicon.add($1, to: $0) }
    return !Lexicon.shared.tags(hash).isDisjoint(with: [.hanBoundary, .honorific])
  }
}
