/// Decides whether a place where the keys agree is the identifier.
struct Verifier {
  let set: PatternSet
  private var units: [FoldedUnit] = []

  init(_ set: PatternSet) { self.set = set }

  /// The ranges in which patterns of `group` stand when the key is at `start..<end`.
  mutating func hits(
    _ group: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int, notes: Bool,
    into out: inout [Hit]
  ) {
    units.removeAll(keepingCapacity: true)
    Folding.units(of: text, in: start..<end, notes: notes, into: &units)
    let close = Neighbour.attachedEnd(text, end)
    for index in set.groupStarts[group]..<set.groupStarts[group + 1] {
      let pattern = set.patterns[index]
      if pattern.demands.contains(.part) {
        if let isTitled = part(pattern, text, start, close),
          !PublicNames.hold(start..<close, of: text)
        {
          let longer = OtherHanName.range(pattern, text, start..<close)
          out.append(
            Hit(
              range: longer ?? start..<close, identifier: pattern.identifier, isTitled: isTitled,
              isAnothers: longer != nil))
        }
        continue
      }
      if let from = begin(pattern, text, start, close, notes: notes) {
        let endsInInitial =
          pattern.demands.contains(.initials) && listed(pattern).last?.hasGap ?? false
        let end =
          pattern.digits > 0
          ? close
          : endsInInitial
            ? Remainder.end(text, afterInitial: close)
            : Remainder.end(text, after: from..<close)
        let longer = OtherHanName.range(pattern, text, from..<close)
        out.append(
          Hit(
            range: longer ?? from..<end, identifier: pattern.identifier,
            isDoubtful: PlaceDoubt.stands(
              pattern, units, listed(pattern), text, from..<close),
            isAnothers: longer != nil))
      }
    }
  }

  private func listed(_ pattern: Pattern) -> ArraySlice<PatternUnit> {
    set.units[pattern.start..<pattern.start + pattern.count]
  }

