/// One place of a text at which a needle stands, with the words that are there.
///
/// A ``Finding`` is for whoever may not see names; a sighting is for who looks for them.
public struct Sighting: Hashable, Sendable {
  /// The id of the needle.
  public let needle: Int
  /// Where it was found.
  public let place: Finding.Place
  /// Bytes of the text, from the first letter's to the first byte of the last one's. What is
  /// packed (base64, hexadecimal) is placed where the packing begins.
  public let bytes: Range<Int>
  /// What stands there, as it reads once it is decoded and its markup is taken away.
  public let words: String
}

extension Sighting: CustomStringConvertible, CustomReflectable {
  /// The needle's id. Printing, dumping or logging a sighting does not show its words.
  public var description: String { "Sighting(\(needle))" }
  /// The same, and no children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
