/// Fits a label into Chinese or Japanese, which inflect nothing.
///
/// Forms of address go, a noun that already stands before the name is not doubled, and no spaces
/// are left around the label.
struct HanPlacement {
  let placement: LabelPlacement

  init(
    _ subject: LabelPlacement.Subject, _ language: Language, _ before: Preceding,
    covering covered: String, tail: String, after: String
  ) {
    var preceding = before
    Self.swallowSpaces(&preceding)
    let all = tail + after
    var text: String
    var taken: Int
    switch subject {
    case .words(let words):
      placement = LabelPlacement(swallowedBefore: 0, text: words + tail, swallowedAfter: 0)
      return
    case .area(let area):
      while let cut = AreaNeighbours.cut(preceding, holding: covered) { preceding = cut }
      text = area
      taken = Self.unitLength(all, covered)
    case .person(let label):
      text = Self.person(label, language, &preceding)
      taken = Self.addressLength(language, in: all)
      if language == .zh, all.dropFirst(taken).hasPrefix("们") || all.dropFirst(taken).hasPrefix("們")
      {
        // A letter has no plural: "A and others".
        text += "等人"
        taken += 1
      }
    }
    let spaces = all.dropFirst(taken).prefix { $0 == " " }
    if let next = all.dropFirst(taken + spaces.count).first, isWide(next) { taken += spaces.count }
    let bytes = all.prefix(taken).utf8.count
    placement = LabelPlacement(
      swallowedBefore: preceding.swallowed,
      text: bytes < tail.utf8.count ? text + tail.dropFirst(taken) : text,
      swallowedAfter: max(0, bytes - tail.utf8.count))
  }

  private static func person(
    _ label: PersonLabel, _ language: Language, _ preceding: inout Preceding
  ) -> String {
    // 脱北者の金さん, 父の金さん: the の goes with the doubled noun.
    let bare = language == .ja ? preceding.trimming { "の・".contains($0) } : preceding
    guard let relation = label.relation else {
      guard bare.text.hasSuffix(label.role.text(in: language)) else {
        return label.text(in: language)
      }
      preceding = bare
      return label.letter.text
    }
    guard bare.text.last?.isLetter ?? false else { return label.text(in: language) }
    for length in [6, 5, 4, 3, 2, 1] where bare.text.count >= length {
      let found = Relation(word: String(bare.text.suffix(length)))
      if found == .associate { continue }
      let noun = String(bare.text.suffix(length))
      if KinNoun.says(noun, of: label), let rest = bare.dropping(suffix: noun) {
        preceding = rest
        return noun
      }
      // 我父亲金永浩: the label explains the noun that is there.
      guard found == relation else { break }
      preceding = bare
      return "（\(label.text(in: language))）"
    }
    return label.text(in: language)
  }

  /// Spaces between Han and the name, which stood there because the name was in other letters.
  private static func swallowSpaces(_ preceding: inout Preceding) {
    let bare = preceding.trimming { $0 == " " }
    if let last = bare.text.last, isWide(last) { preceding = bare }
  }

  /// Characters of the word for town or province after a name that was given without it.
  private static func unitLength(_ text: String, _ place: String) -> Int {
    guard let first = text.first, "省市县縣镇鎮乡村区區".contains(first), place.last != first
    else { return 0 }
    // 丹东市场 is a market, 丹东市民 are its people.
    let next = text.dropFirst().first
    return next.map { "场場民长長政委井容会會落".contains($0) } ?? false ? 0 : 1
  }

  /// Characters of the forms of address after the name, one or several.
  private static func addressLength(_ language: Language, in text: String) -> Int {
    var count = 0
    var rest = Substring(text)
    while let length = oneAddress(language, in: rest) {
      count += length
      rest = rest.dropFirst(length)
    }
    return count
  }

  private static func oneAddress(_ language: Language, in text: Substring) -> Int? {
    let space = text.first == " " ? 1 : 0
    let text = text.dropFirst(space)
    for form in language == .zh ? chinese : japanese where text.hasPrefix(form) {
      let next = text.dropFirst(form.count).first
      // 先生產 is not 先生, 氏名 is not 氏; さん can stand before anything.
      let isWord =
        language == .zh
        ? next.map { "产產育".contains($0) } ?? false
        : isHan(form.last) && next.map { isHan($0) } ?? false
      if !isWord { return form.count + space }
    }
    return nil
  }

  private static let chinese = [
    "先生", "女士", "小姐", "同志", "老师", "老師", "师傅", "師傅", "大哥", "大姐", "教授", "博士", "经理", "經理",
    "厂长", "廠長", "主任", "队长", "隊長",
  ]
  private static let japanese = [
    "先生", "さん", "さま", "くん", "ちゃん", "同志", "女史", "氏", "様", "君", "殿", "教授", "博士", "社長", "部長",
    "課長", "班長",
  ]
}

private func isHan(_ character: Character?) -> Bool {
  character?.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
}

/// Han, kana and their punctuation: written without spaces.
private func isWide(_ character: Character) -> Bool {
  character.unicodeScalars.first.map {
    (0x3000...0x9FFF).contains($0.value) || (0xFF00...0xFF60).contains($0.value)
  } ?? false
}
