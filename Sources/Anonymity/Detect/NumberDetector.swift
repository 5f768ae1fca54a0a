/// Phones, resident and passport numbers, cards, and long numbers of no known kind.
enum NumberDetector {
  /// How far before a number a word may say what it is, in units.
  private static let reach = 160
  private static let phoneReach = 40

  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    var phoneWord = -1_000
    var passportWord = -1_000
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.tags.contains(.phoneWord) || word.tags.contains(.messenger) { phoneWord = word.end }
      if word.tags.contains(.passportWord) { passportWord = word.end }
      guard word.script == .digits else {
        index += 1
        continue
      }
      let run = NumberRun(reading, at: index)
      // A word of more than 32 digits is no number of a person.
      guard word.count <= NumberRun.mostDigits else {
        index = run.lastWord + 1
        continue
      }
      if let passport = lettered(reading, index) {
        out.append(passport)
        index += 1
        continue
      }
      let isGlued = index > 0 && word.gap.isEmpty && words[index - 1].isName
      if !isGlued,
        let found = classify(
          run, reading, nearPhone: run.start - phoneWord <= phoneReach,
          nearPassport: run.start - passportWord <= reach)
      {
        out.append(found)
        index = run.lastWord + 1
      } else {
        index += 1
      }
    }
  }

  private static func classify(
    _ run: NumberRun, _ reading: Reading, nearPhone: Bool, nearPassport: Bool
  ) -> Finding? {
    if let resident = resident(run, reading, nearPassport: nearPassport) { return resident }
    let digits = run.digits
    if run.groups.count == 3, DateDetector.isNumeric(run) { return nil }
    if let first = digits.first, (2...6).contains(first), Checksum.isCard(digits),
      run.groups.count == 1 || run.groups.allSatisfy({ (3...7).contains($0) })
    {
      return reading.finding(run.start, run.end, .cardNumber, .checksum)
    }
    if isPhone(run) { return reading.finding(run.start, run.end, .phone, .shape) }
    if run.isGroupedQuantity { return nil }
    if nearPhone, (6...15).contains(digits.count), run.groups.count <= 6, !isVersion(run) {
      return reading.finding(run.start, run.end, .phone, .context)
    }
    if nearPassport, (6...12).contains(digits.count), run.groups.count <= 3, !isVersion(run) {
      return reading.finding(run.start, run.end, .passport, .context)
    }
    if (8...20).contains(digits.count),
      run.groups.count == 1 || run.groups[0] >= 4 && !isVersion(run)
    {
      return reading.finding(run.start, run.end, .longNumber, .digits)
    }
    return nil
  }

  private static func resident(
    _ run: NumberRun, _ reading: Reading, nearPassport: Bool
  ) -> Finding? {
    let digits = run.digits
    let found = { (reason: FindingReason, end: Int) in
      reading.finding(run.start, end, .residentNumber, reason)
    }
    switch digits.count {
    case 18 where isDate(run, 6..<10, 10, 12):
      return found(Checksum.isChineseResident(digits) ? .checksum : .shape, run.end)
    case 17 where run.groups.count == 1 && [0x58, 0x78].contains(reading.text.scalar(run.end)):
      let full = digits + [10]
      if isDate(run, 6..<10, 10, 12) {
        return found(Checksum.isChineseResident(full) ? .checksum : .shape, run.end + 1)
      }
    case 13 where run.groups == [6, 7] || run.groups == [13]:
      guard (1...12).contains(run.value(2..<4)), (1...31).contains(run.value(4..<6)) else { break }
      if Checksum.isKoreanResident(digits) { return found(.checksum, run.end) }
      if run.groups.count == 2, run.hasHyphen, (1...8).contains(digits[6]) {
        return found(.shape, run.end)
      }
    case 7 where run.groups == [6, 1] && run.hasHyphen && reading.text.scalar(run.end) == 0x2A:
      return found(.shape, run.end)
    case 11 where run.groups == [3, 3, 3, 2] && !run.hasPlus:
      if Checksum.isSnils(digits) { return found(.checksum, run.end) }
      if run.hasHyphen { return found(.shape, run.end) }
    case 10 where run.groups == [2, 2, 6] && !run.hasHyphen:
      return reading.finding(run.start, run.end, .passport, .shape)
    case 10 where run.groups == [4, 6] && !run.hasDot && !run.hasPlus:
      return reading.finding(
        run.start, run.end, .passport, nearPassport ? .context : .digits)
    default: break
    }
    return nil
  }

  private static func isDate(_ run: NumberRun, _ year: Range<Int>, _ month: Int, _ day: Int) -> Bool
  {
    (1900...2099).contains(run.value(year)) && (1...12).contains(run.value(month..<month + 2))
      && (1...31).contains(run.value(day..<day + 2))
  }

  /// 192.168.0.1 and 6.1.20.
  private static func isVersion(_ run: NumberRun) -> Bool {
    run.hasDot && run.groups.allSatisfy { $0 <= 3 }
      || run.groups.count > 1 && run.hasDot && !run.hasPlus && run.groups[0] < 2
  }

  private static func isPhone(_ run: NumberRun) -> Bool {
    let digits = run.digits
    let count = digits.count
    if run.hasPlus { return (7...15).contains(count) }
    if isVersion(run) { return false }
    let pieces = run.groups.count
    let prefix = digits.prefix(3).reduce(0) { $0 * 10 + Int($1) }
    // Mobile phones of South Korea, China, Japan, North Korea.
    if [10, 11].contains(count), [10, 11, 16, 17, 18, 19].contains(prefix), digits[0] == 0 {
      return true
    }
    if count == 11, (130...199).contains(prefix), pieces == 1 || pieces == 3 { return true }
    if count == 11, [70, 80, 90].contains(prefix) { return true }
    if count == 10, [191, 192, 193, 195].contains(prefix), pieces == 3 { return true }
    // Russian: a trunk 8, or a 7 without its plus, in pieces.
    if count == 11, digits[0] == 8 || digits[0] == 7, pieces >= 3 || digits[1] == 9 { return true }
    if count == 10, digits[0] == 9, pieces >= 3, run.hasHyphen { return true }
    // With an area code: 02-123-4567, 0415-123456, (0415) 123 456.
    if digits[0] == 0, (9...11).contains(count), (2...4).contains(pieces),
      run.hasHyphen || run.hasBracket
    {
      return true
    }
    // With an international prefix: 00 86 138 …
    if prefix / 10 == 0, pieces >= 2, (11...16).contains(count), !run.hasDot { return true }
    return run.hasHyphen && pieces == 3 && (2...3).contains(run.groups[0])
      && (3...4).contains(run.groups[1]) && run.groups[2] == 4
  }

  /// M12345678, EX0007741, M123A4567.
  private static func lettered(_ reading: Reading, _ index: Int) -> Finding? {
    let word = reading.words[index]
    guard word.gap.isEmpty, let letters = reading.word(index - 1), letters.script == .latin,
      letters.shape == .upper || letters.shape == .capital, letters.count <= 2,
      letters.end == word.start
    else { return nil }
    if letters.gap.isEmpty, let before = reading.word(index - 2),
      before.script == .latin || before.script == .digits || before.script == .cyrillic
    {
      return nil
    }
    if (7...9).contains(word.count) {
      let next = reading.word(index + 1)
      if let next, next.gap.isEmpty, next.start == word.end, next.script == .latin { return nil }
      return reading.finding(letters.start, word.end, .passport, .shape)
    }
    if word.count == 3, let middle = reading.word(index + 1), middle.gap.isEmpty, middle.count == 1,
      middle.shape != .lower, let rest = reading.word(index + 2), rest.gap.isEmpty,
      rest.script == .digits, rest.count == 4
    {
      return reading.finding(letters.start, rest.end, .passport, .shape)
    }
    return nil
  }
}
