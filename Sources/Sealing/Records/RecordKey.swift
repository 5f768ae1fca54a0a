/// What a record's seals are bound to: vault id ‖ record id ‖ version, 40 bytes.
public struct RecordContext: Hashable, Sendable {
  public let vault: VaultID
  /// 16 bytes.
  public let record: [UInt8]
  /// Counted from 1.
  public let version: UInt64

  public init(vault: VaultID, record: [UInt8], version: UInt64) {
    precondition(record.count == 16)
    self.vault = vault
    self.record = record
    self.version = version
  }

  var bytes: [UInt8] { vault.bytes + record + version.bigEndianBytes }
}

/// A record as it lies in the store: the small part for listings, and the body.
public struct SealedRecord: Equatable, Sendable {
  public let listing: [UInt8]
  public let body: [UInt8]

  public init(listing: [UInt8], body: [UInt8]) {
    self.listing = listing
    self.body = body
  }
}

/// The fresh 32-byte key of one version of one record.
///
/// Listing part and body = 1 ‖ commitment (32) ‖ sealed(padded plaintext); the commitment
/// F(K, record/commitment, context) is compared first, because XChaCha20-Poly1305 alone would open
/// one ciphertext under several keys. A hash of the ciphertext does not help there: wraps are not
/// hashed, and whoever holds the role could exchange one for another key's.
public struct RecordKey: ~Copyable, Sendable {
  /// Bodies are padded to at least this many bytes before sealing.
  public static let bodyFloor = 4096
  /// Listing parts are padded to a multiple of this many bytes before sealing.
  public static let listingBlock = 256

  let secret: SecretBytes

  /// Draws a new key.
  public init() throws(SealingError) { secret = try SecretBytes.random() }

  init(secret: consuming SecretBytes) { self.secret = secret }

  /// Seals both parts.
  public borrowing func seal(
    listing: [UInt8], body: [UInt8], _ context: RecordContext
  ) throws(SealingError) -> SealedRecord {
    let bytes = context.bytes
    let bodyKey = try KeyedHash.secret(secret, .recordBody, bytes)
    let listingKey = try KeyedHash.secret(secret, .recordListing, bytes)
    let front = [1] + KeyedHash.public32(secret, .recordCommitment, bytes)
    let sealedBody = AEAD.seal(
      try Padding.padme(body, floor: Self.bodyFloor), under: bodyKey,
      bound: Label.recordBody.prefixed([bytes]))
    let sealedListing = AEAD.seal(
      try Padding.blocks(listing, of: Self.listingBlock), under: listingKey,
      bound: Label.recordListing.prefixed([bytes]))
    return SealedRecord(
      listing: front + sealedListing, body: front + sealedBody)
  }

  /// Seals a body alone, padded to a multiple of `block` bytes.
  public borrowing func sealDetail(
    _ body: [UInt8], block: Int, _ context: RecordContext
  ) throws(SealingError) -> [UInt8] {
    let bytes = context.bytes
    let key = try KeyedHash.secret(secret, .recordBody, bytes)
    let sealed = AEAD.seal(
      try Padding.blocks(body, of: block), under: key, bound: Label.recordBody.prefixed([bytes]))
    return [1] + KeyedHash.public32(secret, .recordCommitment, bytes) + sealed
  }

  /// Opens the body.
  ///
  /// - Throws: ``SealingError/notAuthentic`` for another key, record, version or vault, and for
  ///   changed bytes.
  public borrowing func openBody(
    _ sealed: [UInt8], _ context: RecordContext
  ) throws(SealingError) -> [UInt8] {
    try open(sealed, .recordBody, context)
  }

  /// Opens the listing part, as ``openBody(_:_:)`` does the body.
  public borrowing func openListing(
    _ sealed: [UInt8], _ context: RecordContext
  ) throws(SealingError) -> [UInt8] {
    try open(sealed, .recordListing, context)
  }

  private borrowing func open(
    _ sealed: [UInt8], _ label: Label, _ context: RecordContext
  ) throws(SealingError) -> [UInt8] {
    let bytes = context.bytes
    let front = 1 + Digest.size
    guard sealed.count >= front, sealed[0] == 1,
      Array(sealed[1..<front]) == KeyedHash.public32(secret, .recordCommitment, bytes)
    else { throw .notAuthentic }
    let key = try KeyedHash.secret(secret, label, bytes)
    return try Padding.strip(
      try AEAD.open(sealed, from: front, under: key, bound: label.prefixed([bytes])))
  }
}
