/// Why a release does not prove what it shows. No case carries words of it.
public enum ReleaseFault: Error, Equatable, Sendable {
  /// Larger than a verifier takes.
  case tooLarge
  /// There is no proof in it: plain text, Markdown, a release of an older program, another file.
  case noProof
  /// Its document is not written as the format writes it.
  case document
  /// The file is not what its document says: something was changed on the page.
  case page
  /// The vault key in it is none.
  case key
  /// A checkpoint is no signed note, or not signed by the vault key in the release.
  case checkpoint
  /// The release is not signed by the vault key in it.
  case signature
  /// Words, salts and hashes do not fit together, or do not lead to the checkpoint.
  case words
  /// What is shown is not what the proof has.
  case shown
  /// It is of another vault than the key that is held.
  case otherKey
  /// The checkpoint that is held is of another tree.
  case otherCheckpoint
}
