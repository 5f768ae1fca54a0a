/// Ranks and posts in prose, told by their group. A rank before a name is the label's to drop.
enum RankFinder {
  static func find(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    switch text.kind(at) {
    case .latinLower, .latinUpper: text.kind(at - 1).isWord ? nil : english(text, at, rules)
    case .hangul: text.kind(at - 1) == .hangul ? nil : korean(text, at, rules)
    case .han: han(text, at, rules)
    case .cyrillicLower, .cyrillicUpper: text.kind(at - 1).isWord ? nil : russian(text, at, rules)
    default: nil
    }
  }

  // MARK: English

  private static func english(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    if ["the", "a", "an"].contains(text.wordString(at: at)) { return nil }
    var end = at
    var found: (end: Int, group: String, isPlural: Bool)?
    for _ in 0..<3 {
      let word = text.word(at: text.skip(end))
      guard !word.isEmpty, end == at || text.skip(end) > end else { break }
      end = word.upperBound
      let phrase = text.string(at..<end).split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      for phrase in [phrase, unmodified(phrase)].compactMap(\.self) {
        if let group = RankLadder.climb(phrase, in: .en) { found = (end, group, false) }
        if phrase.hasSuffix("s"), let group = RankLadder.climb(String(phrase.dropLast()), in: .en) {
          found = (end, group, true)
        }
      }
    }
    guard let found else { return nil }
    let core = at..<found.end
    let next = text.word(at: text.skip(found.end))
    // "Major Kim": a title.
    if text.isCapital(at),
      text.isCapital(next.lowerBound) || text.opensSentence(at) && !found.isPlural
    {
      return Spotted(staying: .rank, core)
    }
    if doubtful.contains(text.string(core))
      || unmodified(text.string(core)).map(doubtful.contains) == true
    {
      let lead = text.wordBefore(at).map { text.string($0) } ?? ""
      let isNoun =
        next.isEmpty || text[found.end] != " "
        || [
          "who", "from", "in", "of", "said", "told", "was", "had", "and", "came", "with", "at",
          "to", "is", "took", "asked",
        ].contains(text.string(next))
      guard ["the", "a", "an", "our", "their", "his", "her"].contains(lead), isNoun else {
        return nil
      }
    }
    guard rules.rank.level != nil else { return Spotted(.rank, core, nil, .en) }
    let words = found.isPlural ? plural(found.group) : found.group
    guard let lead = text.wordBefore(at), ["a", "an"].contains(text.string(lead)) else {
      return Spotted(
        .rank, core, text.isCapital(at) && text.opensSentence(at) ? capitalised(words) : words, .en)
    }
    let article = indefiniteArticle(before: words)
    return Spotted(
      .rank, lead.lowerBound..<core.upperBound, core: core,
      (text.isCapital(lead.lowerBound) ? capitalised(article) : article) + " " + words, .en)
  }

  /// "Junior sergeant", "deputy director": the modifier belongs to the rank and goes with it.
  private static func unmodified(_ phrase: String) -> String? {
    let words = phrase.split(separator: " ", maxSplits: 1)
    guard words.count == 2,
      ["junior", "senior", "deputy", "vice", "assistant", "acting", "lance", "staff"].contains(
        words[0])
    else { return nil }
    return String(words[1])
  }

  private static func plural(_ group: String) -> String {
    group == "person in charge" ? "people in charge" : group + "s"
  }

  private static let doubtful: Set<String> = [
    "general", "major", "private", "captain", "director", "marshal", "minister", "counsellor",
    "corporal",
  ]

  // MARK: Korean, Chinese, Japanese

  private static func korean(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    let run = text.word(at: at)
    for length in stride(from: min(8, run.count), through: 2, by: -1) {
      let core = at..<at + length
      let word = text.string(core)
      guard let group = RankLadder.climb(word, in: .ko) else { continue }
      var end = core.upperBound
      if text[end] == "님" { end += 1 }
      let tail = end..<run.upperBound
      guard KoreanGrammar.isTail(text.string(tail)) else { return nil }
      guard rules.rank.level != nil else { return Spotted(.rank, core, nil, .ko) }
      return Spotted(
        .rank, at..<run.upperBound, core: core,
        group + KoreanGrammar.fit(tail: text.string(tail), to: group), .ko)
    }
    return nil
  }

