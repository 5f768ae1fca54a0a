/// Judges the separators inside a hit.
enum GapRule {
  /// How many separators other than spaces, and how many line feeds, one gap may hold: enough for
  /// a wrapped and quoted line, not for a paragraph's end and more.
  private static let longest = 10
  private static let lineFeeds = 2

  /// Letters from which on a name is itself where each stands apart.
  private static let fewestApart = 4

  /// How the gaps of a hit compare with those listed.
  struct Shape {
    /// Gaps where the listed form has none, and the listed ones that are missing.
    var extra: Gap = []
    var extraCount = 0
    var missing = 0
    var listed: Gap = []
    /// Every character stands apart.
    var isSpacedOut = true
    /// A gap inside a character, or one too long.
    var isBroken = false
    /// A gap before every byte of the key: every Hangul letter stands apart.
    var isLettered = true
  }

  static func shape(_ units: [FoldedUnit], _ listed: ArraySlice<PatternUnit>) -> Shape {
    var shape = Shape()
    for (i, expected) in zip(units.indices, listed) where i > 0 {
      let unit = units[i]
      if unit.hasGap {
        if !expected.isStart || unit.gapLength > longest || unit.lineFeeds > lineFeeds {
          shape.isBroken = true
        }
        if expected.hasGap || expected.maySplit {
          shape.listed.formUnion(unit.gap)
        } else {
          shape.extra.formUnion(unit.gap)
          shape.extraCount += 1
        }
        continue
      }
      shape.isLettered = false
      if expected.isStart {
        shape.isSpacedOut = false
        if expected.hasGap { shape.missing += 1 }
      }
    }
    // Hangul with every letter apart is as good as with every syllable.
    if shape.isLettered, units.allSatisfy({ $0.gapLength <= longest && $0.lineFeeds <= lineFeeds })
    {
      shape.isBroken = false
    }
    return shape
  }

  /// What a hit must still show: nothing, or boundaries on both sides, or a title as well, or
  /// that it is none.
  enum Verdict { case free, bounded, titled, refused }

  /// Family names that are also words that stand alone: "이 안에" is "in here".
  private static let wordLike: Set<[UInt8]> = Set(
    [
      "이", "한", "전", "주", "하", "지", "나", "내", "안", "두", "제", "설", "그", "저", "정", "신", "남", "사", "오",
      "육", "구", "천", "길", "맹", "반",
    ]
    .map { Folding.units(of: $0).map(\.key) })

  static func judge(
    _ shape: Shape, _ units: [FoldedUnit], _ listed: ArraySlice<PatternUnit>, _ pattern: Pattern
  ) -> Verdict {
    if shape.isBroken { return .refused }
    // Letters that all stand apart are no words of a language that chance has put together.
    let isLetterByLetter = shape.isSpacedOut && pattern.letters >= fewestApart
    if pattern.demands.contains(.spelling), pattern.letters > 0, shape.extraCount > 0,
      !isLetterByLetter, joinsWords(units, listed, pattern)
    {
      return .refused
    }
    if pattern.demands.contains(.person), endsInEnglishWord(units) { return .refused }
    if pattern.demands.contains(.sameGaps), shape.extraCount > 0 || shape.missing > 0 {
      return .refused
    }
    if pattern.demands.contains(.listedGaps), shape.missing > 0 { return .refused }
    if shape.missing > 0, pattern.letters > 0, !pattern.isLong,
      !mayRunTogether(units, listed, pattern)
    {
      return .refused
    }
    if shape.extraCount == 0 { return .free }
    if pattern.demands.contains(.part), pattern.letters == 0 {
      // A wrapped line, or syllable by syllable with hyphens; "철 수" is two words.
      return shape.extra.isSubset(of: [.newline, .tight]) ? .free : .refused
    }
    if pattern.isNumber {
      let isShort = pattern.digits < 7
      return isShort && !shape.extra.isSubset(of: [.tight, .note]) ? .refused : .free
    }
    let loose: Gap = [.space, .newline, .hard, .slash, .dot]
    if pattern.syllables > 0 { return judgeHangul(shape, units, pattern, loose) }
    if pattern.letters == 0 {
      // Two characters meet across a comma by chance; three hardly ever.
      return pattern.han > 2 || shape.extra.isDisjoint(with: [.hard, .slash]) ? .free : .refused
    }
    // "programming in" is no Gin Ram-min: put together of pieces, a spelling is made of whole words.
    if pattern.isLong { return pattern.demands.contains(.spelling) ? .bounded : .free }
    if pattern.isTiny { return .refused }
    if shape.isSpacedOut { return .bounded }
    return judgeShort(shape, units, pattern)
  }

