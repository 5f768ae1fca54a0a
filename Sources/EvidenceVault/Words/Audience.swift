/// For whom something is released; a domain of labels of its own.
public enum Audience {
  /// The audience of working copies.
  public static let internalName = "internal"
  /// The audience that everybody belongs to.
  public static let publicName = "public"

  /// 2 to 32 of `a` to `z`, `0` to `9` and `-`, beginning with a letter.
  public static func isValid(_ name: String) -> Bool { Handle.isValid(name) }
}

/// Dates of the proleptic Gregorian calendar, as ISO 8601 writes them.
enum CalendarDate {
  /// `2025-06-01`; with `partial` also `2025-06` and `2025`.
  static func isValid(_ text: String, partial: Bool) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), partial || parts.count == 3,
      zip(parts, [4, 2, 2]).allSatisfy({
        $0.utf8.count == $1 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers[0] > 0 else { return false }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    if numbers.count > 2 {
      let leap =
        numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
      let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard (1...days[numbers[1] - 1]).contains(numbers[2]) else { return false }
    }
    return true
  }

  /// The UTC date of a time in seconds since 1970.
  static func text(_ seconds: UInt64) -> String { String(Timestamp.text(seconds).prefix(10)) }
}
