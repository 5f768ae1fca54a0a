/// What a text tells too finely, as a policy names it under `quantities`.
public enum QuantityKind: String, CaseIterable, Codable, Hashable, Sendable {
  case date, age, count, duration, money, rank
}

/// A stretch of a text and what is told in its place.
public struct Rewording: Equatable, Sendable {
  /// UTF-8 bytes; never cuts a character.
  public let range: Range<Int>
  public let kind: QuantityKind
  /// Words that read well there, or a note that something is withheld.
  public let text: String
}

/// A rewording in units of a ``LadderText``, before the policy is asked.
struct Spotted {
  let kind: QuantityKind
  /// What `text` stands for: the quantity and the words that must change with it.
  let range: Range<Int>
  /// The quantity alone, for which a note can stand.
  let core: Range<Int>
  /// `nil` where nothing that is coarse enough can be said there.
  let text: String?
  let language: Language
  /// Nothing is to be done: the words are as coarse as is asked, or of no account.
  let stays: Bool

  init(
    _ kind: QuantityKind, _ range: Range<Int>, core: Range<Int>? = nil, _ text: String?,
    _ language: Language
  ) {
    self.kind = kind
    self.range = range
    self.core = core ?? range
    self.text = text
    self.language = language
    stays = false
  }

  /// Words that are recognised, so that nothing else takes them for its own, and stay.
  init(staying kind: QuantityKind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
    core = range
    text = nil
    language = .other
    stays = true
  }
}
