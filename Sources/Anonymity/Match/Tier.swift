/// How surely a spelling points to a person.
public enum Tier: Int, CaseIterable, Comparable, Codable, Sendable {
  /// A full name, a number, an address, a distinctive alias: always the person.
  case t1 = 1
  /// A given name or a rare surname alone: the person where the document names him in full.
  case t2
  /// A common surname or a word that is a name as well: only beside a title or the like.
  case t3
  /// One slip away from a full name; see ``NearNames``.
  case t4

  public static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
}
