/// Strict UTF-8: the whole input or nothing.
enum UTF8Decoding {
  /// The scalars of `bytes`, or a refusal at the first byte that is not UTF-8 or is NUL.
  static func reading(of bytes: [UInt8]) throws(Refusal) -> Reading {
    var reading = Reading()
    reading.reserve(bytes.count)
    var index = 0
    while index < bytes.count {
      guard let (scalar, length) = scalar(in: bytes, at: index), scalar != 0 else {
        throw .undecodable(atByte: index)
      }
      reading.append(scalar, from: index)
      index += length
    }
    return reading
  }

  /// The well-formed scalar that begins at `index`, and its length in bytes (Unicode, table 3-7).
  static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: UInt32, length: Int)? {
    let lead = UInt32(bytes[index])
    let length: Int
    let least: UInt32
    var scalar: UInt32
    switch lead {
    case 0..<0x80: return (lead, 1)
    case 0xC2...0xDF: (length, least, scalar) = (2, 0x80, lead & 0x1F)
    case 0xE0...0xEF: (length, least, scalar) = (3, 0x800, lead & 0x0F)
    case 0xF0...0xF4: (length, least, scalar) = (4, 0x10000, lead & 0x07)
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for next in bytes[(index + 1)..<(index + length)] {
      guard next & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }
}
