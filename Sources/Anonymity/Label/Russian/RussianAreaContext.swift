/// The case of a place, where its form and the words before it leave no doubt.
struct RussianAreaContext {
  let preceding: Preceding
  let form: RussianCases
  /// Of the area: cases that look alike need not be told apart.
  let forms: Paradigm

  var found: RussianCase? {
    if preceding.isAtSentenceStart { return form.has(.nominative) ? .nominative : single(form) }
    guard let word = preceding.lastWord else { return single(form.subtracting(.prepositional)) }
    if let asked = RussianGovernment.cases(after: word) {
      let cases = asked.reduce(into: RussianCases()) { $0.insert(.init($1)) }
      let both = form.intersection(cases)
      return single(both) ?? byVerb(word.lowercased(), both)
    }
    // What agrees with the town would not agree with the area.
    if RussianGovernment.agreeing(word) != nil || RussianGovernment.isPossessive(word) {
      return nil
    }
    let free = form.subtracting(.prepositional)
    if let sure = single(free) { return sure }
    if Self.isOwned(word), free.has(.genitive) { return .genitive }
    if Self.leaving.contains(where: word.lowercased().hasPrefix), free.has(.accusative) {
      return .accusative
    }
    return nil
  }

  /// The only case of these, or one of several that look alike.
  private func single(_ cases: RussianCases) -> RussianCase? {
    let all = RussianCase.allCases.filter { $0 != .longInstrumental && cases.has($0) }
    guard let first = all.first, all.allSatisfy({ forms[$0] == forms[first] }) else { return nil }
    return first
  }

  /// "в" and "на" say where or whereto, "с" says with what or from where: what is done tells.
  private func byVerb(_ preposition: String, _ cases: RussianCases) -> RussianCase? {
    var rest = preceding
    for _ in 0..<5 {
      rest.swallowLastWord()
      guard !rest.isAtSentenceStart, let word = rest.lastWord?.lowercased() else { return nil }
      let isMoving = Self.moving.contains(where: word.hasPrefix)
      let isStaying = !isMoving && Self.staying.contains(where: word.hasPrefix)
      switch preposition {
      case "в", "во", "на":
        if isMoving { return cases.has(.accusative) ? .accusative : nil }
        if isStaying { return cases.has(.prepositional) ? .prepositional : nil }
      case "с", "со":
        if isMoving { return cases.has(.genitive) ? .genitive : nil }
        if Self.beside.contains(where: word.hasPrefix) {
          return cases.has(.instrumental) ? .instrumental : nil
        }
      case "о", "об", "обо": return cases.has(.prepositional) ? .prepositional : nil
      default: return nil
      }
    }
    return nil
  }

  private static func isOwned(_ word: Substring) -> Bool {
    let word = word.lowercased()
    return RussianGovernment.isOwned(word) || parts.contains(where: word.hasPrefix)
  }

  private static let parts = list(
    """
    жител улиц окраин центр пригород порт власт город район север юг восток запад населени полици
    границ дорог вокзал аэропорт рынк рынок завод окрестност университет
    """)
  private static let leaving = list(
    "покин покид посети посеща знал знает пересек пересёк минова проеха")
  private static let moving = list(
    """
    поех уех приех переех заех въех выех доех ехать ехал едет едут еду езди верн возвращ возврат отправ
    послал посыла прибы прилет улет лете полете вылет приплы плыл бежал сбежал убежал добра перебра
    направ пришл пришел пришёл шел шёл шла шли ушел ушёл ушла ушли попал попаст вывез вывоз привез
    привёз привоз увез увёз повез перевез перевёз перевел перевод завез ввез ввоз въезд выезд поездк
    дорог путь билет рейс поезд командиров сосла ссылк депорт высла переброс достав звони позвони
    экспорт поставк мигрир эмигр иммигр пригласи переш переход
    """)
  private static let staying = list(
    """
    жил жив жит прожи прожив рабо труд был есть буду наход роди учил учёб учеб учит служ оста умер
    сидел сидит встре строи строй стройк завод фабрик скрыв прята ночева провел провёл познаком лагер
    тюрьм посольств консульств магазин рынк рынок общежит больниц школ офис верф порт квартир
    арестов задерж убит погиб похорон происход произош случи видел купи продава снял снима
    бригад компани фирм лесозагот
    """)
  private static let beside = list("границ граничи рядом вместе связ торг сравнен сосед отношен")

  private static func list(_ words: String) -> [String] {
    words.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
