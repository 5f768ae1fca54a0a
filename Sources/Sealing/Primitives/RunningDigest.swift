import CSodium

/// SHA-256 of bytes that come in parts, as those of a large file do.
public struct RunningDigest: ~Copyable {
  private var state = crypto_hash_sha256_state()

  public init() { unsafe crypto_hash_sha256_init(&state) }

  public mutating func add(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { source in
      _ = unsafe crypto_hash_sha256_update(&state, source.baseAddress, UInt64(source.count))
    }
  }

  /// The digest of all that was added.
  public consuming func end() -> Digest {
    var out = [UInt8](repeating: 0, count: Digest.size)
    unsafe crypto_hash_sha256_final(&state, &out)
    return Digest(out) ?? .zero
  }
}
