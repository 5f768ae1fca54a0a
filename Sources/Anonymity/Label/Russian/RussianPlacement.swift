/// Fits a label into Russian: the case, titles before it, the preposition, capitals.
///
/// Nothing outside the label is made to agree with it: verbs and pronouns keep the gender that the
/// text gave them.
struct RussianPlacement {
  let placement: LabelPlacement

  init(
    _ subject: LabelPlacement.Subject, _ before: Preceding,
    covering covered: LabelPlacement.Covered,
    tail: String, after: String, lastLabel: String
  ) {
    guard case .person(let label) = subject else {
      let words = if case .words(let words) = subject { words } else { "" }
      placement = LabelPlacement(swallowedBefore: 0, text: words + tail, swallowedAfter: 0)
      return
    }
    var preceding = before
    let form = RussianCases.of(covered.text, among: covered.names)
    let title = Self.swallowTitles(&preceding, form)
    var text: String
    var swallowsComma = false
    if let kin = Self.kin(label, &preceding, after: tail + after) {
      text = kin.text
      swallowsComma = kin.swallowsComma
    } else if label.relation == nil, Self.roleNoun(label.role, ends: preceding) {
      text = label.letter.text
    } else {
      let context = RussianContext(
        preceding: preceding, form: form, title: title, relation: label.relation,
        lastLabel: lastLabel, after: tail + after)
      text = label.russian(in: context.found)
      if context.isApposition {
        text = "(\(text))"
      } else if let word = preceding.lastWord, let base = RussianPreposition.base(word) {
        text = RussianPreposition.refit(text, base: base, replacing: word, &preceding)
      } else if preceding.isAtSentenceStart {
        text = capitalised(text)
      }
    }

    let all = tail + after
    let address = Self.addressLength(all)
    let bytes = all.prefix(address).utf8.count
    placement = LabelPlacement(
      swallowedBefore: preceding.swallowed,
      text: bytes < tail.utf8.count ? text + tail.dropFirst(address) : text,
      swallowedAfter: max(0, bytes - tail.utf8.count) + (swallowsComma && tail.isEmpty ? 1 : 0))
  }

  /// "Брат, Ким Ён Хо, и жена": the noun alone stays. "Её зовут …", "моя мать — …" tell that there is a
  /// name.
  private static func kin(
    _ label: PersonLabel, _ preceding: inout Preceding, after: String
  ) -> (text: String, swallowsComma: Bool)? {
    guard let relation = label.relation, let last = preceding.lastWord else { return nil }
    func says(_ word: Substring) -> Bool {
      RussianPersonNouns.reading(word)?.relation.map { KinNoun.agree($0, relation) } ?? false
    }
    let isNaming =
      ["зовут", "звали", "звать"].contains(last.lowercased())
      || (last == "—" || last == "–") && preceding.wordBeforeLast.map(says) ?? false
    if isNaming { return (Withheld.text(.name, in: .ru), false) }
    let noun = last.last == "," ? last.dropLast() : last
    guard label.ordinal == nil, relation != .associate, says(noun) else { return nil }
    let isApart = noun.endIndex < last.endIndex
    if isApart, !(after.first.map { ",.;:!?)".contains($0) } ?? true) { return nil }
    preceding.swallowLastWord()
    return (String(noun), isApart && after.first == ",")
  }

  /// Takes titles off that stand in the case of the name. Returns the cases that they may be in.
  private static func swallowTitles(
    _ preceding: inout Preceding, _ form: RussianCases
  ) -> RussianCases {
    var cases = RussianCases.all
    while let word = preceding.lastWord, let noun = RussianPersonNouns.reading(word),
      noun.kind == .title, !noun.cases.intersection(form).isEmpty
    {
      let earlier = preceding.wordBeforeLast
      // After a number "г." is a year.
      if word.lowercased() == "г.", earlier?.last?.isNumber ?? false { break }
      // "наш директор Ким" keeps what agrees with it.
      if let earlier, word.last != ".",
        RussianGovernment.isPossessive(earlier) || RussianGovernment.agreeing(earlier) != nil
      {
        break
      }
      cases.formIntersection(noun.cases)
      preceding.swallowLastWord()
    }
    return cases.isEmpty ? .all : cases
  }

  /// Whether the role noun stands right before the name, in any case: it keeps its ending and takes
  /// the letter.
  private static func roleNoun(_ role: RoleNoun, ends preceding: Preceding) -> Bool {
    let forms = role.russianForms?.forms ?? [role.text(in: .ru)]
    return forms.contains { preceding.endsWithPhrase($0) }
  }

  /// Characters of a Korean form of address after the name.
  private static func addressLength(_ text: String) -> Int {
    guard let hyphen = text.first, hyphen == "-" || hyphen == "‐" || hyphen == "\u{2011}" else {
      return 0
    }
    let word = text.dropFirst().prefix(while: \.isLetter)
    let forms: Set = [
      "сси", "ссы", "ним", "хён", "хен", "оппа", "нуна", "онни", "сонсэнним", "тонму", "тондзи",
    ]
    return forms.contains(word.lowercased()) ? word.count + 1 : 0
  }
}
