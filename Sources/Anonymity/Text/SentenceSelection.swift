/// Which sentences of a text go into an excerpt: "3-7,9".
public struct SentenceSelection: Equatable, Sendable {
  /// Sentence numbers from 1, in order, neither overlapping nor touching.
  public let ranges: [ClosedRange<Int>]

  /// Reads numbers and ranges between commas; spaces are allowed, and an en dash for the hyphen.
  ///
  /// Order and overlaps do not matter: an excerpt keeps the order of the text.
  public init(parsing text: some StringProtocol) throws(SentenceSelectionError) {
    guard text.utf8.count <= 4_096 else { throw .tooLong }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
    var found: [ClosedRange<Int>] = []
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let ends = part.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
      guard ends.count <= 2, let from = Self.number(ends[0]),
        let to = Self.number(ends[ends.count - 1])
      else { throw .notANumber(part: index + 1) }
      guard from >= 1, to >= 1 else { throw .zero(part: index + 1) }
      guard from <= to else { throw .backwards(part: index + 1) }
      found.append(from...to)
    }
    var merged: [ClosedRange<Int>] = []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  /// The UTF-8 ranges chosen from the sentences of a text, one for each run of neighbours.
  public func bytes(of sentences: [Range<Int>]) throws(SentenceSelectionError) -> [Range<Int>] {
    var bytes: [Range<Int>] = []
    for range in ranges {
      guard range.upperBound <= sentences.count else { throw .beyondEnd(count: sentences.count) }
      bytes.append(
        sentences[range.lowerBound - 1].lowerBound..<sentences[range.upperBound - 1].upperBound)
    }
    return bytes
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    let digits = text.utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }
    guard (1...9).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits.reversed() {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }
}

/// Why a selection of sentences is refused; parts count from 1, between commas.
public enum SentenceSelectionError: Error, Equatable, Sendable {
  case empty
  /// More than 4,096 bytes.
  case tooLong
  /// Neither a number nor two numbers with a hyphen.
  case notANumber(part: Int)
  /// Sentences count from 1.
  case zero(part: Int)
  /// The second number is smaller than the first.
  case backwards(part: Int)
  /// The text has only so many sentences.
  case beyondEnd(count: Int)
}
