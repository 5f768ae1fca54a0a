/// Fits a label into Korean: titles and particles after the name, doubled nouns before it.
struct KoreanPlacement {
  let placement: LabelPlacement

  init(
    _ subject: LabelPlacement.Subject, _ before: Preceding, covering covered: String, tail: String,
    after: String
  ) {
    var preceding = before
    if case .area(let area) = subject {
      placement = Self.area(area, &preceding, covering: covered, tail: tail, after: after)
      return
    }
    if let word = preceding.lastWord, ["미스터", "미스", "미쓰", "미세스"].contains(word) {
      preceding.swallowLastWord()
    }
    let text =
      Self.kin(subject, &preceding, following: tail + after) ?? Self.text(subject, preceding)
    // What the sentence ends in: the noun before the bracket, if the label is put in brackets.
    let spoken = text.hasPrefix("(") ? String(preceding.text) : text

    // 혜진이 엄마: the 이 is hung on the name, and no subject.
    if tail == "이", after.first == " ",
      Self.isKin(String(after.dropFirst())) || Self.isKinSubject(String(after.dropFirst()))
    {
      placement = LabelPlacement(
        swallowedBefore: preceding.swallowed, text: text + "의", swallowedAfter: 0)
      return
    }
    let following = Following(tail: tail, after: after, role: Self.role(subject))
    if let bridge = following.bridged {
      let refitted = KoreanGrammar.fit(tail: String(bridge.particle), to: spoken)
      placement = LabelPlacement(
        swallowedBefore: preceding.swallowed, text: text, swallowedAfter: 0,
        later: .init(range: bridge.range, text: refitted))
    } else {
      placement = LabelPlacement(
        swallowedBefore: preceding.swallowed,
        text: text + KoreanGrammar.fit(tail: String(following.refitted), to: spoken)
          + (following.whole.isEmpty && Self.isKin(after) ? "의 " : ""),
        swallowedAfter: following.whole.utf8.count - tail.utf8.count)
    }
  }

  /// 중국 단둥시에서: the country before it and the word for town go with the place.
  private static func area(
    _ area: String, _ preceding: inout Preceding, covering covered: String, tail: String,
    after: String
  ) -> LabelPlacement {
    while let word = preceding.lastWord {
      let bare = word.last == "의" ? word.dropLast() : word
      guard AreaNeighbours.holds(bare, covered) else { break }
      preceding.swallowLastWord()
    }
    let all = Substring(tail + after)
    let attached = all.prefix(while: isHangul)
    for unit in ["특별시", "광역시", "시", "군", "성", "현", "구", "도", "읍", "리"] {
      guard attached.hasPrefix(unit), !covered.hasSuffix(unit),
        KoreanGrammar.isTail(attached.dropFirst(unit.count)),
        // 도 alone is a particle.
        unit != "도" || attached.count > 1 && !KoreanGrammar.isTail(attached)
      else { continue }
      let fitted = KoreanGrammar.fit(tail: String(attached.dropFirst(unit.count)), to: area)
      return LabelPlacement(
        swallowedBefore: preceding.swallowed, text: area + fitted,
        swallowedAfter: max(0, attached.utf8.count - tail.utf8.count))
    }
    let following = Following(tail: tail, after: after, role: nil)
    return LabelPlacement(
      swallowedBefore: preceding.swallowed,
      text: area + KoreanGrammar.fit(tail: String(following.refitted), to: area),
      swallowedAfter: following.whole.utf8.count - tail.utf8.count)
  }

  /// The noun of the label, which may stand behind the name as a title: 안미경 활동가는.
  private static func role(_ subject: LabelPlacement.Subject) -> String? {
    guard case .person(let label) = subject, label.relation == nil else { return nil }
    return label.role.text(in: .ko)
  }

  /// "어머니 정옥은" keeps its noun; "어머니는 정옥이다" tells that there is a name.
  private static func kin(
    _ subject: LabelPlacement.Subject, _ preceding: inout Preceding, following: String
  ) -> String? {
    guard case .person(let label) = subject, let word = preceding.lastWord,
      word.allSatisfy(\.isLetter)
    else { return nil }
    if KinNoun.says(word, of: label) {
      preceding.swallowLastWord()
      return String(word)
    }
    guard let particle = word.last, "은는이가".contains(particle),
      KinNoun.isOf(word.dropLast(), label) || label.relation != nil && word.hasSuffix("이름은"),
      ["이다", "다", "입니다", "이에요", "예요", "이었", "였", "이라고", "라고", "이라는", "라는"].contains(
        where: following.hasPrefix)
    else { return nil }
    return Withheld.text(.name, in: .ko)
  }

  /// 영웅아버지는: a word for kin that was written together with a child's name.
  private static func isKin(_ text: String) -> Bool {
    let word = text.prefix(while: isHangul)
    return ["아버지", "어머니", "엄마", "아빠", "할머니", "할아버지", "누나", "언니", "오빠", "삼촌", "이모", "고모"].contains {
      word.hasPrefix($0) && KoreanGrammar.isTail(word.dropFirst($0.count))
    }
  }

