/// The public half of a member's keys.
public struct MemberPublicKeys: Hashable, Sendable {
  public let box: BoxPublicKey
  public let signing: SigningPublicKey

  public init(box: BoxPublicKey, signing: SigningPublicKey) {
    self.box = box
    self.signing = signing
  }

  /// signing ‖ box, 64 bytes.
  public var bytes: [UInt8] { signing.bytes + box.bytes }

  /// The 16 bytes that name the member in a vault.
  public func id(in vault: VaultID) -> [UInt8] {
    Digest.of(.memberID, vault.bytes, bytes).short
  }

  /// The 120 bits that two people compare aloud, over vault, genesis and both keys.
  public func fingerprint(in vault: VaultID, genesis: Digest) -> String {
    Fingerprint.text(Digest.of(.fingerprint, vault.bytes, genesis.bytes, bytes))
  }
}

/// A member's own keys, made by the member from one 32-byte seed.
public struct MemberKeys: ~Copyable, Sendable {
  public let box: BoxKey
  public let signing: SigningKey
  /// The genesis of the vault as the member first learned it; what every chain must begin with.
  public let genesis: Digest
  public let vault: VaultID
  private let seed: SecretBytes

  /// Draws new keys for a vault whose genesis hash is known.
  public init(new vault: VaultID, genesis: Digest) throws(SealingError) {
    try self.init(seed: try SecretBytes.random(), vault: vault, genesis: genesis)
  }

  private init(
    seed: consuming SecretBytes, vault: VaultID, genesis: Digest
  ) throws(SealingError) {
    let boxSeed = try KeyedHash.secret(seed, .memberBox, vault.bytes)
    let signSeed = try KeyedHash.secret(seed, .memberSign, vault.bytes)
    let box = try BoxKey(seed: boxSeed)
    let signing = try SigningKey(seed: signSeed)
    self.box = box
    self.signing = signing
    self.genesis = genesis
    self.vault = vault
    self.seed = seed
  }

  /// Same keys, once the genesis is known: `init` makes the founder's keys before the genesis entry
  /// that they sign.
  public consuming func anchored(at genesis: Digest) throws(SealingError) -> MemberKeys {
    try MemberKeys(seed: seed, vault: vault, genesis: genesis)
  }

  public var publicKeys: MemberPublicKeys {
    MemberPublicKeys(box: box.publicKey, signing: signing.publicKey)
  }

  /// The 16 bytes that name the member in this vault.
  public var id: [UInt8] { publicKeys.id(in: vault) }

  /// seed (32) ‖ version (1) ‖ genesis (32), padded with zeros to 248 bytes.
  borrowing func rowContents() throws(SealingError) -> SecretBytes {
    var tail: [UInt8] = [1]
    tail += genesis.bytes
    tail += repeatElement(0, count: 248 - 32 - tail.count)
    return try seed.joined(with: tail)
  }

  init(rowContents plain: borrowing SecretBytes, vault: VaultID) throws(SealingError) {
    guard plain.count == 248 else { throw .malformed }
    let seed = try plain.part(0..<32)
    let (version, anchor, rest) = plain.withBytes { span in
      (span[32], (33..<65).map { span[$0] }, (65..<248).allSatisfy { span[$0] == 0 })
    }
    guard version == 1, rest, let genesis = Digest(anchor) else { throw .malformed }
    try self.init(seed: seed, vault: vault, genesis: genesis)
  }

  /// Seals what this member has verified, for this member alone; it stays outside the vault.
  public borrowing func sealPin(_ plaintext: [UInt8]) throws(SealingError) -> [UInt8] {
    let key = try KeyedHash.secret(seed, .memberPin, vault.bytes)
    let padded = try Padding.blocks(plaintext, of: 512)
    return AEAD.seal(padded, under: key, bound: Label.memberPin.prefixed([vault.bytes]))
  }

  /// Opens what ``sealPin(_:)`` made.
  public borrowing func openPin(_ sealed: [UInt8]) throws(SealingError) -> [UInt8] {
    let key = try KeyedHash.secret(seed, .memberPin, vault.bytes)
    let bound = Label.memberPin.prefixed([vault.bytes])
    return try Padding.strip(try AEAD.open(sealed, under: key, bound: bound))
  }

  /// The file name of the pin: 32 hexadecimal digits that name nobody.
  public var pinName: String {
    Hex.encode(KeyedHash.public32(seed, .memberPinName, vault.bytes).prefix(16))
  }
}
