/// A date that may lack its day, or month and day: 2024-05-09, 2024-05, 2024.
public struct PartialDate: Hashable, Codable, Sendable {
  public let year: Int
  /// 1 to 12.
  public let month: Int?
  /// 1 to the last day of the month; only with a month.
  public let day: Int?

  /// Reads ISO 8601 with hyphens and nothing around it; `nil` for anything else and for days that
  /// do not exist. Years run from 1000 to 9999.
  public init?(iso text: some StringProtocol) {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let year = numbers[0]
    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    guard year >= 1000, (1...12).contains(month ?? 1) else { return nil }
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[(month ?? 1) - 1]).contains(day ?? 1) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date in the form in which it is read.
  public var iso: String {
    var text = String(year)
    for part in [month, day] {
      if let part { text += part < 10 ? "-0\(part)" : "-\(part)" }
    }
    return text
  }
}
