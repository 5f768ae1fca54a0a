/// The words of a name listed in Cyrillic, in small letters, and their way back to a listed name.
enum CyrillicWords {
  /// Small words of names from elsewhere, and Turkic words for son and daughter: never declined.
  static let particles: Set<String> = [
    "фон", "цу", "де", "ди", "да", "дель", "делла", "дер", "ден", "дю", "ла", "ле", "лас", "лос",
    "ван",
    "бен", "бин", "бинт", "ибн", "аль", "аль-", "эль", "ад", "ас", "аш", "абу", "оглы", "оглу",
    "кызы",
    "гызы", "кизи", "улы", "уулу", "дос", "душ", "тер", "эд", "и", "сан",
  ]

  /// Splits at spaces, commas and full stops; й, ё, ї and ў as one letter, stress marks left out.
  ///
  /// A word that ended in a full stop is an initial and keeps it.
  static func split(_ name: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close(_ word: inout String.UnicodeScalarView) {
      while word.last == "-" { word.removeLast() }
      if !word.isEmpty { words.append(String(word)) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "\u{300}", "\u{301}": continue
      case "\u{306}", "\u{308}":
        if let last = word.last, let whole = composed(last, scalar) {
          word.removeLast()
          word.append(whole)
        }
      case ".":
        if !word.isEmpty { word.append(".") }
        close(&word)
      case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}":
        if !word.isEmpty, word.last != "-" { word.append("-") }
      case "'", "\u{2019}", "\u{2BC}", "`":
        if !word.isEmpty { word.append("'") }
      default:
        if FoldTable.shared.traits(scalar.value).isLetter {
          word.append(scalar)
        } else if !FoldTable.shared.traits(scalar.value).isAttached {
          close(&word)
        }
      }
    }
    close(&word)
    return words
  }

  private static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar?
  {
    switch (letter, mark) {
    case ("и", "\u{306}"): "й"
    case ("у", "\u{306}"): "ў"
    case ("е", "\u{308}"): "ё"
    case ("і", "\u{308}"): "ї"
    default: nil
    }
  }

  /// Whether a name is written in Cyrillic letters alone.
  static func isCyrillic(_ name: String) -> Bool {
    var isFound = false
    for scalar in name.unicodeScalars {
      let traits = FoldTable.shared.traits(scalar.value)
      guard traits.isLetter else { continue }
      if traits.script != .cyrillic { return false }
      isFound = true
    }
    return isFound
  }

  /// A word as it is listed: each part of a double name with a capital, particles without.
  static func capitalised(_ word: String) -> String {
    if particles.contains(word) { return word }
    var out = String.UnicodeScalarView()
    var isStart = true
    var count = 0
    for scalar in word.unicodeScalars {
      count += 1
      if isStart, let capital = capital(scalar) {
        out.append(capital)
      } else {
        out.append(scalar)
      }
      isStart = scalar == "-" || scalar == "'" && count == 2
    }
    return String(out)
  }

  private static func capital(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter.value {
    case 0x430...0x44F: Unicode.Scalar(letter.value - 0x20)
    case 0x450...0x45F: Unicode.Scalar(letter.value - 0x50)
    default: letter.properties.uppercaseMapping.unicodeScalars.first
    }
  }

  // A set of characters would normalise each before it looks.
  private static let vowelLetters = Set("аеёиоуыэюяіїєәөүұ".unicodeScalars.map(\.value))

  static func isVowel(_ letter: Character) -> Bool {
    letter.unicodeScalars.first.map(isVowel) ?? false
  }

  static func isVowel(_ letter: Unicode.Scalar) -> Bool { vowelLetters.contains(letter.value) }

  /// The number of vowels: of syllables.
  static func vowels(_ word: some StringProtocol) -> Int { word.count(where: isVowel) }
}
