/// What one epoch of one role is, in 21 bytes: vault id ‖ role (1) ‖ epoch (4).
public struct RoleContext: Hashable, Sendable {
  public let vault: VaultID
  /// The role's number in the format.
  public let role: UInt8
  /// Counted from 1.
  public let epoch: UInt32

  public init(vault: VaultID, role: UInt8, epoch: UInt32) {
    self.vault = vault
    self.role = role
    self.epoch = epoch
  }

  public var bytes: [UInt8] { vault.bytes + [role] + epoch.bigEndianBytes }
}

/// The public half of a role epoch: what others seal to and check signatures with.
public struct RolePublicKeys: Hashable, Sendable {
  public let box: BoxPublicKey
  public let signing: SigningPublicKey

  public init(box: BoxPublicKey, signing: SigningPublicKey) {
    self.box = box
    self.signing = signing
  }
}

/// The keys of one role epoch, all derived from one 32-byte seed.
public struct RoleKeys: ~Copyable, Sendable {
  public let context: RoleContext
  public let box: BoxKey
  public let signing: SigningKey
  let wrapping: SecretBytes
  let naming: SecretBytes
  let chain: SecretBytes
  let seed: SecretBytes
  /// What a wrap is bound to, but for the record id at its end.
  let wrapPrefix: [UInt8]
  private let contextBytes: [UInt8]
  /// Four bytes in front of rows of a chain that say which epoch sealed them.
  public let keyID: [UInt8]

  /// Draws a new epoch.
  public init(new context: RoleContext) throws(SealingError) {
    try self.init(seed: try SecretBytes.random(), context)
  }

  init(seed: consuming SecretBytes, _ context: RoleContext) throws(SealingError) {
    guard seed.count == 32 else { throw .malformed }
    let bytes = context.bytes
    let boxSeed = try KeyedHash.secret(seed, .roleBox, bytes)
    let signSeed = try KeyedHash.secret(seed, .roleSign, bytes)
    let box = try BoxKey(seed: boxSeed)
    let signing = try SigningKey(seed: signSeed)
    let wrapping = try KeyedHash.secret(seed, .roleWrap, bytes)
    let naming = try KeyedHash.secret(seed, .roleWrapID, bytes)
    let chain = try KeyedHash.secret(seed, .roleChain, bytes)
    keyID = Array(KeyedHash.public32(seed, .roleKeyID, bytes).prefix(4))
    wrapPrefix = Label.wrap.prefixed([bytes])
    contextBytes = bytes
    self.context = context
    self.box = box
    self.signing = signing
    self.wrapping = wrapping
    self.naming = naming
    self.chain = chain
    self.seed = seed
  }

  public var publicKeys: RolePublicKeys {
    RolePublicKeys(box: box.publicKey, signing: signing.publicKey)
  }

  /// Seals a row of roster or log: key id (4) ‖ nonce ‖ ciphertext; padded to 512-byte blocks.
  public borrowing func sealChainRow(
    _ plaintext: [UInt8], _ label: Label, number: UInt64
  ) throws(SealingError) -> [UInt8] {
    keyID
      + AEAD.seal(
        try Padding.blocks(plaintext, of: 512), under: chain,
        bound: label.prefixed([contextBytes], number))
  }

  /// Opens a row of roster or log.
  ///
  /// - Throws: ``SealingError/notAuthentic`` also for a key id that is not this epoch's.
  public borrowing func openChainRow(
    _ sealed: [UInt8], _ label: Label, number: UInt64
  ) throws(SealingError) -> [UInt8] {
    guard sealed.count >= 4, sealed.prefix(4).elementsEqual(keyID) else { throw .notAuthentic }
    return try Padding.strip(
      try AEAD.open(
        sealed, from: 4, under: chain,
        bound: label.prefixed([contextBytes], number)))
  }
}
