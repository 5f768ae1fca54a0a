/// A word for kin before a name, which says already what a label would say: "my father, Kim Yong-ho,".
///
/// Then the noun alone stays. "My father, the father of defector A," says one thing twice, and ties the
/// sentence to a label that nobody needs there. Where several have the same relation, the label stays,
/// because it tells them apart.
enum KinNoun {
  /// Whether the noun says of a person what the label says.
  static func says(_ noun: some StringProtocol, of label: PersonLabel) -> Bool {
    label.ordinal == nil && isOf(noun, label)
  }

  /// The same of one of several.
  static func isOf(_ noun: some StringProtocol, _ label: PersonLabel) -> Bool {
    guard let relation = label.relation, relation != .associate else { return false }
    return agree(Relation(word: String(noun)), relation)
  }

  /// "Younger brother" for a brother: one is finer than the other.
  static func agree(_ one: Relation, _ other: Relation) -> Bool {
    one == other || families.contains { $0.contains(one) && $0.contains(other) }
  }

  private static let families: [Set<Relation>] =
    [
      .brother, .olderBrother, .youngerBrother,
    ].map { [$0, .sibling] }
    + [.sister, .olderSister, .youngerSister].map { [$0, .sibling] }
    + [
      [.brother, .olderBrother], [.brother, .youngerBrother], [.sister, .olderSister],
      [.sister, .youngerSister], [.parent, .father], [.parent, .mother], [.child, .son],
      [.child, .daughter],
    ]

  // MARK: English

  /// What stands instead of a relative's name behind a noun that says who it is; what goes is taken
  /// off what stands before. `nil` where no such noun stands there.
  ///
  /// - Parameter next: what follows the name.
  static func english(
    _ label: PersonLabel, _ preceding: inout Preceding, next: Substring
  ) -> (text: String, swallowsNext: Bool)? {
    guard label.relation != nil, let last = preceding.lastWord else { return nil }
    if isNaming(last.lowercased(), preceding, label) {
      return (Withheld.text(.name, in: .en), false)
    }
    let noun = last.last == "," ? last.dropLast() : last
    guard noun.allSatisfy({ $0.isLetter || $0 == "-" }), says(noun, of: label) else { return nil }
    let isApart = noun.endIndex < last.endIndex
    // "My father, Kim," is he; "my father, Kim and others" may be more people.
    let isClosed = next.first.map { ",.;:!?)".contains($0) } ?? true
    if isApart, !isClosed, !next.hasPrefix(" (") { return nil }
    var rest = preceding
    rest.swallowLastWord()
    guard isPossessed(rest, label) else { return nil }
    preceding = rest
    return (String(noun), isApart && next.first == ",")
  }

  /// "My father is Kim", "his name was Kim".
  private static func isNaming(
    _ verb: String, _ preceding: Preceding, _ label: PersonLabel
  ) -> Bool {
    guard ["is", "was"].contains(verb), let before = preceding.wordBeforeLast else { return false }
    return before.lowercased() == "name" || isOf(before, label)
  }

  /// Whether the noun that comes next belongs to somebody who was just told of.
  private static func isPossessed(_ before: Preceding, _ label: PersonLabel) -> Bool {
    var before = before
    for _ in 0..<2 {
      guard let word = before.lastWord else { return false }
      let lower = word.lowercased()
      if possessives.contains(lower) { return true }
      if lower.hasSuffix("'s") || lower.hasSuffix("’s") {
        let source = "\(label.role.text(in: .en)) \(label.letter.text)"
        return before.trimming(\.isWhitespace).endsWithWords(source + word.suffix(2))
      }
      guard adjectives.contains(lower) else { return false }
      before.swallowLastWord()
    }
    return false
  }

  private static let possessives: Set<String> = [
    "my", "our", "your", "his", "her", "their", "and", "or",
  ]
  private static let adjectives: Set<String> = [
    "late", "young", "old", "elder", "younger", "older", "eldest", "youngest", "oldest", "little",
    "big", "dear", "poor", "own", "only", "best", "good", "dead",
  ]
}
