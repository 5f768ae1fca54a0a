/// Which cases the name of a place may stand in, by its own form.
extension RussianCases {
  /// - `place`: as it stood in the text. In another script, or when the gazetteer knows no
  ///   nominative of it, nothing is known.
  static func ofPlace(_ place: String) -> RussianCases {
    guard CyrillicWords.isCyrillic(place), place.utf8.count <= 200 else { return .all }
    let key = VariantList.key(place)
    var found: RussianCases = []
    for nominative in [place] + PlaceReading.russianNominatives(place)
    where PlaceReading.isWhole(nominative) {
      for paradigm in paradigms(nominative) { found.formUnion(.init(of: key, in: paradigm)) }
    }
    return found.isEmpty ? .all : found
  }

  /// Towns are of either gender in -ь, and in -о many leave them as they are.
  private static func paradigms(_ name: String) -> [Paradigm] {
    if name.contains(" ") || name.contains("-") {
      return RussianPhrase.paradigm(name, isAnimate: false).map { [$0] } ?? []
    }
    switch name.last {
    case "ь":
      let soft = NounDeclension.second(name)
      return [NounDeclension.third(name), soft.withAccusative(name)]
    case "о", "е":
      let stem = name.dropLast()
      let isSoft = name.last == "е"
      return [
        Paradigm(undeclined: name),
        Paradigm(
          name, stem: stem,
          isSoft ? .init("я", "ю", "е", "ем", "е") : .init("а", "у", "о", "ом", "е")),
      ]
    case "а", "я": return [NounDeclension.first(name)]
    case "и", "ы", "у", "ю", "э": return [Paradigm(undeclined: name)]
    default:
      if let own = RussianNoun.paradigm(name, isAnimate: false)?.0 { return [own] }
      let plain = NounDeclension.second(name).withAccusative(name)
      let short = FleetingVowel.stem(name).map {
        NounDeclension.second(name, stem: $0, isSoft: false).withAccusative(name)
      }
      return [plain] + [short].compactMap(\.self)
    }
  }
}
