/// Numbers of people that no noun follows: "we were fifteen", "a crew of 15", "14 of the 15 workers",
/// нас было семнадцать, 우리는 열일곱이었다, 셋이.
enum PeopleCounts {
  static func english(
    _ text: LadderText, _ number: LadderText.Number, _ level: QuantityLevel?
  ) -> Spotted? {
    guard number.value > 1, number.value < 1_000_000 else { return nil }
    let core = number.range
    if let part = partOfCounted(text, number) {
      return level == nil
        ? Spotted(.count, core, nil, .en)
        : EnglishNumberFinder.spotted(.count, core.lowerBound..<part, core, "some of the", text)
    }
    guard let lead = text.wordBefore(core.lowerBound) else { return nil }
    let isClosed = ".,;!?)\n".contains(text[core.upperBound]) || text[core.upperBound] == ":"
    let before = text.stringBefore(lead.lowerBound)
    let isGroup = text.string(lead) == "of" && groups.contains(before)
    let isWe =
      text.string(lead) == "were" && ["we", "they"].contains(before)
      && (isClosed
        || ["and", "when", "in", "at", "then", "altogether"].contains(
          text.wordString(at: text.skip(core.upperBound))))
    guard isGroup || isWe, text[core.upperBound] != "-" else { return nil }
    guard let level else { return Spotted(.count, core, nil, .en) }
    return Spotted(
      .count, core,
      // No noun follows: "dozens".
      CountLadder.write(number.value, at: level, in: .en).replacing(" of", with: ""), .en)
  }

  /// "14 of the 15 workers": where the second number ends.
  private static func partOfCounted(_ text: LadderText, _ number: LadderText.Number) -> Int? {
    let of = text.skip(number.range.upperBound)
    guard let after = text.end(ofAny: ["of the ", "of these ", "of those "], at: of)?.end,
      let whole = text.number(at: after), whole.value > 1, text[whole.range.upperBound] != "-",
      EnglishNumberFinder.isFollowedByPeople(text, whole.range.upperBound)
    else { return nil }
    return whole.range.upperBound
  }

  private static let groups: Set<String> = [
    "crew", "crews", "team", "group", "brigade", "gang", "band", "squad", "shift", "family",
    "party",
  ]

  // MARK: Russian

  static func russian(
    _ text: LadderText, _ number: LadderText.Number, _ level: QuantityLevel?
  ) -> Spotted? {
    let core = number.range
    let next = text.word(at: text.skip(core.upperBound))
    let verb = text.string(next)
    // "Трое сбежали".
    if collective.contains(text.string(core)), verb.hasSuffix("ли") || verb.hasSuffix("лись"),
      verb.count > 4
    {
      guard level != nil else { return Spotted(.count, core, nil, .ru) }
      let isFirst = text.isCapital(core.lowerBound)
      return Spotted(.count, core, isFirst ? "Несколько человек" : "несколько человек", .ru)
    }
    guard number.value > 1,
      ".,;!?)\n".contains(text[core.upperBound]) || ["и", "а", "но"].contains(verb),
      let was = text.wordBefore(core.lowerBound),
      ["было", "осталось", "стало", "оставалось", "всего"].contains(text.string(was)),
      ["нас", "их", "вас", "всего"].contains(text.stringBefore(was.lowerBound))
    else { return nil }
    guard let level else { return Spotted(.count, core, nil, .ru) }
    return Spotted(
      .count, core,
      number.value < 10 ? "несколько" : CountLadder.write(number.value, at: level, in: .ru), .ru)
  }

  private static let collective: Set<String> = [
    "двое", "трое", "четверо", "пятеро", "шестеро", "семеро", "восьмеро", "девятеро", "десятеро",
  ]

  // MARK: Korean

  /// A native number that stands as a noun: 셋이, 열일곱이었다. After a word of age it is one.
  static func korean(
    _ text: LadderText, _ number: LadderText.Number, _ rules: QuantityRules
  ) -> Spotted? {
    let isNative = natives.contains { text.string(number.range).hasSuffix($0) }
    guard isNative, (3...99).contains(number.value) else { return nil }
    let run = text.word(at: number.range.upperBound)
    let tail = text.string(run)
    guard !run.isEmpty, KoreanGrammar.isTail(tail) else { return nil }
    let core = number.range
    let isCopula = ["인", "이었", "였", "이다", "입", "이고", "이며", "이던", "이라", "이에"].contains {
      tail.hasPrefix($0)
    }
    if isCopula, number.value >= 10, ages.contains(text.stringBefore(core.lowerBound)) {
      guard rules.age != .keep else { return nil }
      guard let level = rules.age.level else { return Spotted(.age, core, nil, .ko) }
      let words = level == .stage ? stage(number.value) : "\(number.value / 10 * 10)대"
      return refitted(.age, core, run, words, tail)
    }
    guard rules.count != .keep else { return nil }
    let isOurs = isGroup(text, before: core.lowerBound)
    guard number.value < 10 ? ["이", "이서", "은"].contains(tail) || isOurs : isOurs else { return nil }
    guard let level = rules.count.level else { return Spotted(.count, core, nil, .ko) }
    return refitted(
      .count, core, run,
      number.value < 10 ? "몇" : CountLadder.write(number.value, at: level, in: .ko) + "명", tail)
  }

  private static func stage(_ age: Int) -> String {
    age < 13 ? "어린 나이" : age < 20 ? "청소년기" : age < 40 ? "청년기" : age < 60 ? "중년" : "노년"
  }

  private static func refitted(
    _ kind: QuantityKind, _ core: Range<Int>, _ run: Range<Int>, _ words: String, _ tail: String
  ) -> Spotted {
    Spotted(
      kind, core.lowerBound..<run.upperBound, core: core,
      words + KoreanGrammar.fit(tail: tail, to: words), .ko)
  }

  /// 우리는, 일행은 모두: within two words before.
  private static func isGroup(_ text: LadderText, before at: Int) -> Bool {
    var end = at
    for _ in 0..<2 {
      guard let word = text.wordBefore(end) else { return false }
      if ["우리", "저희", "일행", "모두", "전부", "인원", "그들"].contains(where: {
        text.string(word).hasPrefix($0)
      }) {
        return true
      }
      // 복무원은 열여덟이었다.
      if "은는이가".contains(text[word.upperBound - 1]),
        Lexicon.shared.tags(Lexicon.hash(text.string(word).dropLast())).contains(.group)
      {
        return true
      }
      end = word.lowerBound
    }
    return false
  }

  /// As they stand without a noun behind; 사, 이, 석 and 네 begin other words.
  private static let natives = [
    "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "스물", "서른", "마흔", "쉰", "예순",
    "일흔", "여든", "아흔",
  ]
  private static let ages: Set<String> = [
    "올해", "나이", "나이는", "나이가", "당시", "그때", "현재", "지금", "만", "이제", "나이로",
  ]
}
