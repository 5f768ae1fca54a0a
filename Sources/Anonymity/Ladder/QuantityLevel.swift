/// How coarse a number, a duration or a sum of money is told.
public enum QuantityLevel: Int, CaseIterable, Comparable, Codable, Sendable {
  /// One significant figure: "about twenty", "about ten years"; below ten "several".
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
  /// 0 for numbers below ten, 1 for tens, and so on up to 11.
  let power: Int
  /// The first figure is a one: "dozens" and "hundreds" would be more than there are.
  private let isOne: Bool
  /// The number is ten, a hundred, a thousand and so on, and not more.
  private let isExact: Bool

  init(of number: Int, language: Language) {
    var power = 0
    var rest = number
    while rest >= 10 {
      rest /= 10
      power += 1
    }
    self.power = min(power, 11)
    isExact = rounded(number) == number
    isOne = rest == 1 && (1...11).contains(power)
    self.language = language
  }

  /// "several", "dozens of", 수백, 几百, несколько сотен: the noun follows, in Russian in the genitive
  /// plural.
  var words: String { isOne ? overOne : several }

  private var overOne: String {
    let index = self.power - 1
    if isExact {
      switch language {
      case .en, .other: return "about " + Self.english[index]
      case .ko:
        return "약 " + ["열", "백", "천", "만", "십만", "백만", "천만", "1억", "10억", "100억", "1000억"][index]
      case .zh:
        return "约" + ["十", "一百", "一千", "一万", "十万", "一百万", "一千万", "一亿", "十亿", "一百亿", "一千亿"][index]
      case .ja: return "約" + ["十", "百", "千", "一万", "十万", "百万", "千万", "一億", "十億", "百億", "千億"][index]
      case .ru: return "около " + Self.russian[index]
      }
    }
    switch language {
    case .en, .other: return "more than " + Self.english[index]
    case .ko:
      return ["십여", "백여", "천여", "만여", "십만여", "백만여", "천만여", "1억여", "10억여", "100억여", "1000억여"][index]
    case .zh:
      return ["十多", "一百多", "一千多", "一万多", "十多万", "一百多万", "一千多万", "一亿多", "十多亿", "一百多亿", "一千多亿"][index]
    case .ja:
      return ["十数", "百余り", "千余り", "一万余り", "十数万", "百万余り", "千万余り", "一億余り", "十数億", "百億余り", "千億余り"][
        index]
    case .ru: return "больше " + Self.russian[index]
    }
  }

  /// The number of which the first figure is one.
  private static let english = [
    "ten", "a hundred", "a thousand", "ten thousand", "a hundred thousand", "a million",
    "ten million", "a hundred million", "a billion", "ten billion", "a hundred billion",
  ]
  private static let russian = [
    "десяти", "ста", "тысячи", "десяти тысяч", "ста тысяч", "миллиона", "десяти миллионов",
    "ста миллионов", "миллиарда", "десяти миллиардов", "ста миллиардов",
  ]

  /// What a number of money does not exceed: "a thousand", "a few hundred".
  var most: String {
    isOne && isExact && language == .en ? Self.english[power - 1] : few
  }

  private var several: String {
    switch language {
    case .en, .other:
      [
        "several", "dozens of", "hundreds of", "thousands of", "tens of thousands of",
        "hundreds of thousands of", "millions of", "tens of millions of",
        "hundreds of millions of", "billions of", "tens of billions of", "hundreds of billions of",
      ][power]
    case .ko: ["몇", "수십", "수백", "수천", "수만", "수십만", "수백만", "수천만", "수억", "수십억", "수백억", "수천억"][power]
    case .zh: ["几", "几十", "几百", "几千", "几万", "几十万", "几百万", "几千万", "几亿", "几十亿", "几百亿", "几千亿"][power]
    case .ja: ["数", "数十", "数百", "数千", "数万", "数十万", "数百万", "数千万", "数億", "数十億", "数百億", "数千億"][power]
    case .ru:
      [
        "несколько", "несколько десятков", "несколько сотен", "несколько тысяч",
        "десятки тысяч", "сотни тысяч", "миллионы", "десятки миллионов", "сотни миллионов",
        "миллиарды", "десятки миллиардов", "сотни миллиардов",
      ][power]
    }
  }

  /// The same for money: "a few hundred".
  var fewWords: String {
    guard language == .en || language == .other, !isOne else { return words }
    return few
  }

  private var few: String {
    [
      "a few", "a few dozen", "a few hundred", "a few thousand", "tens of thousands of",
      "hundreds of thousands of", "millions of", "tens of millions of", "hundreds of millions of",
      "billions of", "tens of billions of", "hundreds of billions of",
    ][power]
  }
}
