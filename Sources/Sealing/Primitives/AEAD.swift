import CSodium

/// XChaCha20-Poly1305 (IETF) with a random 24-byte nonce in front.
///
/// sealed = nonce (24) ‖ ciphertext ‖ tag (16). With random 192-bit nonces 2^80 messages under one
/// key stay below a collision chance of 2^-32, so one key may seal any number of rows here.
/// It does not commit to its key: whoever opens with a key that an attacker may have influenced
/// checks a commitment first.
public enum AEAD {
  /// How many bytes sealing adds: nonce and tag.
  public static let overhead = 40
  static let nonceSize = 24

  /// Seals under a 32-byte key; `bound` is authenticated and not stored.
  public static func seal(
    _ plaintext: [UInt8], under key: borrowing SecretBytes, bound: [UInt8]
  ) -> [UInt8] {
    precondition(key.count == 32)
    var out = [UInt8](repeating: 0, count: overhead + plaintext.count)
    let from = unsafe key.pointer
    unsafe out.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe randombytes_buf(base, nonceSize)
      let status = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
        base + nonceSize, nil, plaintext, UInt64(plaintext.count), bound, UInt64(bound.count),
        nil, base, from)
      precondition(status == 0)
    }
    return out
  }

  /// Opens what ``seal(_:under:bound:)`` made.
  ///
  /// - Throws: ``SealingError/notAuthentic`` for a wrong key, changed bytes or another `bound`.
  public static func open(
    _ sealed: [UInt8], under key: borrowing SecretBytes, bound: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    try open(sealed, from: 0, under: key, bound: bound)
  }

  /// Opens the sealed bytes that begin at `start`.
  static func open(
    _ sealed: [UInt8], from start: Int, under key: borrowing SecretBytes, bound: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    precondition(key.count == 32)
    guard sealed.count >= start + overhead else { throw .notAuthentic }
    let length = sealed.count - start - overhead
    let from = unsafe key.pointer
    var opened = true
    let out = unsafe [UInt8](unsafeUninitializedCapacity: max(length, 1)) { buffer, count in
      unsafe sealed.withUnsafeBufferPointer { source in
        guard
          let base = unsafe source.baseAddress.map({ unsafe $0 + start }),
          let target = buffer.baseAddress
        else {
          opened = false
          return
        }
        opened =
          unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            target, nil, nil, base + nonceSize, UInt64(length + 16), bound, UInt64(bound.count),
            base, from) == 0
      }
      count = opened ? length : 0
    }
    guard opened else { throw .notAuthentic }
    return out
  }

  /// Seals a secret.
  static func seal(
    _ secret: borrowing SecretBytes, under key: borrowing SecretBytes, bound: [UInt8]
  ) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: overhead + secret.count)
    let from = unsafe key.pointer
    let message = unsafe secret.pointer
    let length = secret.count
    unsafe out.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe randombytes_buf(base, nonceSize)
      let status = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
        base + nonceSize, nil, message, UInt64(length), bound, UInt64(bound.count), nil, base,
        from)
      precondition(status == 0)
    }
    return out
  }

  /// Opens a sealed secret straight into locked memory.
  static func openSecret(
    _ sealed: [UInt8], under key: borrowing SecretBytes, bound: [UInt8]
  ) throws(SealingError) -> SecretBytes {
    guard sealed.count > overhead else { throw .notAuthentic }
    let length = sealed.count - overhead
    let from = unsafe key.pointer
    return try unsafe SecretBytes(length) { target throws(SealingError) in
      let opened = unsafe sealed.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return false }
        return unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
          target.assumingMemoryBound(to: UInt8.self), nil, nil, base + nonceSize,
          UInt64(length + 16), bound, UInt64(bound.count), base, from) == 0
      }
      guard opened else { throw .notAuthentic }
    }
  }
}
