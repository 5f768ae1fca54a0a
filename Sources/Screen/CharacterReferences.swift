/// HTML character references: named, decimal, hexadecimal, with and without the semicolon.
enum CharacterReferences {
  // The longest name in the standard has 31 letters.
  private static let longestName = 32

  /// The reading with its references replaced, or nil if it has none.
  static func decoded(_ reading: Reading) -> Reading? {
    guard reading.scalars.contains(0x26) else { return nil }
    var result = Reading()
    result.reserve(reading.count)
    var changed = false
    var index = 0
    while index < reading.count {
      if reading.has("&", at: index), let (scalars, end) = reference(in: reading, at: index) {
        for scalar in scalars { result.append(scalar, from: reading.origins[index]) }
        changed = true
        index = end
      } else {
        result.append(reading, index)
        index += 1
      }
    }
    return changed ? result : nil
  }

  private static func reference(in reading: Reading, at start: Int) -> ([UInt32], Int)? {
    reading.has("#", at: start + 1)
      ? numeric(in: reading, at: start + 2) : named(in: reading, at: start + 1)
  }

  private static func numeric(in reading: Reading, at start: Int) -> ([UInt32], Int)? {
    let isHex = reading.has("x", at: start) || reading.has("X", at: start)
    let first = isHex ? start + 1 : start
    var index = first
    var value: UInt32 = 0
    while index < reading.count, let digit = ASCII.hex(reading.scalars[index]), isHex || digit < 10
    {
      value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    if reading.has(";", at: index) { index += 1 }
    return ([character(value)], index)
  }

  /// Browsers read 128 to 159 as Windows-1252; of those only letters matter here.
  private static func character(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x83: 0x192
    case 0x8A: 0x160
    case 0x8C: 0x152
    case 0x8E: 0x17D
    case 0x9A: 0x161
    case 0x9C: 0x153
    case 0x9E: 0x17E
    case 0x9F: 0x178
    default: value != 0 && Unicode.Scalar(value) != nil ? value : 0xFFFD
    }
  }

  private static func named(in reading: Reading, at start: Int) -> ([UInt32], Int)? {
    var name = ""
    var index = start
    while index < reading.count, index - start < longestName,
      ASCII.isLetter(reading.scalars[index]) || ASCII.isDigit(reading.scalars[index]),
      let scalar = Unicode.Scalar(reading.scalars[index])
    {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    if !name.isEmpty, reading.has(";", at: index) {
      // A name that is not in the table is a symbol, or shown as it is: a separator either way.
      return (ReferenceNames.scalars(for: name) ?? [0xFFFD], index + 1)
    }
    while !name.isEmpty {
      if ReferenceNames.withoutSemicolon.contains(name),
        let scalars = ReferenceNames.scalars(for: name)
      {
        return (scalars, start + name.unicodeScalars.count)
      }
      name.removeLast()
    }
    return nil
  }
}
