/// Ages in English prose: a 34-year-old man, aged 34, she was 34 years old, I was fourteen.
enum EnglishAges {
  static func find(
    _ text: LadderText, _ number: LadderText.Number, _ level: AgeLevel?
  ) -> Spotted? {
    guard (0...120).contains(number.value) else { return nil }
    return yearOld(text, number, level) ?? aged(text, number, level) ?? bare(text, number, level)
  }

  /// 34-year-old, 34 years old, 34 years of age.
  private static func yearOld(
    _ text: LadderText, _ number: LadderText.Number, _ level: AgeLevel?
  ) -> Spotted? {
    let mark = number.range.upperBound
    let unit = text.word(at: text[mark] == "-" ? mark + 1 : text.skip(mark))
    let perYear = [
      "year": 1, "years": 1, "yr": 1, "yrs": 1, "month": 12, "months": 12, "week": 52, "weeks": 52,
      "day": 365, "days": 365,
    ]
    guard let share = perYear[text.string(unit)] else { return nil }
    let years = number.value / share
    let next = text[unit.upperBound] == "-" ? unit.upperBound + 1 : text.skip(unit.upperBound)
    let old = text.word(at: next)
    let end: Int
    switch text.string(old) {
    case "old", "olds": end = old.upperBound
    case "of":
      let age = text.word(at: text.skip(old.upperBound))
      guard text.string(age) == "age" else { return nil }
      end = age.upperBound
    default: return nil
    }
    let core = number.range.lowerBound..<end
    if share > 1, !isInfant(text, before: core.lowerBound) { return nil }
    guard let level else { return Spotted(.age, core, nil, .en) }
    let after = text.wordString(at: text.skip(end))
    if ["year", "month", "week", "day"].contains(text.string(unit)) || text.string(old) == "olds" {
      if things.contains(after) { return Spotted(staying: .age, core) }
      let isNoun =
        after.isEmpty || text[end] != " " && text[end] != "\n" || functionWords.contains(after)
      if text.string(old) == "olds" {
        return EnglishNumberFinder.spotted(.age, core, core, plural(years, level), text)
      }
      return EnglishNumberFinder.article(core, attribute(years, level, isNoun), .age, text)
    }
    if let subject = text.wordBefore(core.lowerBound),
      ["is", "are", "was", "were"].contains(text.string(subject)),
      let noun = text.wordBefore(subject.lowerBound), things.contains(text.string(noun))
    {
      return Spotted(staying: .age, core)
    }
    // "About 34 years old" is not "about in his thirties".
    let lead = EnglishNumberFinder.Lead(text, before: core.lowerBound)
    let range = lead.start..<core.upperBound
    return EnglishNumberFinder.spotted(
      .age, range, core, predicate(years, level, text, range), text)
  }

  /// Bread is days old as well.
  private static func isInfant(_ text: LadderText, before start: Int) -> Bool {
    let lead = EnglishNumberFinder.Lead(text, before: start)
    guard let verb = text.wordBefore(lead.start) else { return false }
    guard ["is", "was", "are", "were"].contains(text.string(verb)),
      let subject = text.wordBefore(verb.lowerBound)
    else { return !["is", "was", "are", "were"].contains(text.string(verb)) }
    let word = text.string(subject)
    return ["baby", "infant", "twins", "babies", "children"].contains(word)
      || SubjectAges.isPerson(text, subject)
  }

  /// Aged 34, at the age of 34, age 34.
  private static func aged(
    _ text: LadderText, _ number: LadderText.Number, _ level: AgeLevel?
  ) -> Spotted? {
    guard var word = text.wordBefore(number.range.lowerBound) else { return nil }
    if text.string(word) == "of", let age = text.wordBefore(word.lowerBound),
      text.string(age) == "age"
    {
      word = age
    }
    guard ["aged", "age"].contains(text.string(word)) else { return nil }
    var start = word.lowerBound
    for lead in ["the", "at"] {
      if let before = text.wordBefore(start), text.string(before) == lead {
        start = before.lowerBound
      }
    }
    let core = number.range
    guard let level else { return Spotted(.age, core, nil, .en) }
    if let lead = text.wordBefore(start),
      ["before", "after", "until", "from", "since", "under", "over"].contains(text.string(lead))
    {
      // The bound itself would have to be told.
      return Spotted(.age, core, nil, .en)
    }
    let range = start..<core.upperBound
    return EnglishNumberFinder.spotted(
      .age, range, core, predicate(number.value, level, text, range), text)
  }

