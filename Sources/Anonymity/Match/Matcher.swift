/// Finds every known identifier in a text, however it is written.
///
/// Texts are UTF-8 bytes and need not be valid: a bad byte is a separator. Letters that differ by
/// case, width, normal form, marks or invisible characters are equal, and so are lookalikes where
/// `Lookalikes` accepts them; separators between letters are passed over where `GapRule` does.
/// An identifier without any letter or digit is never found.
public struct Matcher: Sendable {
  private let set: PatternSet

  /// A matcher of `identifiers`; hits refer to them by index.
  public init(_ identifiers: [KnownIdentifier]) { set = PatternSet(identifiers, in: nil) }

  /// A matcher for these texts alone, which is made much faster: what no text can hold is left out.
  public init(_ identifiers: [KnownIdentifier], in texts: [[UInt8]]) {
    set = PatternSet(identifiers, in: texts + texts.compactMap { InlineMarkup($0)?.text })
  }

  /// All hits, overlapping ones included, sorted by where they start, the longer one first.
  ///
  /// Also those that go on across character references and inline tags: `Kim Ch&#x6F;l-<b>su</b>`.
  public func matches(in text: [UInt8]) -> [Match] {
    let plain = asWritten(text)
    guard let markup = InlineMarkup(text) else { return plain }
    let others = asWritten(markup.text).map { match in
      let range = markup.given(match.range)
      let tail = match.tail.isEmpty ? range.upperBound : markup.given(match.tail).upperBound
      return Match(
        range: range, tail: range.upperBound..<max(range.upperBound, tail),
        identifiers: match.identifiers, isTitled: match.isTitled)
    }
    let known = Set(plain.map(\.range))
    return (plain + others.filter { !known.contains($0.range) }).sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
  }

  private func asWritten(_ text: [UInt8]) -> [Match] {
    let bytes = text.span
    var hits = hits(in: bytes)
    hits.sort {
      ($0.range.lowerBound, $1.range.upperBound, $0.identifier)
        < ($1.range.lowerBound, $0.range.upperBound, $1.identifier)
    }
    var matches: [Match] = []
    var at = 0
    while at < hits.count {
      let range = hits[at].range
      var identifiers: [Int] = []
      var isTitled = false
      while at < hits.count, hits[at].range == range {
        if identifiers.last != hits[at].identifier { identifiers.append(hits[at].identifier) }
        isTitled = isTitled || hits[at].isTitled
        at += 1
      }
      matches.append(
        Match(
          range: range, tail: range.upperBound..<Tail.end(bytes, after: range),
          identifiers: identifiers, isTitled: isTitled))
    }
    return matches
  }

  private func hits(in bytes: Span<UInt8>) -> [Scanner.Hit] {
    let (hits, sawNote) = Scanner(set: set, notes: false).run(bytes)
    return sawNote ? hits + Scanner(set: set, notes: true).run(bytes).hits : hits
  }

  /// Hits resolved for replacement: overlapping ones joined, so that no letter of any hit survives.
  ///
  /// - Parameter isReplaced: whether an identifier, by its index, is to be replaced at all; hits of
  ///   others alone are left out.
  public func cover(
    in text: [UInt8], where isReplaced: (Int) -> Bool = { _ in true }
  ) -> [CoveredSpan] {
    let matches = matches(in: text).filter { $0.identifiers.contains(where: isReplaced) }
    return CoveredSpan.joining(matches, in: text)
  }
}
