/// Puts a larger area in the place of a town: the case and the preposition are made anew.
///
/// во Владивостоке becomes на Дальнем Востоке России or в России. Where the case is not sure there is
/// no placement, and the place is withheld: a wrong case can say that somebody went where he lived.
struct RussianArea {
  let placement: LabelPlacement

  init?(
    _ area: String, _ before: Preceding, covering covered: String, tail: String, after: String
  ) {
    guard let noun = RussianAreaNoun(area) else { return nil }
    var preceding = before
    var form = RussianCases.ofPlace(covered)
    while let word = preceding.lastWord, let kind = Self.kinds[word.lowercased()] {
      let both = form.intersection(kind)
      form = both.isEmpty ? kind : both
      preceding.swallowLastWord()
    }
    let context = RussianAreaContext(preceding: preceding, form: form, forms: noun.forms)
    guard let c = context.found else { return nil }
    var text = noun.forms[c]
    let all = tail + after
    let repeated = Self.repeated(noun.forms, in: all)
    if let word = preceding.lastWord, let base = RussianPreposition.base(word) {
      text = RussianPreposition.refit(
        text, base: Self.preposition(base, c, noun, covered), replacing: word, &preceding)
    } else if preceding.isAtSentenceStart {
      text = capitalised(text)
    }
    placement = LabelPlacement(
      swallowedBefore: preceding.swallowed, text: repeated > 0 ? text : text + tail,
      swallowedAfter: max(0, repeated - tail.utf8.count))
  }

  /// The preposition that says of the area what the old one said of the place.
  private static func preposition(
    _ base: String, _ c: RussianCase, _ noun: RussianAreaNoun, _ place: String
  ) -> String {
    switch (base, c) {
    case ("в", .prepositional), ("на", .prepositional), ("в", .accusative):
      return noun.takesNa ? "на" : "в"
    // "поезд на Хабаровск" stays; "на Сахалин" was only a matter of the island.
    case ("на", .accusative): return noun.takesNa || !RussianAreaNoun.isOnto(place) ? "на" : "в"
    case ("из", .genitive), ("с", .genitive): return noun.takesNa ? "с" : "из"
    default: return base
    }
  }

  /// Bytes of ", Россия" or " (Россия)" after the place: it would stand twice.
  private static func repeated(_ forms: Paradigm, in text: String) -> Int {
    for form in forms.forms {
      for written in [", " + form, " (" + form + ")"] where text.hasPrefix(written) {
        let next = text.dropFirst(written.count).first
        if !(next?.isLetter ?? false) { return written.utf8.count }
      }
    }
    return 0
  }

  /// Words for kinds of places before a name, in every case: в городе Хабаровске.
  private static let kinds: [String: RussianCases] = {
    var table: [String: RussianCases] = [
      "г.": .all, "гор.": .all, "пос.": .all, "с.": .all, "дер.": .all, "пгт": .all,
      "село": [.nominative, .accusative], "села": .genitive, "селу": .dative,
      "селом": .instrumental,
      "селе": .prepositional,
    ]
    for word in ["город", "посёлок", "поселок", "деревня", "уезд", "городок", "станция"] {
      guard
        let paradigm = RussianPhrase.paradigm(
          word.replacing("поселок", with: "посёлок"), isAnimate: false)
      else { continue }
      for c in RussianCase.allCases {
        let form = word == "поселок" ? paradigm[c].replacing("ё", with: "е") : paradigm[c]
        table[form, default: []].formUnion(RussianCases(c))
      }
    }
    return table
  }()
}
