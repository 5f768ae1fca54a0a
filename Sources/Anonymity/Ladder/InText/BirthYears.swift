/// Years of birth, which are ages: 1985년생, 1985年生, 1985 года рождения, born in 1985, also in words. They
/// are told by their decade where ages are.
enum BirthYears {
  /// A year, with a month and day where they follow, that a word for birth makes one of birth.
  static func find(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    guard rules.age != .keep else { return nil }
    switch text.kind(at) {
    case .digit:
      guard text.kind(at - 1) != .digit, let year = year(text, at) else { return nil }
      return russian(text, year, rules) ?? eastAsian(text, year, rules)
    case .cyrillicLower, .cyrillicUpper:
      guard !text.kind(at - 1).isWord, let year = RussianOrdinal.year(text, at) else { return nil }
      return russian(
        text, .init(value: year.value, range: at..<year.end, isDigits: false), rules)
    default:
      guard let year = SaidYear.read(text, at) else { return nil }
      return eastAsian(text, year, rules)
    }
  }

  /// Four figures, or two of the last century.
  private static func year(_ text: LadderText, _ at: Int) -> LadderText.Number? {
    if let year = text.year(at: at) { return year }
    guard let short = text.smallNumber(at: at), short.range.count == 2, short.value >= 20 else {
      return nil
    }
    return short
  }

  private static func russian(
    _ text: LadderText, _ year: LadderText.Number, _ rules: QuantityRules
  ) -> Spotted? {
    var end = text.skip(year.range.upperBound)
    // Родился в 1985 году.
    if let unit = text.end(ofAny: ["году", "г."], at: end),
      let lead = text.wordBefore(year.range.lowerBound),
      text.string(lead) == "в", text.stringBefore(lead.lowerBound).hasPrefix("родил")
    {
      let core = year.range.lowerBound..<unit.end
      let words = rules.age.level == nil ? nil : "\(year.value / 10 * 10)-х годах"
      return Spotted(.age, core, words, .ru)
    }
    // Родился в шестьдесят четвёртом.
    if !year.isDigits, ["ом", "ем"].contains(where: { text.string(year.range).hasSuffix($0) }),
      let lead = text.wordBefore(year.range.lowerBound), text.string(lead) == "в",
      text.stringBefore(lead.lowerBound).hasPrefix("родил")
    {
      let words = rules.age.level == nil ? nil : "\(year.value / 10 * 10)-х годах"
      return Spotted(.age, year.range, words, .ru)
    }
    guard let unit = text.end(ofAny: ["года", "г.", "г"], at: end) else { return nil }
    end = text.skip(unit.end)
    let core = year.range.lowerBound..<unit.end
    if text.wordString(at: end) == "р", unit.text != "года",
      let short = text.end(ofAny: ["р.", "р"], at: end)
    {
      // 1968 г. р.
      let words = rules.age.level == nil ? nil : "\(year.value / 10 * 10)-х годов рождения"
      return Spotted(.age, year.range.lowerBound..<short.end, words, .ru)
    }
    guard text.wordString(at: end).hasPrefix("рожд") else { return nil }
    guard rules.age.level != nil else { return Spotted(.age, core, nil, .ru) }
    return Spotted(.age, core, "\(year.value / 10 * 10)-х годов", .ru)
  }

  private static func eastAsian(
    _ text: LadderText, _ year: LadderText.Number, _ rules: QuantityRules
  ) -> Spotted? {
    guard let sign = text.end(ofAny: ["년", "年"], at: year.range.upperBound) else { return nil }
    let isKorean = sign.text == "년"
    let decade = "\(year.value / 10 * 10)" + (isKorean ? "년대" : "年代")
    // 1985년생, 1985年生まれ.
    var end = sign.end
    if !isBirth(text, end, isKorean) {
      while let part = part(text, end, isKorean) { end = part }
      let particle = isKorean && text[end] == "에" ? end + 1 : end
      let verb = text.skip(particle)
      guard
        isKorean
          ? text.end(ofAny: ["태어", "출생"], at: verb) != nil
          : isBirth(text, verb, isKorean) || end == sign.end && isClass(text, year, sign.end)
      else { return nil }
    }
    let core = year.range.lowerBound..<end
    let language: Language =
      isKorean ? .ko : text.language == .ja || text.lineLanguage(core) == .ja ? .ja : .zh
    return Spotted(.age, core, rules.age.level == nil ? nil : decade, language)
  }

  /// 생, 出生, 生まれ; but 50年生活 is a life and 20년생 소나무 a tree.
  private static func isBirth(_ text: LadderText, _ at: Int, _ isKorean: Bool) -> Bool {
    if text.end(of: "出生", at: at) != nil { return true }
    guard let end = text.end(of: isKorean ? "생" : "生", at: at) else { return false }
    if isKorean {
      let next = text.skip(end)
      return next == end || text.kind(next) != .hangul || text.year(at: at - 5) != nil
        || !isPlant(text.wordString(at: next))
    }
    return !text.kind(end).isWord || text.end(ofAny: ["人", "于", "まれ"], at: end) != nil
  }

  private static func isPlant(_ word: String) -> Bool {
    word.contains("나무")
      || ["인삼", "산삼", "홍삼", "도라지", "더덕", "고목", "묘목", "소 "].contains {
        word.hasPrefix($0)
      }
  }

  /// 我是八三年的: of that year.
  private static func isClass(_ text: LadderText, _ year: LadderText.Number, _ end: Int) -> Bool {
    guard text[end] == "的", !text.kind(end + 1).isWord else { return false }
    let start = year.range.lowerBound
    return ["是", "属", "屬"].contains(text[start - 1])
  }

  /// Past 7월, 9日.
  private static func part(_ text: LadderText, _ end: Int, _ isKorean: Bool) -> Int? {
    guard let number = text.smallNumber(at: text.skip(end)) else { return nil }
    return text.end(
      ofAny: isKorean ? ["월", "일"] : ["月", "日", "号"], at: number.range.upperBound)?.end
  }

  /// How coarse a date is told that an age could be counted from: "born on 9 May 1985".
  static func level(
    _ text: LadderText, before start: Int, _ level: DateLevel, _ rules: QuantityRules
  ) -> DateLevel {
    guard rules.age.level != nil, var word = text.wordBefore(start) else { return level }
    if ["in", "on", "в", "the"].contains(text.string(word)) {
      guard let before = text.wordBefore(word.lowerBound) else { return level }
      word = before
    }
    let string = text.string(word)
    return string == "born" || string.hasPrefix("родил") ? .decade : level
  }
}