  /// 강혁이 아들이: of other kin only where they are what the sentence is about, because in 강혁이 아들을 he may be
  /// the subject.
  private static func isKinSubject(_ text: String) -> Bool {
    let word = text.prefix(while: isHangul)
    return kin.contains { noun in
      word.hasPrefix(noun) && subjects.contains(String(word.dropFirst(noun.count)))
    }
  }

  private static let kin = [
    "아들", "딸", "동생", "남동생", "여동생", "남편", "아내", "안해", "부인", "처", "형", "형님", "누이", "오라비", "조카", "사촌",
    "며느리", "사위", "손자", "손녀", "장인", "장모", "외삼촌", "큰아버지", "작은아버지", "아버님", "어머님", "아바이", "오마니", "새끼",
  ]
  private static let subjects: Set<String> = [
    "", "이", "가", "은", "는", "도", "만", "의", "께서", "께서는", "이랑은", "네", "네는", "들이", "들은",
  ]

  private static func text(_ subject: LabelPlacement.Subject, _ preceding: Preceding) -> String {
    switch subject {
    case .words(let words), .area(let words): return words
    case .person(let label):
      guard let relation = label.relation else {
        // "탈북민 김…" keeps its noun and takes the letter.
        return preceding.endsWithPhrase(label.role.text(in: .ko))
          ? "\(label.letter.text)씨" : label.text(in: .ko)
      }
      if let word = preceding.lastWord, word.last?.isLetter ?? false, relation != .associate,
        Relation(word: String(word)) == relation
      {
        return "(\(label.text(in: .ko)))"
      }
      return label.text(in: .ko)
    }
  }
}

/// What follows a name in Korean: the tail, made longer than the match found it where titles and
/// particles go on.
private struct Following {
  /// The tail to refit; it begins with the tail of the match.
  let whole: Substring
  /// What of it is made anew: all but the label's own noun.
  let refitted: Substring
  /// A particle behind a closing quote or a bracket.
  let bridged: (range: Range<Int>, particle: Substring)?

  init(tail: String, after: String, role: String?) {
    let all = Substring(tail + after)
    let attached = all.prefix(while: isHangul)
    if !attached.isEmpty {
      let covers = attached.utf8.count >= tail.utf8.count
      whole = covers && KoreanGrammar.isTail(attached) ? attached : all.prefix(tail.count)
      refitted = whole
      bridged = nil
      return
    }
    if tail.isEmpty, let role, let named = Self.named(all, role) {
      whole = named.whole
      refitted = named.rest
      bridged = nil
      return
    }
    if tail.isEmpty, let spaced = Self.spaced(all) {
      whole = spaced
      refitted = whole
      bridged = nil
      return
    }
    whole = all.prefix(tail.count)
    refitted = whole
    bridged = tail.isEmpty ? Self.bridge(all) : nil
  }

  /// " 활동가는": one space, the label's own noun, and particles.
  private static func named(
    _ text: Substring, _ role: String
  ) -> (whole: Substring, rest: Substring)? {
    guard let first = text.first, first.isWhitespace, !role.isEmpty else { return nil }
    let word = text.dropFirst().prefix(while: isHangul)
    let rest = word.dropFirst(role.count)
    guard word.hasPrefix(role), KoreanGrammar.isTail(rest) else { return nil }
    return (text[..<word.endIndex], rest)
  }

  /// " 선생님은": one space or line break, a title that is safe to drop, and particles.
  private static func spaced(_ text: Substring) -> Substring? {
    guard let first = text.first, first.isWhitespace else { return nil }
    let word = text.dropFirst().prefix(while: isHangul)
    for title in KoreanParticles.honorifics
    where KoreanParticles.spaced.contains(title) && word.hasPrefix(title) {
      let rest = word.dropFirst(title.count)
      if KoreanGrammar.isTail(rest) { return text[..<word.endIndex] }
    }
    return nil
  }

  /// A quote or a short bracket, then a particle that is attached to it.
  private static func bridge(_ text: Substring) -> (range: Range<Int>, particle: Substring)? {
    var rest = text.drop { "\"'”’」』》〉".contains($0) }
    if let first = rest.first, first == "(" || first == "（" {
      let inner = rest.dropFirst().prefix { !"()（）\n".contains($0) }
      let close = rest.dropFirst(1 + inner.count).first
      guard inner.count <= 40, close == ")" || close == "）" else { return nil }
      rest = rest.dropFirst(inner.count + 2).drop { "\"'”’」』》〉".contains($0) }
    }
    let particle = rest.prefix(while: isHangul)
    guard rest.startIndex > text.startIndex, !particle.isEmpty, KoreanGrammar.isTail(particle)
    else { return nil }
    let start = text[..<particle.startIndex].utf8.count
    return (start..<start + particle.utf8.count, particle)
  }
}

private func isHangul(_ character: Character) -> Bool {
  character.unicodeScalars.allSatisfy {
    (0xAC00...0xD7A3).contains($0.value) || (0x1100...0x11FF).contains($0.value)
  }
}