  /// "I was fourteen", "Kim, 34, said".
  private static func bare(
    _ text: LadderText, _ number: LadderText.Number, _ level: AgeLevel?
  ) -> Spotted? {
    let core = number.range
    if let (start, owner) = SubjectAges.ofPerson(text, number) ?? SubjectAges.atAge(text, number) {
      guard let level else { return Spotted(.age, core, nil, .en) }
      return EnglishNumberFinder.spotted(
        .age, start..<core.upperBound, core, words(number.value, level, owner), text)
    }
    let next = text.skip(core.upperBound)
    let after = text.wordString(at: next)
    let ends =
      ".,;!?)\n".contains(text[core.upperBound])
      || ["when", "at", "then", "and", "but"].contains(after)
    guard ends, (5...110).contains(number.value) else { return nil }
    if let verb = text.wordBefore(core.lowerBound),
      ["was", "is", "am", "turned", "m", "s"].contains(text.string(verb))
    {
      var subject = text.wordBefore(verb.lowerBound)
      if text[verb.lowerBound - 1] == "'" { subject = text.wordBefore(verb.lowerBound - 1) }
      if let subject, SubjectAges.isPerson(text, subject) {
        guard let level else { return Spotted(.age, core, nil, .en) }
        let words = predicate(number.value, level, text, core)
        if text.string(verb) == "turned" {
          return EnglishNumberFinder.spotted(
            .age, verb.lowerBound..<core.upperBound, core, "was " + words, text)
        }
        return EnglishNumberFinder.spotted(.age, core, core, words, text)
      }
    }
    // After a name, between commas.
    let comma = text.skipBack(core.lowerBound)
    guard number.isDigits, number.value >= 16, text[comma - 1] == ",", text[core.upperBound] == ",",
      let name = text.wordBefore(comma - 1), isName(text, name),
      text.kind(text.skip(core.upperBound + 1)) == .latinLower
    else { return nil }
    guard let level else { return Spotted(.age, core, nil, .en) }
    return Spotted(.age, core, words(number.value, level, "their"), .en)
  }

  /// With a capital, also in its first part: Chol-su.
  private static func isName(_ text: LadderText, _ word: Range<Int>) -> Bool {
    var start = word.lowerBound
    while start > 0, text.kind(start - 1).isLetter || text[start - 1] == "-" { start -= 1 }
    return text.isCapital(start)
  }

  // MARK: Words

  private static func attribute(_ age: Int, _ level: AgeLevel, _ isNoun: Bool) -> String {
    switch (level, isNoun) {
    case (.stage, false):
      return ["young", "teenage", "young adult", "middle-aged", "elderly"][stage(age)]
    case (.stage, true):
      return ["child", "teenager", "young adult", "middle-aged person", "elderly person"][
        stage(age)]
    case (.decade, _):
      if age < 20 { return isNoun ? "young person" : "young" }
      if age >= 90 { return isNoun ? "very old person" : "very old" }
      return decades[age / 10 - 2] + "-something"
    }
  }

  private static func plural(_ age: Int, _ level: AgeLevel) -> String {
    if level == .stage {
      return ["children", "teenagers", "young adults", "middle-aged people", "elderly people"][
        stage(age)]
    }
    if age < 20 { return "young people" }
    return age >= 90 ? "very old people" : decades[age / 10 - 2] + "-somethings"
  }

  /// After "was", or instead of "aged".
  private static func predicate(
    _ age: Int, _ level: AgeLevel, _ text: LadderText, _ range: Range<Int>
  ) -> String {
    words(age, level, owner(text, range))
  }

  private static func words(_ age: Int, _ level: AgeLevel, _ owner: String) -> String {
    if level == .stage {
      return ["under thirteen", "in \(owner) teens", "under forty", "middle-aged", "elderly"][
        stage(age)]
    }
    if age < 20 { return age < 10 ? "under ten" : "under twenty" }
    return age >= 90 ? "over ninety" : "in \(owner) \(tens[age / 10 - 2])"
  }

  /// Whose thirties: of the nearest pronoun that can be the subject, else "their".
  private static func owner(_ text: LadderText, _ range: Range<Int>) -> String {
    var at = range.lowerBound
    for _ in 0..<6 {
      guard let word = text.wordBefore(at) else { break }
      if let owner = owners[text.string(word)] ?? SubjectAges.owners[text.string(word)] {
        return owner
      }
      at = word.lowerBound
    }
    // "At the age of 34 she left."
    let next = text.skip(text[range.upperBound] == "," ? range.upperBound + 1 : range.upperBound)
    return owners[text.wordString(at: next)] ?? "their"
  }

  private static func stage(_ age: Int) -> Int {
    age < 13 ? 0 : age < 20 ? 1 : age < 40 ? 2 : age < 60 ? 3 : 4
  }

  private static let owners = [
    "i": "my", "he": "his", "she": "her", "they": "their", "we": "our", "you": "your",
  ]
  private static let decades = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"]
  private static let tens = [
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
  ]
  static let functionWords: Set<String> = [
    "from", "of", "in", "with", "who", "whose", "at", "on", "to", "is", "was", "had", "has", "said",
    "told", "and", "or", "but", "that", "could", "would", "can", "will", "living", "working",
    "born", "for", "when", "were", "are", "did", "does", "came", "went", "left", "died", "by",
  ]
  private static let things: Set<String> = [
    "building", "house", "car", "truck", "bus", "law", "company", "system", "bridge", "factory",
    "engine", "machine", "school", "ship", "boat", "tree", "whisky", "wine", "war", "dispute",
    "agreement", "treaty", "regime", "dog", "horse", "flat", "block", "plant", "software", "bug",
    "computer", "phone", "photo", "picture", "newspaper", "book", "record", "tradition", "case",
  ]
}
