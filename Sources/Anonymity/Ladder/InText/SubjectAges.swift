/// Ages that stand bare beside whose they are: "Ivan is 34", "a man of 34", "at 41 he", "her 60th
/// birthday".
enum SubjectAges {
  /// Whether a word before "is" or "was" is somebody: a pronoun, a word for a person, a name.
  static func isPerson(_ text: LadderText, _ word: Range<Int>) -> Bool {
    let string = text.string(word)
    // "The temperature in Pyongyang was 34."
    if ["in", "at", "of", "from", "to", "near", "for"].contains(text.stringBefore(word.lowerBound))
    {
      return false
    }
    if ["i", "he", "she"].contains(string) || owners[string] != nil { return true }
    var start = word.lowerBound
    while start > 0, text.kind(start - 1).isLetter || text[start - 1] == "-" { start -= 1 }
    guard text.isCapital(start) else { return false }
    // At the beginning of a sentence every word has a capital.
    return !text.opensSentence(start)
      || !Lexicon.shared.tags(Lexicon.hash(string)).isDisjoint(with: [.givenName, .koreanSurname])
  }

  /// "A man of 34": the whole that is told anew begins at "of".
  static func ofPerson(_ text: LadderText, _ number: LadderText.Number) -> (
    start: Int, owner: String
  )? {
    guard (10...99).contains(number.value), let of = text.wordBefore(number.range.lowerBound),
      text.string(of) == "of", let noun = text.wordBefore(of.lowerBound),
      let owner = owners[text.string(noun)]
    else { return nil }
    // "A mother of ten children."
    let end = number.range.upperBound
    let next = text.wordString(at: text.skip(end))
    let isAlone =
      next.isEmpty || ".,;!?)\n".contains(text[end]) || next.hasSuffix("ed") || next.hasSuffix("s")
      || EnglishAges.functionWords.contains(next)
    let isCounted =
      Lexicon.shared.tags(Lexicon.hash(next)).contains(.group) || next.hasSuffix("men")
    return isAlone && !isCounted && text[end] != "-" ? (of.lowerBound, owner) : nil
  }

  /// "At 41 he": no hour of the day is so high.
  static func atAge(_ text: LadderText, _ number: LadderText.Number) -> (start: Int, owner: String)?
  {
    guard (25...110).contains(number.value), let at = text.wordBefore(number.range.lowerBound),
      text.string(at) == "at"
    else { return nil }
    let end = number.range.upperBound
    let next = text.wordString(at: text.skip(text[end] == "," ? end + 1 : end))
    return ["i": "my", "he": "his", "she": "her"][next].map { (at.lowerBound, $0) }
  }

  /// "Her 60th birthday" is "her birthday".
  static func birthday(_ text: LadderText, _ at: Int, _ level: AgeLevel?) -> Spotted? {
    guard text[at] == "b", !text.kind(at - 1).isLetter,
      ["birthday", "birthdays"].contains(text.wordString(at: at)),
      let last = text.wordBefore(at)
    else { return nil }
    var start = last.lowerBound
    if ["st", "nd", "rd", "th"].contains(text.string(last)), text.kind(start - 1) == .digit {
      while start > text.floor, text.kind(start - 1) == .digit { start -= 1 }
    } else if ordinals.contains(text.string(last)) {
      if text[start - 1] == "-", let tens = text.wordBefore(start - 1) { start = tens.lowerBound }
    } else {
      return nil
    }
    let word = text.word(at: at)
    guard level != nil else { return Spotted(.age, start..<at - 1, nil, .en) }
    return EnglishNumberFinder.article(start..<word.upperBound, text.string(word), .age, text)
  }

  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth",
    "seventieth", "eightieth", "ninetieth",
  ]

  /// Whose decade it is, by the word for the person.
  static let owners: [String: String] = {
    var out: [String: String] = [:]
    for word in [
      "mother", "wife", "sister", "daughter", "aunt", "grandmother", "woman", "girl", "niece",
      "waitress", "widow", "mum", "mom", "granddaughter", "girlfriend",
    ] { out[word] = "her" }
    for word in [
      "father", "husband", "brother", "son", "uncle", "grandfather", "man", "boy", "nephew", "dad",
      "grandson", "boyfriend", "youth", "widower",
    ] { out[word] = "his" }
    for word in [
      "friend", "worker", "colleague", "cook", "foreman", "manager", "driver", "doctor", "nurse",
      "soldier", "defector", "interpreter", "cousin", "source", "witness", "engineer", "guard",
      "student", "person", "child", "partner", "spouse", "parent", "prisoner",
    ] { out[word] = "their" }
    return out
  }()
}
