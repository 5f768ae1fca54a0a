/// Declines a Russian noun in the singular, where its form tells how.
///
/// What it is not sure of it does not decline: a wrong form is worse than a longer label. The
/// letter ё of stressed endings is written е, as most print does.
enum RussianNoun {
  enum Gender { case male, female, neuter }

  /// All cases of a nominative, in small letters but for a first capital; `nil` when not sure.
  static func paradigm(_ word: String, isAnimate: Bool) -> (Paradigm, Gender)? {
    if word.count > 1, word.allSatisfy(\.isUppercase) || fixed.contains(word.lowercased()) {
      return (Paradigm(undeclined: word), .male)
    }
    if word.contains("-") { return hyphenated(word, isAnimate) }
    let lower = word.lowercased()
    guard word.dropFirst() == lower.dropFirst(), word.count > 1,
      lower.unicodeScalars.allSatisfy({ (0x430...0x451).contains($0.value) }),
      let (paradigm, gender) = whole(lower, isAnimate)
    else { return nil }
    return (word.first?.isUppercase ?? false ? paradigm.capitalised : paradigm, gender)
  }

  /// Женщина-врач declines twice, премьер-министр and северо-восток once.
  private static func hyphenated(_ word: String, _ isAnimate: Bool) -> (Paradigm, Gender)? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    var declined: [Paradigm] = []
    var gender: Gender?
    for (place, part) in parts.enumerated() {
      let isPrefix = place < parts.count - 1 && prefixes.contains(part.lowercased())
      if isPrefix {
        declined.append(Paradigm(undeclined: part))
        continue
      }
      guard let (paradigm, own) = paradigm(part, isAnimate: isAnimate) else { return nil }
      declined.append(paradigm)
      gender = gender ?? own
    }
    return gender.map { (Paradigm(joining: declined, by: "-"), $0) }
  }

  private static func whole(_ word: String, _ isAnimate: Bool) -> (Paradigm, Gender)? {
    if let own = irregular[word] { return own }
    if !nouns.contains(word), let own = RussianAdjective.paradigm(word, isAnimate: isAnimate) {
      return own
    }
    let stem = word.dropLast()
    switch word.last {
    case "а", "я":
      if word.hasSuffix("мя") || stressedA.contains(word) { return nil }
      let isMale = isAnimate && malesInA.contains(word)
      return (NounDeclension.first(word), isMale ? .male : .female)
    case "о":
      guard ["лицо", "существо"].contains(word) || word.hasSuffix("ство") else { return nil }
      return (Paradigm(word, stem: stem, .init("а", "у", "о", "ом", "е")), .neuter)
    case "е":
      let isIe = word.hasSuffix("ие")
      // Аландские is an adjective in the plural.
      let before = word.dropLast(2).last ?? " "
      guard
        isIe && !NounDeclension.isVelar(before) && !NounDeclension.isSibilant(before)
          || word.hasSuffix("ье") && !isAnimate || ["море", "поле"].contains(word)
      else { return nil }
      return (Paradigm(word, stem: stem, .init("я", "ю", "е", "ем", isIe ? "и" : "е")), .neuter)
    case "ь": return soft(word, isAnimate)
    case "й":
      guard !["воробей", "соловей", "муравей", "улей"].contains(word) else { return nil }
      return (masculine(NounDeclension.second(word), isAnimate), .male)
    default:
      return RussianConsonantNoun.paradigm(word).map { (masculine($0, isAnimate), .male) }
    }
  }

  private static func soft(_ word: String, _ isAnimate: Bool) -> (Paradigm, Gender)? {
    if softMales.contains(word) || word.hasSuffix("тель") || word.hasSuffix("арь") && isAnimate {
      let stem = FleetingVowel.stem(word) ?? String(word.dropLast())
      return (masculine(NounDeclension.second(word, stem: stem, isSoft: true), isAnimate), .male)
    }
    let isFemale =
      softFemales.contains(word)
      || !isAnimate && ["ость", "есть", "знь", "асть"].contains(where: word.hasSuffix)
    return isFemale ? (NounDeclension.third(word), .female) : nil
  }

  /// The accusative of a thing is its nominative, that of a person the genitive.
  private static func masculine(_ paradigm: Paradigm, _ isAnimate: Bool) -> Paradigm {
    isAnimate ? paradigm : paradigm.withAccusative(paradigm[.nominative])
  }

  private static let irregular: [String: (Paradigm, Gender)] = [
    "мать": (Paradigm("мать", stem: "мат", .init("ери", "ери", "ь", "ерью", "ери")), .female),
    "дочь": (Paradigm("дочь", stem: "доч", .init("ери", "ери", "ь", "ерью", "ери")), .female),
    "египет": (
      NounDeclension.second("египет", stem: "египт", isSoft: false).withAccusative("египет"), .male
    ),
  ]

  /// Nouns in -ой, which end like adjectives.
  static let inOy: Set<String> = ["герой", "изгой", "ковбой", "плейбой", "аньхой", "ханой"]

  /// Other nouns that end like adjectives.
  private static let nouns: Set<String> = inOy.union(["гений", "швея", "змея", "маврикий"])

  private static let malesInA: Set<String> = [
    "мужчина", "юноша", "дядя", "дедушка", "судья", "староста", "глава", "слуга", "вельможа",
    "старшина", "воевода", "папа", "коллега",
  ]

  private static let stressedA: Set<String> = ["левша", "ханжа", "душа", "дитя", "межа", "паша"]

  private static let softMales: Set<String> = [
    "гость", "вождь", "парень", "царь", "князь", "зять", "тесть", "конь", "израиль", "ярославль",
    "голубь", "король", "дождь", "ставрополь", "севастополь", "лагерь", "тайвань", "хайнань",
  ]

  private static let softFemales: Set<String> = [
    "сибирь", "область", "фуцзянь", "сычуань", "юньнань", "хэнань", "хунань", "беларусь", "казань",
    "рязань", "пермь", "тверь", "тюмень", "астрахань", "часть", "степь", "площадь", "свекровь",
  ]

  /// One form for all cases.
  private static let fixed: Set<String> = [
    "протеже", "атташе", "портье", "крупье", "конферансье", "рантье", "инкогнито", "маэстро",
    "импресарио", "хиппи", "леди", "мадам", "фрау", "пани", "миссис", "мисс", "чили", "перу",
    "мали",
    "того", "марокко", "монако", "косово", "лесото", "конго", "зимбабве", "никарагуа", "сомали",
    "науру", "тувалу", "вануату", "фиджи", "гаити", "джибути", "бурунди", "кабо", "самоа", "макао",
    "марино", "верде", "фасо", "бисау", "рико", "антигуа", "тобаго", "папуа", "тонга", "нинся",
    "кёнгидо", "янгандо", "канвондо", "чеджудо", "чхунчхон", "чолла",
    "кёнсан", "пукто", "намдо", "шаньси", "шэньси", "гуйчжоу", "гуанси", "цзянси", "цзянсу",
    "ганьсу",
    "хванхэ", "сьерра", "леоне", "пномпень", "кюрасао", "палау", "ниуэ", "токелау", "кирибати",
    "эсватини", "тимор-лешти",
  ]

  private static let prefixes: Set<String> = [
    "премьер", "пресс", "вице", "экс", "бизнес", "шеф", "топ", "веб", "интернет", "медиа",
    "генерал",
    "обер", "унтер", "штаб", "северо", "юго", "коста", "шри", "пуэрто", "буркина", "нью",
    "санкт", "улан", "сан", "ян",
  ]
}
