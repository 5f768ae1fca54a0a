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

/// A stretch of raw text and what becomes of it.
struct RedactedSpan: Sendable {
  private(set) var range: Range<Int>
  /// Directly after the range, what belongs to a name by grammar.
  private(set) var tail: Range<Int>
  let replacement: Replacement

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

  /// Whether it stands for what somebody is called.
  var isName: Bool {
    switch replacement {
    case .person: true
    case .words(_, _, let kind): kind == .name || kind == .alias
    default: false
    }
  }

  mutating func grow(over other: Range<Int>) {
    range = min(range.lowerBound, other.lowerBound)..<max(range.upperBound, other.upperBound)
    tail = range.upperBound..<max(range.upperBound, tail.upperBound)
  }
}
