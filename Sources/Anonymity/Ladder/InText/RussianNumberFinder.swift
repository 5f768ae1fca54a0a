/// Ages, sums, durations and numbers of people in Russian prose.
///
/// "Примерно" changes no case, so that words after a preposition stay right.
enum RussianNumberFinder {
  static func find(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    guard !text.kind(at - 1).isWord else { return nil }
    if let amount = Amount.read(text, at, isSum: { currency(text, $0) != nil }) {
      return money(text, amount, rules.money.level) ?? people(text, amount, rules.count.level)
    }
    guard !Amount.isRest(text, at), let number = text.number(at: at) else { return nil }
    if number.isDigits {
      let end = number.range.upperBound
      if ".:-/,".contains(text[at - 1]), text.kind(at - 2) == .digit { return nil }
      if ".:/,".contains(text[end]), text.kind(end + 1) == .digit || text[end] == "%" { return nil }
    } else if text.kind(at) != .cyrillicLower, text.kind(at) != .cyrillicUpper {
      return nil
    }
    return age(text, number, rules.age.level) ?? PeopleCounts.russian(
      text, number, rules.count.level)
      ?? money(text, number, rules.money.level)
      ?? duration(text, number, rules.duration.level) ?? people(text, number, rules.count.level)
  }

  private static func spotted(
    _ kind: QuantityKind, _ range: Range<Int>, _ core: Range<Int>, _ words: String?,
    _ text: LadderText
  ) -> Spotted {
    let isFirst =
      text.opensSentence(range.lowerBound)
      && (text.isCapital(range.lowerBound) || text.kind(range.lowerBound) == .digit)
    return Spotted(
      kind, range, core: core,
      words.map { isFirst && $0.first?.isLetter == true ? capitalised($0) : $0 }, .ru)
  }

  // MARK: Ages

  private static func age(
    _ text: LadderText, _ number: LadderText.Number, _ level: AgeLevel?
  ) -> Spotted? {
    guard (0...120).contains(number.value) else { return nil }
    let bounds: (Int, Int)
    switch level {
    case .decade, nil: bounds = (number.value / 10 * 10, number.value / 10 * 10 + 10)
    case .stage:
      bounds =
        number.value < 13
        ? (0, 13)
        : number.value < 20
          ? (13, 20)
          : number.value < 40
            ? (20, 40)
            : number.value < 60 ? (40, 60) : (60, 120)
    }
    if text[number.range.upperBound] == "-",
      let stem = text.end(of: "летн", at: number.range.upperBound + 1)
    {
      // The ending stays, and is taken along so that the word is one.
      let word = text.word(at: number.range.upperBound + 1)
      let core = number.range.lowerBound..<word.upperBound
      guard level != nil else { return Spotted(.age, number.range, nil, .ru) }
      let words =
        bounds.0 == 0
        ? "малолетн"
        : bounds.1 == 120 || bounds.0 >= 90
          ? "не менее чем \(bounds.0)-летн"
          : "\(bounds.0)–\(bounds.1 - 1)-летн"
      return spotted(.age, core, core, words + text.string(stem..<word.upperBound), text)
    }
    let unit = text.word(at: text.skip(number.range.upperBound))
    // "Деду было сорок восемь."
    let isBare = isBareAge(text, number)
    guard isBare || ["лет", "год", "года", "годам", "годами", "годах"].contains(text.string(unit))
    else {
      return nil
    }
    var first = number.range.lowerBound
    let core = first..<(isBare ? number.range.upperBound : unit.upperBound)
    guard isOfPerson(text, first, core.upperBound, bare: isBare) else { return nil }
    guard level != nil else { return Spotted(.age, core, nil, .ru) }
    guard isBare || ["лет", "год", "года"].contains(text.string(unit)) else {
      return Spotted(.age, core, nil, .ru)
    }
    let words =
      bounds.0 == 0
      ? "меньше \(genitive(bounds.1)) лет"
      : bounds.1 == 120 || bounds.0 >= 90
        ? "не меньше \(genitive(bounds.0)) лет"
        : "от \(genitive(bounds.0)) до \(genitive(bounds.1)) лет"
    // "В 34 года" tells the same as "в возрасте".
    if let lead = text.wordBefore(first), text.string(lead) == "в" {
      first = lead.lowerBound
      return spotted(.age, first..<core.upperBound, core, "в возрасте " + words, text)
    }
    return spotted(.age, core, core, words, text)
  }

