/// Letters with marks that people also write as two letters, and the way back.
///
/// The fold takes the mark off (ü is u), so only what it does not make equal is here.
enum LatinSpellings {
  /// Each with what the language's own speakers write, and what English does.
  private static let pairs: [(letters: String, own: String, english: String)] = [
    ("ü", "ue", "u"), ("ö", "oe", "o"), ("ä", "ae", "a"), ("ø", "oe", "o"), ("å", "aa", "a"),
    ("æ", "ae", "a"), ("œ", "oe", "o"), ("þ", "th", "th"), ("ð", "d", "dh"), ("ő", "oe", "o"),
    ("ű", "ue", "u"), ("ə", "a", "e"), ("ß", "ss", "s"), ("č", "c", "ch"), ("ć", "c", "ch"),
    ("š", "s", "sh"),
    ("ş", "s", "sh"), ("ș", "s", "sh"), ("ž", "z", "zh"), ("ç", "c", "ch"), ("đ", "dj", "d"),
    ("ț", "t", "ts"), ("ţ", "t", "ts"), ("ñ", "n", "ny"), ("ł", "l", "w"),
  ]

  /// Both ways of writing all marked letters of a name, or its plain pairs as one letter.
  static func of(_ name: String) -> [String] {
    var own = ""
    var english = ""
    var isMarked = false
    for character in name {
      let small = character.lowercased()
      if let pair = pairs.first(where: { $0.letters == small }) {
        let isCapital = small != String(character)
        own += isCapital ? capitalised(pair.own) : pair.own
        english += isCapital ? capitalised(pair.english) : pair.english
        isMarked = true
      } else {
        own.append(character)
        english.append(character)
      }
    }
    if isMarked { return [own, english] }
    return merged(name).map { [$0] } ?? []
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Mueller as Muller, which is Müller to the fold; nil where nothing is merged.
  ///
  /// Not behind q and g, where ue is a sound of its own (Miguel), and not in names that have
  /// always had both letters.
  private static func merged(_ name: String) -> String? {
    var words: [String] = []
    for word in name.split(separator: " ") {
      let isOwn = [
        "samuel", "manuel", "joel", "noel", "michael", "raphael", "rafael", "israel", "isaac",
        "aaron", "emmanuel",
      ]
      .contains(word.lowercased())
      words.append(isOwn ? String(word) : merge(word))
    }
    let text = words.joined(separator: " ")
    return text == name ? nil : text
  }

  private static func merge(_ word: Substring) -> String {
    var out = ""
    var before: Character = " "
    for character in word {
      let last = out.last?.lowercased() ?? ""
      let small = character.lowercased()
      let isPair =
        small == "e" && "aou".contains(last) && !last.isEmpty || small == "a" && last == "a"
      let isOwn = last == "u" && "qgQG".contains(before)
      if isPair, !isOwn { continue }
      before = out.last ?? " "
      out.append(character)
    }
    return out
  }
}
