/// Two words at the end of a share that tell which of its words is wrong, if one is.
///
/// A Reed-Solomon code of distance 3 over the field of 2^16 elements (x^16 + x^12 + x^3 + x + 1):
/// the sum of all words, and the sum of all words times x to the power of their place, are zero.
/// It guards against slips of the pen; against forgery it is nothing, and the share's hash little.
enum WordCheck {
  /// How many words it adds.
  static let words = 2

  /// The two words that follow the first `count` words of the bytes.
  static func last(after count: Int, _ bytes: Span<UInt8>) -> (UInt16, UInt16) {
    let (sum, weighted) = sums(count, bytes)
    let one = power(count)
    let two = power(count + 1)
    let last = times(weighted ^ times(sum, one), inverse(one ^ two))
    return (sum ^ last, last)
  }

  enum Finding: Equatable {
    case whole
    /// If only one word is wrong it is this one, and `by` is what it differs by.
    case one(Int, by: UInt16)
    case several
  }

  /// What the sums of `count` words say, the two last among them.
  static func check(_ count: Int, _ bytes: Span<UInt8>) -> Finding {
    let (sum, weighted) = sums(count, bytes)
    if sum == 0, weighted == 0 { return .whole }
    guard sum != 0 else { return .several }
    var shifted = sum
    for place in 0..<count {
      if shifted == weighted { return .one(place, by: sum) }
      shifted = times(shifted, 2)
    }
    return .several
  }

  /// The word at a place, big endian.
  static func word(_ bytes: Span<UInt8>, _ place: Int) -> UInt16 {
    UInt16(bytes[2 * place]) << 8 | UInt16(bytes[2 * place + 1])
  }

  private static func sums(_ count: Int, _ bytes: Span<UInt8>) -> (UInt16, UInt16) {
    var sum: UInt16 = 0
    var weighted: UInt16 = 0
    var power: UInt16 = 1
    for place in 0..<count {
      let word = word(bytes, place)
      sum ^= word
      weighted ^= times(word, power)
      power = times(power, 2)
    }
    return (sum, weighted)
  }

  private static func power(_ exponent: Int) -> UInt16 {
    (0..<exponent).reduce(1) { value, _ in times(value, 2) }
  }

  /// The product in the field.
  static func times(_ one: UInt16, _ two: UInt16) -> UInt16 {
    var product: UInt16 = 0
    var shifted = one
    for bit in 0..<16 {
      if two >> UInt16(bit) & 1 == 1 { product ^= shifted }
      shifted = shifted << 1 ^ (shifted >> 15 == 1 ? 0x100B : 0)
    }
    return product
  }

  /// To the power of 2^16 − 2.
  private static func inverse(_ value: UInt16) -> UInt16 {
    var result: UInt16 = 1
    var square = value
    for _ in 1..<16 {
      square = times(square, square)
      result = times(result, square)
    }
    return result
  }
}
