/// The ways to decline a Russian surname, the standard one first.
///
/// Where grammar or a family's habit allows several, all are given; a surname that many leave
/// undeclined (Ким, Дюма) has that way too, beside a first name that is declined.
enum SurnameDeclension {
  static func ways(_ word: String, _ gender: RussianGender) -> [Paradigm] {
    gender == .male ? male(word) : female(word)
  }

  private static func ends(_ word: String, _ suffixes: String...) -> Bool {
    suffixes.contains { word.hasSuffix($0) }
  }

  private static func male(_ word: String) -> [Paradigm] {
    guard let last = word.last else { return [] }
    let syllables = CyrillicWords.vowels(word)
    if ends(word, "ых") { return [Paradigm(undeclined: word)] }
    if ends(word, "ов", "ев", "ёв", "ин", "ын", "їн", "ін"),
      syllables > 1 || word.count > 4 && ends(word, "ов", "ев", "ёв")
    {
      let own = Paradigm(word, stem: word, .init("а", "у", "а", "ым", "е"))
      // Chaplin and Darwin take the ending of a noun.
      return [own, NounDeclension.second(word)]
    }
    if ends(word, "ий", "ый", "ой", "ій"), syllables > 1 { return adjective(word) }
    if last == "а" || last == "я" { return noun(word) }
    if CyrillicWords.isVowel(last) { return [Paradigm(undeclined: word)] }
    return consonant(word, syllables)
  }

  /// Surnames with the endings of an adjective: Толстой, Чайковский, Горький, Синий.
  private static func adjective(_ word: String) -> [Paradigm] {
    let stem = word.dropLast(2)
    let before = stem.last ?? " "
    let isVelar = NounDeclension.isVelar(before)
    let isSibilant = NounDeclension.isSibilant(before)
    let isSoft = !ends(word, "ой", "ый") && !isVelar
    let own = Paradigm(
      word, stem: stem,
      isSoft
        ? .init("его", "ему", "его", "им", "ем")
        : .init("ого", "ому", "ого", isVelar || isSibilant ? "им" : "ым", "ом"))
    let isPlain = ends(word, "ский", "цкий", "ской", "цкой", "ый", "ський", "цький", "скій")
    if isPlain { return [own] }
    // Палий and Чой are nouns; a surname in -ний may be hard.
    let noun = NounDeclension.second(word)
    guard ends(word, "ний") else { return [own, noun] }
    return [own, noun, Paradigm(word, stem: stem, .init("ого", "ому", "ого", "им", "ом"))]
  }

  /// Surnames in -а and -я, of both genders: Глинка, Окуджава, Берия.
  private static func noun(_ word: String) -> [Paradigm] {
    let own = NounDeclension.first(word)
    let undeclined = Paradigm(undeclined: word)
    guard CyrillicWords.vowels(word) > 1 else { return [undeclined] }
    return [own] + [NounDeclension.firstStressed(word)].compactMap(\.self) + [undeclined]
  }

  private static func consonant(_ word: String, _ syllables: Int) -> [Paradigm] {
    var ways = [NounDeclension.second(word)]
    let isSoft = word.last == "ь"
    if let stressed = NounDeclension.secondStressed(word, stem: word) { ways.append(stressed) }
    if let stem = FleetingVowel.stem(word) {
      ways.append(NounDeclension.second(word, stem: stem, isSoft: isSoft))
      if let stressed = NounDeclension.secondStressed(word, stem: stem) { ways.append(stressed) }
    }
    // Соловей: Соловья and Соловея.
    if ends(word, "ей"), syllables > 1 {
      ways.append(Paradigm(word, stem: word.dropLast(2), .init("ья", "ью", "ья", "ьем", "ье")))
    }
    return ways + [Paradigm(undeclined: word)]
  }

  private static func female(_ word: String) -> [Paradigm] {
    guard let last = word.last else { return [] }
    let stem = word.dropLast()
    if ends(word, "ая", "яя"), CyrillicWords.vowels(word) > 2 {
      let before = word.dropLast(2).last ?? " "
      let isSoft = last == "я" && (ends(word, "яя") || NounDeclension.isSibilant(before))
      let o = isSoft ? "е" : "о"
      let own = Paradigm(
        word, stem: word.dropLast(2),
        .init(
          o + "й", o + "й", ends(word, "яя") ? "юю" : "ую", o + "й", o + "й", long: o + "ю"))
      return [own]
    }
    if ends(word, "ова", "ева", "ёва", "ина", "ына", "іна", "їна"),
      CyrillicWords.vowels(word) > 2
        || ends(word, "ова", "ева", "ёва")
    {
      let own = Paradigm(word, stem: stem, .init("ой", "ой", "у", "ой", "ой", long: "ою"))
      // Смородина is a noun.
      return ends(word, "ина", "ына") ? [own, NounDeclension.first(word)] : [own]
    }
    return last == "а" || last == "я" ? noun(word) : [Paradigm(undeclined: word)]
  }
}
