/// A phone number by its national significant digits, and the prefixes people write before them.
enum PhoneForms {
  /// Country calling codes of one and two digits (ITU-T E.164); all others have three.
  private static let shortCodes: Set<Int> = [
    1, 7, 20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54,
    55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]
  private static let trunks = ["0", "8", "1", "00"]
  private static let exits = [
    "", "00", "000", "001", "002", "005", "006", "007", "008", "009", "010", "011", "0011", "810",
    "00700", "00727", "00755", "00766", "00770", "00345", "00365",
  ]

  /// The fewest digits that are sought without the prefix they were listed with.
  private static let fewest = 7

  static func of(_ text: String) -> [Pattern.Form] {
    let numbers = numbers(in: text)
    // Two numbers, an extension or a word in the entry: also as listed.
    guard numbers.count == 1, numbers[0] == text else {
      let listed = Pattern.Form(text: text, demands: .numerals)
      return numbers.isEmpty ? [listed] : [listed] + numbers.flatMap(number)
    }
    return number(text)
  }

  /// The stretches of a text that are telephone numbers: digits, spaces, hyphens, full stops and
  /// brackets, cut at words, commas, slashes and semicolons. An extension is no part of a number.
  static func numbers(in text: String) -> [String] {
    var found: [String] = []
    var stretch = ""
    func close() {
      let digits = Folding.units(of: stretch).count
      if digits >= fewest { found.append(stretch.trimmedOfSpaces) }
      stretch = ""
    }
    for character in text {
      let isDigit = Folding.units(of: String(character)).allSatisfy { value($0) != nil }
      let isCut = ",;/|#\n".contains(character) || !isDigit
      // A second plus begins a second number.
      if isCut || character == "+" && stretch.contains(where: \.isNumber) { close() }
      if !isCut { stretch.append(character) }
    }
    close()
    return found
  }

  private static func number(_ text: String) -> [Pattern.Form] {
    let digits = Folding.units(of: text).compactMap(value)
    var forms = [Pattern.Form(text: digits.map(String.init).joined(), demands: .numerals)]
    let isInternational = text.contains { $0 == "+" || $0 == "＋" }
    var nationals = [significant(digits, isInternational: isInternational)]
    // Without a plus the length may mislead: a number of China begins with 1 as one of America
    // with its country code, one of Pyongyang with 850 as one of Russia with its trunk.
    if !isInternational {
      nationals.append(Array(digits.drop { $0 == 0 }))
      if digits.starts(with: [8, 5, 0]), digits.count > 9 {
        nationals.append(Array(digits.dropFirst(3).drop { $0 == 0 }))
      }
    }
    for national in nationals where national.count >= fewest {
      forms.append(
        Pattern.Form(text: national.map(String.init).joined(), demands: [.phone, .numerals]))
    }
    return forms
  }

  private static func value(_ unit: FoldedUnit) -> Int? {
    if unit.strict >= 0x30, unit.strict < 0x3A { return Int(unit.strict) - 0x30 }
    return Lookalikes.hanDigit(unit.strict)
  }

  /// The digits without exit code, country code and trunk prefix.
  private static func significant(_ digits: [Int], isInternational: Bool) -> [Int] {
    var rest = digits[...]
    var isInternational = isInternational
    if !isInternational, rest.starts(with: [0, 0]) {
      rest = rest.dropFirst(2)
      isInternational = true
    } else if !isInternational, rest.starts(with: [8, 1, 0]), rest.count > 11 {
      rest = rest.dropFirst(3)
      isInternational = true
    }
    // Written without the plus: the length tells Korea, China and the country codes 1 and 7.
    if !isInternational {
      let (first, second) = (rest.first ?? -1, rest.dropFirst().first ?? -1)
      isInternational =
        rest.count == 11 && (first == 7 || first == 1)
        || (rest.count == 11 || rest.count == 12) && first == 8 && second == 2
        || rest.count == 13 && first == 8 && (second == 6 || second == 5)
    }
    if isInternational {
      rest = rest.dropFirst(codeLength(Array(rest.prefix(2))))
    } else if rest.count == 11, rest.first == 8 {
      rest = rest.dropFirst()
    }
    while rest.first == 0 { rest = rest.dropFirst() }
    return Array(rest)
  }

  private static func codeLength(_ first: [Int]) -> Int {
    guard let one = first.first else { return 0 }
    if shortCodes.contains(one) { return 1 }
    return first.count == 2 && shortCodes.contains(one * 10 + first[1]) ? 2 : 3
  }

  /// Whether digits before the national ones are a trunk prefix or a country code, with or
  /// without an exit code before and a trunk zero after.
  static func isPrefix(_ digits: [Int]) -> Bool {
    let text = digits.map(String.init).joined()
    if trunks.contains(text) { return true }
    for exit in exits where text.hasPrefix(exit) {
      let code = digits.dropFirst(exit.count)
      for trunk in [0, 1] where trunk == 0 || code.last == 0 {
        let country = Array(code.dropLast(trunk))
        if !country.isEmpty, country[0] != 0, country.count == codeLength(Array(country.prefix(2)))
        {
          return true
        }
      }
    }
    return false
  }

  /// Where a number begins with its prefix; nil when it is the end of a longer number.
  static func start(_ text: Span<UInt8>, national: Int, end: Int) -> Int? {
    var digits: [Int] = []
    var best: Int?
    var at = national
    var separators = 0
    var touches = true
    while at > 0, digits.count < 8 {
      let before = Neighbour.before(text, at)
      guard let scalar = before.scalar else { break }
      at = before.offset
      if before.traits.kind == .digit {
        let unit = FoldTable.shared.fold(scalar).parts.map { Int($0.scalar) - 0x30 }
        digits = unit + digits
        if separators == 0, digits.count == unit.count { touches = false }
        separators = 0
        let next = Neighbour.before(text, at)
        if next.traits.kind != .digit || next.scalar == nil, isPrefix(digits) { best = at }
      } else {
        separators += 1
        let isPlain = !before.isWord && before.traits.kind != .newline
        if separators > 2 || !isPlain { break }
      }
    }
    guard let start = best ?? (touches ? national : nil) else { return nil }
    let before = Neighbour.before(text, start)
    // The plus of a country code, the bracket of an area code.
    let isOpened =
      before.scalar == 0x28 && (start..<end).contains { text[$0] == 0x29 }
    return isOpened || before.scalar == 0x2B || before.scalar == 0xFF0B ? before.offset : start
  }
}

extension String {
  /// Without spaces at either end.
  fileprivate var trimmedOfSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
