/// Which case the words before a name ask for.
enum RussianGovernment {
  /// The cases after a preposition, the likeliest for a person first; `nil` for other words.
  static func cases(after word: some StringProtocol) -> [RussianCase]? {
    prepositions[word.lowercased()]
  }

  private static let prepositions: [String: [RussianCase]] = {
    var table: [String: [RussianCase]] = [:]
    func add(_ words: String, _ cases: RussianCase...) {
      for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = cases }
    }
    add(
      """
      от ото у до из изо без безо для около возле вокруг кроме после против ради вместо среди насчёт
      насчет относительно помимо мимо подле напротив из-за из-под касательно вблизи внутри вне
      """, .genitive)
    add("к ко благодаря вопреки согласно навстречу наперекор по", .dative)
    add("про через сквозь", .accusative)
    add("с со", .instrumental, .genitive)
    add("перед передо пред над надо между", .instrumental)
    add("под подо", .instrumental, .accusative)
    add("за", .instrumental, .accusative)
    add("о об обо", .prepositional, .accusative)
    add("при", .prepositional)
    add("в во на", .accusative, .prepositional)
    return table
  }()

  /// Words before "за" that ask for the accusative: платить, просить, замуж.
  static let forWhom = [
    "замуж", "плат", "заплат", "прос", "попрос", "мол", "боял", "боюсь", "боит", "волн", "пережив",
    "отвеч", "ответ", "руч", "поруч", "спасиб", "благодар", "извин", "отомст", "голос", "рад",
    "взял",
    "схват", "принял", "выда", "вышл", "выку", "деньг", "штраф", "наград", "тревог", "страх",
    "обид",
    "счита", "борол", "борьб",
  ]

  /// Whether a noun takes the name in the genitive: дом Кима, по словам Кима.
  static func isOwned(_ word: some StringProtocol) -> Bool {
    let word = word.lowercased()
    return owned.contains { stem in
      word.hasPrefix(stem) && nounEndings.contains(String(word.dropFirst(stem.count)))
    }
  }

  private static let nounEndings: Set<String> = [
    "", "а", "я", "у", "ю", "ом", "ем", "ём", "ой", "ей", "е", "и", "ы", "о", "ь", "ью", "ии", "ию",
    "ия",
    "ие", "ием", "иям", "иях", "ий", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев",
  ]

  private static let owned: [String] = """
    дом дома квартир комнат семь имен имя фамили рассказ показани слов слова мнени просьб жизн смерт
    гибел арест побег исчезновени похищени убийств казн допрос заключени освобождени увольнени
    телефон номер адрес письм паспорт документ фотографи фото портрет голос лиц рук ног глаз сердц
    тел могил похорон здоровь болезн состояни судьб истори дел обвинени приговор свидетельств
    родител дет ребят родственник товарищ помощ поддержк участи присутстви отсутстви возвращени
    приезд отъезд прибыти работ зарплат деньг долг вещ одежд сумк машин дневник запис сообщени
    защит безопасност родин дат мест рожден рождени ответ вопрос подпис показан доверенност вин
    имуществ счёт счет заявлени жалоб отказ согласи мысл взгляд семейств возраст приказ распоряжени
    начальств
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// The case of the object, for a verb that is known; `nil` for other words.
  static func object(of word: some StringProtocol) -> RussianCase? {
    let word = word.lowercased()
    guard isVerbal(word) else { return nil }
    if datives.contains(where: word.hasPrefix) { return .dative }
    if accusatives.contains(where: word.hasPrefix) { return .accusative }
    if instrumentals.contains(where: word.hasPrefix) { return .instrumental }
    return nil
  }

  /// Whether a word ends like a verb.
  static func isVerbal(_ word: some StringProtocol) -> Bool {
    word.count > 2
      && [
        "ть", "ти", "чь", "л", "ла", "ло", "ли", "ю", "у", "ет", "ит", "ёт", "ем", "им", "ют", "ут",
        "ят", "ат", "ешь", "ишь",
      ].contains(where: word.hasSuffix)
  }

  /// Whether a name in the singular cannot be the subject of this form: "арестовали Кима".
  static func needsObject(_ word: some StringProtocol) -> Bool {
    let word = word.lowercased()
    return [
      "ть", "ти", "чь", "ли", "ют", "ут", "ят", "ат", "ю", "ешь", "ишь", "ем", "им", "жу", "шу",
    ]
    .contains(where: word.hasSuffix)
  }

  private static let datives = list(
    """
    сказа говор рассказ расскаж позвон звон написа отда переда помог помоч помож помога ответ отвеч
    верю верил веришь верит поверил поверит велел веле приказ приказыва разреш запрет объясн показа
    подар сообщ заплат принес принёс принест купил куп обеща угрож пригроз завид сочувств меша
    помеш посовет совет предлож напомн доверя призна прода послуж передам передай дал дала дали дать
    дадут
    """)
  private static let accusatives = list(
    """
    виде увиде увид виж встрет встреч зна узна спрос спраш арест увез увёз увел увёл уби убью забра
    забер допро допраш наш найти найд наход иска ищ жда жду ждут ожида люби любл полюб слыш услыш
    спас привел привёл приведут привести посла пошл отправ изби избива казн расстрел похорон уволи
    уволь обвин посет навест замет застав попрос проси назнач взял взять возьм выдал выдать выдад
    вызва вызов пойма лов схват задерж посад осуд освобод отпуст отпусти перевез перевёз прята спрят
    пыта муч благодар поблагодар помн вспомн забы представ провод сопровожд наня нанял леч вылеч корм
    содерж охраня обыск разыск потеря опозна ненавид презира уважа вербова завербова
    """)
  private static let instrumentals = list("руковод командова интересова гордил гордит")

  private static func list(_ words: String) -> [String] {
    words.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Words that are the subject themselves, after which a name is no subject.
  static let subjects: Set<String> = [
    "я", "ты", "он", "она", "мы", "вы", "они", "кто", "никто", "кто-то", "который", "которая",
    "которые",
    "все", "каждый", "сам", "сама",
  ]

  /// Pronouns after which a noun of kin names the person himself: мой отец Ким.
  static func isPossessive(_ word: some StringProtocol) -> Bool {
    possessives.contains(word.lowercased())
  }

  private static let possessives: Set<String> = {
    var words: Set<String> = ["его", "её", "ее", "их"]
    for stem in ["мо", "тво", "сво"] {
      for end in ["й", "я", "его", "ей", "ему", "ю", "им", "ём", "ем"] { words.insert(stem + end) }
    }
    for stem in ["наш", "ваш"] {
      for end in ["", "а", "его", "ей", "ему", "у", "им", "ем"] { words.insert(stem + end) }
    }
    return words
  }()

  /// The cases that an adjective or pronoun before the name shows; `nil` for other words.
  static func agreeing(_ word: some StringProtocol) -> RussianCases? {
    let word = word.lowercased()
    if isPossessive(word), !["его", "её", "ее", "их"].contains(word) {
      if word.hasSuffix("его") { return [.genitive, .accusative] }
      if word.hasSuffix("ему") { return .dative }
      if word.hasSuffix("им") { return .instrumental }
      if word.hasSuffix("ём") || word.hasSuffix("ем") { return .prepositional }
      if word.hasSuffix("ю") || word.hasSuffix("у") { return .accusative }
      if word.hasSuffix("ей") { return [.genitive, .dative, .instrumental, .prepositional] }
      return .nominative
    }
    guard word.count > 4, !adverbs.contains(word) else { return nil }
    for (ending, cases) in [
      ("ого", [.genitive, .accusative]), ("его", [.genitive, .accusative]), ("ому", .dative),
      ("ему", .dative), ("ым", .instrumental), ("ую", .accusative), ("юю", .accusative),
      ("ый", .nominative), ("ая", .nominative),
    ] as [(String, RussianCases)] where word.hasSuffix(ending) {
      return cases
    }
    return nil
  }

  private static let adverbs: Set<String> = [
    "сегодня", "много", "немного", "никого", "ничего", "никому", "потому", "поэтому", "почему",
    "кому-то",
    "кого-то", "всего", "отчего", "какого", "какому", "первым", "некого", "некому", "одного",
    "сего",
  ]
}
