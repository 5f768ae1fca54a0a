/// Words that call a date somebody's birth date.
///
/// One day in twenty of the last decades is the birth date of one of a thousand people, so a date
/// alone says little.
enum BirthWords {
  /// How many bytes before and behind a date are read.
  private static let before = 96
  private static let behind = 48

  /// Beginnings of words, in small letters.
  private static let stems = [
    "born", "birth", "dob", "d.o.b", "geboren", "geb.", "né le", "née le", "naissance", "nacid",
    "nacimiento", "родил", "рожд", "г.р", "г. р", "народив", "народил", "народж",
  ]
  /// Anywhere: these languages do not part words, or put them together.
  private static let words = [
    "생년월일", "출생", "태어", "생일", "탄생", "出生", "生日", "生于", "生於", "诞生", "誕生", "生年", "生まれ",
  ]
  /// Directly behind the date: 1989년 3월 14일생.
  private static let endings = ["생", "生", " 생", "г.р", " г.р", " г. р", "р."]

  static func stand(beside range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    let left = line(
      text, from: max(0, range.lowerBound - before), to: range.lowerBound, isLast: true)
    let right = line(
      text, from: range.upperBound, to: min(text.count, range.upperBound + behind), isLast: false)
    if endings.contains(where: right.hasPrefix) || left.hasSuffix("b. ") || left.hasSuffix("р. ") {
      return true
    }
    if isRegistration(range, right) { return true }
    return [left, right].contains { side in
      words.contains(where: side.contains) || stems.contains { begins($0, in: side) }
    }
  }

  /// The first number of a resident of Korea is his birth date: 890314-1234567.
  private static func isRegistration(_ range: Range<Int>, _ right: String) -> Bool {
    guard range.count == 6, let dash = right.first, dash == "-" else { return false }
    let digits = right.dropFirst().prefix(7)
    return digits.count == 7 && digits.allSatisfy { $0.isNumber || $0 == "*" }
  }

  /// What of the line of a date lies in a range, in small letters.
  private static func line(
    _ text: Span<UInt8>, from start: Int, to end: Int, isLast: Bool
  ) -> String {
    var bytes: [UInt8] = []
    for at in start..<end { bytes.append(text[at]) }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return String(decoding: (isLast ? lines.last : lines.first) ?? [], as: UTF8.self).lowercased()
  }

  private static func begins(_ stem: String, in side: String) -> Bool {
    var rest = side[...]
    while let found = rest.firstRange(of: stem) {
      if found.lowerBound == side.startIndex || !side[side.index(before: found.lowerBound)].isLetter
      {
        return true
      }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
