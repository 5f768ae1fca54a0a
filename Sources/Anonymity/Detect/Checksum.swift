/// Check digits of numbers that identify people and cards.
enum Checksum {
  /// ISO/IEC 7812: payment cards of 13 to 19 digits.
  static func isCard(_ digits: [UInt8]) -> Bool {
    guard (13...19).contains(digits.count), Set(digits).count > 1 else { return false }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = index % 2 == 0 ? Int(digit) : Int(digit) * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// The South Korean resident number: 13 digits.
  static func isKoreanResident(_ digits: [UInt8]) -> Bool {
    guard digits.count == 13 else { return false }
    let weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    return (11 - sum % 11) % 10 == Int(digits[12])
  }

  /// GB 11643: the Chinese resident number, 17 digits and a check digit; 10 stands for X.
  static func isChineseResident(_ digits: [UInt8]) -> Bool {
    guard digits.count == 18 else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    return [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2][sum % 11] == Int(digits[17])
  }

  /// The Russian insurance number (SNILS): 9 digits and two of check.
  static func isSnils(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11 else { return false }
    let sum = (0..<9).reduce(0) { $0 + Int(digits[$1]) * (9 - $1) }
    let rest = sum % 101
    return (rest == 100 ? 0 : rest) == Int(digits[9]) * 10 + Int(digits[10])
  }
}
