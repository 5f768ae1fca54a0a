/// Why words are no share, or shares do not go together. Words are counted from 1.
public enum ShareError: Error, Equatable, Sendable {
  /// So many words, where a share has ``RecoveryShare/wordCount``.
  case wordCount(Int)
  /// These are no words of a share: not five letters in their order.
  case notWords([Int])
  /// This one word is wrong; all others are right.
  case wrongWord(Int)
  /// More than one word is wrong, or words changed places.
  case wrongWords
  /// A share of a later version, or one that no program would make.
  case unknown
  /// Fewer shares than the set needs.
  case tooFew(have: Int, need: Int)
  /// The same share twice.
  case repeated(number: Int)
  /// Shares of different sets.
  case otherSet
  /// Shares of another vault.
  case otherVault
  /// The vault has no such recovery any more: it was removed, or its making was never finished.
  case removed
  /// The shares fit together and open nothing: one of them was made up.
  case openNothing
}
