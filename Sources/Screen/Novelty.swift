/// What a reading says that no earlier reading of the same output said in the same place.
///
/// Most readings differ from each other in a few places only. A reading is cut into pieces at
/// places that depend on nothing but the text around them, so that equal text is cut alike. A
/// piece is known if it, three pieces before and three after it, some hundred letters each way,
/// have been searched from the same byte on. All else is searched, with as much around it.
struct Novelty {
  private static let around = 3
  // One place in 64 is a cut.
  private static let cutMask: UInt32 = 63
  // Whole words at the ends, so that an end of a slice is not taken for the end of a word.
  private static let longestWord = 4_096

  private var known: Set<Int> = []

  /// The parts of `reading` that must be searched.
  mutating func slices(of reading: Reading) -> [Reading] {
    let cuts = Self.cuts(of: reading)
    let hashes = zip(cuts, cuts.dropFirst()).map { Self.hash(reading, $0..<$1) }
    var slices: [Range<Int>] = []
    for piece in hashes.indices {
      let first = max(0, piece - Self.around)
      let last = min(hashes.count - 1, piece + Self.around)
      var context = Hasher()
      for near in first...last { context.combine(hashes[near]) }
      context.combine(piece - first)
      guard known.insert(context.finalize()).inserted else { continue }
      let slice = Self.wholeWords(reading, cuts[first]..<cuts[last + 1])
      if let previous = slices.last, previous.upperBound >= slice.lowerBound {
        slices[slices.count - 1] = previous.lowerBound..<max(previous.upperBound, slice.upperBound)
      } else {
        slices.append(slice)
      }
    }
    return slices.map { reading.slice($0) }
  }

  private static func cuts(of reading: Reading) -> [Int] {
    var cuts = [0]
    var recent: UInt32 = 0
    for index in 0..<reading.count {
      recent = recent &* 31 &+ reading.scalars[index]
      // Four scalars back a factor of 31⁴ still stands: what was before must be taken out.
      if index >= 4 { recent = recent &- reading.scalars[index - 4] &* 923_521 }
      if (recent ^ recent >> 7) & cutMask == 0 { cuts.append(index + 1) }
    }
    if cuts.last != reading.count { cuts.append(reading.count) }
    return cuts
  }

  private static func hash(_ reading: Reading, _ range: Range<Int>) -> Int {
    var hasher = Hasher()
    for scalar in reading.scalars[range] { hasher.combine(scalar) }
    hasher.combine(reading.origins[range.lowerBound])
    return hasher.finalize()
  }

  private static func wholeWords(_ reading: Reading, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < longestWord,
      !ASCII.isSpace(reading.scalars[start - 1])
    {
      start -= 1
    }
    var end = range.upperBound
    while end < reading.count, end - range.upperBound < longestWord,
      !ASCII.isSpace(reading.scalars[end])
    {
      end += 1
    }
    return start..<end
  }
}
