internal import Synchronization

/// A listed place as texts in other scripts name it: 혜산 and Хесан for Hyesan, Сургут for Surgut.
///
/// Spellings are made as those of names are, and kept where the gazetteer has one for a place of the
/// same area and size. Those in Cyrillic are there in the cases of Russian as well.
public enum PlaceSpellings {
  /// Sources have few places, and share them.
  private static let made = Mutex<[String: [String]]>([:])

  /// The spellings, each once; never the listed one.
  public static func of(_ place: String) -> [String] {
    if let known = made.withLock({ $0[place] }) { return known }
    var list = VariantList(listed: place)
    let others = verified(place)
    for text in others { list.add(text, .transliterated) }
    for text in [place] + others where CyrillicWords.isCyrillic(text) {
      for form in cases(text) { list.add(form, .declined) }
    }
    let texts = list.variants.map(\.text)
    made.withLock { $0[place] = texts }
    return texts
  }

  // MARK: - Other scripts

  /// Of spellings by sound, how many are looked up.
  private static let most = 24

  private static func verified(_ place: String) -> [String] {
    let meant = Set(plausible(Gazetteer.shared.places(named: place)))
    guard !meant.isEmpty else { return [] }
    func isMeant(_ spelling: String) -> Bool {
      Gazetteer.shared.places(named: spelling).contains(where: meant.contains)
    }
    if CyrillicWords.isCyrillic(place) {
      return CyrillicToLatin.of(place).map(\.text).filter(isMeant)
    }
    var found: [String] = []
    if LatinName.isLatin(place) {
      let words = LatinName.words(place)
      if words.count == 1 {
        found += LatinReader.readings(words[0].lowercased(), count: most)
          .map { CyrillicWords.capitalised($0.text) }.filter(isMeant)
      }
      found += KoreanCandidates.of(latin: place).filter(isMeant)
    } else {
      found += HanVariants.of(place).map(\.text).filter(isMeant)
    }
    // What is read as Hangul is spelled on.
    for hangul in [place] + found where [HangulSyllable](hangul: hangul) != nil {
      found += KoreanVariants.of(hangul).map(\.text).filter(isMeant)
    }
    return found
  }

  /// Places of one name of which the largest is far larger are not meant.
  private static func plausible(_ places: [Gazetteer.Place]) -> [Gazetteer.Place] {
    let largest = places.map(\.populationBits).max() ?? 0
    return places.filter { $0.populationBits > largest - 4 }
  }

  // MARK: - Russian cases

  /// By the end of the nominative: how much of it goes, and what comes. Other ends do not change.
  private static let endings: [(end: String, dropped: Int, cases: [String])] = [
    ("а", 1, ["ы", "и", "е", "у", "ой"]), ("я", 1, ["и", "е", "ю", "ей"]),
    ("ь", 1, ["и", "ю", "ью", "я", "ем", "е"]), ("й", 1, ["я", "ю", "ем", "е"]),
    ("о", 1, ["а", "у", "ом", "е"]),
  ]
  private static let consonants = Set("бвгджзклмнпрстфхцчшщ")

  private static func cases(_ place: String) -> [String] {
    guard !place.contains(where: \.isWhitespace), let last = place.last else { return [] }
    if consonants.contains(last) { return ["а", "у", "ом", "е"].map { place + $0 } }
    guard let ending = endings.first(where: { place.hasSuffix($0.end) }) else { return [] }
    return ending.cases.map { place.dropLast(ending.dropped) + $0 }
  }
}
