/// Reads whole numbers as people write them: 1,200; twenty-one; 서른네; 이천오백; 三千二百; 四十来;
/// тридцать четыре.
enum SpokenNumber {
  /// A number and the range of characters it stands in.
  struct Found {
    let value: Int
    let range: Range<Int>
  }

  /// The numbers of a short text in their order; at most 16. Values are below 10^12.
  static func all(in text: [Character]) -> [Found] {
    var out: [Found] = []
    var at = 0
    while at < text.count, out.count < 16 {
      if let found = digits(text, at) ?? han(text, at) ?? korean(text, at) ?? words(text, at) {
        out.append(found)
        at = found.range.upperBound
      } else {
        // Digits too many for a number are skipped as a whole, or their end would be read as one.
        let isDigit = decimal(text[at]) != nil
        at += 1
        while isDigit, at < text.count, decimal(text[at]) != nil { at += 1 }
      }
    }
    return out
  }

  /// The number that begins at a character.
  static func number(in text: [Character], at start: Int) -> Found? {
    digits(text, start) ?? han(text, start) ?? korean(text, start) ?? words(text, start)
  }

  static func first(in text: String) -> Int? {
    all(in: Array(text.lowercased().prefix(200))).first?.value
  }

  // MARK: Digits

  /// - Parameter unit: of a number that this goes on: its own is smaller.
  private static func digits(
    _ text: [Character], _ start: Int, below unit: Int = .max
  ) -> Found? {
    guard decimal(text[start]) != nil else { return nil }
    var at = start
    var value = 0
    while at < text.count {
      if let digit = decimal(text[at]) {
        guard value < 100_000_000_000 else { return nil }
        value = value * 10 + digit
        at += 1
      } else if ",， \u{A0}\u{202F}".contains(text[at]), isGroup(text, at + 1), at - start <= 12 {
        at += 1
      } else {
        break
      }
    }
    let scale = largeUnit(text, at)
    guard value < 1_000_000_000_000 / scale.factor, scale.factor < unit else { return nil }
    var whole = Found(value: value * scale.factor, range: start..<at + scale.length)
    // 3만 5천: a smaller unit goes on.
    let next = at + scale.length
    let more = next < text.count && text[next] == " " ? next + 1 : next
    if scale.factor >= 10_000, more < text.count, decimal(text[more]) != nil,
      let rest = digits(text, more, below: scale.factor), rest.value < scale.factor,
      let last = text[..<rest.range.upperBound].last,
      largeUnits[last] != nil
    {
      whole = Found(value: whole.value + rest.value, range: start..<rest.range.upperBound)
    }
    return whole
  }

  /// Three digits and no fourth: what follows a thousands separator.
  private static func isGroup(_ text: [Character], _ at: Int) -> Bool {
    (0..<3).allSatisfy { at + $0 < text.count && decimal(text[at + $0]) != nil }
      && !(at + 3 < text.count && decimal(text[at + 3]) != nil)
  }

  /// 2만, 3千, 5 thousand.
  private static func largeUnit(_ text: [Character], _ start: Int) -> (factor: Int, length: Int) {
    guard start < text.count else { return (1, 0) }
    // 5천만, 1억: units one after another.
    var factor = 1
    var end = start
    while end < text.count, factor < 10_000, let unit = largeUnits[text[end]] {
      factor *= unit
      end += 1
    }
    if end > start { return (factor, end - start) }
    guard text[start] == " " else { return (1, 0) }
    let word = String(text[(start + 1)...].prefix { $0.isLetter })
    switch word {
    case "thousand", "тысяч", "тысячи", "тыс": return (1_000, 1 + word.count)
    case "million", "миллион", "миллиона", "миллионов": return (1_000_000, 1 + word.count)
    case "hundred": return (100, 1 + word.count)
    default: return (1, 0)
    }
  }

  private static let largeUnits: [Character: Int] = [
    "억": 100_000_000, "亿": 100_000_000, "億": 100_000_000, "만": 10_000, "万": 10_000, "萬": 10_000,
    "천": 1_000, "千": 1_000, "백": 100, "百": 100, "십": 10, "十": 10,
  ]

  static func decimal(_ character: Character) -> Int? {
    guard let value = character.wholeNumberValue, (0...9).contains(value),
      let scalar = character.unicodeScalars.first, scalar.properties.numericType == .decimal
    else { return nil }
    return value
  }

