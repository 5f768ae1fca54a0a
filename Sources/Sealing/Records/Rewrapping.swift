import CSodium

/// Wraps of one role epoch made anew under the next, one after the other.
///
/// The keys pass through one locked slot. Every new wrap is opened again and compared before it
/// counts.
public struct Rewrapping: ~Copyable {
  /// The key as the old wrap gave it, and as the new one gives it.
  private let slot: SecretBytes
  private var before: [UInt8]
  private var after: [UInt8]
  private var sealed = [UInt8](repeating: 0, count: RoleKeys.wrapSize)
  /// Random bytes for the next nonces: a call of the system for each would cost as much as sealing.
  private var nonces: [UInt8] = []

  public init(from old: borrowing RoleKeys, to next: borrowing RoleKeys) throws(SealingError) {
    slot = try SecretBytes.zeros(64)
    before = old.wrapPrefix + [UInt8](repeating: 0, count: 16)
    after = next.wrapPrefix + [UInt8](repeating: 0, count: 16)
  }

  /// Appends the new wrap, 72 bytes; `false`, with nothing appended, when the old one does not open.
  ///
  /// - Parameters:
  ///   - old: the epoch that this was made for, as `next` is.
  public mutating func rewrap(
    _ wrap: Span<UInt8>, of record: RecordNumber, from old: borrowing RoleKeys,
    to next: borrowing RoleKeys, into out: inout [UInt8]
  ) -> Bool {
    guard wrap.count == RoleKeys.wrapSize else { return false }
    record.write(to: &before, at: before.count - 16)
    record.write(to: &after, at: after.count - 16)
    if nonces.isEmpty { nonces = Random.bytes(AEAD.nonceSize * 256) }
    sealed.replaceSubrange(0..<AEAD.nonceSize, with: nonces.suffix(AEAD.nonceSize))
    nonces.removeLast(AEAD.nonceSize)
    guard seal(wrap, old, next) else { return false }
    out.append(contentsOf: sealed)
    return true
  }

  private mutating func seal(
    _ wrap: Span<UInt8>, _ old: borrowing RoleKeys, _ next: borrowing RoleKeys
  ) -> Bool {
    let oldKey = unsafe old.wrapping.pointer
    let nextKey = unsafe next.wrapping.pointer
    let (before, after) = (self.before, self.after)
    return slot.withMutableBytes { span in
      unsafe span.withUnsafeMutableBufferPointer { buffer in
        guard let key = buffer.baseAddress else { return false }
        let again = unsafe key + 32
        let opened = unsafe wrap.withUnsafeBufferPointer { source in
          guard let base = source.baseAddress else { return false }
          return unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            key, nil, nil, base + AEAD.nonceSize, 48, before, UInt64(before.count), base, oldKey)
            == 0
        }
        guard opened else { return false }
        return unsafe sealed.withUnsafeMutableBufferPointer { target in
          guard let base = target.baseAddress else { return false }
          unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
            base + AEAD.nonceSize, nil, key, 32, after, UInt64(after.count), nil, base, nextKey)
          return unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            again, nil, nil, base + AEAD.nonceSize, 48, after, UInt64(after.count), base, nextKey)
            == 0 && sodium_memcmp(key, again, 32) == 0
        }
      }
    }
  }
}
