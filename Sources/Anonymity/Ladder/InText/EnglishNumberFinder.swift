/// Ages, sums, durations and numbers of people in English prose.
enum EnglishNumberFinder {
  static func find(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    if let birthday = SubjectAges.birthday(text, at, rules.age.level) { return birthday }
    guard let number = number(text, at) else { return nil }
    return EnglishAges.find(text, number, rules.age.level)
      ?? EnglishMoney.find(text, number, rules.money.level)
      ?? EnglishDurations.find(text, number, rules.duration.level)
      ?? PeopleCounts.english(text, number, rules.count.level)
      ?? people(text, number, rules.count.level)
  }

  /// A whole number that stands by itself: no version, clock time, share or part of a word.
  private static func number(_ text: LadderText, _ at: Int) -> LadderText.Number? {
    guard !text.kind(at - 1).isWord else { return nil }
    if let amount = Amount.read(text, at, isSum: { EnglishMoney.isCurrency(text, $0, after: at) }) {
      return amount
    }
    guard !Amount.isRest(text, at), let number = text.number(at: at) else { return nil }
    if number.isDigits {
      if ".:-/".contains(text[at - 1]), text.kind(at - 2) == .digit { return nil }
      let end = number.range.upperBound
      if ".:/".contains(text[end]), text.kind(end + 1) == .digit { return nil }
      if text[end] == "%" || text.kind(end).isLetter { return nil }
    } else if ["dozen", "couple"].contains(text.wordString(at: at)) {
      return nil
    }
    return number
  }

  // MARK: What stands before

  /// What stands before a number and bears on how it is told.
  struct Lead {
    /// Where the words begin that go: "about", "some".
    var start: Int
    var direction = NumberWriter.Direction.nearest
    /// "More than" and the like stay, and nothing more is said.
    var isBounded = false
    var isDefinite = false

    init(_ text: LadderText, before at: Int) {
      start = at
      guard let word = text.wordBefore(at) else { return }
      let string = text.string(word)
      if ["about", "around", "approximately", "roughly", "some", "nearly", "almost"].contains(
        string)
      {
        start = word.lowerBound
        isDefinite = definite.contains(text.stringBefore(start))
      } else if ["over", "exceeding"].contains(string)
        || string == "than" && text.stringBefore(word.lowerBound) == "more"
        || string == "least"
      {
        direction = .down
        isBounded = true
      } else if ["under", "below"].contains(string) || string == "than" || string == "most"
        || string == "to" && text.stringBefore(word.lowerBound) == "up"
      {
        direction = .up
        isBounded = true
      } else if definite.contains(string) {
        isDefinite = true
      }
    }

    private let definite: Set<String> = [
      "the", "these", "those", "his", "her", "their", "our", "my", "your", "its", "last", "past",
      "first", "next", "all", "other", "same", "every", "only", "s", "another",
    ]
  }

  static func words(_ number: NumberWriter, _ lead: Lead) -> String {
    let words = number.english()
    if lead.isBounded { return words }
    return lead.isDefinite
      ? words.replacing("a ", with: "", maxReplacements: 1) + " or so" : "about " + words
  }

  static func spotted(
    _ kind: QuantityKind, _ range: Range<Int>, _ core: Range<Int>, _ words: String?,
    _ text: LadderText
  ) -> Spotted {
    let isFirst =
      text.opensSentence(range.lowerBound)
      && (text.isCapital(range.lowerBound) || text.kind(range.lowerBound) == .digit
        || "$€¥₩₽£".contains(text[range.lowerBound]))
    return Spotted(kind, range, core: core, words.map { isFirst ? capitalised($0) : $0 }, .en)
  }

  /// "More than" and the like go, because a vague sum is not more than itself.
  static func bounded(_ text: LadderText, _ at: Int) -> Int {
    guard let word = text.wordBefore(at) else { return at }
    guard ["than", "least", "most", "to"].contains(text.string(word)),
      let first = text.wordBefore(word.lowerBound)
    else { return word.lowerBound }
    return first.lowerBound
  }

  /// Words after an article that must suit them: an 8-year → a roughly eight-year.
  static func article(
    _ core: Range<Int>, _ words: String, _ kind: QuantityKind, _ text: LadderText
  ) -> Spotted {
    guard let lead = text.wordBefore(core.lowerBound), ["a", "an"].contains(text.string(lead))
    else {
      return spotted(kind, core, core, words, text)
    }
    return spotted(
      kind, lead.lowerBound..<core.upperBound, core,
      indefiniteArticle(before: words) + " " + words, text)
  }

  // MARK: People

