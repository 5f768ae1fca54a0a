/// What is told of a time before, after or until which something was. "After April" would be false
/// of what came after a day of it, so the words speak of some day: after a day in April.
enum DateBound {
  /// What the day, the month or the year of a date is one of.
  private enum Unit: Int { case day, month, year }

  private static func unit(_ date: ToldDate) -> Unit {
    date.day != nil || date.isPart ? .day : date.month != nil || date.season != nil ? .month : .year
  }

  /// "A day in April 2024", 4월 어느 날, 4月的某一天; for Russian see ``russian(_:_:)``.
  static func words(_ coarse: CoarseDate, of date: ToldDate, in language: Language) -> String {
    let noun = coarse.text(in: language, isWhen: false)
    let index = unit(date).rawValue
    switch language {
    case .ko: return noun + [" 어느 날", " 어느 달", " 어느 해"][index]
    case .zh: return noun + ["的某一天", "的某个月", "的某一年"][index]
    case .ja: return noun + ["のある日", "のある月", "のある年"][index]
    default: return ["a day in ", "a month in ", "a year in "][index] + noun
    }
  }

  /// "Одного из дней апреля 2024 года", in the case that a preposition asks for.
  static func russian(
    _ coarse: CoarseDate, of date: ToldDate, _ form: RussianDateFinder.Form, isInstrumental: Bool
  ) -> String {
    let one =
      switch form {
      case .dative: "одному"
      case .accusative: "один"
      default: isInstrumental ? "одним" : "одного"
      }
    // A decade is years already: одного из 1990-х годов.
    let isYear = unit(date) == .year
    return one + (isYear ? " из " : [" из дней ", " из месяцев "][unit(date).rawValue])
      + RussianDateFinder.phrase(coarse, .genitive)
  }

  /// After these a date is a bound.
  static let english: Set<String> = [
    "before", "after", "since", "until", "till", "by", "from", "to", "than", "past", "following",
    "preceding", "through",
  ]

  /// "On the eve of", "two days short of".
  static func isEve(_ text: LadderText, of lead: Range<Int>) -> Bool {
    guard text.string(lead) == "of", let word = text.wordBefore(lead.lowerBound) else {
      return false
    }
    return ["eve", "short", "ahead", "morrow"].contains(text.string(word))
  }

  static let russian: Set<String> = [
    "с", "со", "до", "после", "около", "ранее", "раньше", "позднее", "позже", "накануне", "к", "ко",
    "перед", "по",
  ]

  /// Whether a Korean date is a bound by the particle or word behind it: 부터, 이후, 전에.
  static func isKorean(_ text: LadderText, _ end: Int) -> Bool {
    let run = text.word(at: end)
    let tail = text.string(run)
    if ["부터", "까지", "이후", "이전", "전에", "전까지"].contains(where: { tail.hasPrefix($0) }) {
      return true
    }
    guard run.isEmpty, text.skip(end) > end else { return false }
    let next = text.wordString(at: text.skip(end))
    return ["이후", "이전", "전날", "다음날", "이튿날", "후", "뒤", "전"].contains {
      next.hasPrefix($0) && (next == $0 || KoreanGrammar.isTail(next.dropFirst($0.count)))
    }
  }

  static func isHan(_ text: LadderText, _ end: Int) -> Bool {
    text.end(
      ofAny: [
        "以后", "以前", "以来", "以後", "以降", "之后", "之前", "前夕", "前后", "为止", "後に", "の前", "の後",
        "まで", "から", "前", "后", "起",
      ], at: end) != nil
  }
}
