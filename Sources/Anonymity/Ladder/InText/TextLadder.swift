/// Tells the dates, ages, numbers, sums, ranks and posts of a text as coarsely as a policy asks.
///
/// What is recognised and cannot be told so in its sentence is withheld. Nothing is told more finely
/// than the level, and nothing that is false.
public struct TextLadder: Sendable {
  private let rules: QuantityRules
  private let language: Language

  /// - Parameter language: of the document; a line in another script is told in its own.
  public init(_ rules: QuantityRules, language: Language) {
    self.rules = rules
    self.language = language
  }

  /// What becomes of the text, in order; no range touches another. Time grows with its length.
  ///
  /// - Parameter names: where names of people end, in order: what stands in brackets behind one is an age.
  public func rewordings(in bytes: [UInt8], behind names: [Int] = []) -> [Rewording] {
    if rules.keepsAll { return [] }
    var text = LadderText(bytes, language: language)
    var out: [Rewording] = []
    var at = 0
    while at < text.count {
      guard mayBegin(text, at), let found = find(text, at) else {
        at += 1
        continue
      }
      if let rewording = rewording(found, text) {
        out.append(rewording)
        text.floor = found.range.upperBound
      }
      at = max(found.range.upperBound, found.core.upperBound, at + 1)
    }
    guard !names.isEmpty else { return out }
    text.floor = 0
    return (out + ages(behind: names, text, except: out))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func ages(
    behind names: [Int], _ text: LadderText, except found: [Rewording]
  ) -> [Rewording] {
    let offsets = text.plain.offsets
    var end = 0
    return names.compactMap { name in
      while end < offsets.count - 1, offsets[end] < name { end += 1 }
      guard let spotted = NamedAges.find(text, end, rules), let age = rewording(spotted, text),
        !found.contains(where: { $0.range.overlaps(age.range) })
      else { return nil }
      return age
    }
  }

  /// Words begin at a letter or figure behind something else; in Han anywhere.
  private func mayBegin(_ text: LadderText, _ at: Int) -> Bool {
    let kind = text.kind(at)
    guard kind.isWord else { return false }
    if kind == .han { return true }
    let before = text.kind(at - 1)
    if kind == .digit { return before != .digit }
    return !before.isLetter || before == .han
  }

  private func find(_ text: LadderText, _ at: Int) -> Spotted? {
    let found: Spotted?
    switch text.kind(at) {
    case .digit:
      found =
        NumericDateFinder.find(text, at, rules) ?? BirthYears.find(text, at, rules)
        ?? EastAsianDateFinder.find(text, at, rules)
        ?? EnglishDateFinder.find(text, at, rules) ?? RussianDateFinder.find(text, at, rules)
        ?? EnglishNumberFinder.find(text, at, rules) ?? RussianNumberFinder.find(text, at, rules)
        ?? EastAsianNumberFinder.find(text, at, rules)
    case .latinLower, .latinUpper:
      found =
        EnglishDateFinder.find(text, at, rules) ?? EnglishNumberFinder.find(text, at, rules)
        ?? RankFinder.find(text, at, rules)
    case .cyrillicLower, .cyrillicUpper:
      found =
        BirthYears.find(text, at, rules) ?? RussianDateFinder.find(text, at, rules)
        ?? RussianNumberFinder.find(text, at, rules)
        ?? RankFinder.find(text, at, rules)
    case .hangul, .han:
      found =
        BirthYears.find(text, at, rules) ?? EastAsianDateFinder.find(text, at, rules)
        ?? EastAsianNumberFinder.find(text, at, rules)
        ?? RankFinder.find(text, at, rules)
    default: found = nil
    }
    guard let found, found.range.lowerBound >= text.floor else { return nil }
    return found
  }

  private func rewording(_ found: Spotted, _ text: LadderText) -> Rewording? {
    guard !found.stays, !isKept(found.kind) else { return nil }
    let range = found.text == nil ? found.core : found.range
    let words = found.text ?? Withheld.text(found.kind, in: found.language)
    if words == text.original(range) { return nil }
    return Rewording(
      range: text.plain.range(range.lowerBound, range.upperBound), kind: found.kind, text: words)
  }

  private func isKept(_ kind: QuantityKind) -> Bool {
    switch kind {
    case .date: rules.date == .keep
    case .age: rules.age == .keep
    case .count: rules.count == .keep
    case .duration: rules.duration == .keep
    case .money: rules.money == .keep
    case .rank: rules.rank == .keep
    }
  }
}
