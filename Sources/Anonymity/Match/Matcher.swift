/// Finds every known identifier in a text, however it is written.
///
/// Texts are UTF-8 bytes and need not be valid: a bad byte is a separator. Letters that differ by
/// case, width, normal form, marks or invisible characters are equal, and so are lookalikes where
/// `Lookalikes` accepts them; separators between letters are passed over where `GapRule` does.
/// An identifier without any letter or digit is never found.
public struct Matcher: Sendable {
  let set: PatternSet

  /// A matcher of `identifiers`; hits refer to them by index.
  public init(_ identifiers: [KnownIdentifier]) { set = PatternSet(identifiers, in: nil) }

  /// A matcher for these texts alone, which is made much faster: what no text can hold is left out.
  public init(_ identifiers: [KnownIdentifier], in texts: [[UInt8]]) {
    self.init(identifiers, in: Beginnings(of: texts))
  }

  /// A matcher for the texts that these beginnings are of.
  public init(_ identifiers: [KnownIdentifier], in texts: Beginnings) {
    set = PatternSet(identifiers, in: texts)
  }

  /// All hits, overlapping ones included, sorted by where they start, the longer one first.
  ///
  /// Also those that go on across character references and inline tags: `Kim Ch&#x6F;l-<b>su</b>`.
  public func matches(in text: [UInt8]) -> [Match] {
    var search = HitSearch(set)
    guard let markup = InlineMarkup(text) else {
      search.run(text.span)
      return Match.joining(search.hits, text.span)
    }
    search.run(text.span, markup)
    return Match.joining(search.hits, text.span)
      .united(with: Match.joining(search.readHits, markup.text.span), markup)
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
