/// Decides in which case a name stands, by its form and by what stands before it.
struct RussianContext {
  /// What is known to the left of the name, with titles already taken off.
  let preceding: Preceding
  /// The cases that the form of the name tells.
  let form: RussianCases
  /// The cases that a title before it showed.
  let title: RussianCases
  /// How the person stands to the source; a noun before the name that says the same is his.
  let relation: Relation?
  let lastLabel: String
  let after: String

  /// The case of the name; the nominative where nothing tells.
  var found: RussianCase {
    let form = form.intersection(title).isEmpty ? title : form.intersection(title)
    let asked = asked(before: preceding.withoutOpenQuotes, depth: 0) ?? []
    if let c = asked.first(where: form.has) { return c }
    if form == .all { return asked.first ?? .nominative }
    if form.has(.nominative) { return .nominative }
    if let only = form.only { return only }
    let free = form.subtracting(.prepositional)
    return byPlace(free.isEmpty ? form : free)
  }

  /// Whether the noun before the name is another word for the same person: мой отец Ким.
  var isApposition: Bool {
    // "в 1998 г. Ким бежал": an abbreviation that was not taken off is no title.
    guard let word = preceding.lastWord, word.last != ".",
      let noun = RussianPersonNouns.reading(word)
    else {
      return false
    }
    return isSame(noun, after: preceding.wordBeforeLast)
  }

  /// "отец Ким Чхоль Су" is the father of Kim; "мой отец Ким Ён Хо" is he.
  private func isSame(_ noun: RussianPersonNouns.Reading, after earlier: Substring?) -> Bool {
    // "дом друга Ивана" is both, and stays so.
    let shared = form.intersection(noun.cases)
    if form != .all, shared.isEmpty { return false }
    if noun.kind != .kin || earlier.map(RussianGovernment.isPossessive) ?? false { return true }
    if let relation, relation == noun.relation { return true }
    return form != .all && !shared.isSubset(of: [.genitive, .accusative])
  }

  /// Without anything that governs: what a name in a case of several mostly is there.
  private func byPlace(_ cases: RussianCases) -> RussianCase {
    let isVerb = preceding.lastWord.map(RussianGovernment.isVerbal) ?? false
    let isFirst = preceding.isAtSentenceStart || preceding.lastWord?.last?.isLetter != true
    let isMissing = ["нет", "не было", "не стало", "не хватает", "не хватало", "не будет"].contains
    {
      after.drop { $0.isWhitespace }.hasPrefix($0)
    }
    let order: [RussianCase] =
      (isVerb || isFirst) && !isMissing
      ? [.accusative, .dative, .instrumental, .genitive]
      : [.genitive, .dative, .accusative, .instrumental]
    return order.first(where: cases.has) ?? .nominative
  }

  /// The cases that the words before ask for, the likeliest first; `nil` when they do not.
  private func asked(before: Preceding, depth: Int) -> [RussianCase]? {
    guard depth < 4, !before.isAtSentenceStart, let word = before.lastWord else { return nil }
    let earlier = before.wordBeforeLast
    // "Рабочий по имени Ким": the name is quoted.
    if earlier?.lowercased() == "по", Self.quoting.contains(word.lowercased()) {
      return [.nominative]
    }
    if let cases = RussianGovernment.cases(after: word) {
      return Self.preferred(cases, word, after: earlier)
    }
    if let next = before.withoutCoordinated(lastLabel) {
      return asked(before: next, depth: depth + 1)
    }
    guard word.last?.isLetter ?? false else { return apposition(word) }
    var rest = before
    rest.swallowLastWord()
    if let shown = RussianGovernment.agreeing(word) {
      let governed = asked(before: rest, depth: depth + 1)?.filter(shown.has) ?? []
      return governed.isEmpty ? RussianCase.allCases.filter(shown.has) : governed
    }
    if let noun = RussianPersonNouns.reading(word) {
      return self.noun(noun, earlier, rest, depth)
    }
    if let object = RussianGovernment.object(of: word) {
      let isObject = RussianGovernment.needsObject(word) || Self.hasSubject(rest)
      return isObject ? [object] : nil
    }
    return RussianGovernment.isOwned(word) ? [.genitive] : nil
  }

  private static let quoting: Set<String> = [
    "имени", "фамилии", "прозвищу", "кличке", "паспорту", "документам", "бумагам",
  ]

  /// What a noun before the name asks for: its own case if it is the same person, otherwise the
  /// genitive.
  private func noun(
    _ noun: RussianPersonNouns.Reading, _ earlier: Substring?, _ rest: Preceding, _ depth: Int
  ) -> [RussianCase] {
    guard isSame(noun, after: earlier) else { return [.genitive] }
    let governed = asked(before: rest, depth: depth + 1)?.filter(noun.cases.has) ?? []
    return governed + RussianCase.allCases.filter { noun.cases.has($0) && !governed.contains($0) }
  }

  /// "моему отцу, Ким Ён Хо, …": the name stands as the noun does.
  private func apposition(_ word: Substring) -> [RussianCase]? {
    guard word.last == ",", after.first == ",",
      let noun = RussianPersonNouns.reading(word.dropLast())
    else { return nil }
    return RussianCase.allCases.filter(noun.cases.has)
  }

  private static func preferred(
    _ cases: [RussianCase], _ word: Substring, after earlier: Substring?
  ) -> [RussianCase] {
    guard let earlier = earlier?.lowercased() else { return cases }
    switch word.lowercased() {
    case "за" where RussianGovernment.forWhom.contains(where: earlier.hasPrefix):
      return [.accusative, .instrumental]
    case "на" where earlier.hasPrefix("жен"): return [.prepositional, .accusative]
    default: return cases
    }
  }

  /// Whether one of the two words before the verb is its subject.
  private static func hasSubject(_ before: Preceding) -> Bool {
    var rest = before
    for _ in 0..<3 {
      guard !rest.isAtSentenceStart, let word = rest.lastWord else { return false }
      let lower = word.lowercased()
      if RussianGovernment.subjects.contains(lower) { return true }
      if let noun = RussianPersonNouns.reading(lower), noun.cases.has(.nominative) { return true }
      guard word.last?.isLetter ?? false else { return false }
      rest.swallowLastWord()
    }
    return false
  }
}

extension Preceding {
  /// Without quotes that open right before the name.
  var withoutOpenQuotes: Preceding { trimming { "«„“\"'‘".contains($0) } }

  /// Without "Ким и" or "Ким," where that is the label just written: what governs it governs this.
  func withoutCoordinated(_ label: String) -> Preceding? {
    // A label may have brought its own preposition: that stays.
    var label = label[...]
    if let space = label.firstIndex(of: " "), RussianGovernment.cases(after: label[..<space]) != nil
    {
      label = label[label.index(after: space)...]
    }
    guard !label.isEmpty, let word = lastWord else { return nil }
    var rest = self
    switch word.lowercased() {
    case "и", "или", "либо": rest.swallowLastWord()
    default:
      guard word.last == "," else { return nil }
      rest = rest.trimming { $0.isWhitespace || $0 == "," }
    }
    rest = rest.trimming(\.isWhitespace)
    return rest.dropping(suffix: String(label))
  }
}
