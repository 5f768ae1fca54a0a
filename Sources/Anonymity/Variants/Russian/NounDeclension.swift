/// The three declensions of Russian nouns, as names use them.
enum NounDeclension {
  private static let velars = Set("гкхқғ".unicodeScalars.map(\.value))
  private static let sibilants = Set("жшчщ".unicodeScalars.map(\.value))

  static func isVelar(_ letter: Character) -> Bool {
    letter.unicodeScalars.first.map { velars.contains($0.value) } ?? false
  }

  static func isSibilant(_ letter: Character) -> Bool {
    letter.unicodeScalars.first.map(isSibilant) ?? false
  }

  static func isSibilant(_ letter: Unicode.Scalar) -> Bool { sibilants.contains(letter.value) }

  /// Words in -а and -я: Анна, Мария, Илья, Глинка.
  static func first(_ word: String) -> Paradigm {
    let stem = word.dropLast()
    let last = stem.last ?? " "
    if word.last == "я" {
      let isIa = last == "и" || last == "і"
      return Paradigm(
        word, stem: stem,
        .init("и", isIa ? "и" : "е", "ю", "ей", isIa ? "и" : "е", long: "ею"))
    }
    let genitive = isVelar(last) || isSibilant(last) ? "и" : "ы"
    let isSoft = isSibilant(last) || last == "ц"
    return Paradigm(
      word, stem: stem,
      .init(genitive, "е", "у", isSoft ? "ей" : "ой", "е", long: isSoft ? "ею" : "ою"))
  }

  /// Words in -а after a sibilant with the stress on the ending: Левша, Левшой.
  static func firstStressed(_ word: String) -> Paradigm? {
    guard word.last == "а", let last = word.dropLast().last,
      isSibilant(last) || last == "ц"
    else { return nil }
    return Paradigm(
      word, stem: word.dropLast(),
      .init(last == "ц" ? "ы" : "и", "е", "у", "ой", "е", long: "ою"))
  }

  /// Words of men in a consonant, -й or -ь: Иван, Андрей, Юрий, Игорь.
  static func second(_ word: String) -> Paradigm {
    let stem = word.dropLast()
    switch word.last {
    case "й":
      let isIy = stem.last == "и" || stem.last == "і"
      return Paradigm(word, stem: stem, .init("я", "ю", "я", "ем", isIy ? "и" : "е"))
    case "ь": return second(word, stem: String(stem), isSoft: true)
    default: return second(word, stem: word, isSoft: false)
    }
  }

  /// The same on a given stem, for fleeting vowels.
  static func second(_ word: String, stem: String, isSoft: Bool) -> Paradigm {
    if isSoft { return Paradigm(word, stem: stem, .init("я", "ю", "я", "ем", "е")) }
    let last = stem.last ?? " "
    let isSoftened = isSibilant(last) || last == "ц"
    return Paradigm(word, stem: stem, .init("а", "у", "а", isSoftened ? "ем" : "ом", "е"))
  }

  /// Words of men in a sibilant with the stress on the ending: Ткач, Ткачом.
  static func secondStressed(_ word: String, stem: String) -> Paradigm? {
    guard let last = stem.last, isSibilant(last) || last == "ц" else { return nil }
    return Paradigm(word, stem: stem, .init("а", "у", "а", "ом", "е"))
  }

  /// Names of women in -ь: Любовь, Нинель.
  static func third(_ word: String) -> Paradigm {
    Paradigm(word, stem: word.dropLast(), .init("и", "и", "ь", "ью", "и"))
  }
}