  /// A word of age, or whom it is about in the dative, shortly before; or "от роду" behind.
  ///
  /// - Parameter bare: without "лет": there must be a verb between, or it is what somebody was given.
  private static func isOfPerson(
    _ text: LadderText, _ start: Int, _ end: Int, bare: Bool
  ) -> Bool {
    if text.end(of: "от роду", at: text.skip(end)) != nil { return true }
    var at = start
    for step in 0..<4 {
      guard let word = text.wordBefore(at) else { break }
      let string = text.string(word)
      if string.hasPrefix("возраст") || string.hasPrefix("исполни") { return true }
      if ["мне", "ему", "ей", "им", "нам", "тебе", "вам"].contains(string) {
        let next = text.wordString(at: text.skip(end))
        if bare, step == 0 { return false }
        return step == 0
          || !["дали", "назад"].contains(next) && wasBetween(text, word.upperBound, start)
      }
      if isWhom(text, word), !bare || step > 0, wasBetween(text, word.upperBound, start),
        !sentences.contains(text.wordString(at: text.skip(end)))
      {
        return true
      }
      if step == 0, persons.contains(string),
        !["назад", "работ"].contains(where: { text.end(of: $0, at: text.skip(end)) != nil })
      {
        return true
      }
      at = word.lowerBound
    }
    return false
  }

  /// A number from ten on that ends its clause.
  private static func isBareAge(_ text: LadderText, _ number: LadderText.Number) -> Bool {
    let end = number.range.upperBound
    guard (10...110).contains(number.value) else { return false }
    return ".,;!?)\n".contains(text[end])
      || ["и", "а", "но", "когда"].contains(text.wordString(at: text.skip(end)))
  }

  /// Somebody in the dative: жене, Антону.
  private static func isWhom(_ text: LadderText, _ word: Range<Int>) -> Bool {
    let string = text.string(word)
    let lead = text.stringBefore(word.lowerBound)
    if ["в", "во", "на", "о", "об", "из", "при", "по", "к", "ко"].contains(lead) { return false }
    if whom.contains(string) { return true }
    guard text.isCapital(word.lowerBound), ["у", "ю", "е", "и"].contains(string.suffix(1)) else {
      return false
    }
    return !text.opensSentence(word.lowerBound)
      || !Lexicon.shared.known(string).isDisjoint(with: [.givenName, .koreanSurname])
  }

  private static let whom: Set<String> = [
    "жене", "мужу", "сыну", "дочери", "дочке", "брату", "сестре", "отцу", "матери", "маме", "папе",
    "деду", "дедушке", "бабушке", "другу", "подруге", "дяде", "тёте", "тете", "внуку", "внучке",
    "племяннику", "племяннице", "мальчику", "девочке", "женщине", "мужчине", "парню", "девушке",
    "ребёнку", "ребенку", "рабочему", "соседу", "соседке", "товарищу", "тестю", "тёще", "теще",
    "свекрови", "зятю", "невестке", "бригадиру", "старшему", "младшему", "старшей", "младшей",
  ]
  /// What is given and what was long ago is no age.
  private static let sentences: Set<String> = [
    "дали", "дал", "назначили", "присудили", "назад", "лагерей", "колонии", "тюрьмы", "строгого",
    "осталось", "работы",
  ]

  /// Nothing but "было" and the like between the pronoun and the number.
  private static func wasBetween(_ text: LadderText, _ from: Int, _ to: Int) -> Bool {
    let allowed: Set<Substring> = [
      "было", "уже", "тогда", "всего", "сейчас", "только", "будет", "лишь", "едва", "ещё",
    ]
    return text.string(from..<to).split(whereSeparator: \.isWhitespace).allSatisfy {
      allowed.contains($0)
    }
  }

  private static let persons: Set<String> = [
    "мужчина", "женщина", "девушка", "парень", "мальчик", "девочка", "мужчины", "женщины",
  ]

  static func genitive(_ number: Int) -> String {
    [
      10: "десяти", 13: "тринадцати", 20: "двадцати", 30: "тридцати", 40: "сорока",
      50: "пятидесяти",
      60: "шестидесяти", 70: "семидесяти", 80: "восьмидесяти", 90: "девяноста", 100: "ста",
    ][number] ?? "\(number)"
  }

  // MARK: What stands before

  private static let genitiveLeads: Set<String> = [
    "течение", "около", "после", "до", "от", "из", "более", "больше", "менее", "меньше", "свыше",
    "без", "для", "с", "против", "у", "примерно",
  ]

