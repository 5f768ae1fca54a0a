import CCrypto

/// SHA-256 of bytes that come one part after the other.
///
/// For files, where libsodium's SHA-256 would be the slowest part of sealing: OpenSSL's uses the
/// processor's own instructions. It sees no key. ``Digest`` is the reference, and a test holds the two
/// equal.
@safe public final class RunningDigest {
  private let state: OpaquePointer

  public init() {
    guard let made = unsafe EVP_MD_CTX_new() else { preconditionFailure("there is no memory left") }
    unsafe state = unsafe made
    let status = unsafe EVP_DigestInit_ex(state, EVP_sha256(), nil)
    precondition(status == 1)
  }

  deinit { unsafe EVP_MD_CTX_free(state) }

  /// Takes the next bytes.
  public func update(_ bytes: Span<UInt8>) { unsafe bytes.withUnsafeBytes { unsafe update($0) } }

  /// Takes the next bytes.
  func update(_ bytes: UnsafeRawBufferPointer) {
    let status = unsafe EVP_DigestUpdate(state, bytes.baseAddress, bytes.count)
    precondition(status == 1)
  }

  /// The hash of all bytes; nothing can be taken afterwards.
  public func finish() -> Digest {
    var out = [UInt8](repeating: 0, count: Digest.size)
    let status = unsafe EVP_DigestFinal_ex(state, &out, nil)
    precondition(status == 1)
    return Digest(out) ?? .zero
  }
}
