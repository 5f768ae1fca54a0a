/// Fits a label into English: titles, articles, possessives and capitals.
struct EnglishPlacement {
  let placement: LabelPlacement

  init(
    _ subject: LabelPlacement.Subject, _ before: Preceding, covering covered: String, tail: String,
    after: String
  ) {
    var preceding = before
    var end = Ending(tail: tail, after: after)

    var text: String
    var swallowsNext = false
    switch subject {
    case .person(let label):
      var titles: [Substring] = []
      while let word = preceding.lastWord, isTitle(word, after: preceding.wordBeforeLast) {
        titles.append(word)
        preceding.swallowLastWord()
      }
      let isCouple = Self.swallowCouple(titles, &preceding)
      let next = (tail + after).dropFirst(end.taken)
      if !isCouple, let kin = KinNoun.english(label, &preceding, next: next) {
        text = kin.text + (end.apostrophe.map { "\($0)s" } ?? "")
        swallowsNext = kin.swallowsNext && end.apostrophe == nil && end.kept.isEmpty
      } else {
        text = Self.person(label, end.apostrophe, &preceding, isCouple: isCouple)
      }
    case .words(let words):
      text = Self.words(words, &preceding) + (end.apostrophe.map { "\($0)s" } ?? "")
    case .area(let area):
      end = Ending(
        tail: tail, after: after, dropping: AreaNeighbours.following(tail + after, covered))
      text =
        EnglishArea.fitted(area, &preceding, following: (tail + after)[...], covering: covered)
        + (end.apostrophe.map { "\($0)s" } ?? "")
    }
    if preceding.isAtSentenceStart, !text.hasPrefix("[") { text = capitalised(text) }
    placement = LabelPlacement(
      swallowedBefore: preceding.swallowed, text: text + end.kept,
      swallowedAfter: end.swallowedAfter + (swallowsNext ? 1 : 0))
  }

  private static func person(
    _ label: PersonLabel, _ apostrophe: Character?, _ preceding: inout Preceding, isCouple: Bool
  ) -> String {
    let own = apostrophe.map { "\($0)s" } ?? ""
    if isCouple { return label.text(in: .en) + " and spouse" + own }
    guard let relation = label.relation else {
      // "the defector Kim" keeps its noun and takes the letter.
      if preceding.endsWithPhrase(label.role.text(in: .en)) { return label.letter.text + own }
      // "the defector, Kim, said": the noun is not said twice.
      if preceding.lastWord?.last == ",",
        preceding.trimming({ $0.isWhitespace || $0 == "," }).endsWithWords(label.role.text(in: .en))
      {
        return label.letter.text + own
      }
      // "the Kim case" keeps its article.
      swallowArticle(&preceding, of: indefinite)
      return label.text(in: .en) + own
    }
    if let word = preceding.lastWord, word.last?.isLetter ?? false, relation != .associate,
      Relation(word: String(word)) == relation
    {
      // "my father Kim": the label explains the noun that is there. After a comma, as in "my
      // father, Kim, left", it stands as the name did.
      let explained = "(\(label.english(article: true)))"
      guard !own.isEmpty else { return explained }
      // "my father Kim's house": the noun takes the possessive.
      preceding.swallowLastWord()
      return "\(word)\(own) \(explained)"
    }
    if let apostrophe {
      swallowArticle(&preceding)
      return label.englishPossessive(apostrophe: apostrophe)
    }
    if let word = preceding.lastWord, adjectives.contains(word.lowercased()),
      let article = preceding.wordBeforeLast, articles.contains(article.lowercased())
    {
      return label.english(article: false)
    }
    swallowArticle(&preceding)
    return label.english(article: true)
  }

  /// "Mr and Mrs Kim": one name for two people. Takes "Mr and" off as well.
  private static func swallowCouple(_ titles: [Substring], _ preceding: inout Preceding) -> Bool {
    guard !titles.isEmpty,
      preceding.lastWord.map({ ["and", "&"].contains($0.lowercased()) }) ?? false,
      let first = preceding.wordBeforeLast, isTitle(first, after: nil)
    else { return false }
    preceding.swallowLastWord()
    preceding.swallowLastWord()
    return true
  }

  private static func words(_ words: String, _ preceding: inout Preceding) -> String {
    // A note in brackets is no noun, though the same one may stand before it.
    if words.hasPrefix("[") { return words }
    let parts = words.split(separator: " ")
    let hasArticle = parts.first.map { articles.contains($0.lowercased()) } ?? false
    let noun = parts.dropFirst(hasArticle ? 1 : 0).joined(separator: " ")
    // "a website, New Focus, which": the noun is not said twice.
    let bare = preceding.trimming { $0.isWhitespace || $0 == "," }
    if preceding.lastWord?.last == ",", bare.endsWithWords(noun) {
      let standing = String(bare.text.suffix(noun.count))
      preceding = bare.dropping(suffix: standing) ?? bare
      return standing
    }
    // Neither in "the magazine New Focus", where the words bring their article.
    let isSaid = preceding.endsWithPhrase(noun)
    if isSaid { for _ in noun.split(separator: " ") { preceding.swallowLastWord() } }
    let bringsArticle = preceding.lastWord.map { articles.contains($0.lowercased()) } ?? false
    if hasArticle { swallowArticle(&preceding) }
    return isSaid && !bringsArticle ? noun : words
  }

