/// What a backslash means depends on the language; each dialect is a reading of its own.
enum BackslashEscapes {
  enum Dialect: CaseIterable {
    /// JSON, JavaScript and most programming languages; also `U+AE40`.
    case code
    /// Style sheets: up to six hexadecimal digits and one space.
    case style
    /// Markdown: a backslash before punctuation vanishes.
    case markdown
  }

  /// The reading with the dialect's escapes replaced, or nil if it has none.
  static func decoded(_ reading: Reading, _ dialect: Dialect) -> Reading? {
    guard reading.scalars.contains(0x5C) || dialect == .code else { return nil }
    var result = Reading()
    result.reserve(reading.count)
    var changed = false
    var index = 0
    while index < reading.count {
      let row = rowLength(in: reading, at: index)
      if row >= shortestRow {
        for kept in index..<(index + row) { result.append(reading, kept) }
        index += row
        continue
      }
      let escape: (scalars: [UInt32], end: Int)? =
        switch dialect {
        case .code: code(in: reading, at: index)
        case .style: style(in: reading, at: index)
        case .markdown: markdown(in: reading, at: index)
        }
      if let escape {
        for scalar in escape.scalars { result.append(scalar, from: reading.origins[index]) }
        changed = true
        index = escape.end
      } else {
        result.append(reading, index)
        index += 1
      }
    }
    return changed ? result : nil
  }

  // Four encodings inside each other double a backslash four times; a longer row is a drawing.
  private static let shortestRow = 17

  private static func rowLength(in reading: Reading, at start: Int) -> Int {
    var end = start
    while reading.has("\\", at: end) { end += 1 }
    return end - start
  }

  private typealias Escape = (scalars: [UInt32], end: Int)

  private static func code(in reading: Reading, at index: Int) -> Escape? {
    if reading.has("+", at: index + 1), reading.hasWord("u+", at: index) {
      return number(in: reading, from: index + 2, base: 16, least: 4, most: 6)
    }
    guard reading.has("\\", at: index), index + 1 < reading.count else { return nil }
    switch Unicode.Scalar(reading.scalars[index + 1]) {
    case "u" where reading.has("{", at: index + 2):
      guard
        let (scalars, end) = number(in: reading, from: index + 3, base: 16, least: 1, most: 8),
        reading.has("}", at: end)
      else { return nil }
      return (scalars, end + 1)
    case "u":
      guard let (scalar, end) = UTF16Escapes.scalar(in: reading, at: index, prefix: 2) else {
        return nil
      }
      return (scalar.map { [$0] } ?? [], end)
    case "U": return number(in: reading, from: index + 2, base: 16, least: 8, most: 8)
    case "x", "0", "1", "2", "3": return bytes(in: reading, from: index)
    case "n", "r", "t", "b", "f", "v": return ([0x20], index + 2)
    case "\n": return ([], index + 2)
    default:
      let next = reading.scalars[index + 1]
      return ASCII.isPunctuation(next) ? ([next], index + 2) : nil
    }
  }

  /// A run of `\xEA` or `\352`: UTF-8 where it is that, else one scalar for each byte.
  private static func bytes(in reading: Reading, from start: Int) -> Escape? {
    var bytes: [UInt8] = []
    var index = start
    while reading.has("\\", at: index) {
      let isHex = reading.has("x", at: index + 1)
      let parsed =
        isHex
        ? number(in: reading, from: index + 2, base: 16, least: 2, most: 2)
        : number(in: reading, from: index + 1, base: 8, least: 1, most: 3)
      guard let (scalars, end) = parsed, let value = scalars.first, value < 256 else { break }
      bytes.append(UInt8(value))
      index = end
    }
    guard !bytes.isEmpty else { return nil }
    var scalars: [UInt32] = []
    var position = 0
    while position < bytes.count {
      let (scalar, length) =
        UTF8Decoding.scalar(in: bytes, at: position) ?? (UInt32(bytes[position]), 1)
      scalars.append(scalar)
      position += length
    }
    return (scalars, index)
  }

  private static func style(in reading: Reading, at index: Int) -> Escape? {
    guard reading.has("\\", at: index), index + 1 < reading.count else { return nil }
    if let (scalars, end) = number(in: reading, from: index + 1, base: 16, least: 1, most: 6) {
      let hasSpace = end < reading.count && ASCII.isSpace(reading.scalars[end])
      return (scalars, hasSpace ? end + 1 : end)
    }
    if reading.has("\n", at: index + 1) { return ([], index + 2) }
    return ([reading.scalars[index + 1]], index + 2)
  }

  private static func markdown(in reading: Reading, at index: Int) -> Escape? {
    guard reading.has("\\", at: index), index + 1 < reading.count,
      ASCII.isPunctuation(reading.scalars[index + 1])
    else { return nil }
    return ([reading.scalars[index + 1]], index + 2)
  }

  private static func number(
    in reading: Reading, from start: Int, base: UInt32, least: Int, most: Int
  ) -> Escape? {
    var value: UInt32 = 0
    var index = start
    while index < reading.count, index - start < most,
      let digit = ASCII.hex(reading.scalars[index]), digit < base
    {
      value = min(value * base + digit, 0x110000)
      index += 1
    }
    guard index - start >= least else { return nil }
    return ([value != 0 && Unicode.Scalar(value) != nil ? value : 0xFFFD], index)
  }
}