  private static func han(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    for length in stride(from: 5, through: 2, by: -1) where at + length <= text.count {
      let core = at..<at + length
      let language: Language = text.language == .ja || text.lineLanguage(core) == .ja ? .ja : .zh
      guard let group = RankLadder.climb(text.string(core), in: language) else { continue }
      guard rules.rank.level != nil else { return Spotted(.rank, core, nil, language) }
      return Spotted(.rank, core, group, language)
    }
    return nil
  }

  // MARK: Russian

  private static func russian(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    let first = text.word(at: at)
    let second = text.word(at: text.skip(first.upperBound))
    if let modified = RussianRanks.find(text, first, second, rules) { return modified }
    return unmodified(text, first, rules)
  }

  static func unmodified(
    _ text: LadderText, _ first: Range<Int>, _ rules: QuantityRules
  ) -> Spotted? {
    let second = text.word(at: text.skip(first.upperBound))
    if ["отдела", "управления", "парткома"].contains(text.string(second)) {
      return russian(text, first, second.upperBound, " " + text.string(second), rules)
    }
    return russian(text, first, first.upperBound, "", rules)
  }

  private static func russian(
    _ text: LadderText, _ word: Range<Int>, _ end: Int, _ rest: String, _ rules: QuantityRules
  ) -> Spotted? {
    let string = text.string(word)
    for (number, endings) in cases.enumerated() {
      for ending in endings where string.hasSuffix(ending) {
        let stem = String(string.dropLast(ending.count))
        guard stem.count >= 4, let last = stem.last,
          let group = RankLadder.climb(
            stem + (last == "р" && number > 0 && stem.hasSuffix("секретар") ? "ь" : "") + rest,
            in: .ru)
            ?? RankLadder.climb(stem + "ь" + rest, in: .ru)
        else { continue }
        let core = word.lowerBound..<end
        // Before a name it is a title.
        let next = text.word(at: text.skip(end))
        if text.isCapital(next.lowerBound) { return Spotted(staying: .rank, core) }
        guard rules.rank.level != nil, let forms = groups[group] else {
          return Spotted(.rank, core, nil, .ru)
        }
        let words = forms[number]
        return Spotted(
          .rank, core, text.isCapital(word.lowerBound) ? capitalised(words) : words, .ru)
      }
    }
    return nil
  }

  /// Nominative, genitive, dative, instrumental, prepositional; plural nominative, genitive.
  private static let cases: [[String]] = [
    [""], ["а", "я"], ["у", "ю"], ["ом", "ем", "ём"], ["е"], ["ы", "и"], ["ов", "ей"],
  ]
  static let groups: [String: [String]] = [
    "генерал": [
      "генерал", "генерала", "генералу", "генералом", "генерале", "генералы", "генералов",
    ],
    "офицер": ["офицер", "офицера", "офицеру", "офицером", "офицере", "офицеры", "офицеров"],
    "военнослужащий": [
      "военнослужащий", "военнослужащего", "военнослужащему", "военнослужащим", "военнослужащем",
      "военнослужащие", "военнослужащих",
    ],
    "партийный работник": [
      "партийный работник", "партийного работника", "партийному работнику", "партийным работником",
      "партийном работнике", "партийные работники", "партийных работников",
    ],
    "сотрудник органов безопасности": [
      "сотрудник", "сотрудника", "сотруднику", "сотрудником", "сотруднике", "сотрудники",
      "сотрудников",
    ].map { $0 + " органов безопасности" },
    "чиновник": [
      "чиновник", "чиновника", "чиновнику", "чиновником", "чиновнике", "чиновники", "чиновников",
    ],
    "руководитель": [
      "руководитель", "руководителя", "руководителю", "руководителем", "руководителе",
      "руководители",
      "руководителей",
    ],
  ]
}
