/// Numbers that are read out: phones and passports in words, or their last figures.
enum SpelledNumbers {
  /// How far before a number a word may say what it is, in units.
  private static let (phoneReach, passportReach) = (40, 160)

  static func find(in reading: Reading, into out: inout [Finding]) {
    let words = reading.words
    var phoneWord = -1_000
    var passportWord = -1_000
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.tags.contains(.phoneWord) || word.tags.contains(.messenger) { phoneWord = word.end }
      if word.tags.contains(.passportWord) { passportWord = word.end }
      if word.script == .digits {
        last(reading, index, &out)
        part(reading, index, &out)
      }
      guard let said = SaidNumber(reading, at: index) else {
        index += 1
        continue
      }
      if let kind = kind(
        said, nearPhone: said.start - phoneWord <= phoneReach,
        nearPassport: said.start - passportWord <= passportReach)
      {
        let start = kind.0 == .passport ? series(reading, before: index) ?? said.start : said.start
        out.append(reading.finding(start, said.end, kind.0, kind.1))
        index = said.lastWord + 1
      } else {
        index += 1
      }
    }
  }

  private static func kind(
    _ said: SaidNumber, nearPhone: Bool, nearPassport: Bool
  ) -> (FindingKind, FindingReason)? {
    let count = said.digits.count
    // Figures alone are what `NumberDetector` reads.
    guard said.hasWords || said.hasJoiner, !said.hasYear || nearPhone else { return nil }
    if nearPassport, !nearPhone, said.hasWords, (6...12).contains(count) {
      return (.passport, .context)
    }
    if isPhone(said) { return (.phone, .shape) }
    if nearPhone, said.groups.count > 1, (6...15).contains(count), !said.hasLoneSyllable {
      return (.phone, .context)
    }
    // Figure by figure: nothing else is read out so.
    let isReadOut = !said.isGrouped && !said.hasJoiner && !said.hasFigures && !said.hasLoneSyllable
    return isReadOut && count >= 7 ? (.phone, .context) : nil
  }

  /// Of a length and with a beginning that phones have and counts have not.
  private static func isPhone(_ said: SaidNumber) -> Bool {
    let digits = said.digits
    let count = digits.count
    guard count > 6, digits.contains(where: { $0 != digits[0] }) else { return false }
    if said.hasPlus { return count <= 15 }
    let prefix = digits.prefix(3).reduce(0) { $0 * 10 + Int($1) }
    // Mobile phones of South Korea, in part as well; of China; of Russia, with and without the trunk.
    if count <= 11, [10, 11, 16, 17, 18, 19].contains(prefix), digits[0] == 0 { return true }
    if count == 11, (130...199).contains(prefix) { return said.groups.allSatisfy { $0 != 2 } }
    if count == 11, digits[0] == 8 || digits[0] == 7 && digits[1] == 9 {
      return said.groups.count > 2
    }
    if count == 10, digits[0] == 9, said.isGrouped { return said.groups.count > 3 }
    // With an area code or an exit code.
    return digits[0] == 0 && said.groups[0] < 4 && (9...16).contains(count)
  }

  /// The letters of a passport's number, right before it.
  private static func series(_ reading: Reading, before index: Int) -> Int? {
    guard let word = reading.word(index - 1), word.script == .latin, word.shape != .lower,
      word.count <= 2, reading.words[index].gap.subtracting([.space, .hyphen]).isEmpty
    else { return nil }
    return word.start
  }

  /// "Ends in 0155", оканчивается на 0155, 끝자리 0155, 尾号0155.
  private static func last(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    let word = reading.words[index]
    guard (3...6).contains(word.count), !isYear(reading, word) else { return }
    for back in 1...3 {
      guard let before = reading.word(index - back),
        !reading.words[index - back + 1].gap.isBreak
      else { return }
      if before.tags.contains(.lastDigits) {
        out.append(reading.finding(word.start, word.end, .longNumber, .context))
        return
      }
    }
  }

  private static func isYear(_ reading: Reading, _ word: Word) -> Bool {
    guard word.count == 4 else { return false }
    let (a, b) = (reading.text.scalars[word.start], reading.text.scalars[word.start + 1])
    return a == 0x31 && b == 0x39 || a == 0x32 && b == 0x30
  }

  private static let of = Lexicon.hash("of")
  private static let the = Lexicon.hash("the")

  /// "14 of the 15": of people, or of things.
  private static func part(_ reading: Reading, _ index: Int, _ out: inout [Finding]) {
    guard let first = reading.word(index + 1), first.hash == of, first.gap.isPlain,
      let second = reading.word(index + 2), second.hash == the, second.gap.isPlain,
      let whole = reading.word(index + 3), whole.gap.isPlain, whole.script == .digits
    else { return }
    out.append(reading.finding(reading.words[index].start, whole.end, .countedGroup, .digits))
  }
}