  /// Where "около" or "примерно" begins, which go.
  private static func about(_ text: LadderText, _ at: Int) -> (start: Int, isGenitive: Bool) {
    guard let lead = text.wordBefore(at) else { return (at, false) }
    let word = text.string(lead)
    if word == "около" || word == "примерно" || word == "почти" { return (lead.lowerBound, false) }
    return (at, genitiveLeads.contains(word))
  }

  // MARK: Money and durations

  private static func money(
    _ text: LadderText, _ number: LadderText.Number, _ level: QuantityLevel?
  ) -> Spotted? {
    guard let currency = currency(text, number.range.upperBound) else { return nil }
    return measured(
      .money, text, number, currency.word, currency.many, level, NumberWriter(number.value))
  }

  private static func currency(_ text: LadderText, _ end: Int) -> (word: Range<Int>, many: String)?
  {
    let word = text.word(at: text.skip(end))
    let string = text.string(word)
    guard
      let many = [
        "юан": "юаней", "доллар": "долларов", "рубл": "рублей", "вон": "вон", "евро": "евро",
        "иен": "иен", "йен": "йен",
      ]
      .first(where: { string.hasPrefix($0.key) && string.count <= $0.key.count + 3 })
    else { return nil }
    if many.key == "вон", string != "вон", string != "воны", string != "вона" { return nil }
    return (word, many.value)
  }

  private static let units: [(String, String)] = [
    ("год", "лет"), ("года", "лет"), ("лет", "лет"), ("месяц", "месяцев"), ("месяца", "месяцев"),
    ("месяцев", "месяцев"), ("неделя", "недель"), ("неделю", "недель"), ("недели", "недель"),
    ("недель", "недель"), ("день", "дней"), ("дня", "дней"), ("дней", "дней"), ("сутки", "суток"),
    ("суток", "суток"), ("годами", ""), ("месяцами", ""), ("неделями", ""), ("днями", ""),
    ("годам", ""), ("месяцам", ""), ("дням", ""),
  ]

  private static func duration(
    _ text: LadderText, _ number: LadderText.Number, _ level: QuantityLevel?
  ) -> Spotted? {
    let word = text.word(at: text.skip(number.range.upperBound))
    let string = text.string(word)
    guard number.value < 100, let unit = units.first(where: { $0.0 == string }) else { return nil }
    return measured(.duration, text, number, word, unit.1, level, NumberWriter(number.value))
  }

  /// `many`: the unit in the genitive plural; empty where its case cannot be kept.
  private static func measured(
    _ kind: QuantityKind, _ text: LadderText, _ number: LadderText.Number, _ unit: Range<Int>,
    _ many: String, _ level: QuantityLevel?, _ rounded: NumberWriter
  ) -> Spotted {
    let core = number.range.lowerBound..<unit.upperBound
    guard let level else { return Spotted(kind, core, nil, .ru) }
    if number.value <= 1 { return Spotted(staying: kind, core) }
    let oblique = ["ми", "ам", "ах", "ям", "ях"].contains {
      text.string(unit).hasSuffix($0) && text.string(unit) != "евро"
    }
    if many.isEmpty || oblique { return Spotted(kind, core, nil, .ru) }
    let (start, hasLead) = about(text, core.lowerBound)
    let isGenitive = hasLead || genitives.contains(text.wordString(at: core.lowerBound))
    let words: String
    if kind == .duration, number.value < 10 {
      // "About seven" for seven would tell no less.
      words = (isGenitive ? "нескольких " : "несколько ") + many
    } else if level == .vague {
      let size = Magnitude(of: number.value, language: .ru).words
      words =
        kind == .duration && number.value >= 10
        ? (isGenitive ? "многих " : "много ") + many
        : isGenitive && size.hasPrefix("несколько")
          ? size.replacing("несколько", with: "нескольких") + " " + many : size + " " + many
      if isGenitive, !words.hasPrefix("нескольких"), !words.hasPrefix("многих") {
        return Spotted(kind, core, nil, .ru)
      }
    } else if rounded.value == number.value, hasLead, bounds.contains(text.stringBefore(start)) {
      return Spotted(staying: kind, core)
    } else if rounded.value == number.value {
      words = "примерно " + text.string(core)
    } else {
      words = "примерно \(rounded.digits("\u{A0}")) \(many)"
    }
    return spotted(kind, start..<core.upperBound, core, words, text)
  }

  private static let bounds: Set<String> = ["больше", "более", "свыше", "меньше", "менее", "до"]

  /// Numbers in the genitive: the noun after "several" is the same, its own form is not.
  private static let genitives: Set<String> = [
    "двух", "трёх", "трех", "четырёх", "четырех", "пяти", "шести", "семи", "восьми", "девяти",
  ]

