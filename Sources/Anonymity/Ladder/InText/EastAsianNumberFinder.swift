/// Ages, sums, durations and numbers of people in Korean, Chinese and Japanese prose. The number
/// alone changes, and a Korean particle where the words before it change.
enum EastAsianNumberFinder {
  static func find(_ text: LadderText, _ at: Int, _ rules: QuantityRules) -> Spotted? {
    guard let number = number(text, at) else { return nil }
    let unit = text.skip(number.range.upperBound)
    guard unit - number.range.upperBound <= 1 else { return nil }
    return age(text, number, unit, rules.age.level) ?? bracketed(text, number, rules.age.level)
      ?? money(text, number, unit, rules.money.level)
      ?? duration(text, number, unit, rules.duration.level)
      ?? people(text, number, unit, rules.count.level)
      ?? PeopleCounts.korean(text, number, rules)
  }

  private static func number(_ text: LadderText, _ at: Int) -> LadderText.Number? {
    guard let number = text.number(at: at) ?? syllable(text, at) else { return nil }
    if text.kind(at) == .hangul, text.kind(at - 1) == .hangul || text.kind(at - 1) == .digit {
      return nil
    }
    if EastAsianDateFinder.isNumeral(text, at) || text.kind(at) == .han {
      if EastAsianDateFinder.isNumeral(text, at - 1) || text[at - 1] == "第"
        || text.kind(at - 1) == .digit
      {
        return nil
      }
    }
    if number.isDigits {
      if text.kind(at - 1) == .digit || text[at - 1] == "제" || text[at - 1] == "第" { return nil }
      if ".:-/,".contains(text[at - 1]), text.kind(at - 2) == .digit { return nil }
      if text.kind(at - 1) == .latinLower || text.kind(at - 1) == .latinUpper { return nil }
    } else if text.kind(at) == .latinLower || text.kind(at) == .cyrillicLower
      || text.kind(at) == .latinUpper || text.kind(at) == .cyrillicUpper
    {
      return nil
    }
    return decimal(text, number) ?? number
  }

  /// 1.5만, 1.5억: figures behind a point, before a large unit.
  private static func decimal(
    _ text: LadderText, _ number: LadderText.Number
  ) -> LadderText.Number? {
    let point = number.range.upperBound
    guard number.isDigits, text[point] == ".", let rest = text.number(at: point + 1), rest.isDigits
    else { return nil }
    var figures = 0
    while text.kind(point + 1 + figures) == .digit { figures += 1 }
    guard figures <= 2, figures < rest.range.count else { return nil }
    var scale = 1
    for _ in 0..<figures { scale *= 10 }
    let own = text.string(point + 1..<point + 1 + figures)
    guard let share = Int(own), share > 0 else { return nil }
    let factor = rest.value / share
    guard number.value < 1_000_000_000_000 / factor else { return nil }
    return .init(
      value: number.value * factor + share * factor / scale,
      range: number.range.lowerBound..<rest.range.upperBound, isDigits: true)
  }

  /// 삼 년, 이 개월: one syllable and a space is a number before a unit only.
  private static func syllable(_ text: LadderText, _ at: Int) -> LadderText.Number? {
    guard text.kind(at) == .hangul, text.kind(at + 1) == .space,
      text.end(ofAny: ["년", "개월", "주일"], at: at + 2) != nil,
      let value = ["일", "이", "삼", "사", "오", "육", "칠", "팔", "구"].firstIndex(of: String(text[at]))
    else { return nil }
    return .init(value: value + 1, range: at..<at + 1, isDigits: false)
  }

  private static func language(_ text: LadderText, _ unit: Int) -> Language {
    if text.kind(unit) == .hangul { return .ko }
    if text.language == .ja { return .ja }
    return text.lineLanguage(unit..<unit + 1) == .ja ? .ja : .zh
  }

  /// Where a word for "about" begins that stands before.
  private static func start(_ text: LadderText, _ at: Int) -> Int {
    let last = text.kind(at - 1) == .space ? at - 1 : at
    for word in ["대략 ", "약", "대략", "만", "大约", "约", "約", "おおよそ", "およそ"] {
      let begin = last - word.count
      if begin >= text.floor, text.end(of: word, at: begin) == last,
        word != "만" || last < at && !text.kind(begin - 1).isWord
      {
        return begin
      }
    }
    return at
  }

  /// A Korean word with its particle made anew.
  private static func korean(
    _ kind: QuantityKind, _ range: Range<Int>, _ core: Range<Int>, _ words: String,
    _ text: LadderText
  ) -> Spotted? {
    let run = text.word(at: range.upperBound)
    let tail = text.string(run)
    if run.isEmpty { return Spotted(kind, range, core: core, words, .ko) }
    guard KoreanGrammar.isTail(tail) else { return nil }
    return Spotted(
      kind, range.lowerBound..<run.upperBound, core: core,
      words + KoreanGrammar.fit(tail: tail, to: words), .ko)
  }

  // MARK: Ages

