/// Text packed as base64 or hexadecimal.
enum PackedText {
  // Shorter printable runs inside binary data are chance.
  private static let shortestString = 10
  private static let shortestBinary = 24

  /// All text that is packed in the reading, one piece a line, or nil if there is none that is
  /// not among the `known` runs.
  static func unpacked(_ reading: Reading, except known: inout Set<Int>) -> Reading? {
    var result = Reading()
    base64(in: reading, into: &result, &known)
    hexadecimal(in: reading, into: &result, &known)
    return result.count > 0 ? result : nil
  }

  /// The byte of the raw output where a `data:` link begins that holds no text.
  static func embeddedData(in reading: Reading) -> Int? {
    var index = 0
    while let link = reading.firstIndex(of: "data:", from: index) {
      index = link + 5
      guard
        let comma = reading.scalars[index..<min(index + 200, reading.count)].firstIndex(of: 0x2C)
      else { continue }
      guard (index..<comma).contains(where: { reading.hasWord(";base64", at: $0) }) else {
        continue
      }
      let payload = reading.scalars[(comma + 1)...].prefix { sextet($0) != nil }
      let sextets = payload.compactMap(sextet)
      if !sextets.isEmpty, text(of: bytes(sextets[...])) == nil { return reading.origins[link] }
    }
    return nil
  }

  private static func base64(
    in reading: Reading, into result: inout Reading, _ known: inout Set<Int>
  ) {
    var index = 0
    while index < reading.count {
      guard sextet(reading.scalars[index]) != nil else {
        index += 1
        continue
      }
      let (sextets, end) = run(in: reading, from: index)
      // A run may begin with a letter or a slash that does not belong to it.
      let isNew = known.insert(sextets.hashValue).inserted
      for shift in 0..<4 where isNew && sextets.count >= shift + 4 {
        append(
          bytes(sextets[shift...]), triesUTF16: shift == 0, from: reading.origins[index], &result)
      }
      index = end
    }
  }

  /// The run of base64 at `start`; lines of at least 32 characters go on in the next line.
  private static func run(
    in reading: Reading, from start: Int
  ) -> (sextets: [UInt8], end: Int) {
    var sextets: [UInt8] = []
    var index = start
    var lineStart = start
    while index < reading.count {
      if let sextet = sextet(reading.scalars[index]) {
        sextets.append(sextet)
        index += 1
      } else if ASCII.isSpace(reading.scalars[index]), index - lineStart >= 32 {
        var next = index
        while next < reading.count, ASCII.isSpace(reading.scalars[next]) { next += 1 }
        guard next < reading.count, sextet(reading.scalars[next]) != nil else { break }
        index = next
        lineStart = next
      } else {
        break
      }
    }
    return (sextets, max(index, start + 1))
  }

  private static func sextet(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x41...0x5A: UInt8(scalar - 0x41)
    case 0x61...0x7A: UInt8(scalar - 0x61 + 26)
    case 0x30...0x39: UInt8(scalar - 0x30 + 52)
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }

  private static func bytes(_ sextets: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sextets.count * 3 / 4)
    var bits: UInt32 = 0
    var held = 0
    for sextet in sextets {
      bits = (bits << 6 | UInt32(sextet)) & 0xFFFF
      held += 6
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    return bytes
  }

  /// Pairs of digits, alone or with one sign between them: `4b696d`, `4b 69 6d`, `0x4b:69:6d`.
  private static func hexadecimal(
    in reading: Reading, into result: inout Reading, _ known: inout Set<Int>
  ) {
    var index = 0
    while index < reading.count {
      let isStart =
        index == 0 || ASCII.hex(reading.scalars[index - 1]) == nil
      guard isStart, ASCII.hex(reading.scalars[index]) != nil else {
        index += 1
        continue
      }
      var end = index
      var bytes: [UInt8] = []
      while end + 1 < reading.count, let high = ASCII.hex(reading.scalars[end]),
        let low = ASCII.hex(reading.scalars[end + 1])
      {
        bytes.append(UInt8(high << 4 | low))
        end += 2
        if end < reading.count, [0x20, 0x2D, 0x3A, 0x2C].contains(reading.scalars[end]) {
          end += 1
        }
        if reading.hasWord("0x", at: end) { end += 2 }
      }
      if bytes.count >= 3, known.insert(~bytes.hashValue).inserted {
        append(bytes, triesUTF16: true, from: reading.origins[index], &result)
      }
      index = max(end, index + 1)
    }
  }

  private static func append(
    _ bytes: [UInt8], triesUTF16: Bool, from origin: Int, _ result: inout Reading
  ) {
    func line(_ scalars: some Sequence<UInt32>) {
      for scalar in scalars { result.append(scalar, from: origin) }
      result.append(0x0A, from: origin)
    }
    if let text = text(of: bytes) {
      line(text)
      return
    }
    if bytes.count >= shortestBinary {
      for string in strings(in: bytes) { line(string) }
    }
    if triesUTF16, bytes.count >= 4, bytes.count.isMultiple(of: 2) {
      for isBig in [false, true] {
        if let text = utf16(bytes, isBig: isBig) { line(text) }
      }
    }
  }

  /// The scalars of `bytes`, if they are UTF-8 without control characters.
  private static func text(of bytes: [UInt8]) -> [UInt32]? {
    var scalars: [UInt32] = []
    var index = 0
    while index < bytes.count {
      guard let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index), isText(scalar) else {
        return nil
      }
      scalars.append(scalar)
      index += length
    }
    return scalars
  }

  private static func strings(in bytes: [UInt8]) -> [[UInt32]] {
    var strings: [[UInt32]] = []
    var current: [UInt32] = []
    var start = 0
    var index = 0
    while index <= bytes.count {
      if index < bytes.count, let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index),
        isText(scalar)
      {
        current.append(scalar)
        index += length
        continue
      }
      if index - start >= shortestString { strings.append(current) }
      current = []
      index += 1
      start = index
    }
    return strings
  }

  private static func utf16(_ bytes: [UInt8], isBig: Bool) -> [UInt32]? {
    var units: [UInt16] = []
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (high, low) = isBig ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      units.append(UInt16(high) << 8 | UInt16(low))
    }
    let text = String(decoding: units, as: UTF16.self).unicodeScalars.map(\.value)
    return text.allSatisfy({ isText($0) && $0 != 0xFFFD }) ? text : nil
  }

  private static func isText(_ scalar: UInt32) -> Bool {
    scalar >= 0x20 && !(0x7F..<0xA0).contains(scalar) || [0x09, 0x0A, 0x0D].contains(scalar)
  }
}
