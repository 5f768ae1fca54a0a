/// A stretch of text to be replaced as a whole: one hit, or several that overlap.
public struct CoveredSpan: Equatable, Sendable {
  /// UTF-8 byte offsets of the union of the hits; spans never overlap.
  public let range: Range<Int>
  /// The tail of the hit that ends last, as in `Match`; never reaches into the next span.
  public let tail: Range<Int>
  /// The hits inside `range`, the longest first. Those as long as `range` decide what it is;
  /// when none is, two names interlock and no single one explains the span.
  public let matches: [Match]

  /// Hits of one text, sorted as the matcher gives them, joined where they share a byte.
  public static func of(_ matches: [Match], in text: [UInt8]) -> [CoveredSpan] {
    joining(matches, in: text)
  }

  /// Joins hits that share a byte, so that no byte of any hit survives a replacement.
  ///
  /// A hit between two others that needs the end of one and the beginning of the next is no hit:
  /// "Chol-su, Kim" in a list of the family Kim. See `withoutBridges`.
  static func joining(_ all: [Match], in text: [UInt8]) -> [CoveredSpan] {
    let matches = withoutBridges(all, in: text)
    var spans: [CoveredSpan] = []
    var at = 0
    while at < matches.count {
      let first = at
      var end = matches[at].range.upperBound
      while at < matches.count, at == first || matches[at].range.lowerBound < end {
        end = max(end, matches[at].range.upperBound)
        at += 1
      }
      let inside = matches[first..<at].sorted {
        $0.range.count != $1.range.count
          ? $0.range.count > $1.range.count : $0.range.lowerBound < $1.range.lowerBound
      }
      let tailEnd = inside.filter { $0.range.upperBound == end }.map(\.tail.upperBound).max() ?? end
      let limit = at < matches.count ? matches[at].range.lowerBound : Int.max
      spans.append(
        CoveredSpan(
          range: matches[first].range.lowerBound..<end, tail: end..<max(end, min(tailEnd, limit)),
          matches: inside))
    }
    return spans
  }

  /// Leaves out hits all of whose letters and digits belong to two other hits, one that begins
  /// before it and one that ends after it.
  ///
  /// Where only one of the two reaches beyond it, a comma, full stop, quote or the like must stand
  /// between them: "Kim Chol Su" is one name, though Kim and Chol Su are known. Only hits that
  /// stay vouch for others, so that no letter of any hit is left uncovered.
  private static func withoutBridges(_ matches: [Match], in text: [UInt8]) -> [Match] {
    var stays = [Bool](repeating: true, count: matches.count)
    var first = 0
    for at in matches.indices {
      // Sorted by beginning: what ends before this hit begins ends before all later ones too.
      while first < at, matches[first].range.upperBound <= matches[at].range.lowerBound {
        first += 1
      }
      let end = matches[at].range.upperBound
      let near = (first..<matches.count).lazy.prefix { matches[$0].range.lowerBound < end }
        .filter { $0 != at && stays[$0] }.map { matches[$0].range }
      stays[at] = !isBridge(matches[at].range, Array(near), text)
    }
    return matches.indices.filter { stays[$0] }.map { matches[$0] }
  }

  private static func isBridge(_ range: Range<Int>, _ near: [Range<Int>], _ text: [UInt8]) -> Bool {
    for left in near
    where left.lowerBound <= range.lowerBound && left.upperBound > range.lowerBound
      && left.upperBound < range.upperBound
    {
      for right in near
      where right.lowerBound >= left.upperBound && right.upperBound >= range.upperBound {
        let reach = (left.lowerBound < range.lowerBound, right.upperBound > range.upperBound)
        guard reach.0 || reach.1 else { continue }
        if isSeparator(text[left.upperBound..<right.lowerBound], divides: !(reach.0 && reach.1)) {
          return true
        }
      }
    }
    return false
  }

  /// Whether the bytes hold no letter or digit and, if asked, a sign that parts two names.
  private static func isSeparator(_ bytes: ArraySlice<UInt8>, divides: Bool) -> Bool {
    var gap: Gap = []
    let bytes = Array(bytes)
    var at = 0
    while at < bytes.count {
      let (scalar, size) = ScalarReader.read(bytes.span, at: at)
      let traits = FoldTable.shared.traits(scalar)
      if traits.isWord { return false }
      gap.formUnion(Gap(traits.kind))
      at += size
    }
    return !divides || !gap.isDisjoint(with: [.hard, .dot, .slash, .newline])
  }
}
