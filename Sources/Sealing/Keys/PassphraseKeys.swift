import CSodium

/// What a passphrase opens: a member's row, found, checked and unsealed with keys of one Argon2id.
public struct PassphraseKeys: ~Copyable, Sendable {
  /// Where the member's row is: 16 bytes that tell nothing without the passphrase.
  public let rowID: [UInt8]
  /// How long a member's row is.
  public static let rowSize = 320
  private let commitment: [UInt8]
  private let kek: SecretBytes
  private let vault: VaultID

  /// Runs Argon2id 1.3 with one lane.
  ///
  /// salt = first 16 bytes of H(passphrase/salt, vault id ‖ vault salt ‖ parameters ‖ handle).
  /// From the 32-byte result come the row id, the commitment and the key-encryption key.
  ///
  /// - Throws: ``SealingError/memoryExhausted``.
  public init(
    _ passphrase: borrowing Passphrase, handle: String, vault: VaultID, salt: [UInt8],
    parameters: PassphraseParameters
  ) throws(SealingError) {
    let salt = Digest.of(
      .passphraseSalt, vault.bytes, salt, parameters.bytes, Array(handle.utf8)
    ).short
    let typed = unsafe passphrase.stretched.pointer
    let length = passphrase.stretched.count
    let master = try unsafe SecretBytes(32) { out throws(SealingError) in
      let status = unsafe typed.withMemoryRebound(to: CChar.self, capacity: length) { characters in
        unsafe crypto_pwhash(
          out.assumingMemoryBound(to: UInt8.self), 32, characters, UInt64(length), salt,
          UInt64(parameters.passes), Int(parameters.memory) << 10, crypto_pwhash_alg_argon2id13())
      }
      guard status == 0 else { throw .memoryExhausted }
    }
    let kek = try KeyedHash.secret(master, .memberKEK)
    rowID = Array(KeyedHash.public32(master, .memberRow).prefix(16))
    commitment = KeyedHash.public32(master, .memberCommitment)
    self.kek = kek
    self.vault = vault
  }

  /// Seals a member's seed and trust anchor into a row of 320 bytes.
  public borrowing func seal(_ member: borrowing MemberKeys) throws(SealingError) -> [UInt8] {
    let plain = try member.rowContents()
    return commitment + AEAD.seal(plain, under: kek, bound: bound)
  }

  /// Opens a member's row.
  ///
  /// - Throws: ``SealingError/notAuthentic`` for a wrong passphrase and for a changed row alike.
  public borrowing func open(_ row: [UInt8]) throws(SealingError) -> MemberKeys {
    guard row.count == Self.rowSize, Array(row.prefix(32)) == commitment else {
      throw .notAuthentic
    }
    let plain = try AEAD.openSecret(Array(row.dropFirst(32)), under: kek, bound: bound)
    return try MemberKeys(rowContents: plain, vault: vault)
  }

  private var bound: [UInt8] { Label.memberSeal.prefixed([vault.bytes, rowID]) }
}
