/// How coarse a number, a duration or a sum of money is told.
public enum QuantityLevel: Int, CaseIterable, Comparable, Codable, Sendable {
  /// One significant figure: "about twenty", "about seven years".
  case rounded
  /// The order of magnitude only: "dozens", "several years", "a few hundred yuan".
  case vague

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A number rounded to one significant figure; numbers below ten stay.
func rounded(_ number: Int) -> Int {
  var unit = 1
  while number / unit >= 10 { unit *= 10 }
  return unit == 1 ? number : (number + unit / 2) / unit * unit
}

/// The words for an order of magnitude, in the five languages, as they stand before a noun.
struct Magnitude {
  let language: Language
  /// 0 for numbers below ten, 1 for tens, and so on up to 8.
  let power: Int
  /// The first figure is a one: "dozens" and "hundreds" would be more than there are.
  private let isOne: Bool
  /// The number is ten, a hundred or a thousand, and not more.
  private let isExact: Bool

  init(of number: Int, language: Language) {
    var power = 0
    var rest = number
    while rest >= 10 {
      rest /= 10
      power += 1
    }
    self.power = min(power, 8)
    isExact = rounded(number) == number
    isOne = rest == 1 && (1...3).contains(power)
    self.language = language
  }

  /// "several", "dozens of", 수백, 几百, несколько сотен: the noun follows, in Russian in the genitive
  /// plural.
  var words: String { isOne ? overOne : several }

  private var overOne: String {
    if isExact {
      switch language {
      case .en, .other: return "about " + ["ten", "a hundred", "a thousand"][power - 1]
      case .ko: return "약 " + ["열", "백", "천"][power - 1]
      case .zh: return "约" + ["十", "一百", "一千"][power - 1]
      case .ja: return "約" + ["十", "百", "千"][power - 1]
      case .ru: return "около " + ["десяти", "ста", "тысячи"][power - 1]
      }
    }
    switch language {
    case .en, .other: return "more than " + ["ten", "a hundred", "a thousand"][power - 1]
    case .ko: return ["십여", "백여", "천여"][power - 1]
    case .zh: return ["十多", "一百多", "一千多"][power - 1]
    case .ja: return ["十数", "百余り", "千余り"][power - 1]
    case .ru: return "больше " + ["десяти", "ста", "тысячи"][power - 1]
    }
  }

  private var several: String {
    switch language {
    case .en, .other:
      [
        "several", "dozens of", "hundreds of", "thousands of", "tens of thousands of",
        "hundreds of thousands of", "millions of", "tens of millions of",
        "hundreds of millions of",
      ][power]
    case .ko: ["몇", "수십", "수백", "수천", "수만", "수십만", "수백만", "수천만", "수억"][power]
    case .zh: ["几", "几十", "几百", "几千", "几万", "几十万", "几百万", "几千万", "几亿"][power]
    case .ja: ["数", "数十", "数百", "数千", "数万", "数十万", "数百万", "数千万", "数億"][power]
    case .ru:
      [
        "несколько", "несколько десятков", "несколько сотен", "несколько тысяч",
        "десятки тысяч", "сотни тысяч", "миллионы", "десятки миллионов", "сотни миллионов",
      ][power]
    }
  }

  /// The same for money: "a few hundred".
  var fewWords: String {
    guard language == .en || language == .other, !isOne else { return words }
    return [
      "a few", "a few dozen", "a few hundred", "a few thousand", "tens of thousands of",
      "hundreds of thousands of", "millions of", "tens of millions of", "hundreds of millions of",
    ][power]
  }
}
