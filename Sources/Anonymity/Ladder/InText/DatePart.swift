/// A part of a month before or behind its name, which tells nearly the day: early April, в середине
/// февраля, 6월 초, 月底.
enum DatePart {
  // MARK: English

  /// "Mid-", "early", "the end of", "the last week of", "late in": from where on it belongs to the
  /// month or season at a unit; `nil` where none stands there.
  static func english(_ text: LadderText, before at: Int) -> Int? {
    if text[at - 1] == "-", let word = text.wordBefore(at - 1), text.string(word) == "mid" {
      return word.lowerBound
    }
    guard let word = text.wordBefore(at) else { return nil }
    switch text.string(word) {
    case "early", "mid", "late": return word.lowerBound
    case "in":
      guard let part = text.wordBefore(word.lowerBound),
        ["early", "late", "midway"].contains(text.string(part))
      else { return nil }
      return part.lowerBound
    case "of": return englishOf(text, word.lowerBound)
    default: return nil
    }
  }

  private static func englishOf(_ text: LadderText, _ of: Int) -> Int? {
    guard var first = text.wordBefore(of) else { return nil }
    let noun = text.string(first)
    if stretches.contains(noun) {
      guard let which = text.wordBefore(first.lowerBound), order.contains(text.string(which)) else {
        return nil
      }
      first = which
      // "The last few days", "the first two weeks".
      while let more = text.wordBefore(first.lowerBound), order.contains(text.string(more)) {
        first = more
      }
    } else if !places.contains(noun) {
      return nil
    }
    while let word = text.wordBefore(first.lowerBound),
      ["the", "very"].contains(text.string(word))
    {
      first = word
    }
    return first.lowerBound
  }

  private static let places: Set<String> = ["beginning", "start", "end", "middle", "close"]
  private static let stretches: Set<String> = ["week", "weeks", "days", "half", "weekend", "third"]
  private static let order: Set<String> = [
    "first", "second", "third", "fourth", "last", "early", "final", "closing", "opening", "few",
    "two", "three", "next", "latter",
  ]

  // MARK: Russian

  /// "В середине", "в первых числах": from the noun on (with its adjective); `nil` where none stands.
  static func russian(_ text: LadderText, before at: Int) -> Int? {
    guard let noun = text.wordBefore(at) else { return nil }
    let word = text.string(noun)
    if ["начал", "середин", "кон"].contains(where: { word.hasPrefix($0) }),
      russianNouns.contains(word)
    {
      return noun.lowerBound
    }
    guard ["числах", "числа", "половине", "половины", "неделе", "недели", "декаде"].contains(word),
      let which = text.wordBefore(noun.lowerBound),
      ["перв", "втор", "трет", "четв", "послед"].contains(where: {
        text.string(which).hasPrefix($0)
      })
    else { return nil }
    return which.lowerBound
  }

  private static let russianNouns: Set<String> = [
    "начало", "начала", "началу", "начале", "середина", "середины", "середине", "середину", "конец",
    "конца", "концу", "конце",
  ]

  // MARK: Korean, Chinese, Japanese

  /// 초, 중순, 下旬, 底 behind a month that ends at a unit: where it ends.
  static func eastAsian(_ text: LadderText, after end: Int, _ language: Language) -> Int? {
    guard language == .ko else {
      guard
        let part = text.end(
          ofAny: ["上旬", "中旬", "下旬", "初旬", "初め", "半ば", "月底", "初", "底", "末"], at: end)
      else { return nil }
      return part.text == "初" && "中めて".contains(text[part.end]) ? nil : part.end
    }
    let at = text.skip(end)
    guard let part = text.end(ofAny: koreanParts, at: at) else { return nil }
    let rest = text.wordString(at: part.end)
    let isTail =
      rest.isEmpty || KoreanGrammar.isTail(rest)
      || ["경", "쯤", "께", "무렵"].contains { rest.hasPrefix($0) }
    return isTail ? part.end : nil
  }

  private static let koreanParts = [
    "초순", "상순", "중순", "하순", "초반", "중반", "하반", "초", "말", "첫째 주", "첫 주", "둘째 주", "셋째 주",
    "넷째 주", "마지막 주",
  ]
}
