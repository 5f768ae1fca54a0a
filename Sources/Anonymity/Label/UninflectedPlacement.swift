/// Fits a label into Chinese, Japanese or Russian, in its one form.
///
/// Forms of address are dropped and a noun that already stands before the name is not doubled. Case
/// endings of Russian and what depends on them stay as they are.
struct UninflectedPlacement {
  let placement: LabelPlacement

  init(
    _ subject: LabelPlacement.Subject, _ language: Language, _ before: Preceding, tail: String,
    after: String
  ) {
    guard case .person(let label) = subject else {
      let words = if case .words(let words) = subject { words } else { "" }
      placement = LabelPlacement(swallowedBefore: 0, text: words + tail, swallowedAfter: 0)
      return
    }
    var preceding = before
    if language == .ru {
      while let word = preceding.lastWord,
        isRussianAddress(word, after: preceding.wordBeforeLast)
      {
        preceding.swallowLastWord()
      }
    }
    var text = label.text(in: language)
    if label.relation == nil, Self.noun(label.role.text(in: language), language, ends: preceding) {
      text = label.letter.text
    }
    if language == .ru, preceding.isAtSentenceStart { text = capitalised(text) }

    let all = tail + after
    let address = language == .ru ? 0 : Self.addressLength(language, in: Substring(all))
    let bytes = all.prefix(address).utf8.count
    placement = LabelPlacement(
      swallowedBefore: preceding.swallowed,
      text: bytes < tail.utf8.count ? text + tail.dropFirst(address) : text,
      swallowedAfter: max(0, bytes - tail.utf8.count))
  }

  /// Whether the role noun stands right before the name. A Russian one may stand in any case: it
  /// keeps its ending and the letter is put behind it.
  private static func noun(_ noun: String, _ language: Language, ends preceding: Preceding) -> Bool
  {
    guard language == .ru else { return preceding.text.hasSuffix(noun) }
    guard let word = preceding.lastWord?.lowercased(), !noun.contains(" ") else { return false }
    let noun = noun.lowercased()
    let stem = noun.count > 5 ? noun.dropLast(2) : noun[...]
    return word.hasPrefix(stem) && word.count <= noun.count + 2 && word.allSatisfy(\.isLetter)
  }

  /// Characters of a form of address after the name.
  private static func addressLength(_ language: Language, in text: Substring) -> Int {
    let forms = language == .zh ? ["先生", "女士", "小姐", "同志"] : japanese
    for form in forms where text.hasPrefix(form) {
      let next = text.dropFirst(form.count).first
      // 先生產 is not 先生, 氏名 is not 氏.
      let word = language == .zh ? next.map { "产產育".contains($0) } : next.map(isHan)
      if word != true { return form.count }
    }
    return 0
  }

  private static let japanese = [
    "先生", "さん", "さま", "くん", "ちゃん", "同志", "女史", "氏", "様", "君",
  ]

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
  }
}

/// Mr, Mrs and comrade in Russian, in every case.
private func isRussianAddress(_ word: Substring, after earlier: Substring?) -> Bool {
  let lower = word.lowercased()
  // After a number "г." is a year.
  if lower == "г." { return !(earlier?.last?.isNumber ?? false) }
  return russianAddress.contains(lower)
}

private let russianAddress: Set<String> = [
  "господин", "господина", "господину", "господином", "господине", "госпожа", "госпожи",
  "госпоже", "госпожу", "госпожой", "г-н", "г-на", "г-ну", "г-ном", "г-не", "г-жа", "г-жи", "г-же",
  "г-жу", "г-жой", "товарищ", "товарища", "товарищу", "товарищем", "товарище", "тов.", "т.",
  "гражданин", "гражданина", "гражданину", "гражданином", "гражданка", "гражданки", "гражданке",
  "гражданку", "гражданкой", "гр.", "мистер", "мистера", "мистеру", "миссис", "мисс",
]
