import CSodium

/// Opens one part of many records of one role epoch: their bodies, or their listing parts.
///
/// Each as ``RoleKeys/unwrap(_:of:)`` and then ``RecordKey/openBody(_:_:)`` or
/// ``RecordKey/openListing(_:_:)`` would, but the keys pass through one locked slot, and nothing is
/// allocated for each.
public struct RecordOpening: ~Copyable {
  /// Which part of each record.
  public enum Part: Sendable {
    case body
    case listing
  }

  /// The record's key, then the key of its part.
  private let slot: SecretBytes
  /// What the record id is written into, at the end: what the wrap is bound to.
  private var wrapBound: [UInt8]
  /// Label ‖ vault ‖ record ‖ version, for the commitment and for the part itself.
  private var commitment: [UInt8]
  private var part: [UInt8]
  private var padded: [UInt8] = []

  private static let front = 1 + Digest.size

  /// For records that are wrapped under this epoch.
  public init(_ part: Part, under keys: borrowing RoleKeys) throws(SealingError) {
    slot = try SecretBytes.zeros(64)
    let blank = keys.context.vault.bytes + [UInt8](repeating: 0, count: 24)
    wrapBound = keys.wrapPrefix + [UInt8](repeating: 0, count: 16)
    commitment = Label.recordCommitment.prefixed([blank])
    let label = part == .body ? Label.recordBody : .recordListing
    self.part = label.prefixed([blank])
  }

  /// Appends the plaintext to `out`; `false`, with nothing appended, for what is not authentic.
  public mutating func open(
    _ row: Span<UInt8>, wrap: Span<UInt8>, record: RecordNumber, version: UInt64,
    by keys: borrowing RoleKeys, into out: inout [UInt8]
  ) -> Bool {
    guard wrap.count == RoleKeys.wrapSize, row.count >= Self.front + AEAD.overhead, row[0] == 1
    else { return false }
    record.write(to: &wrapBound, at: wrapBound.count - 16)
    record.write(to: &commitment, at: commitment.count - 24)
    version.write(to: &commitment, at: commitment.count - 8)
    record.write(to: &part, at: part.count - 24)
    version.write(to: &part, at: part.count - 8)
    let length = row.count - Self.front - AEAD.overhead
    if padded.count < length { padded = [UInt8](repeating: 0, count: length) }
    return openParts(row, wrap, by: keys) && Padding.strip(padded, count: length, into: &out)
  }

  private mutating func openParts(
    _ row: Span<UInt8>, _ wrap: Span<UInt8>, by keys: borrowing RoleKeys
  ) -> Bool {
    let wrapping = unsafe keys.wrapping.pointer
    let (bound, commitment, part) = (wrapBound, self.commitment, self.part)
    let ciphertext = UInt64(row.count - Self.front - AEAD.nonceSize)
    return slot.withMutableBytes { span in
      unsafe span.withUnsafeMutableBufferPointer { buffer in
        guard let key = buffer.baseAddress else { return false }
        let unwrapped = unsafe wrap.withUnsafeBufferPointer { source in
          guard let base = source.baseAddress else { return false }
          return unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            key, nil, nil, base + AEAD.nonceSize, 48, bound, UInt64(bound.count), base, wrapping)
            == 0
        }
        guard unwrapped else { return false }
        return unsafe row.withUnsafeBufferPointer { source in
          guard let base = source.baseAddress else { return false }
          return unsafe KeyedHash.matches(base + 1, commitment, key)
            && KeyedHash.derive(key + 32, part, key)
            && crypto_aead_xchacha20poly1305_ietf_decrypt(
              &padded, nil, nil, base + Self.front + AEAD.nonceSize, ciphertext, part,
              UInt64(part.count), base + Self.front, key + 32) == 0
        }
      }
    }
  }
}
