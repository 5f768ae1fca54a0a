/// All patterns, found by the letters they begin with.
struct LetterSearch: Sendable {
  // A pattern is kept under its first 6 letters, or 3, 2, 1 if it has fewer.
  private static let lengths = [6, 3, 2, 1]

  private var patterns: [Pattern] = []
  private var byBeginning: [[UInt32]: [Int]] = [:]
  /// Which hashes of beginnings occur at all, for each length.
  private var occurs: [[Bool]] = Array(
    repeating: Array(repeating: false, count: 1 << 14), count: lengths.count)

  init(_ patterns: some Sequence<Pattern>) {
    for pattern in patterns {
      guard
        let (row, length) = Self.lengths.enumerated().first(where: {
          $1 <= pattern.values.count
        }).map({ ($0.offset, $0.element) })
      else { continue }
      byBeginning[Array(pattern.values.prefix(length)), default: []].append(self.patterns.count)
      occurs[row][Self.hash(pattern.values[..<length])] = true
      self.patterns.append(pattern)
    }
  }

  /// Calls `found` with a needle and where in the reading it stands.
  func search(_ hay: Haystack, _ found: (_ needle: Int, _ stretch: Range<Int>) -> Void) {
    for start in 0..<hay.count {
      for (row, length) in Self.lengths.enumerated() where start + length <= hay.count {
        let beginning = hay.values[start..<(start + length)]
        guard occurs[row][Self.hash(beginning)],
          let candidates = byBeginning[Array(beginning)]
        else { continue }
        for candidate in candidates {
          let pattern = patterns[candidate]
          let end = start + pattern.values.count
          if end <= hay.count, hay.values[start..<end].elementsEqual(pattern.values),
            pattern.stands(in: hay, at: start)
          {
            found(pattern.needle, hay.indices[start]..<(hay.indices[end - 1] + 1))
          }
        }
      }
    }
  }

  private static func hash(_ values: ArraySlice<UInt32>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for value in values { hash = (hash ^ value) &* 16_777_619 }
    return Int((hash ^ hash >> 15) & 0x3FFF)
  }
}
