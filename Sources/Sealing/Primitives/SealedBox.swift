import CSodium

/// An X25519 public key, 32 bytes.
public struct BoxPublicKey: Hashable, Sendable {
  /// How many bytes a sealed box adds.
  public static let overhead = 48
  public let bytes: [UInt8]

  /// Reads 32 bytes; `nil` for any other length.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// Seals to this key (`crypto_box_seal`): nobody else opens it, and it does not say who sent it.
  ///
  /// - Throws: ``SealingError/malformed`` for a key of small order.
  public func seal(_ plaintext: [UInt8]) throws(SealingError) -> [UInt8] {
    try Sodium.start()
    var out = [UInt8](repeating: 0, count: plaintext.count + Self.overhead)
    guard unsafe crypto_box_seal(&out, plaintext, UInt64(plaintext.count), bytes) == 0 else {
      throw .malformed
    }
    return out
  }

  /// Seals a secret followed by public bytes.
  func seal(_ secret: borrowing SecretBytes, _ tail: [UInt8]) throws(SealingError) -> [UInt8] {
    let joined = try secret.joined(with: tail)
    let length = joined.count
    var out = [UInt8](repeating: 0, count: length + Self.overhead)
    guard unsafe crypto_box_seal(&out, joined.pointer, UInt64(length), bytes) == 0 else {
      throw .malformed
    }
    return out
  }
}

/// An X25519 key pair made from a 32-byte seed.
public struct BoxKey: ~Copyable, Sendable {
  public let publicKey: BoxPublicKey
  private let secret: SecretBytes

  /// Makes the pair of a 32-byte seed.
  public init(seed: borrowing SecretBytes) throws(SealingError) {
    guard seed.count == 32 else { throw .malformed }
    var open = [UInt8](repeating: 0, count: 32)
    let from = unsafe seed.pointer
    let made = try unsafe SecretBytes(32) { target throws(SealingError) in
      let status = unsafe crypto_box_seed_keypair(
        &open, target.assumingMemoryBound(to: UInt8.self), from)
      guard status == 0 else { throw .malformed }
    }
    guard let key = BoxPublicKey(open) else { throw .malformed }
    publicKey = key
    secret = made
  }

  /// Opens a sealed box.
  ///
  /// - Throws: ``SealingError/notAuthentic`` when it was sealed to another key, or changed.
  public borrowing func open(_ sealed: [UInt8]) throws(SealingError) -> [UInt8] {
    guard sealed.count >= BoxPublicKey.overhead else { throw .notAuthentic }
    var out = [UInt8](repeating: 0, count: sealed.count - BoxPublicKey.overhead)
    let status = unsafe crypto_box_seal_open(
      &out, sealed, UInt64(sealed.count), publicKey.bytes, secret.pointer)
    guard status == 0 else { throw .notAuthentic }
    return out
  }

  /// Opens a sealed secret into locked memory.
  borrowing func openSecret(_ sealed: [UInt8]) throws(SealingError) -> SecretBytes {
    let length = sealed.count - BoxPublicKey.overhead
    guard length >= 0, length <= SecretArena.largest else { throw .notAuthentic }
    let key = publicKey.bytes
    let from = unsafe secret.pointer
    return try unsafe SecretBytes(length) { target throws(SealingError) in
      let status = unsafe crypto_box_seal_open(
        target.assumingMemoryBound(to: UInt8.self), sealed, UInt64(sealed.count), key, from)
      guard status == 0 else { throw .notAuthentic }
    }
  }
}
