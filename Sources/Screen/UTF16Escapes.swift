/// Escapes of four hexadecimal digits that write UTF-16, such as `\uAE40` and `%uAE40`.
enum UTF16Escapes {
  /// The scalar written by the escape at `index`, whose sign takes `prefix` characters, and where
  /// the text goes on. Surrogates are joined; one alone becomes U+FFFD.
  static func scalar(in reading: Reading, at index: Int, prefix: Int) -> (UInt32?, Int)? {
    guard let first = unit(in: reading, at: index + prefix) else { return nil }
    let end = index + prefix + 4
    if (0xD800..<0xDC00).contains(first), samePrefix(in: reading, index, end, prefix),
      let second = unit(in: reading, at: end + prefix), (0xDC00..<0xE000).contains(second)
    {
      return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), end + prefix + 4)
    }
    return (Unicode.Scalar(first) != nil ? first : 0xFFFD, end)
  }

  private static func unit(in reading: Reading, at index: Int) -> UInt32? {
    guard index + 4 <= reading.count else { return nil }
    var value: UInt32 = 0
    for scalar in reading.scalars[index..<(index + 4)] {
      guard let digit = ASCII.hex(scalar) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func samePrefix(
    in reading: Reading, _ first: Int, _ second: Int, _ length: Int
  ) -> Bool {
    second + length <= reading.count
      && reading.scalars[first..<(first + length)] == reading.scalars[second..<(second + length)]
  }
}
