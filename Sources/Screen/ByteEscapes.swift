/// Escapes that write one byte each: `%EA%B9%80` in links, `=EA=B9=80` in mail.
enum ByteEscapes {
  /// The reading with `%XX` and `%uXXXX` replaced, or nil if it has none.
  static func percentDecoded(_ reading: Reading) -> Reading? {
    decoded(reading, sign: "%") { index in
      guard reading.has("u", at: index + 1) || reading.has("U", at: index + 1) else { return nil }
      return UTF16Escapes.scalar(in: reading, at: index, prefix: 2)
    }
  }

  /// The reading with `=XX` replaced and soft line breaks removed, or nil if it has none.
  static func quotedPrintableDecoded(_ reading: Reading) -> Reading? {
    decoded(reading, sign: "=") { index in
      var end = index + 1
      while end < reading.count, reading.has(" ", at: end) || reading.has("\t", at: end) {
        end += 1
      }
      if reading.has("\r", at: end) { end += 1 }
      return reading.has("\n", at: end) ? (nil, end + 1) : nil
    }
  }

  /// Other escapes of the same sign: a scalar or nothing, and where the text goes on.
  private typealias Other = (Int) -> (UInt32?, Int)?

  private static func decoded(
    _ reading: Reading, sign: Unicode.Scalar, other: Other
  ) -> Reading? {
    guard reading.scalars.contains(sign.value) else { return nil }
    var result = Reading()
    result.reserve(reading.count)
    var changed = false
    var index = 0
    while index < reading.count {
      guard reading.has(sign, at: index) else {
        result.append(reading, index)
        index += 1
        continue
      }
      if let (scalar, end) = other(index) {
        if let scalar { result.append(scalar, from: reading.origins[index]) }
        changed = true
        index = end
        continue
      }
      var bytes: [UInt8] = []
      while let byte = byte(in: reading, at: index + bytes.count * 3, sign: sign) {
        bytes.append(byte)
      }
      if bytes.isEmpty {
        result.append(reading, index)
        index += 1
        continue
      }
      // A byte that is no UTF-8 stays as it is written.
      var position = 0
      while position < bytes.count {
        let start = index + position * 3
        if let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: position) {
          result.append(scalar, from: reading.origins[start])
          changed = true
          position += length
        } else {
          for kept in start..<(start + 3) { result.append(reading, kept) }
          position += 1
        }
      }
      index += bytes.count * 3
    }
    return changed ? result : nil
  }

  private static func byte(in reading: Reading, at index: Int, sign: Unicode.Scalar) -> UInt8? {
    guard reading.has(sign, at: index), index + 2 < reading.count,
      let high = ASCII.hex(reading.scalars[index + 1]),
      let low = ASCII.hex(reading.scalars[index + 2])
    else { return nil }
    return UInt8(high << 4 | low)
  }
}
