/// All patterns, found by the letters they begin with.
struct LetterSearch: Sendable {
  // A pattern is kept under its first 6 letters, or 3, 2, 1 if it has fewer.
  private static let longest = 6

  private var patterns: [Pattern] = []
  /// By the hash of a beginning. Another one of the same hash costs a comparison.
  private var byBeginning: [UInt64: [Int]] = [:]
  /// Which hashes of beginnings occur at all.
  private var occurs: [Bool]

  init(_ patterns: some Collection<Pattern>) {
    // Sixteen places for each pattern: few letters of a text begin one by chance.
    var places = 1 << 14
    while places < patterns.count * 16, places < 1 << 22 { places <<= 1 }
    occurs = Array(repeating: false, count: places)
    for pattern in patterns {
      guard
        let length = (1...Self.longest).last(where: {
          Self.isBeginning($0) && $0 <= pattern.values.count
        })
      else { continue }
      let hash = pattern.values[..<length].reduce(Self.seed, Self.mixed)
      byBeginning[hash, default: []].append(self.patterns.count)
      occurs[place(hash)] = true
      self.patterns.append(pattern)
    }
  }

  /// Calls `found` with a needle and where in the reading it stands.
  func search(_ hay: Haystack, _ found: (_ needle: Int, _ stretch: Range<Int>) -> Void) {
    for start in 0..<hay.count {
      var hash = Self.seed
      for length in 1...min(Self.longest, hay.count - start) {
        hash = Self.mixed(hash, hay.values[start + length - 1])
        guard Self.isBeginning(length), occurs[place(hash)], let candidates = byBeginning[hash]
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

  private static func isBeginning(_ length: Int) -> Bool {
    switch length {
    case 1, 2, 3, longest: true
    default: false
    }
  }

  // FNV-1a over scalars.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mixed(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    (hash ^ UInt64(value)) &* 0x100_0000_01B3
  }

  private func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (occurs.count - 1)
  }
}
