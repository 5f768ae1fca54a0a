/// One place of a text where a known identifier stands.
public struct Match: Equatable, Sendable {
  /// UTF-8 byte offsets of the identifier in the text as given. Holds the invisible characters
  /// inside and directly after it and its last letter's combining marks, and never cuts a character.
  public let range: Range<Int>
  /// The bytes directly after `range` that belong to the name by grammar: a Korean honorific and
  /// particles ("씨는", also after one space: " 씨는"), an English possessive ("'s"). Empty when none.
  public let tail: Range<Int>
  /// Indices into the identifiers the `Matcher` was made from, ascending. Several when one
  /// spelling belongs to several entities or kinds.
  public let identifiers: [Int]
  /// A title or the like stands beside it, or its hyphen shows a name: what a hit of ``Tier/t3``
  /// needs to count.
  public var isTitled = false
}
