import CSodium

/// Wraps of one role epoch made anew under the next, many at once.
///
/// The keys pass through one locked slot. Every new wrap is opened again and compared before it
/// counts.
public struct Rewrapping: Sendable {
  /// What became of one wrap.
  public struct Rewrapped: Sendable {
    /// Where the new wrap is kept: 16 bytes.
    public let id: [UInt8]
    /// 72 bytes.
    public let wrap: [UInt8]
  }

  private init() {}

  /// Unwraps each under `old` and wraps it under `next`; `nil` where there is none, or where it
  /// does not open.
  ///
  /// - Parameter wraps: with the 16-byte id of the record that each belongs to.
  public static func run(
    _ wraps: [(record: [UInt8], wrap: [UInt8]?)], from old: borrowing RoleKeys,
    to next: borrowing RoleKeys
  ) throws(SealingError) -> [Rewrapped?] {
    let slot = try SecretBytes.zeros(64)
    let nonces = Random.bytes(AEAD.nonceSize * wraps.count)
    let before = old.wrapPrefix
    let after = next.wrapPrefix
    var out: [Rewrapped?] = []
    out.reserveCapacity(wraps.count)
    for (index, item) in wraps.enumerated() {
      guard let wrap = item.wrap, wrap.count == RoleKeys.wrapSize, item.record.count == 16 else {
        out.append(nil)
        continue
      }
      let nonce = nonces[(index * AEAD.nonceSize)..<((index + 1) * AEAD.nonceSize)]
      let made = rewrap(
        wrap, slot, from: old, bound: before + item.record, to: next, bound: after + item.record,
        nonce)
      out.append(made.map { Rewrapped(id: next.wrapID(of: item.record), wrap: $0) })
    }
    return out
  }

  private static func rewrap(
    _ wrap: [UInt8], _ slot: borrowing SecretBytes, from old: borrowing RoleKeys,
    bound before: [UInt8], to next: borrowing RoleKeys, bound after: [UInt8],
    _ nonce: ArraySlice<UInt8>
  ) -> [UInt8]? {
    let oldKey = unsafe old.wrapping.pointer
    let nextKey = unsafe next.wrapping.pointer
    var sealed = [UInt8](nonce)
    sealed.append(contentsOf: repeatElement(0, count: 48))
    let same = slot.withMutableBytes { span in
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
    return same ? sealed : nil
  }
}