  /// Whether a space that the spelling does not have is followed by a small letter: "change un"
  /// is no Chang Eun, but Kim Chol Su is Kim Cholsu. In Cyrillic a long Korean name is put together
  /// from no words of a language, and "Ким Чхоль су" is a usual way to write it.
  private static func joinsWords(
    _ units: [FoldedUnit], _ listed: ArraySlice<PatternUnit>, _ pattern: Pattern
  ) -> Bool {
    zip(units.indices, listed).contains { index, expected in
      let unit = units[index]
      return index > 0 && unit.hasGap && !expected.hasGap && !expected.maySplit
        && !unit.traits.isUpper
        && unit.traits.script != .hangul && !(pattern.isLong && unit.traits.script == .cyrillic)
        && !unit.gap.isDisjoint(with: [.space, .hard, .slash, .dot])
        && unit.gap.isDisjoint(with: [.tight, .newline])
    }
  }

  /// Romanised family names that are also English words.
  private static let englishWords: Set<[UInt8]> = Set(
    ["an", "do", "go", "he", "in", "no", "oh", "on", "so", "to", "you", "may", "son", "song"]
      .map { Folding.units(of: $0).map(\.key) })

  /// "Mi-kyong, an official" is not An Mi-kyong turned round: beyond a comma or full stop, a name
  /// that began with a capital does not go on in a small word of English.
  private static func endsInEnglishWord(_ units: [FoldedUnit]) -> Bool {
    guard units[0].traits.isUpper, let last = units.lastIndex(where: \.hasGap),
      !units[last].gap.isDisjoint(with: [.hard, .dot]), units[last].gap.contains(.space)
    else { return false }
    let word = units[last...]
    return word.allSatisfy { !$0.traits.isUpper } && englishWords.contains(word.map(\.key))
  }

  /// A short name written as one word: KimIl, Kimchol; but "main" is not Ma In.
  private static func mayRunTogether(
    _ units: [FoldedUnit], _ listed: ArraySlice<PatternUnit>, _ pattern: Pattern
  ) -> Bool {
    if pattern.letters >= 6, units[0].traits.isUpper || pattern.digits > 0 { return true }
    let isShouted = units.allSatisfy { !$0.traits.isLetter || $0.traits.isUpper }
    return !isShouted
      && zip(units, listed).allSatisfy { unit, expected in
        !expected.hasGap || unit.hasGap || unit.traits.isUpper || !unit.traits.isLetter
      }
  }

  private static func judgeHangul(
    _ shape: Shape, _ units: [FoldedUnit], _ pattern: Pattern, _ loose: Gap
  ) -> Verdict {
    if pattern.syllables > 3 || !pattern.isLong && shape.extra.isDisjoint(with: loose) {
      return .free
    }
    if pattern.isLong {
      if shape.isSpacedOut || shape.extra.isDisjoint(with: [.space, .hard, .slash]) {
        return .free
      }
      if !shape.extra.isDisjoint(with: .newline) { return .free }
      return .bounded
    }
    if pattern.isTiny { return .refused }
    // Two syllables apart: a family name and a given name of one syllable each.
    guard pattern.demands.contains(.person), shape.extra.isSubset(of: [.space, .newline, .dot])
    else { return .refused }
    let family = units.prefix { $0.offset == units[0].offset || !$0.hasGap }.map(\.key)
    return wordLike.contains(family) ? .titled : .bounded
  }

  /// Up to seven letters with a gap that was not listed: Chol-su for Cholsu, but not "is an".
  private static func judgeShort(
    _ shape: Shape, _ units: [FoldedUnit], _ pattern: Pattern
  ) -> Verdict {
    if !shape.extra.isDisjoint(with: [.hard, .slash]) { return .refused }
    if !shape.extra.isDisjoint(with: .apostrophe), endsInContraction(units) { return .refused }
    guard !shape.extra.isDisjoint(with: [.space, .newline]),
      shape.extra.isDisjoint(with: .tight)
    else { return .bounded }
    // A series and a number are written together or apart: M 12345.
    if pattern.digits > 0,
      units.indices.allSatisfy({ i in
        i == 0 || !units[i].hasGap
          || (units[i].traits.script == .digit) != (units[i - 1].traits.script == .digit)
      })
    {
      return .bounded
    }
    let pieces = units.indices.filter { $0 == 0 || units[$0].hasGap }
    if pattern.letters >= 6, units[0].traits.isUpper { return .bounded }
    let isShouted = units.allSatisfy { !$0.traits.isLetter || $0.traits.isUpper }
    return !isShouted && pieces.allSatisfy { units[$0].traits.isUpper } ? .bounded : .refused
  }

  /// 'll, 're, 've and single letters after an apostrophe belong to English, not to a name.
  private static func endsInContraction(_ units: [FoldedUnit]) -> Bool {
    guard let at = units.lastIndex(where: { $0.gap.contains(.apostrophe) }) else { return false }
    let rest = units[at...].map { UInt8(truncatingIfNeeded: $0.strict) }
    return rest.count == 1 || ["ll", "re", "ve"].contains { $0.utf8.elementsEqual(rest) }
  }
}