  private static func age(
    _ text: LadderText, _ number: LadderText.Number, _ unit: Int, _ level: AgeLevel?
  ) -> Spotted? {
    guard (0...120).contains(number.value),
      text.end(of: "세기", at: unit) == nil,
      let sign = text.end(ofAny: ["살", "세", "周岁", "岁", "歲", "歳", "才"], at: unit)
    else { return nil }
    let language = language(text, unit)
    if sign.text == "才", !number.isDigits || language != .ja { return nil }
    if sign.text == "세",
      !number.isDigits && text.kind(number.range.lowerBound) == .hangul && number.range.count < 2
    {
      return nil
    }
    let core = number.range.lowerBound..<sign.end
    let first = start(text, number.range.lowerBound)
    // A generation of emigrants.
    if sign.text == "세", number.value <= 5, text.wordBefore(number.range.lowerBound) != nil {
      return Spotted(staying: .age, core)
    }
    if language == .ko {
      let run = text.word(at: sign.end)
      if !run.isEmpty, !KoreanGrammar.isTail(text.string(run)) {
        return sign.text == "세" || text.end(ofAny: ["기", "림"], at: sign.end) != nil
          ? nil : Spotted(.age, core, nil, .ko)
      }
    } else if "月数數首末".contains(text[sign.end]) {
      return nil
    }
    guard let level else { return Spotted(.age, core, nil, language) }
    let range = first..<sign.end
    let age = number.value
    let stage = age < 13 ? 0 : age < 20 ? 1 : age < 40 ? 2 : age < 60 ? 3 : 4
    switch language {
    case .ko:
      let words =
        level == .stage
        ? ["어린 나이", "청소년기", "청년기", "중년", "노년"][stage]
        : age < 10 ? "어린 나이" : age >= 90 ? "90세 이상" : "\(age / 10 * 10)대"
      return korean(.age, range, core, words, text) ?? Spotted(.age, core, nil, .ko)
    case .ja:
      let words =
        level == .stage
        ? ["子供", "十代の若者", "若者", "中年", "高齢者"][stage]
        : age < 10 ? "10歳未満" : age >= 90 ? "90歳以上" : "\(age / 10 * 10)代"
      return Spotted(.age, range, core: core, words, .ja)
    default:
      let words =
        level == .stage
        ? ["年幼", "年少", "年轻", "中年", "年老"][stage] : AgeLadder.write(age, at: .decade, in: .zh)
      return Spotted(.age, range, core: core, words, .zh)
    }
  }

  /// 최 모(41)씨.
  private static func bracketed(
    _ text: LadderText, _ number: LadderText.Number, _ level: AgeLevel?
  ) -> Spotted? {
    let core = number.range
    guard number.isDigits, (10...99).contains(number.value), text[core.lowerBound - 1] == "(",
      text[core.upperBound] == ")", text.kind(core.lowerBound - 2) == .hangul
    else { return nil }
    let next = text.skip(core.upperBound + 1)
    guard "씨모군양".contains(text[core.lowerBound - 2]) || "씨군양님".contains(text[next]) else {
      return nil
    }
    guard let level else { return Spotted(.age, core, nil, .ko) }
    let words =
      level == .decade
      ? "\(number.value / 10 * 10)대" : AgeLadder.write(number.value, at: level, in: .ko)
    return Spotted(.age, core, words, .ko)
  }

  // MARK: Money

  private static func money(
    _ text: LadderText, _ number: LadderText.Number, _ unit: Int, _ level: QuantityLevel?
  ) -> Spotted? {
    let signs = [
      "위안", "달러", "딸라", "루블", "유로", "엔", "원", "美元", "美金", "欧元", "卢布", "日元", "韩元",
      "人民币", "块钱", "元", "块", "円", "ドル", "ウォン", "ルーブル", "ユーロ",
    ]
    guard let sign = text.end(ofAny: signs, at: unit) else { return nil }
    if sign.text == "块", !"。，、！？\n多左".contains(text[sign.end]) { return nil }
    if sign.text == "元", "月旦素首帅".contains(text[sign.end]) { return nil }
    let language = language(text, unit)
    if language == .ko, text.kind(sign.end) == .hangul,
      !KoreanGrammar.isTail(text.wordString(at: sign.end)),
      text.end(ofAny: ["씩", "짜리", "어치"], at: sign.end) == nil
    {
      return nil
    }
    let core = number.range.lowerBound..<sign.end
    guard let level else { return Spotted(.money, core, nil, language) }
    if number.value <= 1 { return Spotted(staying: .money, core) }
    return reworded(.money, text, number, unit, core, language, level, NumberWriter(number.value))
  }

