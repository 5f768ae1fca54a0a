/// Tells a sum of money more coarsely: 300 yuan a month, about 300 yuan a month, a few hundred yuan
/// a month.
public enum MoneyLadder {
  /// Reads a number and a currency, and the period if the text has one (a month, 월, 每月, в месяц).
  /// `nil` without a number or a currency.
  public static func climb(
    _ text: String, to level: QuantityLevel, in language: Language
  ) -> String? {
    let lower = text.lowercased()
    guard let amount = SpokenNumber.first(in: lower), let currency = currency(lower) else {
      return nil
    }
    let language = language == .other ? .en : language
    guard let name = currency.names[language] else { return nil }
    let period = Period.allCases.first { period in period.signs.contains { lower.contains($0) } }
    let sum: String
    switch (level, language) {
    case (.rounded, .ko): sum = "약 \(rounded(amount))\(name)"
    case (.rounded, .zh): sum = "大约\(rounded(amount))\(name)"
    case (.rounded, .ja): sum = "約\(rounded(amount))\(name)"
    case (.rounded, .ru): sum = "около \(CountLadder.grouped(rounded(amount), "\u{A0}")) \(name)"
    case (.rounded, _): sum = "about \(CountLadder.grouped(rounded(amount), ",")) \(name)"
    case (.vague, .zh), (.vague, .ja):
      sum = Magnitude(of: amount, language: language).words + name
    case (.vague, _): sum = Magnitude(of: amount, language: language).fewWords + " " + name
    }
    guard let period else { return sum }
    let words = period.words(language)
    return language == .en || language == .ru ? "\(sum) \(words)" : "\(words)\(sum)"
  }

  private struct Currency {
    let signs: [String]
    /// English plural, Korean, Chinese, Japanese, and the Russian genitive plural.
    let names: [Language: String]
  }

  private enum Period: CaseIterable {
    case month, day, year

    var signs: [String] {
      switch self {
      case .month:
        [
          "a month", "per month", "monthly", "/month", "한 달", "매달", "매월", "월 ", "월급", "每月", "一个月",
          "в месяц", "月に", "月給",
        ]
      case .day: ["a day", "per day", "daily", "하루", "매일", "每天", "一天", "в день", "日に", "一日"]
      case .year: ["a year", "per year", "annual", "한 해", "연 ", "每年", "一年", "в год", "年に"]
      }
    }

    func words(_ language: Language) -> String {
      switch (self, language) {
      case (.month, .ko): "한 달에 "
      case (.month, .zh): "每月"
      case (.month, .ru): "в месяц"
      case (.month, .ja): "月に"
      case (.month, _): "a month"
      case (.day, .ko): "하루 "
      case (.day, .zh): "每天"
      case (.day, .ru): "в день"
      case (.day, .ja): "一日"
      case (.day, _): "a day"
      case (.year, .ko): "한 해 "
      case (.year, .zh): "每年"
      case (.year, .ru): "в год"
      case (.year, .ja): "年に"
      case (.year, _): "a year"
      }
    }
  }

  private static func currency(_ text: String) -> Currency? {
    currencies.first { currency in currency.signs.contains { text.contains($0) } }
  }

  private static let currencies: [Currency] = [
    Currency(
      signs: ["yuan", "rmb", "renminbi", "위안", "원화", "人民币", "块钱", "юан", "人民元", "¥"],
      names: [.en: "yuan", .ko: "위안", .zh: "元", .ru: "юаней", .ja: "元"]),
    Currency(
      signs: ["dollar", "usd", "$", "달러", "딸라", "美元", "美金", "доллар", "ドル"],
      names: [.en: "dollars", .ko: "달러", .zh: "美元", .ru: "долларов", .ja: "ドル"]),
    Currency(
      signs: ["euro", "eur", "€", "유로", "欧元", "евро", "ユーロ"],
      names: [.en: "euros", .ko: "유로", .zh: "欧元", .ru: "евро", .ja: "ユーロ"]),
    Currency(
      signs: ["rouble", "ruble", "rub", "₽", "루블", "卢布", "рубл", "ルーブル"],
      names: [.en: "roubles", .ko: "루블", .zh: "卢布", .ru: "рублей", .ja: "ルーブル"]),
    Currency(
      signs: ["yen", "엔", "日元", "иен", "йен", "円"],
      names: [.en: "yen", .ko: "엔", .zh: "日元", .ru: "иен", .ja: "円"]),
    Currency(
      signs: ["won", "₩", "원", "韩元", "朝币", "朝元", "вон", "ウォン"],
      names: [.en: "won", .ko: "원", .zh: "韩元", .ru: "вон", .ja: "ウォン"]),
    Currency(
      signs: ["元", "块"],
      names: [.en: "yuan", .ko: "위안", .zh: "元", .ru: "юаней", .ja: "元"]),
  ]
}
