/// The signs of Markdown that stand inside running text, and the keys of JSON objects.
enum InlineSigns {
  // No link target or note is longer; what is, stays. Together they also bound the work.
  private static let longestTarget = 512
  private static let longestNote = 64

  /// The reading without emphasis, note marks and link targets, or nil if it has none.
  static func markdownRemoved(_ reading: Reading) -> Reading? {
    var result = Reading()
    result.reserve(reading.count)
    var index = 0
    while index < reading.count {
      switch Unicode.Scalar(reading.scalars[index]) {
      case "*", "_", "~", "`": index += 1
      case "[": index = noteEnd(in: reading, at: index) ?? index + 1
      case "]": index = targetEnd(in: reading, at: index + 1) ?? index + 1
      default:
        result.append(reading, index)
        index += 1
      }
    }
    return result.count < reading.count ? result : nil
  }

  /// Just after `[12]` or `[^note]`.
  private static func noteEnd(in reading: Reading, at start: Int) -> Int? {
    guard let end = end(of: "]", in: reading, from: start + 1, longestNote) else {
      return nil
    }
    let inside = reading.scalars[(start + 1)..<(end - 1)]
    let isNumber = (1...4).contains(inside.count) && inside.allSatisfy(ASCII.isDigit)
    return isNumber || (reading.has("^", at: start + 1) && !reading.has(":", at: end)) ? end : nil
  }

  /// Just after `(target)` or `[label]`.
  private static func targetEnd(in reading: Reading, at start: Int) -> Int? {
    if reading.has("(", at: start) {
      return end(of: ")", in: reading, from: start + 1, longestTarget)
    }
    if reading.has("[", at: start) {
      return end(of: "]", in: reading, from: start + 1, longestNote)
    }
    return nil
  }

  private static func end(
    of sign: Unicode.Scalar, in reading: Reading, from start: Int, _ most: Int
  ) -> Int? {
    var index = start
    while index < reading.count, index - start < most, !reading.has("\n", at: index) {
      if reading.has(sign, at: index) { return index + 1 }
      index += 1
    }
    return nil
  }

  /// The reading without the keys of JSON objects, so that the values stand side by side; or nil.
  static func keysRemoved(_ reading: Reading) -> Reading? {
    var result = Reading()
    result.reserve(reading.count)
    var index = 0
    while index < reading.count {
      guard reading.has("\"", at: index) else {
        result.append(reading, index)
        index += 1
        continue
      }
      let end = stringEnd(in: reading, at: index)
      if isKey(in: reading, endingAt: end) {
        result.append(0x20, from: reading.origins[index])
      } else {
        for kept in index..<end { result.append(reading, kept) }
      }
      index = end
    }
    return result.count < reading.count ? result : nil
  }

  /// Just after the quoted string that begins at `start`.
  static func stringEnd(in reading: Reading, at start: Int) -> Int {
    var index = start + 1
    while index < reading.count, !reading.has("\"", at: index) {
      index += reading.has("\\", at: index) ? 2 : 1
    }
    return min(index + 1, reading.count)
  }

  /// Whether the string that ends here is followed by a colon.
  static func isKey(in reading: Reading, endingAt end: Int) -> Bool {
    var index = end
    while index < reading.count, ASCII.isSpace(reading.scalars[index]) { index += 1 }
    return reading.has(":", at: index)
  }
}