  private static func swallowArticle(
    _ preceding: inout Preceding, of articles: Set<String> = articles
  ) {
    if let word = preceding.lastWord, articles.contains(word.lowercased()) {
      preceding.swallowLastWord()
    }
  }

  private static let articles: Set<String> = ["the", "a", "an"]
  private static let indefinite: Set<String> = ["a", "an"]
  private static let adjectives: Set<String> = [
    "late", "young", "old", "elderly", "elder", "younger", "older", "former", "poor", "dead",
    "sick", "missing", "same",
  ]
}

/// Whether a word before a name is a form of address or rank that a label does not take.
///
/// Social titles count in any case, ranks and professions only with a capital: "captain" may be the
/// subject of the sentence, "Captain Kim" is one name.
private func isTitle(_ word: Substring, after earlier: Substring?) -> Bool {
  let bare = word.last == "." ? word.dropLast() : word
  let lower = bare.lowercased()
  // "I miss Kim" is no form of address.
  if lower == "miss" || lower == "sir" { return bare.first?.isUppercase ?? false }
  if socialTitles.contains(lower) { return true }
  return (bare.first?.isUppercase ?? false) && ranks.contains(lower)
}

private let socialTitles: Set<String> = [
  "mr", "mrs", "ms", "mx", "mister", "madam", "madame", "messrs", "dr", "prof", "comrade",
]
private let ranks: Set<String> = [
  "doctor", "professor", "rev", "reverend", "pastor", "capt", "captain", "col", "colonel", "gen",
  "general", "maj", "major", "lt", "lieutenant", "sgt", "sergeant", "cpl", "corporal", "pvt",
  "private", "cmdr", "commander", "officer", "director", "manager", "chairman", "chairwoman",
  "chairperson", "president", "minister", "secretary", "teacher", "sister", "brother", "aunt",
  "auntie", "uncle", "grandma", "grandpa", "lady", "foreman", "driver", "engineer", "nurse",
  "inspector", "agent", "guard", "commissar", "chief", "deputy",
]

/// What follows the name in English: Korean forms of address and a possessive.
private struct Ending {
  let apostrophe: Character?
  let kept: String
  let swallowedAfter: Int
  /// Characters of the tail and of what follows that are dealt with.
  let taken: Int

  /// - Parameter dropping: characters that go with the name.
  init(tail: String, after: String, dropping dropped: Int = 0) {
    let all = tail + after
    var rest = Substring(all).dropFirst(dropped)
    if let first = rest.first, first == "-" || first == "‐" || first == "\u{2011}" || first == " " {
      let word = rest.dropFirst().prefix { $0.isLetter }
      let next = rest.dropFirst(1 + word.count).first
      // With a space only in lower case: "San" may begin a place.
      let known = Self.address.contains(first == " " ? String(word) : word.lowercased())
      if known, next != "-" {
        rest = rest.dropFirst(1 + word.count)
      }
    }
    var apostrophe: Character?
    if let mark = rest.first, "'’ʼ＇".contains(mark) {
      let second = rest.dropFirst().first
      let third = rest.dropFirst(2).first
      if second == "s" || second == "S", !(third.map { $0.isLetter || $0.isNumber } ?? false) {
        apostrophe = mark
        rest = rest.dropFirst(2)
      } else if tail == String(mark) {
        // A closing quote looks the same: only the match knows that it is a possessive.
        apostrophe = mark
        rest = rest.dropFirst()
      }
    }
    self.apostrophe = apostrophe
    self.taken = all.count - rest.count
    let taken = all.utf8.count - rest.utf8.count
    if taken < tail.utf8.count {
      kept = String(rest.prefix(rest.count - after.count))
      swallowedAfter = 0
    } else {
      kept = ""
      swallowedAfter = taken - tail.utf8.count
    }
  }

  private static let address: Set<String> = [
    "ssi", "shi", "nim", "oppa", "hyung", "hyong", "hyeong", "noona", "nuna", "unnie", "unni",
    "onni", "eonni", "seonsaengnim", "sonsaengnim", "dongji", "tongji", "tongmu", "dongmu", "san",
    "ajumma", "ajossi", "ahjussi", "ahjumma",
  ]
}