  private static func people(
    _ text: LadderText, _ number: LadderText.Number, _ level: QuantityLevel?
  ) -> Spotted? {
    let end = number.range.upperBound
    if text[end] == "-" {
      let word = text.word(at: end + 1)
      guard ["member", "man", "person", "woman", "strong"].contains(text.string(word)) else {
        return nil
      }
      let core = number.range.lowerBound..<word.upperBound
      guard let level else { return Spotted(.count, core, nil, .en) }
      if level == .vague || number.value < 10 { return article(core, "multi-member", .count, text) }
      return article(
        core,
        "roughly " + NumberWriter(number.value).english().replacing("a ", with: "") + "-"
          + text.string(word), .count, text)
    }
    guard number.value > 1, isFollowedByPeople(text, end) else { return nil }
    let core = number.range
    guard let level else { return Spotted(.count, core, nil, .en) }
    var lead = Lead(text, before: core.lowerBound)
    // "A hundred workers".
    if let article = text.wordBefore(core.lowerBound), text.string(article) == "a" {
      lead.start = article.lowerBound
    }
    let whole = lead.start..<core.upperBound
    // A part is not to come out larger than what it is part of.
    if number.value >= 10, !lead.isDefinite, text.wordString(at: text.skip(end)) == "of" {
      let start = lead.isBounded ? bounded(text, core.lowerBound) : lead.start
      return spotted(.count, start..<core.upperBound, core, "some", text)
    }
    if number.value < 10 {
      let next = text.wordString(at: text.skip(end))
      if lead.isDefinite, next != "of" {
        // "The five workers" are "the workers".
        let noun = text.word(at: text.skip(end))
        return Spotted(
          .count, core.lowerBound..<noun.upperBound, core: core, text.original(noun), .en)
      }
      if lead.isDefinite, let the = text.wordBefore(core.lowerBound) {
        return spotted(.count, the.lowerBound..<core.upperBound, core, "several", text)
      }
      let start = lead.isBounded ? bounded(text, core.lowerBound) : lead.start
      return spotted(
        .count, start..<core.upperBound, core, number.value == 2 ? "some" : "several", text)
    }
    if level == .vague {
      let words = Magnitude(of: number.value, language: .en).words
      let start = lead.isBounded ? bounded(text, core.lowerBound) : lead.start
      if lead.isDefinite {
        return Spotted(.count, core, "many", .en)
      }
      return spotted(.count, start..<core.upperBound, core, words, text)
    }
    return spotted(
      .count, whole, core, words(NumberWriter(number.value, lead.direction), lead), text)
  }

  /// A noun of people after at most five words, or "of us".
  static func isFollowedByPeople(_ text: LadderText, _ end: Int) -> Bool {
    var at = text.skip(end)
    guard at > end else { return false }
    for step in 0..<6 {
      let word = text.word(at: at)
      let string = text.string(word)
      if string == "of" {
        let rest = text.wordString(at: text.skip(word.upperBound))
        return step == 0 && ["us", "them", "you", "whom"].contains(rest)
      }
      if word.isEmpty || stops.contains(string) { return false }
      if nouns.contains(string) { return true }
      let next = text.skip(word.upperBound)
      if next == word.upperBound, text[next] != "-" { return false }
      at = text[next] == "-" ? next + 1 : next
    }
    return false
  }

  private static let stops: Set<String> = [
    "and", "or", "the", "a", "an", "in", "at", "on", "to", "from", "by", "for", "with", "was",
    "were", "is", "are", "that", "who", "years", "year", "months", "days", "hours", "times",
    "percent", "per", "as", "if", "but", "when",
  ]
  private static let nouns: Set<String> = {
    var out: Set<String> = [
      "people", "persons", "men", "women", "children", "families", "laborers",
    ]
    for noun in [
      "worker", "labourer", "laborer", "employee", "colleague", "waitress", "girl", "boy",
      "soldier", "defector", "refugee", "escapee", "prisoner", "inmate", "detainee", "student",
      "trader", "official", "officer", "agent", "nurse", "doctor", "driver", "engineer", "trainee",
      "cook", "seamstress", "logger", "miner", "sailor", "builder", "welder", "farmer", "member",
      "guard", "villager", "passenger", "North Korean", "Korean", "citizen", "migrant", "resident",
      "witness", "victim", "comrade", "patient", "orphan", "household", "survivor", "interpreter",
      "manager", "national", "applicant", "individual", "technician", "teacher", "plasterer",
      "carpenter", "painter", "hand", "fugitive", "deserter", "dancer", "singer", "clerk",
    ] { out.insert(noun.lowercased() + (noun.hasSuffix("ss") ? "es" : "s")) }
    return out
  }()
}
