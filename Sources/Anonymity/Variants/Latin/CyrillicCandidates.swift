/// The Cyrillic a Latin name may have been written from, for a person to confirm.
public enum CyrillicCandidates {
  /// The most that are offered.
  private static let most = 12

  private static let surnames = [
    "ov", "ova", "ev", "eva", "yov", "off", "eff", "sky", "skiy", "skii", "skij", "skaya", "skaia",
    "skaja", "enko", "chuk", "shin", "shina", "tsky",
  ]
  /// Endings that are Russian only beside a Russian first name.
  private static let weak = ["ski", "in", "ina", "ny", "nyy", "naya", "uk", "yn", "yna"]
  private static let patronymics = [
    "ovich", "evich", "ovna", "evna", "ichna", "ovitch", "evitch", "ovic", "evic",
  ]

  /// Candidates, the likeliest first; none for a name that is not plainly a transliterated Russian
  /// one, by the ending of its surname or patronymic.
  public static func of(latin name: String) -> [Variant] {
    guard LatinName.isLatin(name) else { return [] }
    let words = LatinName.words(name).map { $0.lowercased() }
    guard !words.isEmpty, words.count < 5 else { return [] }
    let isPlain = words.contains { word in
      word.count > 4 && (surnames + patronymics).contains { word.hasSuffix($0) }
        || word.count > 5 && weak.contains { word.hasSuffix($0) }
          && !GivenNamesInLatin.contains([word]) && GivenNamesInLatin.contains(words)
    }
    guard isPlain else { return [] }
    var beam: [(cost: Int, text: String)] = [(0, "")]
    for word in words {
      let readings = readings(word)
      beam = beam.flatMap { head in
        readings.map {
          (head.cost + $0.cost, head.text.isEmpty ? $0.text : head.text + " " + $0.text)
        }
      }
      beam.sort { $0.cost < $1.cost }
      beam = Array(beam.prefix(most))
    }
    var list = VariantList()
    for one in beam { list.add(one.text, .cyrillic) }
    return list.variants
  }

  /// A first name that is known, or letter by letter.
  private static func readings(_ word: String) -> [(cost: Int, text: String)] {
    let key = VariantList.key(word)
    if let known = GivenNamesInLatin.table[key] {
      return known.enumerated().map { ($0 * 6, CyrillicWords.capitalised($1)) }
    }
    return LatinReader.readings(word, count: most).map {
      ($0.cost, CyrillicWords.capitalised($0.text))
    }
  }
}

/// The first names of `GivenNames` by all their Latin spellings.
enum GivenNamesInLatin {
  static let table: [[UInt32]: [String]] = {
    var table: [[UInt32]: [String]] = [:]
    for name in GivenNames.all.sorted() {
      let speller = LatinSpeller([LatinTokens.of(name, isUkrainian: false)])
      var seen: Set<[UInt32]> = []
      for choice in speller.choices(mixtures: 24) {
        let key = VariantList.key(speller.text([0], choice))
        if seen.insert(key).inserted { table[key, default: []].append(name) }
      }
    }
    return table
  }()

  /// Whether one of the words is a first name.
  static func contains(_ words: [String]) -> Bool {
    words.contains { table[VariantList.key($0)] != nil }
  }
}