  /// Whether a part of a name stands there with a title; nil where the part is no hit.
  ///
  /// What is cheap is asked first: parts are short, so most places where their letters are say
  /// nothing.
  private func part(
    _ pattern: Pattern, _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool? {
    guard units.count == pattern.count else { return nil }
    if pattern.demands.contains(.capital), !units[0].traits.isUpper { return nil }
    let listed = listed(pattern)
    // Lookalikes are for whole names: pieces of them look like too many words.
    guard zip(units, listed).allSatisfy({ $0.strict == $1.strict }) else { return nil }
    let shape = GapRule.shape(units, listed)
    guard GapRule.judge(shape, units, listed, pattern) != .refused,
      !Boundary.cutsSyllable(units, text, end)
    else { return nil }
    if pattern.demands.contains(.initials),
      Self.isAspirated(text, end)
        || !InitialsRule.accepts(units, listed, after: Neighbour.after(text, end))
    {
      return nil
    }
    if pattern.demands.contains(.titled), pattern.demands.contains(.neverAlone) {
      guard Neighbour.before(text, start).script != pattern.left || pattern.left == .han,
        TitleRule.shows(text, start..<end, pattern.left, isSurname: true)
      else { return nil }
      return true
    }
    let boundary = Boundary(text, start, end, units, isExact: true)
    let isKana = units.allSatisfy { $0.traits.kind == .kana }
    if isKana, boundary.left.traits.kind == .kana || boundary.right.traits.kind == .kana {
      return nil
    }
    guard boundary.isOpen(left: pattern.left) else { return nil }
    guard pattern.demands.contains(.titled) else {
      // Which of two spellings has its gap shown is a name; see `PartForm`.
      return boundary.isOpen(right: pattern.right) ? pattern.demands.contains(.listedGaps) : nil
    }
    if TitleRule.shows(text, start..<end, pattern.left, isSurname: pattern.isTiny) { return true }
    guard boundary.isOpen(right: pattern.right) else { return nil }
    // Any word begins a sentence with a capital.
    let isWord = pattern.demands.contains(.word)
    return isWord && Self.beginsSentence(text, start) ? nil : false
  }

  private static func beginsSentence(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    for _ in 0..<4 {
      let before = Neighbour.before(text, at)
      guard before.scalar != nil else { return true }
      if before.isWord { return false }
      if before.traits.kind == .newline || before.traits.kind == .dot || before.scalar == 0x21
        || before.scalar == 0x3F
      {
        return true
      }
      at = before.offset
    }
    return false
  }

  /// Where the hit begins, or nil when it is none.
  private func begin(
    _ pattern: Pattern, _ text: Span<UInt8>, _ start: Int, _ end: Int, notes: Bool
  ) -> Int? {
    guard units.count == pattern.count else { return nil }
    let listed = listed(pattern)
    let isExact = zip(units, listed).allSatisfy { $0.strict == $1.strict }
    if !isExact {
      let accepted = Lookalikes.accept(units, listed, pattern) {
        [Boundary.wordScript(text, before: start), Boundary.wordScript(text, after: end)]
      }
      if !accepted { return nil }
    }
    let shape = GapRule.shape(units, listed)
    let verdict = GapRule.judge(shape, units, listed, pattern)
    if verdict == .refused || Boundary.cutsSyllable(units, text, end) { return nil }
    if pattern.demands.contains(.person), isWordBeforeName(listed) { return nil }
    if pattern.demands.contains(.capital), !units[0].traits.isUpper { return nil }
    if pattern.demands.contains(.initials),
      Self.isAspirated(text, end)
        || !InitialsRule.accepts(units, listed, after: Neighbour.after(text, end))
    {
      return nil
    }

    let boundary = Boundary(text, start, end, units, isExact: isExact)
    if pattern.isTiny, !pattern.isNumber {
      return isName(pattern, boundary, text, start..<end) ? start : nil
    }
    if verdict == .titled, !KoreanTail.hasTitle(text, at: end) { return nil }
    let bounded =
      verdict != .free || !pattern.isLong
      || !pattern.demands.isDisjoint(with: [.listedGaps, .bounded])
    var from = start
    if pattern.left == .digit {
      if pattern.demands.contains(.phone) {
        guard let begin = PhoneForms.start(text, national: start, end: end) else { return nil }
        from = begin
      } else if !boundary.isNumberStart(short: pattern.digits < 7 && pattern.isNumber) {
        return nil
      }
    } else if bounded || pattern.demands.contains(.startsWord),
      !boundary.isOpen(left: pattern.left)
    {
      // A word may run into a full name in two pieces where a title shows that it is one.
      let isNamed = pattern.isLong && pattern.syllables > 0 && KoreanTail.hasTitle(text, at: end)
      if !isNamed || pattern.demands.contains(.listedGaps) { return nil }
    }
    if pattern.demands.contains(.birth), EastAsianDates.goesOn(text, end) { return nil }
    if pattern.right == .digit {
      return boundary.isNumberEnd(short: pattern.digits < 7 && pattern.isNumber) ? from : nil
    }
    let endsWord = bounded || pattern.demands.contains(.endsWord)
    return !endsWord || boundary.isOpen(right: pattern.right) ? from : nil
  }

  /// Whether two or three letters, or one, stand for somebody.
  private func isName(
    _ pattern: Pattern, _ boundary: Boundary, _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let isToken = boundary.isToken(capitalised: pattern.isCapitalised)
    guard pattern.letters == 1, pattern.characters == 1 else { return isToken }
    // One letter is an article, an initial or a list's mark, unless a text points at it: "A", A씨.
    if !boundary.left.isWord, KoreanTail.hasTitle(text, at: range.upperBound) { return true }
    return isToken
      && (boundary.isQuoted || TitleRule.shows(text, range, pattern.left, isSurname: true))
  }

  /// "Была ли Анна там" is no Ли Анна: a word of one or two small letters before a capital, of a name that
  /// is listed with a capital.
  private func isWordBeforeName(_ listed: ArraySlice<PatternUnit>) -> Bool {
    guard !units[0].traits.isUpper, units[0].traits.script == .cyrillic,
      let next = listed.dropFirst().firstIndex(where: \.hasGap)
    else { return false }
    let second = next - listed.startIndex
    return units[..<second].count(where: \.isFirst) <= 2 && units[second].traits.isUpper
  }

  /// "Pak T'ae-yong": a letter with its aspiration is no initial.
  private static func isAspirated(_ text: Span<UInt8>, _ end: Int) -> Bool {
    let mark = Neighbour.after(text, end)
    guard mark.traits.kind == .apostrophe, mark.scalar != nil else { return false }
    let (_, size) = ScalarReader.read(text, at: mark.offset)
    return Neighbour.after(text, mark.offset + size).isWord && EnglishTail.end(text, at: end) == nil
  }
}
