/// An age or a year of birth in a text, as the years in which a person of it may be born.
struct ToldBirth: Equatable, Sendable {
  let words: String
  let years: ClosedRange<Int>

  static func all(
    in reading: Reading, _ bytes: [UInt8], language: Language, year: Int
  ) -> [ToldBirth] {
    var out: [ToldBirth] = []
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let stated = years(reading)
    if births.contains(where: text.contains) {
      out += stated.map { ToldBirth(words: "born in \($0)", years: $0...$0) }
    }
    // Counted from when it was told, or from a year beside it.
    let origins = [year] + stated
    for finding in Detectors.findings(in: bytes, language: language) where finding.kind == .age {
      let words = String(decoding: bytes[finding.range], as: UTF8.self)
      guard let age = SpokenNumber.first(in: words), (1...120).contains(age) else { continue }
      out += origins.map { ToldBirth(words: "aged \(age)", years: ($0 - age - 1)...($0 - age + 1)) }
    }
    for decade in decades(text) {
      let name = decade == 0 ? "under ten" : "in the \(decade * 10)s"
      out += origins.map {
        ToldBirth(words: name, years: ($0 - decade * 10 - 10)...($0 - decade * 10 + 1))
      }
    }
    return out
  }

  /// Years in figures.
  private static func years(_ reading: Reading) -> [Int] {
    reading.words.compactMap { word in
      guard word.script == .digits, word.count == 4,
        let year = Int(reading.string(word.start, word.end)), (1900...2099).contains(year)
      else { return nil }
      return year
    }
  }

  /// "Thirties", 삼십대, 30대, 30s, за тридцать.
  private static func decades(_ text: String) -> [Int] {
    (0...9).filter { decade in
      let written = Language.allCases.compactMap {
        AgeLadder.write(decade * 10, at: .decade, in: $0)
      }
      let figures =
        decade == 0 ? [] : ["\(decade)0대", "\(decade)0代", "\(decade)0s", "\(decade)0多岁"]
      return (written + figures).contains { stands($0, in: text) }
    }
  }

  /// 1930s is no age.
  private static func stands(_ words: String, in text: String) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: words) {
      if range.lowerBound == text.startIndex { return true }
      let before = text[text.index(before: range.lowerBound)]
      if !before.isNumber && !(before.isLetter && before.isASCII) { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  private static let births = [
    "born", "birth", "태어", "출생", "출신년", "出生", "生于", "生於", "生まれ", "родил", "рожден", "рождён",
  ]
}