  /// The number alone: about so many, or how many figures it has.
  private static func reworded(
    _ kind: QuantityKind, _ text: LadderText, _ number: LadderText.Number, _ unit: Int,
    _ core: Range<Int>, _ language: Language, _ level: QuantityLevel, _ rounded: NumberWriter
  ) -> Spotted {
    let isHan = text.kind(number.range.lowerBound) == .han
    let space = language == .ko ? " " : ""
    // "About seven" for seven would tell no less.
    if level == .vague || kind != .money && number.value < 10 {
      let few = kind == .duration && number.value > 10
      let words =
        few
        ? (language == .ko ? "십여" : language == .zh ? "十多" : "十数")
        : Magnitude(of: number.value, language: language).words
      return Spotted(
        kind, start(text, number.range.lowerBound)..<unit, core: core, words + space, language)
    }
    let digits = language == .ko ? rounded.korean() : isHan ? rounded.han() : "\(rounded.value)"
    let about = language == .ko ? "약 " : language == .zh ? "约" : "約"
    let gap =
      language == .ko && (kind == .count || !number.isDigits)
      ? "" : text.original(number.range.upperBound..<unit)
    return Spotted(
      kind, start(text, number.range.lowerBound)..<unit, core: core, about + digits + gap, language)
  }

  // MARK: Durations

  private static func duration(
    _ text: LadderText, _ number: LadderText.Number, _ unit: Int, _ level: QuantityLevel?
  ) -> Spotted? {
    let signs = [
      "개월", "달", "년", "주일", "주", "해", "일", "个月", "个星期", "个礼拜", "星期", "年間", "週間", "日間",
      "か月", "ヶ月", "カ月", "ヵ月", "年", "天", "周",
    ]
    guard let sign = text.end(ofAny: signs, at: unit), number.value < 100 else { return nil }
    let language = language(text, unit)
    let core = number.range.lowerBound..<sign.end
    if language == .ko {
      let tail = text.wordString(at: sign.end)
      let next = text.wordString(at: text.skip(sign.end))
      let follows = ["동안", "간", "만에", "뒤", "후", "전", "째", "넘게", "이상", "가까이", "정도", "형", "치", "반"]
      let isSpan = follows.contains { tail.hasPrefix($0) || tail.isEmpty && next.hasPrefix($0) }
      // 9일 and 3해 may be a day and the sea.
      if ["일", "해", "주"].contains(sign.text), !isSpan { return nil }
      if sign.text == "년",
        isYear(text, sign.end) || ["도", "생", "대", "식"].contains(where: { tail.hasPrefix($0) })
      {
        return nil
      }
      if !tail.isEmpty, !isSpan, !KoreanGrammar.isTail(tail) { return nil }
    } else {
      // 八三年 is a year.
      if sign.text == "年",
        SaidYear.isFigures(text, number.range) || text.kind(sign.end) == .digit
          || EastAsianDateFinder.isNumeral(text, sign.end)
          || "级代底初月末生度目".contains(text[sign.end])
      {
        return nil
      }
      if sign.text == "周", language == .ja || "岁年".contains(text[sign.end]) { return nil }
    }
    guard let level else { return Spotted(.duration, core, nil, language) }
    if number.value <= 1 { return Spotted(staying: .duration, core) }
    return reworded(
      .duration, text, number, unit, core, language, level, NumberWriter(number.value))
  }

  /// A month follows: 87년 5월.
  private static func isYear(_ text: LadderText, _ end: Int) -> Bool {
    guard let next = text.smallNumber(at: text.skip(end)) else { return false }
    return text[text.skip(next.range.upperBound)] == "월"
  }

  // MARK: People

  private static func people(
    _ text: LadderText, _ number: LadderText.Number, _ unit: Int, _ level: QuantityLevel?
  ) -> Spotted? {
    guard number.value > 1,
      let sign = text.end(ofAny: ["명", "사람", "분", "个", "個", "名", "位", "人"], at: unit)
    else { return nil }
    let language = language(text, unit)
    switch sign.text {
    case "명", "사람", "분":
      let tail = text.wordString(at: sign.end)
      guard KoreanGrammar.isTail(tail) || ["쯤", "정도", "가량", "이서"].contains(tail) else { return nil }
      // 분 counts minutes after figures.
      if sign.text == "분", number.isDigits || number.value > 20 { return nil }
    case "个", "個":
      let rest = text.string(sign.end..<min(text.count, sign.end + 8))
      if ["钟头", "小时", "月", "星期", "礼拜"].contains(where: { rest.hasPrefix($0) }) { return nil }
      guard
        chinesePeople.contains(where: {
          rest.prefix(while: { !"，。、；：！？\n".contains($0) }).contains($0)
        })
      else { return nil }
    default:
      if "目間间前様称".contains(text[sign.end])
        && !(sign.text == "人" && text[sign.end] == "前" && language == .zh)
      {
        return nil
      }
    }
    let core = number.range
    guard let level else { return Spotted(.count, core, nil, language) }
    return reworded(.count, text, number, unit, core, language, level, NumberWriter(number.value))
  }

  private static let chinesePeople = [
    "人", "工", "姑娘", "妇女", "孩子", "学生", "士兵", "服务员", "同事", "干部", "难民", "囚犯", "商人",
    "护士", "厨师", "男", "女", "朋友", "同伴", "警察", "军官",
  ]
}
