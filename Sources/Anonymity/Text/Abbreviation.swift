/// Whether a full stop belongs to the word before it: "Mr.", "J.", "No. 5", "ул.", "2024. 5. 9."
enum Abbreviation {
  /// Judges a stop by the text before it and the first letter or digit after it.
  ///
  /// When in doubt it is an abbreviation: two sentences taken for one lose nothing.
  static func ends(_ text: ArraySlice<Unicode.Scalar>, next: Unicode.Scalar) -> Bool {
    let start = tokenStart(text)
    let token = String(String.UnicodeScalarView(text[start...]))
    guard let first = text[start...].first else { return false }
    let nextIsDigit = isNumber(next)
    if text[start...].allSatisfy(isNumber) {
      return nextIsDigit || followsNumberedPart(text[..<start])
        || (token.count <= 3 && opensLine(text[..<start]))
    }
    let lower = token.lowercased()
    if sentenceFinal.contains(lower) { return false }
    if token.unicodeScalars.count == 1 { return isCased(first) && token != "I" }
    if token.contains(".") {
      return token.split(separator: ".").allSatisfy { $0.unicodeScalars.count <= 2 }
    }
    return always.contains(lower) || (nextIsDigit && beforeNumbers.contains(lower))
  }

  /// Where the run of letters, digits and inner stops begins; at most 16 scalars are looked at.
  private static func tokenStart(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    var start = text.endIndex
    for _ in 0..<16 where start > text.startIndex {
      let scalar = text[start - 1]
      guard scalar.properties.isAlphabetic || isNumber(scalar) || scalar == "." else { break }
      start -= 1
    }
    return start
  }

  /// "5. " before "9.": a date in the Korean manner.
  private static func followsNumberedPart(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var tail = text.suffix(4)
    guard tail.last == " " else { return false }
    while tail.last == " " { tail.removeLast() }
    guard tail.popLast() == "." else { return false }
    return tail.last.map(isNumber) ?? false
  }

  private static func opensLine(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    for scalar in text.suffix(8).reversed() {
      if scalar == "\n" || scalar == "\r" { return true }
      guard scalar == " " || scalar == "\t" else { return false }
    }
    return text.count <= 8
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
  }

  private static func isCased(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isCased }

  private static let always: Set<String> = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "st", "sgt", "capt", "col", "gen", "lt", "maj", "rev",
    "hon", "messrs", "vs", "cf", "approx", "ca", "cpl", "pvt", "cmdr",
    "гг", "ул", "им", "проф", "акад", "доц", "гр", "тов", "обл", "пос", "ср", "напр", "кв", "стр",
    "пр", "просп", "пер", "тыс", "млн", "млрд", "корп",
  ]
  private static let beforeNumbers: Set<String> = [
    "no", "nos", "pp", "fig", "vol", "art", "sec", "ch", "par", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ст", "рис", "табл", "тел",
  ]
  /// Short forms that may well end a sentence; before a small letter no cut is made anyway.
  private static let sentenceFinal: Set<String> = [
    "a.m", "p.m", "т.д", "т.п", "н.э", "etc",
  ]
}
