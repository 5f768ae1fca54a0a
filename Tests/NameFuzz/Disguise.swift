import Foundation

/// Writes a plant so that it looks the same to a reader and is other bytes.
struct Disguise {
  /// Classes of disguise; each is on or off, so that all combinations come up.
  enum Class: Int, CaseIterable {
    case letterCase, width, styled, decomposed, composedAnew, marks, lookAlikes, invisible, digits
    case separators, lineWraps, quotedWraps, emphasis, tags, references
  }

  let classes: Set<Class>
  /// The written pieces: one a letter, each with what was put before it.
  private(set) var pieces: [String] = []

  var text: String { pieces.joined() }

  init(of plant: Plant, _ classes: Set<Class>, _ random: inout some RandomNumberGenerator) {
    self.classes = classes
    for (number, word) in plant.words.enumerated() {
      var lead = number > 0 ? Self.gap(plant, word, classes, &random) : ""
      for (place, letter) in word.enumerated() {
        if number + place > 0 { lead += hidden(&random) }
        for piece in Self.letter(letter, plant, place, classes, &random) {
          pieces.append(lead + piece)
          lead = ""
        }
      }
    }
  }

  private static let invisible = [
    "\u{200B}", "\u{200D}", "\u{200C}", "\u{AD}", "\u{2060}", "\u{FE0F}", "\u{34F}", "\u{202A}",
    "\u{2066}", "\u{E0061}", "\u{3164}", "\u{FEFF}", "\u{61C}", "\u{180E}", "\u{1}",
  ]

  private func hidden(_ random: inout some RandomNumberGenerator) -> String {
    guard classes.contains(.invisible), Int.random(in: 0..<3, using: &random) == 0 else {
      return ""
    }
    return Self.invisible.randomElement(using: &random) ?? ""
  }

  // MARK: - Gaps

  private static func gap(
    _ plant: Plant, _ word: String, _ classes: Set<Class>,
    _ random: inout some RandomNumberGenerator
  ) -> String {
    if plant.kind == .address { return "" }
    var choices: [String] = []
    if classes.contains(.separators) {
      choices += ["-", "‑", "–", "_", "·", "\u{A0}", "\u{3000}", "\u{2009}", ".", "  ", "\t"]
    }
    if classes.contains(.lineWraps) { choices += ["\n", "\r\n", "\u{2028}", " \n", "-\n"] }
    if classes.contains(.quotedWraps) { choices += ["\n> ", "\n>> ", "\r\n> ", "\n  "] }
    if classes.contains(.emphasis) { choices += [" *", "* ", "** ", " **", "_ "] }
    if classes.contains(.tags) { choices += [" <b>", "</b> ", "<br>", "</i> <i>", "<wbr>"] }
    if classes.contains(.references) { choices += ["&nbsp;", "&#32;", "&#x2011;", "&thinsp;"] }
    if let choice = choices.randomElement(using: &random) { return choice }
    // Hangul and Han are written without a gap, numbers with a hyphen; others with a space.
    switch plant.kind {
    case .korean, .han: return ""
    case .number: return word == "1234567" ? "" : "-"
    default: return " "
    }
  }

  // MARK: - Letters

  /// What other letters look like these, for capitals and small letters alike.
  private static let lookAlikes: [Character: String] = [
    "a": "а", "e": "е", "o": "оο", "c": "сⅽ", "p": "р", "i": "іι", "s": "ѕ", "h": "һ", "y": "у",
    "C": "СϹ", "P": "Р", "A": "АΑ", "H": "НΗ", "O": "ОΟ", "S": "Ѕ", "K": "КΚ", "N": "Ν", "M": "МΜ",
    "а": "a", "о": "oο", "с": "c", "р": "p", "е": "e", "К": "K", "О": "O", "С": "C", "П": "Π",
  ]
  private static let zeros: [UInt32] = [0xFF10, 0x660, 0x6F0, 0x966, 0x1D7CE, 0x1D7F6]

  private static func letter(
    _ letter: Character, _ plant: Plant, _ place: Int, _ classes: Set<Class>,
    _ random: inout some RandomNumberGenerator
  ) -> [String] {
    let text = String(letter)
    guard let scalar = text.unicodeScalars.first, letter.isLetter || letter.isNumber else {
      return [text]
    }
    // One disguise a letter; which of those that are on is drawn for each.
    switch classes.filter({ $0.rawValue <= Class.digits.rawValue }).sorted(by: {
      $0.rawValue < $1.rawValue
    }).randomElement(using: &random) {
    case .letterCase:
      return [Bool.random(using: &random) ? text.uppercased() : text.lowercased()]
    case .width where scalar.isASCII: return [shifted(scalar.value + 0xFEE0) ?? text]
    case .styled where scalar.isASCII && letter.isLetter:
      return [shifted(letter.isUppercase ? scalar.value + 0x1D3BF : scalar.value + 0x1D3B9) ?? text]
    case .decomposed: return split(text.decomposedStringWithCanonicalMapping)
    case .composedAnew where plant.kind == .korean: return compatibility(scalar) ?? [text]
    case .marks where letter.isCased:
      return [
        text + (["\u{301}", "\u{308}", "\u{327}", "\u{20DD}"].randomElement(using: &random) ?? "")
      ]
    case .lookAlikes where place > 0 && !plant.isShort:
      return [
        lookAlikes[letter].flatMap { $0.randomElement(using: &random) }.map(String.init) ?? text
      ]
    case .digits where letter.isNumber && letter.isASCII:
      let zero = zeros.randomElement(using: &random) ?? 0x30
      return [shifted(zero + scalar.value - 0x30) ?? text]
    default: return [text]
    }
  }

  private static func shifted(_ value: UInt32) -> String? {
    Unicode.Scalar(value).map { String(Character($0)) }
  }

  private static func split(_ text: String) -> [String] {
    // A mark stays with its letter; conjoining jamo are pieces of their own.
    var pieces: [String] = []
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark, let last = pieces.popLast() {
        pieces.append(last + String(scalar))
      } else {
        pieces.append(String(scalar))
      }
    }
    return pieces
  }

  /// A syllable in the letters of a Korean keyboard, with no conjoining forms.
  private static func compatibility(_ scalar: Unicode.Scalar) -> [String]? {
    guard (0xAC00..<0xD7A4).contains(scalar.value) else { return nil }
    let index = Int(scalar.value - 0xAC00)
    let starts = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
    let ends = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
    let vowel = shifted(0x314F + UInt32(index % 588 / 28)) ?? ""
    let end = index % 28 == 0 ? [] : [String(ends[index % 28 - 1])]
    return [String(starts[index / 588]), vowel] + end
  }
}
