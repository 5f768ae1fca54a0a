import CSodium

/// A record's key under a role's key.
///
/// id = first 16 bytes of F(naming key, role/wrap-id, record id);
/// wrap = sealed(K) under the wrapping key, bound to role context and record id: 72 bytes.
extension RoleKeys {
  /// How long a wrap is.
  public static let wrapSize = 72

  /// Where this role's wrap of a record is kept.
  public borrowing func wrapID(of record: [UInt8]) -> [UInt8] {
    Array(KeyedHash.public32(naming, .roleWrapID, record).prefix(16))
  }

  /// As ``wrapID(of:)``, for what is done a million times.
  public borrowing func wrapID(of record: RecordNumber) -> RecordNumber {
    let key = unsafe naming.pointer
    let prefix = Self.wrapIDPrefix
    return unsafe withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: prefix.count + 16 + 32
    ) { bytes in
      for index in prefix.indices { unsafe bytes[index] = prefix[index] }
      let end = prefix.count + 16
      for index in 0..<8 {
        let shift = UInt64(56 - 8 * index)
        unsafe bytes[prefix.count + index] = UInt8(truncatingIfNeeded: record.high >> shift)
        unsafe bytes[prefix.count + 8 + index] = UInt8(truncatingIfNeeded: record.low >> shift)
      }
      guard let base = bytes.baseAddress else { return record }
      let status = unsafe crypto_generichash(base + end, 32, base, UInt64(end), key, 32)
      precondition(status == 0)
      func word(_ start: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in start..<start + 8 { word = unsafe word << 8 | UInt64(bytes[index]) }
        return word
      }
      return RecordNumber(high: word(end), low: word(end + 8))
    }
  }

  private static let wrapIDPrefix = Label.roleWrapID.prefixed([])

  /// Wraps a record's key.
  public borrowing func wrap(_ key: borrowing RecordKey, of record: [UInt8]) -> [UInt8] {
    AEAD.seal(key.secret, under: wrapping, bound: bound(record))
  }

  /// Unwraps a record's key.
  ///
  /// - Throws: ``SealingError/notAuthentic`` for another epoch's wrap or another record's.
  public borrowing func unwrap(
    _ wrap: [UInt8], of record: [UInt8]
  ) throws(SealingError) -> RecordKey {
    guard wrap.count == Self.wrapSize else { throw .notAuthentic }
    return RecordKey(secret: try AEAD.openSecret(wrap, under: wrapping, bound: bound(record)))
  }

  private borrowing func bound(_ record: [UInt8]) -> [UInt8] { wrapPrefix + record }
}

/// A key sealed to public keys, for writers who do not hold the role.
///
/// boxed = count (1) ‖ count × (first 8 bytes of the recipient's key ‖ crypto_box_seal(K ‖ first 16
/// bytes of H(boxed, context))): 104 bytes a recipient.
public enum BoxedKey {
  /// name (8) ‖ sealed box of key (32) and tag (16).
  private static let shareSize = 8 + BoxPublicKey.overhead + 48

  /// Seals a record's key to every recipient.
  ///
  /// - Throws: ``SealingError/tooLarge`` for more than 255, ``SealingError/malformed`` for a public
  ///   key of small order.
  public static func seal(
    _ key: borrowing RecordKey, to recipients: [BoxPublicKey], context: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    precondition(!recipients.isEmpty)
    guard recipients.count < 256 else { throw .tooLarge }
    let tag = Digest.of(.boxed, context).short
    var out = [UInt8(recipients.count)]
    for recipient in recipients {
      out += recipient.bytes.prefix(8)
      out += try recipient.seal(key.secret, tag)
    }
    return out
  }

  /// Opens the share of one recipient.
  ///
  /// - Throws: ``SealingError/notAuthentic`` when there is none for this key, or for this context.
  public static func open(
    _ boxed: [UInt8], by key: borrowing BoxKey, context: [UInt8]
  ) throws(SealingError) -> RecordKey {
    guard let count = boxed.first, boxed.count == 1 + Int(count) * shareSize else {
      throw .notAuthentic
    }
    let name = Array(key.publicKey.bytes.prefix(8))
    for start in stride(from: 1, to: boxed.count, by: shareSize)
    where Array(boxed[start..<(start + 8)]) == name {
      let opened = try key.openSecret(Array(boxed[(start + 8)..<(start + shareSize)]))
      let tag = opened.withBytes { span in (32..<48).map { span[$0] } }
      guard tag == Digest.of(.boxed, context).short else { throw .notAuthentic }
      return RecordKey(secret: try opened.part(0..<32))
    }
    throw .notAuthentic
  }
}
