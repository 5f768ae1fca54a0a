import Anonymity

/// What stands in the place of a stretch of text.
enum Replacement: Sendable {
  /// The label of a person, by index in ``Identities``.
  case person(Int)
  /// General words, or with `nil` a note that the thing is withheld.
  case words(String?, person: Int?, kind: MentionKind)
  /// The larger area in which a place lies.
  case area(of: String, person: Int)
  /// Words that are already fitted to their place.
  case reworded(String)
}

/// A stretch of raw text that is replaced beside the known identifiers.
struct Insertion: Sendable {
  /// UTF-8 bytes of the raw text.
  let range: Range<Int>
  let replacement: Replacement
  /// A person decided on it: it swallows the identifiers that it touches. What a policy alone
  /// inserts gives way to them.
  let isDecided: Bool
}

extension [Insertion] {
  /// Spans and insertions in order, none touching another.
  func merged(with spans: [RedactedSpan]) -> [RedactedSpan] {
    var out: [RedactedSpan] = []
    let all =
      spans.map { (span: $0, rank: 1) }
      + map { (span: RedactedSpan($0), rank: $0.isDecided ? 0 : 2) }
    // The strongest first; a weaker one that touches it is swallowed by a decision and dropped by
    // an identifier.
    for (span, rank) in all.sorted(by: { $0.rank < $1.rank }) {
      let touched = out.indices.filter { out[$0].range.overlaps(span.range) }
      guard let first = touched.first else {
        out.append(span)
        continue
      }
      guard rank == 1 || rank == 0 else { continue }
      // No byte of an identifier may stay: the decided span grows over it.
      out[first].grow(over: span.range)
      for index in touched.dropFirst().reversed() {
        out[first].grow(over: out[index].range)
        out.remove(at: index)
      }
    }
    return out.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension [RedactedSpan] {
  /// Spans in order, none of which leaves half of a pair of markup behind.
  func withoutHalfMarkup(in bytes: [UInt8]) -> [RedactedSpan] {
    var out = self
    for index in out.indices {
      let range = out[index].range
      let low = index > 0 ? out[index - 1].end : 0
      let high = index + 1 < count ? out[index + 1].range.lowerBound : bytes.count
      out[index].settleMarkup(
        in: bytes, within: Swift.min(low, range.lowerBound)..<Swift.max(high, range.upperBound))
    }
    return out
  }
}

/// A stretch of raw text and what becomes of it.
struct RedactedSpan: Sendable {
  private(set) var range: Range<Int>
  /// Directly after the range, what belongs to a name by grammar.
  private(set) var tail: Range<Int>
  let replacement: Replacement
  /// Halves of markup in it that are put back; `nil` where there are none.
  private(set) var markup: HalfMarkup?

  /// Behind its tail, and behind the halves of markup that stand there.
  var end: Int { max(range.upperBound, tail.upperBound) + (markup?.behindTail ?? 0) }

  init(_ insertion: Insertion) {
    range = insertion.range
    tail = insertion.range.upperBound..<insertion.range.upperBound
    replacement = insertion.replacement
  }

  init(range: Range<Int>, tail: Range<Int>, _ replacement: Replacement) {
    self.range = range
    self.tail = tail
    self.replacement = replacement
  }

  /// What stands for it, with the halves of markup that are put back.
  func withMarkup(_ words: String) -> String {
    (markup?.closing ?? "") + words + (markup?.opening ?? "")
  }

  /// Whether it stands for what somebody is called.
  var isName: Bool {
    switch replacement {
    case .person: true
    case .words(_, _, let kind): kind == .name || kind == .alias
    default: false
    }
  }

  /// Takes halves of markup with it, or remembers them.
  fileprivate mutating func settleMarkup(in bytes: [UInt8], within limits: Range<Int>) {
    let half = HalfMarkup(range, tail: tail.upperBound, in: bytes, within: limits)
    if !half.opening.isEmpty || !half.closing.isEmpty || half.behindTail > 0 { markup = half }
    guard half.range != range else { return }
    range = half.range
    tail = range.upperBound..<max(range.upperBound, tail.upperBound)
  }

  mutating func grow(over other: Range<Int>) {
    range = min(range.lowerBound, other.lowerBound)..<max(range.upperBound, other.upperBound)
    tail = range.upperBound..<max(range.upperBound, tail.upperBound)
  }
}
