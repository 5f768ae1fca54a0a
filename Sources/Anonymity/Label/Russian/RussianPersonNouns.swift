/// Nouns that may stand before a name as its apposition, in every case.
///
/// Three kinds, which read differently: a title is left out (господин Ким), an occupation names the
/// same person (рабочий Ким), and a word for kin names the same person only when something says so:
/// "мой отец Ким" is he, "отец Ким Чхоль Су" is the father of Kim.
enum RussianPersonNouns {
  enum Kind { case title, occupation, kin }

  /// What a form of such a noun can be.
  struct Reading {
    let kind: Kind
    var cases: RussianCases
    /// What the noun says of the person, if it is a word for kin that labels know.
    let relation: Relation?
  }

  /// What a word can be; `nil` for all other words.
  static func reading(_ word: some StringProtocol) -> Reading? {
    forms[word.lowercased().replacing("ё", with: "е")]
  }

  private static let forms: [String: Reading] = {
    var table: [String: Reading] = [:]
    for (kind, list) in [(Kind.title, titles), (.occupation, occupations), (.kin, kin)] {
      for word in list.split(whereSeparator: \.isWhitespace) {
        guard let paradigm = RussianPhrase.paradigm(String(word)) else {
          preconditionFailure("a listed noun that cannot be declined")
        }
        for c in RussianCase.allCases {
          let key = paradigm[c].replacing("ё", with: "е")
          let relation = kind == .kin ? Relation(word: String(word)) : nil
          table[key, default: Reading(kind: kind, cases: [], relation: relation)].cases
            .formUnion(RussianCases(c))
        }
      }
    }
    for (word, cases) in abbreviations {
      table[word] = Reading(kind: .title, cases: cases, relation: nil)
    }
    return table
  }()

  private static let titles = """
    господин госпожа товарищ гражданин гражданка мистер миссис мисс капитан майор полковник
    подполковник генерал лейтенант сержант ефрейтор рядовой профессор доктор пастор бригадир директор
    председатель министр президент
    """

  private static let occupations = """
    перебежчик перебежчица беженец беженка рабочий рабочая работник работница свидетель
    свидетельница источник собеседник собеседница чиновник торговец переводчик переводчица врач
    учитель учительница студент студентка солдат офицер водитель шофёр инженер журналист журналистка
    менеджер управляющий прораб строитель сварщик повар охранник надзиратель следователь
    полицейский осуждённый заключённый пленный мужчина женщина юноша девушка человек подросток парень
    мальчик девочка начальник руководитель мастер фермер рыбак моряк лесоруб кореец кореянка китаец
    китаянка гость активист активистка правозащитник правозащитница монах
    """

  private static let kin = """
    отец мать сын дочь брат сестра дедушка бабушка дед внук внучка дядя тётя муж жена супруг супруга
    племянник племянница зять невестка тесть тёща свекровь друг подруга знакомый знакомая сосед
    соседка коллега родственник родственница однокурсник однокурсница одноклассник одноклассница
    земляк приятель невеста жених партнёр ребёнок вдова сирота папа мама
    """

  private static let abbreviations: [String: RussianCases] = [
    "г-н": .nominative, "г-на": [.genitive, .accusative], "г-ну": .dative, "г-ном": .instrumental,
    "г-не": .prepositional, "г-жа": .nominative, "г-жи": .genitive,
    "г-же": [.dative, .prepositional],
    "г-жу": .accusative, "г-жой": .instrumental, "г-жей": .instrumental, "тов.": .all, "т.": .all,
    "гр.": .all, "г.": .all, "проф.": .all, "д-р": .nominative, "д-ра": [.genitive, .accusative],
    "д-ру": .dative, "д-ром": .instrumental,
  ]
}
