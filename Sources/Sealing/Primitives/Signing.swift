import CSodium

/// An Ed25519 public key, 32 bytes.
public struct SigningPublicKey: Hashable, Sendable {
  public let bytes: [UInt8]

  /// Reads 32 bytes; `nil` for any other length.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// Whether `signature` (64 bytes) is this key's over the label and the parts.
  public func verifies(_ signature: [UInt8], _ label: Label, _ parts: [UInt8]...) -> Bool {
    guard signature.count == 64 else { return false }
    let message = label.prefixed(parts)
    return unsafe crypto_sign_verify_detached(
      signature, message, UInt64(message.count), bytes) == 0
  }

  /// Whether `signature` (64 bytes) is this key's over the text of a signed note, which by its
  /// specification (c2sp.org/signed-note) has no label. See ``SigningKey/sign(note:)``.
  public func verifies(_ signature: [UInt8], note text: [UInt8]) -> Bool {
    guard signature.count == 64 else { return false }
    return unsafe crypto_sign_verify_detached(signature, text, UInt64(text.count), bytes) == 0
  }
}

/// An Ed25519 key pair (RFC 8032) made from a 32-byte seed.
public struct SigningKey: ~Copyable, Sendable {
  public let publicKey: SigningPublicKey
  private let secret: SecretBytes

  /// Makes the pair of a 32-byte seed.
  public init(seed: borrowing SecretBytes) throws(SealingError) {
    guard seed.count == 32 else { throw .malformed }
    var open = [UInt8](repeating: 0, count: 32)
    let from = unsafe seed.pointer
    let made = try unsafe SecretBytes(64) { target throws(SealingError) in
      let status = unsafe crypto_sign_seed_keypair(
        &open, target.assumingMemoryBound(to: UInt8.self), from)
      guard status == 0 else { throw .malformed }
    }
    guard let key = SigningPublicKey(open) else { throw .malformed }
    publicKey = key
    secret = made
  }

  /// Signs the label and the parts: 64 bytes, deterministic.
  public borrowing func sign(_ label: Label, _ parts: [UInt8]...) -> [UInt8] {
    let message = label.prefixed(parts)
    var out = [UInt8](repeating: 0, count: 64)
    let status = unsafe crypto_sign_detached(
      &out, nil, message, UInt64(message.count), secret.pointer)
    precondition(status == 0)
    return out
  }

  /// Signs the text of a note (c2sp.org/signed-note): 64 bytes, deterministic.
  ///
  /// Safe beside labels: what has a label begins with its length, 12 to 31, and a note has no control
  /// character but the newline, 10.
  public borrowing func sign(note text: [UInt8]) -> [UInt8] {
    precondition(text.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "a note has no control characters")
    var out = [UInt8](repeating: 0, count: 64)
    let status = unsafe crypto_sign_detached(&out, nil, text, UInt64(text.count), secret.pointer)
    precondition(status == 0)
    return out
  }
}
