/// Why something could not be sealed or opened. No case tells which key, row or content.
public enum SealingError: Error, Equatable, Sendable {
  /// libsodium could not be initialised.
  case libraryUnavailable
  /// The system does not let this process lock memory (`ulimit -l`).
  case lockedMemoryUnavailable
  /// Not enough memory for the passphrase's key derivation.
  case memoryExhausted
  /// Key derivation parameters below the floor: somebody may have lowered them.
  case derivationBelowFloor
  /// Key derivation parameters beyond what a vault may ask for.
  case derivationBeyondBound
  /// The passphrase is shorter than the least that is taken, or too easily guessed.
  case passphraseTooWeak
  /// The passphrase is empty, too long or not valid UTF-8.
  case passphraseMalformed
  /// There is no file where a key file should be.
  case keyFileMissing
  /// A key file that may not be read, or is no plain file.
  case keyFileUnreadable
  /// What should be a key file is none, or has a slip in it.
  case keyFileMalformed
  /// Wrong key, or sealed bytes that were changed. The two are not told apart.
  case notAuthentic
  /// Bytes that cannot be what they are said to be: wrong length, unknown version.
  case malformed
  /// More plaintext than one record may hold.
  case tooLarge
  /// The process could not be hardened against dumps and tracing.
  case hardeningFailed
}