  // MARK: Han and Sino-Korean

  private static let hanDigits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9,
  ]
  private static let hanUnits: [Character: Int] = [
    "十": 10, "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000,
  ]
  static let sinoDigits: [Character: Int] = [
    "영": 0, "공": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7,
    "팔": 8, "구": 9,
  ]
  private static let sinoUnits: [Character: Int] = ["십": 10, "백": 100, "천": 1_000, "만": 10_000]

  private static func han(_ text: [Character], _ start: Int) -> Found? {
    positional(text, start, hanDigits, hanUnits)
  }

  private static func positional(
    _ text: [Character], _ start: Int, _ digits: [Character: Int], _ units: [Character: Int]
  ) -> Found? {
    var total = 0
    var section = 0
    var digit: Int?
    var plain = 0
    var onlyDigits = true
    var at = start
    while at < text.count, at - start < 12 {
      if let value = digits[text[at]] {
        plain = plain * 10 + value
        digit = value
      } else if let unit = units[text[at]] {
        onlyDigits = false
        if unit == 10_000 {
          total += max(section + (digit ?? 0), 1) * unit
          section = 0
        } else {
          section += (digit ?? 1) * unit
        }
        digit = nil
      } else {
        break
      }
      at += 1
    }
    guard at > start else { return nil }
    let value = onlyDigits ? plain : total + section + (digit ?? 0)
    return Found(value: value, range: start..<at)
  }

  // MARK: Korean

  private static let nativeTens: [(String, Int)] = [
    ("스물", 20), ("스무", 20), ("서른", 30), ("마흔", 40), ("쉰", 50), ("예순", 60), ("일흔", 70),
    ("여든", 80), ("아흔", 90), ("열", 10), ("백", 100),
  ]
  private static let nativeOnes: [(String, Int)] = [
    ("하나", 1), ("한", 1), ("둘", 2), ("두", 2), ("셋", 3), ("세", 3), ("석", 3), ("넷", 4), ("네", 4),
    ("넉", 4), ("다섯", 5), ("여섯", 6), ("일곱", 7), ("여덟", 8), ("아홉", 9),
  ]

  private static func korean(_ text: [Character], _ start: Int) -> Found? {
    // Inside a word these syllables are mostly no numbers.
    if start > 0, isHangul(text[start - 1]) { return nil }
    var at = start
    var value = 0
    if let (word, tens) = nativeTens.first(where: { matches(text, at, $0.0) }) {
      value += tens
      at += word.count
    }
    if let (word, ones) = nativeOnes.first(where: { matches(text, at, $0.0) }) {
      value += ones
      at += word.count
    }
    if at > start, value != 100 { return Found(value: value, range: start..<at) }
    guard let found = positional(text, start, sinoDigits, sinoUnits) else { return nil }
    // One digit alone is a particle or a word (이, 사) unless a unit of measure follows.
    if found.range.count == 1, sinoUnits[text[start]] == nil {
      let next = found.range.upperBound
      guard next < text.count, "년월일세개".contains(text[next]) else { return nil }
    }
    return found
  }

  private static func isHangul(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0xAC00...0xD7A3).contains($0.value) } ?? false
  }

  private static func matches(_ text: [Character], _ at: Int, _ word: String) -> Bool {
    var index = at
    for character in word {
      guard index < text.count, text[index] == character else { return false }
      index += 1
    }
    return true
  }

  // MARK: English and Russian

  private static func words(_ text: [Character], _ start: Int) -> Found? {
    if start > 0, text[start - 1].isLetter { return nil }
    var at = start
    var end = start
    var total = 0
    var section = 0
    var count = 0
    while at < text.count, count < 8 {
      let word = String(text[at...].prefix(32).prefix { $0.isLetter })
      if word.isEmpty { break }
      if let value = NumberWords.values[word] {
        if value >= 1_000 {
          total += max(section, 1) * value
          section = 0
        } else if value == 100, section > 0, section < 10 {
          section *= 100
        } else {
          section += value
        }
        end = at + word.count
      } else if word != "and" || count == 0 {
        break
      }
      count += 1
      at += word.count
      guard at < text.count, text[at] == " " || text[at] == "-" else { break }
      at += 1
    }
    guard end > start else { return nil }
    return Found(value: total + section, range: start..<end)
  }
}
