import CSodium

/// What seals the chunks of one object: derived from the key of a record's version.
///
/// chunk i = ChaCha20-Poly1305 (RFC 8439) with the nonce 3 zero bytes ‖ u64(i) ‖ u8(last), bound to
/// label ‖ context: STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015). A counter is safe
/// because a record's key is fresh for each version and seals one stream, once. The commitment in front is
/// compared first: the cipher alone opens one ciphertext under several keys.
public struct ObjectKey: ~Copyable, Sendable {
  /// What the object's file is called: 32 hexadecimal digits that tell nothing.
  public let name: String
  /// Version and commitment.
  let header: [UInt8]
  private let secret: SecretBytes
  /// label ‖ context.
  private let bound: [UInt8]

  /// Derives it from the key of a record's version.
  public init(of key: borrowing RecordKey, _ context: RecordContext) throws(SealingError) {
    let bytes = context.bytes
    secret = try KeyedHash.secret(key.secret, .objectChunk, bytes)
    bound = Label.objectChunk.prefixed([bytes])
    header = [1] + KeyedHash.public32(key.secret, .objectCommitment, bytes)
    name = Hex.encode(Array(KeyedHash.public32(key.secret, .objectName, bytes).prefix(16)))
  }

  /// The key as it is used on several threads; good as long as this object is.
  borrowing func cipher() -> ChunkCipher { unsafe ChunkCipher(key: secret.pointer, bound: bound) }
}

/// Seals and opens single chunks, on any thread, while the ``ObjectKey`` that lent it is there.
@safe struct ChunkCipher: @unchecked Sendable {
  /// 32 bytes of locked memory that nobody writes.
  private let key: UnsafePointer<UInt8>
  private let bound: [UInt8]

  fileprivate init(key: UnsafePointer<UInt8>, bound: [UInt8]) {
    unsafe self.key = unsafe key
    self.bound = bound
  }

  /// Writes ciphertext and tag, 16 bytes more than `count`.
  func seal(
    _ plain: UnsafePointer<UInt8>, _ count: Int, chunk: Int, last: Bool,
    into sealed: UnsafeMutablePointer<UInt8>
  ) {
    let status = unsafe crypto_aead_chacha20poly1305_ietf_encrypt(
      sealed, nil, plain, UInt64(count), bound, UInt64(bound.count), nil,
      Self.nonce(chunk, last), key)
    precondition(status == 0)
  }

  /// Writes the plaintext of `count` bytes of ciphertext and tag; `false`, with nothing of it written, for what is
  /// not authentic.
  func open(
    _ sealed: UnsafePointer<UInt8>, _ count: Int, chunk: Int, last: Bool,
    into plain: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    unsafe crypto_aead_chacha20poly1305_ietf_decrypt(
      plain, nil, nil, sealed, UInt64(count), bound, UInt64(bound.count),
      Self.nonce(chunk, last), key) == 0
  }

  private static func nonce(_ chunk: Int, _ last: Bool) -> [UInt8] {
    [0, 0, 0] + UInt64(chunk).bigEndianBytes + [last ? 1 : 0]
  }
}
