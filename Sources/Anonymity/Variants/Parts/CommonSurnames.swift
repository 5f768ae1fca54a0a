/// Surnames in letters that so many bear that one alone points to nobody.
enum CommonSurnames {
  /// A Korean one of many bearers, a Chinese one, or a Russian one that is a word as well.
  static func contains(_ surname: String) -> Bool {
    let word = surname.lowercased()
    if let first = word.unicodeScalars.first,
      FoldTable.shared.traits(first.value).script == .cyrillic
    {
      return korean.contains(word) || !isTypical(word)
    }
    if korean.contains(word) { return true }
    let tags = Lexicon.shared.tags(Lexicon.hash(word))
    return !tags.isDisjoint(with: [.pinyinSurname, .koreanSurname])
  }

  /// Of the Korean families, this many of the commonest; nine in ten people bear one of them.
  private static let common = 50
  /// A spelling rarer than this cost is rare itself.
  private static let usual = 4

  private static let korean: Set<String> = {
    var words: Set<String> = []
    for family in KoreanFamilyNames.singles.prefix(common) {
      guard let syllables = [HangulSyllable](hangul: String(family)) else { continue }
      for spelling in KoreanFamilyNames.latin(syllables) + KoreanFamilyNames.cyrillic(syllables)
      where spelling.cost <= usual {
        words.insert(spelling.text)
      }
    }
    return words
  }()

  /// Endings that hardly anything but a surname has. Others (Мороз, Белый) are words first.
  private static let endings = [
    "ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ына", "ский", "цкий", "ская", "цкая",
    "ской", "цкой", "енко", "ейко", "айло", "чук", "щук", "нюк", "люк", "рюк", "тюк", "дзе",
    "швили", "ян", "янц", "ович", "евич", "ич", "гай", "иани", "ава", "ия", "оглы",
  ]
  /// Words with such an ending.
  private static let words: Set<String> = Set(
    """
    русский русская русской советский советская московский московская городской городская морской
    морская польский польская крымский невский донской казанский сибирский английский английская
    немецкий немецкая французский китайский китайская японский японская корейский корейская
    американский один остров основ готов здоров любов магазин господин гражданин рубин мужчина
    женщина причина машина картина страна малина калина рябина равнина долина вершина половина
    середина новина слава глава права держава россия армия партия англия азия мария партия полиция
    слов часов домов годов городов хозяин грузин татарин крестьянин корень армян крестьян
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static func isTypical(_ word: String) -> Bool {
    CyrillicWords.vowels(word) > 1 && endings.contains(where: word.hasSuffix)
      && !words.contains(word)
  }
}
