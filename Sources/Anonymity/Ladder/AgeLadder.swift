/// How coarse an age is told.
public enum AgeLevel: Int, CaseIterable, Comparable, Codable, Sendable {
  /// Thirties, 삼십대.
  case decade
  /// A child, a young adult, middle-aged, elderly.
  case stage

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Tells an age more coarsely: 34, thirties, a young adult.
public enum AgeLadder {
  /// Reads the first number of a text ("34-year-old", 서른네 살, 三十四岁, тридцать четыре года).
  /// `nil` when there is none or it is no age of a person.
  public static func climb(_ text: String, to level: AgeLevel, in language: Language) -> String? {
    SpokenNumber.first(in: text).flatMap { write($0, at: level, in: language) }
  }

  /// The words for an age in whole years; `nil` outside 0 to 120. From ninety on all are one group,
  /// because so few are left.
  public static func write(_ age: Int, at level: AgeLevel, in language: Language) -> String? {
    guard (0...120).contains(age) else { return nil }
    let index: Int
    let table: [Language: [String]]
    switch level {
    case .decade:
      index = min(age / 10, 9)
      table = decades
    case .stage:
      index = age < 13 ? 0 : age < 20 ? 1 : age < 40 ? 2 : age < 60 ? 3 : 4
      table = stages
    }
    return table[language == .other ? .en : language]?[index]
  }

  private static let decades: [Language: [String]] = [
    .en: [
      "under ten", "teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies",
      "eighties", "over ninety",
    ],
    .ko: [
      "열 살 미만", "십대", "이십대", "삼십대", "사십대", "오십대", "육십대", "칠십대", "팔십대", "아흔 이상",
    ],
    .zh: [
      "不到十岁", "十几岁", "二十多岁", "三十多岁", "四十多岁", "五十多岁", "六十多岁", "七十多岁", "八十多岁",
      "九十岁以上",
    ],
    .ru: [
      "младше десяти", "подростковый возраст", "за двадцать", "за тридцать", "за сорок",
      "за пятьдесят", "за шестьдесят", "за семьдесят", "за восемьдесят", "за девяносто",
    ],
    .ja: ["十歳未満", "十代", "二十代", "三十代", "四十代", "五十代", "六十代", "七十代", "八十代", "九十歳以上"],
  ]
  private static let stages: [Language: [String]] = [
    .en: ["a child", "a teenager", "a young adult", "middle-aged", "elderly"],
    .ko: ["어린이", "청소년", "청년", "중년", "노년"],
    .zh: ["儿童", "少年", "青年", "中年", "老年"],
    .ru: ["ребёнок", "подросток", "молодого возраста", "среднего возраста", "пожилого возраста"],
    .ja: ["子供", "十代の若者", "若者", "中年", "高齢者"],
  ]
}