  // MARK: People

  private static func people(
    _ text: LadderText, _ number: LadderText.Number, _ level: QuantityLevel?
  ) -> Spotted? {
    guard number.value > 1 else { return nil }
    var word = text.word(at: text.skip(number.range.upperBound))
    var adjective = ""
    if text.string(word).count > 4,
      let ending = ["ских", "ный", "ной", "ский", "ского", "ных", "ного", "них"].first(where: {
        text.string(word).hasSuffix($0)
      }),
      noun(text.string(text.word(at: text.skip(word.upperBound)))) != nil
    {
      let stem = text.original(word).dropLast(ending.count)
      adjective = stem + (ending.hasPrefix("ск") ? "ских" : ending == "них" ? "них" : "ных") + " "
      word = text.word(at: text.skip(word.upperBound))
    }
    guard let noun = noun(text.string(word)) else { return nil }
    let core = number.range
    guard let level else { return Spotted(.count, core, nil, .ru) }
    guard let many = noun.many else { return Spotted(.count, core, nil, .ru) }
    if let lead = text.wordBefore(core.lowerBound),
      ["все", "всех", "эти", "этих", "мои", "наши", "те", "остальные"].contains(text.string(lead))
    {
      return Spotted(.count, core, nil, .ru)
    }
    let (start, isGenitive) = about(text, core.lowerBound)
    let rest = " " + adjective + many
    let range = start..<word.upperBound
    if number.value < 10 {
      return spotted(.count, range, core, (isGenitive ? "нескольких" : "несколько") + rest, text)
    }
    if level == .vague {
      let size = Magnitude(of: number.value, language: .ru).words
      if isGenitive {
        return size.hasPrefix("несколько")
          ? spotted(
            .count, range, core, size.replacing("несколько", with: "нескольких") + rest, text)
          : Spotted(.count, core, nil, .ru)
      }
      return spotted(.count, range, core, size + rest, text)
    }
    let rounded = NumberWriter(number.value)
    if isGenitive {
      return spotted(.count, range, core, "примерно \(rounded.digits("\u{A0}"))" + rest, text)
    }
    return spotted(
      .count, range, core, CountLadder.write(number.value, at: .rounded, in: .ru) + rest, text)
  }

  /// The genitive plural of a noun of people in a form that follows a number; `nil` for its other
  /// forms.
  private static func noun(_ word: String) -> (many: String?, found: Bool)? {
    for entry in nouns {
      if entry.forms.contains(word) { return (entry.many, true) }
      if word.hasPrefix(entry.stem), word.count <= entry.stem.count + 4 { return (nil, true) }
    }
    return nil
  }

  private static let nouns: [(stem: String, forms: Set<String>, many: String)] =
    [
      ("человек", ["человек", "человека"], "человек"),
      ("рабоч", ["рабочий", "рабочего", "рабочих"], "рабочих"),
      ("заключённ", ["заключённый", "заключённого", "заключённых"], "заключённых"),
      ("заключенн", ["заключенный", "заключенного", "заключенных"], "заключенных"),
      ("женщин", ["женщина", "женщины", "женщин"], "женщин"),
      ("мужчин", ["мужчина", "мужчины", "мужчин"], "мужчин"),
      ("девуш", ["девушка", "девушки", "девушек"], "девушек"),
      ("парн", ["парень", "парня", "парней"], "парней"),
      ("солдат", ["солдат", "солдата"], "солдат"),
      ("беженц", ["беженец", "беженца", "беженцев"], "беженцев"),
      ("перебежчик", ["перебежчик", "перебежчика", "перебежчиков"], "перебежчиков"),
      ("корейц", ["кореец", "корейца", "корейцев"], "корейцев"),
      ("северокорейц", ["северокореец", "северокорейца", "северокорейцев"], "северокорейцев"),
      ("строител", ["строитель", "строителя", "строителей"], "строителей"),
      ("врач", ["врач", "врача", "врачей"], "врачей"),
      (
        "официант",
        ["официантка", "официантки", "официанток", "официант", "официанта", "официантов"],
        "официантов"
      ),
    ]
    + [
      "сотрудник", "работник", "студент", "офицер", "охранник", "лесоруб", "моряк", "рыбак",
      "шахтёр", "чиновник", "пассажир", "переводчик", "бригадир", "штукатур",
    ].map {
      ($0, [$0, $0 + "а", $0 + "ов"], $0 + "ов")
    }
}
