import Sealing

/// The salts and decoys of one release: nobody computes them without the sealed original, and no two
/// releases share any.
///
/// slot = F(commitment seed, release/slot, code (8) ‖ attempt (1)).
struct ProofSlot: ~Copyable {
  static let saltSize = 16

  private let key: SecretBytes

  /// - Parameters:
  ///   - seed: 32 bytes, that of the original.
  ///   - attempt: counts from 0 how often the screen found a name in what chance wrote.
  init(seed: [UInt8], excerpt: Code, attempt: UInt8) throws(SealingError) {
    var seed = seed
    key = try KeyedHash.secret(
      try SecretBytes(moving: &seed), .releaseSlot, Array(excerpt.text.utf8), [attempt])
  }

  /// F(slot, release/salt, number (4)), its first 16 bytes.
  borrowing func salt(_ number: Int) -> [UInt8] {
    Array(
      KeyedHash.public32(key, .releaseSalt, UInt32(number).bigEndianBytes).prefix(Self.saltSize))
  }

  /// What stands in the place of a leaf behind the last atom.
  borrowing func decoy(_ number: Int) -> Digest {
    Digest(KeyedHash.public32(key, .releaseDecoy, UInt32(number).bigEndianBytes)) ?? .zero
  }
}
