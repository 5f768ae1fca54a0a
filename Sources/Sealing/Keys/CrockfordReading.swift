extension Crockford {
  /// Reads what ``encode(_:)`` wrote of `count` bytes, as a person may have typed it: case, spaces,
  /// hyphens and look-alikes do not count.
  ///
  /// - Returns: `nil` for another number of letters, a letter outside the alphabet, and bits behind
  ///   the last byte that are not zero: the same bytes never have two spellings.
  public static func decode(_ text: String, count: Int) -> [UInt8]? {
    let letters = Array(normalise(text))
    guard letters.count == (count * 8 + 4) / 5 else { return nil }
    var out: [UInt8] = []
    var buffer = 0
    var bits = 0
    for letter in letters {
      guard let value = alphabet.firstIndex(of: letter) else { return nil }
      buffer = buffer << 5 | value
      bits += 5
      if bits >= 8 {
        out.append(UInt8(truncatingIfNeeded: buffer >> (bits - 8)))
        bits -= 8
      }
      buffer &= (1 << bits) - 1
    }
    return buffer == 0 && out.count == count ? out : nil
  }
}
