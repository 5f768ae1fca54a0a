/// A surname as that of a family: Ивановы, Глинки, Кимы.
enum PluralSurname {
  /// The forms of the plural, also with a fleeting vowel left out (Зайцы); none for a surname
  /// that has no plural of its own (Шевченко).
  static func ways(_ word: String) -> [Paradigm] {
    let halves = word.split(separator: "-").map(String.init)
    if let last = halves.last, halves.count > 1 {
      let heads = halves.dropLast().map { half in (of(half), Paradigm(undeclined: half)) }
      return ways(last).flatMap { way in
        [
          Paradigm(joining: heads.map { $0.0 ?? $0.1 } + [way], by: "-"),
          Paradigm(joining: heads.map(\.1) + [way], by: "-"),
        ]
      }
    }
    guard let whole = of(word) else { return [] }
    let isMasculine = word.last != "а" && word.last != "я"
    let stem = isMasculine ? FleetingVowel.stem(word) : nil
    return [whole] + [stem.flatMap { of($0 + (word.last == "ь" ? "ь" : "")) }].compactMap(\.self)
  }

  private static func of(_ word: String) -> Paradigm? {
    guard let last = word.last, word.count > 1 else { return nil }
    func ends(_ suffixes: String...) -> Bool { suffixes.contains { word.hasSuffix($0) } }
    func adjective(_ stem: Substring, soft: Bool) -> Paradigm {
      let i = soft ? "и" : "ы"
      return Paradigm(
        stem + i + "е", stem: stem, .init(i + "х", i + "м", i + "х", i + "ми", i + "х"))
    }
    func possessive(_ stem: Substring) -> Paradigm {
      Paradigm(stem + "ы", stem: stem, .init("ых", "ым", "ых", "ыми", "ых"))
    }
    let isLong = CyrillicWords.vowels(word) > 1
    if isLong, ends("ов", "ев", "ёв", "ин", "ын") { return possessive(word[...]) }
    if isLong, ends("ова", "ева", "ёва", "ина", "ына") { return possessive(word.dropLast()) }
    if isLong, ends("ий", "ый", "ой", "ая", "яя") {
      let stem = word.dropLast(2)
      let before = stem.last ?? " "
      let isHard =
        !NounDeclension.isVelar(before) && !NounDeclension.isSibilant(before)
      return adjective(stem, soft: !isHard || ends("ий", "яя"))
    }
    let stem = word.dropLast()
    let before = stem.last ?? " "
    switch last {
    case "а":
      let i =
        NounDeclension.isVelar(before) || NounDeclension.isSibilant(before)
        ? "и" : "ы"
      // Глинка: of the Глинок.
      let isCluster =
        before == "к" && stem.count > 2
        && !CyrillicWords.isVowel(stem[stem.index(stem.endIndex, offsetBy: -2)])
      let many = isCluster ? String(stem.dropLast()) + "ок" : String(stem)
      return isLong
        ? Paradigm(stem + i, stem: "", .init(many, stem + "ам", many, stem + "ами", stem + "ах"))
        : nil
    case "я":
      return isLong ? Paradigm(stem + "и", stem: stem, .init("ей", "ям", "ей", "ями", "ях")) : nil
    case "й": return Paradigm(stem + "и", stem: stem, .init("ев", "ям", "ев", "ями", "ях"))
    case "ь": return Paradigm(stem + "и", stem: stem, .init("ей", "ям", "ей", "ями", "ях"))
    default:
      if CyrillicWords.isVowel(last) || ends("ых") { return nil }
      let isSibilant = NounDeclension.isSibilant(last)
      let isVelar = NounDeclension.isVelar(last)
      let many = isSibilant ? "ей" : last == "ц" ? "ев" : "ов"
      return Paradigm(
        word + (isSibilant || isVelar ? "и" : "ы"), stem: word,
        .init(many, "ам", many, "ами", "ах"))
    }
  }
}
