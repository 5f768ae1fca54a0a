import CSodium

/// F(k, label, m): keyed BLAKE2b-256 over length of label (1 byte) ‖ label ‖ m.
///
/// Private derivation and keyed row ids. The key is 32 bytes.
public enum KeyedHash {
  /// Derives a secret of 32 bytes.
  public static func secret(
    _ key: borrowing SecretBytes, _ label: Label, _ parts: [UInt8]...
  ) throws(SealingError) -> SecretBytes {
    let message = label.prefixed(parts)
    let from = unsafe key.pointer
    let length = key.count
    return try unsafe SecretBytes(32) { out throws(SealingError) in
      unsafe hash(out.assumingMemoryBound(to: UInt8.self), message, from, length)
    }
  }

  /// Derives a secret of 32 bytes from a message that is a secret itself.
  static func secret(
    _ key: borrowing SecretBytes, _ label: Label, of message: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    precondition(key.count == 32)
    let whole = try message.preceded(by: label.prefixed([]))
    let from = unsafe key.pointer
    return try unsafe SecretBytes(32) { out throws(SealingError) in
      let status = whole.withBytes { text in
        unsafe text.withUnsafeBufferPointer { source in
          unsafe crypto_generichash(
            out.assumingMemoryBound(to: UInt8.self), 32, source.baseAddress,
            UInt64(source.count), from, 32)
        }
      }
      precondition(status == 0)
    }
  }

  /// Derives 32 bytes that may be shown: a row id, a commitment.
  public static func public32(
    _ key: borrowing SecretBytes, _ label: Label, _ parts: [UInt8]...
  ) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: 32)
    unsafe hash(&out, label.prefixed(parts), key.pointer, key.count)
    return out
  }

  /// Whether 32 bytes are the hash of a message, in constant time.
  static func matches(
    _ expected: UnsafePointer<UInt8>, _ message: [UInt8], _ key: UnsafePointer<UInt8>
  ) -> Bool {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { out in
      guard let base = out.baseAddress else { return false }
      unsafe hash(base, message, key, 32)
      return unsafe crypto_verify_32(base, expected) == 0
    }
  }

  /// Writes the hash of a message over 32 bytes of locked memory; always `true`.
  static func derive(
    _ out: UnsafeMutablePointer<UInt8>, _ message: [UInt8], _ key: UnsafePointer<UInt8>
  ) -> Bool {
    unsafe hash(out, message, key, 32)
    return true
  }

  private static func hash(
    _ out: UnsafeMutablePointer<UInt8>, _ message: [UInt8],
    _ key: UnsafePointer<UInt8>, _ keyLength: Int
  ) {
    // A key of no bytes would make this a plain hash without a word.
    precondition(keyLength == 32)
    let status = unsafe crypto_generichash(
      out, 32, message, UInt64(message.count), key, keyLength)
    precondition(status == 0)
  }
}
