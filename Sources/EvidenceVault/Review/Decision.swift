/// What a custodian decided on a finding of an excerpt.
///
/// It is bound to bytes of the original, which never change, so it stays right when a source record
/// changes and the text is redacted anew.
public struct Decision: Codable, Equatable, Sendable {
  /// What becomes of the words.
  public enum Action: String, CaseIterable, Codable, Sendable {
    /// They stay.
    case keep
    /// The label of a person whom the vault knows stands for them.
    case replace
    /// More general words stand for them.
    case generalise
    /// A note that something is withheld stands for them.
    case suppress
    /// They name somebody whom the vault did not know and now does; the source record covers them.
    case record
  }

  /// Title or text, and which bytes of it.
  let spot: Spot
  /// The kind of the finding.
  public let kind: String
  public let action: Action
  /// Of whom the label stands for the words.
  let entity: String?
  /// The more general words.
  public let words: String?
  /// The handle of who decided.
  public let by: String
  /// ISO 8601, to the second, UTC.
  public let at: String
  public let reason: String

  /// The same about the entity that a person has now.
  func renamed(_ entities: [String: String]) -> Decision {
    Decision(
      spot: spot, kind: kind, action: action, entity: entity.map { entities[$0] ?? $0 },
      words: words, by: by, at: at, reason: reason)
  }

  /// Whether a finding needs no further decision. Words that were entered into a record are no
  /// finding any more, unless somebody took them out again: then they are undecided.
  func settles(_ kind: String, _ other: Spot) -> Bool {
    action != .record && kind == self.kind && spot.part == other.part
      && spot.from <= other.from && spot.to >= other.to
  }
}

/// A stretch of a testimony's title or text.
struct Spot: Codable, Hashable, Sendable {
  enum Part: String, Codable, Hashable, Sendable { case title, text }

  let part: Part
  /// UTF-8 bytes of the title, or of the text after the front matter.
  let from: Int
  let to: Int

  var range: Range<Int> { from..<max(from, to) }
}

/// A decision as a custodian gives it.
public enum Ruling: Equatable, Sendable {
  case keep
  /// Replace by the label of a source, or of one of its relatives (counted from 1, in the order of
  /// the source file).
  case replace(source: Code, relative: Int?)
  /// Replace by these words; they are screened like the text.
  case generalise(String)
  case suppress
  /// Enter the words, or the name given here, into the record of a source: as an alias, or as a
  /// relative of a relation.
  case record(source: Code, relation: String?, name: String)
}
