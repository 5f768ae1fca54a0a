/// A Cyrillic word as letters that have one Latin spelling and sounds that have several.
enum LatinToken: Equatable {
  case letters(String)
  case sound(LatinSound)
}

/// Takes Cyrillic words apart for transliteration.
enum LatinTokens {
  /// Words in which people read ё though it is written е.
  private static let yoWords: [String: String] = [
    "петр": "пётр", "федор": "фёдор", "артем": "артём", "семен": "семён", "алена": "алёна",
    "королев": "королёв", "киселев": "киселёв", "матрена": "матрёна", "парфен": "парфён",
  ]

  /// - Parameter word: in small letters, as `CyrillicWords.split` gives it.
  static func of(_ word: String, isUkrainian: Bool) -> [LatinToken] {
    let letters = Array((yoWords[word] ?? word).unicodeScalars)
    var tokens: [LatinToken] = []
    var at = 0
    while at < letters.count {
      let (token, length) = next(letters, at, isUkrainian)
      at += length
      if case .letters(let more) = token, case .letters(let last) = tokens.last {
        tokens[tokens.count - 1] = .letters(last + more)
      } else {
        tokens.append(token)
      }
    }
    return tokens
  }

  private static func next(
    _ word: [Unicode.Scalar], _ at: Int, _ isUkrainian: Bool
  ) -> (LatinToken, Int) {
    let letter = word[at]
    let before: Unicode.Scalar = at > 0 ? word[at - 1] : "-"
    let isSigned = before == "ь" || before == "ъ"
    let isAfterVowel = CyrillicWords.isVowel(before)
    let isSibilant = NounDeclension.isSibilant(before)
    func follows(_ text: String) -> Bool { word[at...].starts(with: text.unicodeScalars) }
    func ends(_ text: String) -> Bool {
      follows(text) && at + text.unicodeScalars.count == word.count
    }

    if ends("ский") || ends("цкий") {
      return (letter == "с" ? .letters("sk") : .sound(.ts), letter == "с" ? 2 : 1)
    }
    // Reached behind the ц or the ск of the endings above.
    if ends("ий") { return (.sound(before == "к" ? .skyEnd : .iyEnd), 2) }
    if ends("ій") { return (.sound(.iyEnd), 2) }
    if ends("ый") { return (.sound(.yyEnd), 2) }
    if follows("кс") { return (.sound(.ks), 2) }
    if follows("дж") { return (.sound(.dzh), 2) }
    if follows("ия") || follows("ія") { return (.sound(.iya), 2) }
    if ends("в"), at > 1, before == "о" || before == "е" || before == "ё" {
      return (.sound(.vEnd), 1)
    }
    if ends("р"), at > 2, word[(at - 3)...].starts(with: "анд".unicodeScalars) {
      return (.sound(.andr), 1)
    }
    if ends("ин"), at > 1, !isUkrainian { return (.sound(.inEnd), 2) }
    let after: Unicode.Scalar = at + 1 < word.count ? word[at + 1] : "-"
    switch letter {
    case "г" where !isUkrainian && (after == "е" || after == "и"): return (.sound(.gBeforeE), 1)
    case "с" where isAfterVowel && CyrillicWords.isVowel(after): return (.sound(.sBetweenVowels), 1)
    case "е":
      if isSigned { return (.sound(.eAfterSign), 1) }
      if before == "-" { return (.sound(.eInitial), 1) }
      // Горбачев is read as Горбачёв.
      if isSibilant, ends("ев") { return (.sound(.yoAfterSibilant), 1) }
      return (isAfterVowel ? .sound(.eAfterVowel) : .letters("e"), 1)
    case "ё":
      return (.sound(isSigned ? .yoAfterSign : isSibilant ? .yoAfterSibilant : .yo), 1)
    case "и" where isUkrainian: return (.sound(.ukrainianY), 1)
    case "и": return (isSigned ? .sound(.iAfterSign) : .letters("i"), 1)
    case "г" where isUkrainian: return (.sound(.h), 1)
    case "ю": return (.sound(isSigned ? .yuAfterSign : .yu), 1)
    case "я": return (.sound(isSigned ? .yaAfterSign : .ya), 1)
    case "ъ":
      return (at + 1 == word.count ? .letters("") : .sound(.hardSign), 1)
    default: return (single[letter] ?? .letters(""), 1)
    }
  }

  private static let single: [Unicode.Scalar: LatinToken] = {
    var table: [Unicode.Scalar: LatinToken] = [
      "в": .sound(.v), "ж": .sound(.zh), "й": .sound(.yot), "у": .sound(.u), "х": .sound(.kh),
      "ц": .sound(.ts), "ч": .sound(.ch), "ш": .sound(.sh), "щ": .sound(.shch), "ы": .sound(.y),
      "э": .letters("e"), "ї": .sound(.yi), "є": .sound(.ye), "ў": .sound(.shortU), "қ": .sound(.q),
      "ғ": .sound(.gh), "ә": .sound(.schwa), "ө": .letters("o"), "ү": .letters("u"),
      "ұ": .letters("u"), "ң": .letters("n"), "һ": .letters("h"), "ҳ": .letters("h"),
      "і": .letters("i"), "ґ": .letters("g"), "ј": .letters("j"), "-": .letters("-"),
      "'": .letters(""),
    ]
    for (cyrillic, latin) in zip("абгдзиклмнопрстф".unicodeScalars, "abgdziklmnoprstf") {
      table[cyrillic] = .letters(String(latin))
    }
    return table
  }()
}
