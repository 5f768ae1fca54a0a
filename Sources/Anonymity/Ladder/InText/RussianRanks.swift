/// Russian ranks and posts with a word that belongs to them: младший сержант, второй секретарь
/// посольства, заместитель директора.
enum RussianRanks {
  static func find(
    _ text: LadderText, _ first: Range<Int>, _ second: Range<Int>, _ rules: QuantityRules
  ) -> Spotted? {
    guard !second.isEmpty, second.lowerBound > first.upperBound else { return nil }
    let word = text.string(first)
    if let number = cases(word, "заместител") { return deputy(text, first, second, number, rules) }
    // Вторник and старше are others.
    guard let stem = ["младш", "старш", "перв", "втор", "трет"].first(where: word.hasPrefix),
      adjectives.contains(String(word.dropFirst(stem.count)))
    else { return nil }
    if let number = cases(text.string(second), "секретар") {
      return secretary(text, first, second, number, rules)
    }
    // Первый мастер may be the first of several.
    guard word.hasPrefix("младш") || word.hasPrefix("старш"),
      let rank = RankFinder.unmodified(text, second, rules)
    else { return nil }
    if rank.stays { return Spotted(staying: .rank, first.lowerBound..<rank.range.upperBound) }
    let core = first.lowerBound..<rank.core.upperBound
    return Spotted(
      .rank, core,
      rank.text.map { text.isCapital(first.lowerBound) ? capitalised($0) : $0 }, .ru)
  }

  private static let adjectives: Set<String> = [
    "ий", "ый", "ой", "его", "ого", "ему", "ому", "им", "ым", "ем", "ом", "ая", "ей", "ую", "ие",
    "ые", "их", "ых", "ими", "ыми", "ья", "ье", "ьи", "ьего", "ьему", "ьим", "ьем", "ьей", "ью",
  ]

  /// The case by the ending of a word in -ь.
  private static func cases(_ word: String, _ stem: String) -> Int? {
    guard word.hasPrefix(stem) else { return nil }
    return ["ь", "я", "ю", "ем", "е", "и", "ей"].firstIndex(of: String(word.dropFirst(stem.count)))
  }

  private static func deputy(
    _ text: LadderText, _ first: Range<Int>, _ second: Range<Int>, _ number: Int,
    _ rules: QuantityRules
  ) -> Spotted? {
    let whose = text.string(second)
    let group =
      RankLadder.climb(whose == "управляющего" ? "управляющий" : String(whose.dropLast()), in: .ru)
    guard let group, whose == "управляющего" || ["а", "я"].contains(where: { whose.hasSuffix($0) })
    else { return nil }
    return told(text, first.lowerBound..<second.upperBound, group, number, rules)
  }

  private static func secretary(
    _ text: LadderText, _ first: Range<Int>, _ second: Range<Int>, _ number: Int,
    _ rules: QuantityRules
  ) -> Spotted? {
    let next = text.word(at: text.skip(second.upperBound))
    let isParty = ["парткома", "обкома", "райкома", "горкома"].contains(text.string(next))
    return told(
      text, first.lowerBound..<(isParty ? next.upperBound : second.upperBound),
      isParty ? "партийный работник" : "чиновник", number, rules)
  }

  private static func told(
    _ text: LadderText, _ core: Range<Int>, _ group: String, _ number: Int, _ rules: QuantityRules
  ) -> Spotted {
    if text.isCapital(text.skip(core.upperBound)) { return Spotted(staying: .rank, core) }
    guard rules.rank.level != nil, let forms = RankFinder.groups[group] else {
      return Spotted(.rank, core, nil, .ru)
    }
    let words = forms[number]
    return Spotted(.rank, core, text.isCapital(core.lowerBound) ? capitalised(words) : words, .ru)
  }
}
