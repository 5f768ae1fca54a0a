/// Reads UTF-8 scalar by scalar, in both directions, and survives what is not UTF-8: a bad byte
/// is one `bad` scalar one byte long.
enum ScalarReader {
  /// What stands for a byte that is not UTF-8: U+FFFD, a separator to the fold.
  static let bad: UInt32 = 0xFFFD

  /// The scalar at `at` and its length in bytes.
  @inline(__always)
  static func read(_ text: Span<UInt8>, at: Int) -> (scalar: UInt32, length: Int) {
    let b = UInt32(text[at])
    if b < 0x80 { return (b, 1) }
    if b < 0xC2 || b > 0xF4 { return (bad, 1) }
    let length = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4
    if text.count - at < length { return (bad, 1) }
    let c1 = UInt32(text[at + 1])
    if c1 & 0xC0 != 0x80 { return (bad, 1) }
    if length == 2 { return ((b & 0x1F) << 6 | c1 & 0x3F, 2) }
    let c2 = UInt32(text[at + 2])
    if c2 & 0xC0 != 0x80 { return (bad, 1) }
    if length == 3 {
      let s = (b & 0x0F) << 12 | (c1 & 0x3F) << 6 | c2 & 0x3F
      return s < 0x800 || (s >= 0xD800 && s < 0xE000) ? (bad, 1) : (s, 3)
    }
    let c3 = UInt32(text[at + 3])
    if c3 & 0xC0 != 0x80 { return (bad, 1) }
    let s = (b & 0x07) << 18 | (c1 & 0x3F) << 12 | (c2 & 0x3F) << 6 | c3 & 0x3F
    return s < 0x10000 || s > 0x10FFFF ? (bad, 1) : (s, 4)
  }

  /// The scalar that ends right before `end`, which is above zero.
  static func read(_ text: Span<UInt8>, endingAt end: Int) -> (scalar: UInt32, length: Int) {
    for length in 1...min(4, end) {
      let (scalar, found) = read(text, at: end - length)
      if found == length, length > 1 || scalar != bad { return (scalar, length) }
      if text[end - length] & 0xC0 != 0x80 { break }
    }
    return (bad, 1)
  }
}
