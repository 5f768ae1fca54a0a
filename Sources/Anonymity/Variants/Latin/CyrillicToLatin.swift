/// A name listed in Cyrillic as it is written in Latin letters.
public enum CyrillicToLatin {
  /// Most spellings of a whole name, and of its other parts; the whole list stays below 90.
  private static let names = 44
  private static let fathers = 24
  private static let initials = 14
  private static let halves = 12

  /// The name by the usual systems (BGN/PCGN, ICAO and earlier passports, ALA-LC, scholarly, ISO 9,
  /// GOST 7.79, German, French, Polish) and in the mixtures people make, the likeliest first.
  ///
  /// With a patronymic and without, by each half of a double surname, and with initials. Oblique
  /// cases are not made. A text that is not Cyrillic has none.
  public static func of(_ name: String) -> [Variant] {
    guard CyrillicWords.isCyrillic(name) else { return [] }
    let parsed = RussianName(name)
    let tokens = tokens(parsed.words.map(\.text))
    let speller = LatinSpeller(tokens)
    var list = VariantList(listed: name)
    let all = Array(parsed.words.indices)
    let short = all.filter { !parsed.words[$0].role.isFathers }
    let hasFathers = short.count < all.count && parsed.words.contains { $0.role == .surname }
    // The patronymic's sounds would only multiply the mixtures.
    let kept = hasFathers ? short.map { tokens[$0] } : tokens
    let shortSpeller = LatinSpeller(kept)
    add(to: &list, .transliterated, limit: names, shortSpeller.choices(mixtures: names)) {
      shortSpeller.text(Array(kept.indices), $0)
    }
    let choices = speller.choices(mixtures: fathers)
    if hasFathers {
      add(to: &list, .transliterated, limit: fathers, choices) { speller.text(all, $0) }
    }
    addHalves(parsed, to: &list)
    addInitials(parsed, speller, choices, to: &list)
    return list.variants
  }

  /// A Korean or Chinese name as Russian papers have it in Latin letters: Цой Ён Ун is TSOI EN UN.
  ///
  /// - Parameter spellings: of one name in Cyrillic, the commonest first.
  static func inPapers(_ spellings: some Sequence<String>) -> [Variant] {
    var list = VariantList(listed: "")
    for spelling in spellings {
      // Papers seldom have the dots of ё.
      let small = spelling.lowercased()
      let plain = String(small.map { $0 == "ё" ? "е" : $0 })
      for text in plain == small ? [plain] : [plain, small] {
        let words = tokens(text.split(separator: " ").map(String.init))
        let speller = LatinSpeller(words)
        for choice in speller.choices(of: LatinSystem.papers) {
          list.add(speller.text(Array(words.indices), choice), .transliterated)
        }
      }
    }
    return list.variants
  }

  private static let ukrainian = Set("іїєґ".unicodeScalars.map(\.value))
  private static let notUkrainian = Set("ыэёъўқғәңүұһ".unicodeScalars.map(\.value))

  private static func tokens(_ words: [String]) -> [[LatinToken]] {
    let letters = words.flatMap { $0.unicodeScalars.map(\.value) }
    let isUkrainian =
      letters.contains(where: ukrainian.contains) && !letters.contains(where: notUkrainian.contains)
    return words.map {
      LatinTokens.of($0.hasSuffix(".") ? String($0.dropLast()) : $0, isUkrainian: isUkrainian)
    }
  }

  private static func add(
    to list: inout VariantList, _ reason: Variant.Reason, limit: Int,
    _ choices: [LatinSpeller.Choice],
    _ text: (LatinSpeller.Choice) -> String
  ) {
    let start = list.variants.count
    for choice in choices where list.variants.count < start + limit {
      list.add(text(choice), reason)
    }
  }

  private static func addHalves(_ name: RussianName, to list: inout VariantList) {
    for place in name.words.indices where name.words[place].role == .surname {
      let parts = name.words[place].text.split(separator: "-").map(String.init)
      guard parts.count > 1, name.words.count > 1 else { continue }
      for half in parts where half.count > 1 {
        let kept = name.words.indices.filter { !name.words[$0].role.isFathers }
        let speller = LatinSpeller(tokens(kept.map { $0 == place ? half : name.words[$0].text }))
        add(to: &list, .half, limit: halves, speller.choices(mixtures: halves)) {
          speller.text(Array(kept.indices), $0)
        }
      }
    }
  }

  private static func addInitials(
    _ name: RussianName, _ speller: LatinSpeller, _ choices: [LatinSpeller.Choice],
    to list: inout VariantList
  ) {
    let words = name.words
    let givens = words.indices.filter { words[$0].role == .given }
    let surnames = words.indices.filter { words[$0].role == .surname }
    guard let given = givens.first, !surnames.isEmpty else { return }
    let rest = givens.dropFirst() + words.indices.filter { words[$0].role == .patronymic }
    add(to: &list, .initials, limit: initials / 2, choices) {
      speller.text(surnames, $0) + " " + speller.initial(given, $0)
    }
    if rest.isEmpty { return }
    for isOneLetter in [false, true] {
      add(to: &list, .initials, limit: initials / 2, choices) { choice in
        ([speller.text(surnames, choice)]
          + ([given] + rest).map { speller.initial($0, choice, isOneLetter: isOneLetter) })
          .joined(separator: " ")
      }
    }
  }
}
