import Anonymity

/// Writes the pieces of a redacted text from left to right.
///
/// Raw text is copied only up to the next covered span, never past one: what follows a name, such
/// as a bracket with a number in it, may hold another identifier.
struct PieceWriter {
  private(set) var pieces: [Piece] = []
  private let bytes: [UInt8]
  /// Up to where the raw text is dealt with.
  private var at = 0
  /// Particles further on that are made anew when the copy gets there, in order.
  private var later: [(range: Range<Int>, text: String)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The end of what is written.
  var tail: String { pieces.suffix(6).map(\.text).joined() }

  /// The newest label of a person; empty before the first.
  var lastLabel: String { pieces.last { $0.kind == .name }?.text ?? "" }

  /// Copies raw text up to a byte.
  mutating func copy(upTo end: Int) {
    while let next = later.first, next.range.upperBound <= end {
      later.removeFirst()
      guard next.range.lowerBound >= at else { continue }
      words(upTo: next.range.lowerBound)
      pieces.append(Piece(text: next.text, range: next.range, isFitted: true))
      at = next.range.upperBound
    }
    words(upTo: end)
  }

  /// Writes what stands for a range of the raw text.
  ///
  /// - Parameters:
  ///   - swallowed: bytes at the end of what is written that the piece replaces too.
  ///   - particle: what stands instead of a range further on.
  mutating func put(
    _ piece: Piece, swallowing swallowed: Int, later particle: (range: Range<Int>, text: String)?
  ) {
    var start = max(at, piece.range.lowerBound)
    drop(swallowed + signLength(before: piece.kind), &start)
    let end = max(at, piece.range.upperBound)
    pieces.append(
      Piece(text: piece.text, range: start..<end, entity: piece.entity, kind: piece.kind))
    at = end
    guard let particle, !later.contains(where: { $0.range.overlaps(particle.range) }) else {
      return
    }
    later.append(particle)
    later.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func words(upTo end: Int) {
    guard at < end else { return }
    pieces.append(Piece(text: String(decoding: bytes[at..<end], as: UTF8.self), range: at..<end))
    at = end
  }

  /// Bytes of the sign in front of an account's name or a number, which says nothing without it.
  private func signLength(before kind: MentionKind?) -> Int {
    guard let last = pieces.last, last.kind == nil, let sign = last.text.last else { return 0 }
    switch kind {
    case .handle where "@＠".contains(sign): return String(sign).utf8.count
    case .phone where "+＋".contains(sign): return String(sign).utf8.count
    default: return 0
    }
  }

  /// Takes bytes off the end of what was written: a title, an article that the label brings itself.
  private mutating func drop(_ count: Int, _ start: inout Int) {
    var left = count
    while left > 0, let last = pieces.popLast() {
      let bytes = Array(last.text.utf8)
      start = last.range.lowerBound
      if bytes.count > left {
        let kept = bytes.count - left
        // Only words that stay are as long as their range.
        let range =
          last.entity == nil && last.kind == nil && !last.isFitted
          ? last.range.lowerBound..<(last.range.lowerBound + kept) : last.range
        pieces.append(
          Piece(
            text: String(decoding: bytes[0..<kept], as: UTF8.self), range: range,
            entity: last.entity, kind: last.kind, isFitted: last.isFitted))
        start = range.upperBound
      }
      left -= min(left, bytes.count)
    }
  }
}
