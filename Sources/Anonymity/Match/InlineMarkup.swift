/// A text without the markup that may stand inside a name: character references put back to letters,
/// inline tags and comments taken out. Hits in it are told in the bytes of the text as given.
struct InlineMarkup {
  /// A tag or a reference.
  struct Edit {
    /// Where it stands in the given text.
    let given: Range<Int>
    /// Where in `text` that is what it reads as; empty for an inline tag.
    let read: Range<Int>
  }

  private(set) var text: [UInt8] = []
  /// In order; what lies between them is the same in both texts.
  private(set) var edits: [Edit] = []
  private let givenCount: Int

  /// `nil` for a text that has none.
  init?(_ given: [UInt8]) {
    givenCount = given.count
    let bytes = given.span
    var copied = 0
    var at = 0
    while let sign = Self.sign(bytes, from: at) {
      guard let (end, letters) = Self.reading(bytes, sign) else {
        at = sign + 1
        continue
      }
      if edits.isEmpty { text.reserveCapacity(given.count) }
      text.append(contentsOf: given[copied..<sign])
      let start = text.count
      text.append(contentsOf: letters)
      if end < bytes.count, bytes[end] & 0xC0 == 0x80 {
        // No tag makes two halves of a character whole.
        text.append(contentsOf: Self.bad)
      }
      edits.append(Edit(given: sign..<end, read: start..<text.count))
      copied = end
      at = end
    }
    guard !edits.isEmpty else { return nil }
    text.append(contentsOf: given[copied...])
  }

  private static let bad: [UInt8] = Array("\u{FFFD}".utf8)
  private static let lineFeed: [UInt8] = [0x0A]

  private static func sign(_ text: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < text.count {
      let byte = text[at]
      if byte == 0x3C || byte == 0x26 { return at }
      at &+= 1
    }
    return nil
  }

  /// Where the markup at a sign ends and what it reads as; `nil` when it is none.
  private static func reading(_ text: Span<UInt8>, _ at: Int) -> (end: Int, [UInt8])? {
    if text[at] == 0x26 {
      return CharacterReference.at(at, text).map { ($0.end, Array(String($0.scalar).utf8)) }
    }
    // A tag that is not inline parts words and lines.
    return InlineTag.at(at, text).map { ($0.end, $0.isInline ? [] : lineFeed) }
  }

  /// The stretch before the edit of this number, or behind the last: in the given text, and in `text`.
  func stretch(before number: Int) -> (given: Range<Int>, read: Range<Int>) {
    let start =
      number > 0 ? (edits[number - 1].given.upperBound, edits[number - 1].read.upperBound) : (0, 0)
    let end =
      number < edits.count
      ? (edits[number].given.lowerBound, edits[number].read.lowerBound) : (givenCount, text.count)
    return (start.0..<end.0, start.1..<end.1)
  }

  /// The bytes of the given text from which a range of this one comes.
  func given(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else {
      let at = range.lowerBound > 0 ? source(of: range.lowerBound - 1).upperBound : 0
      return at..<at
    }
    let start = source(of: first).lowerBound
    return start..<max(start, source(of: last).upperBound)
  }

  /// What of the given text a byte comes from.
  private func source(of byte: Int) -> Range<Int> {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].read.lowerBound <= byte { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return byte..<byte + 1 }
    let edit = edits[low - 1]
    if edit.read.contains(byte) { return edit.given }
    let at = byte - edit.read.upperBound + edit.given.upperBound
    return at..<at + 1
  }
}
