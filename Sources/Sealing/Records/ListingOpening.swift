import CSodium

/// Opens the listing parts of many records of one role epoch.
///
/// Each as ``RoleKeys/unwrap(_:of:)`` and ``RecordKey/openListing(_:_:)`` would, but the keys pass
/// through one locked slot, and nothing is allocated for each.
public struct ListingOpening: ~Copyable {
  /// The record's key, then the key of its listing part.
  private let slot: SecretBytes
  /// What the record id is written into, at the end: what the wrap is bound to.
  private var wrapBound: [UInt8]
  /// Label ‖ vault ‖ record ‖ version, for the commitment and for the part itself.
  private var commitment: [UInt8]
  private var listing: [UInt8]
  private var padded: [UInt8] = []

  private static let front = 1 + Digest.size

  /// For records that are wrapped under this epoch.
  public init(under keys: borrowing RoleKeys) throws(SealingError) {
    slot = try SecretBytes.zeros(64)
    let blank = keys.context.vault.bytes + [UInt8](repeating: 0, count: 24)
    wrapBound = keys.wrapPrefix + [UInt8](repeating: 0, count: 16)
    commitment = Label.recordCommitment.prefixed([blank])
    listing = Label.recordListing.prefixed([blank])
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
    record.write(to: &listing, at: listing.count - 24)
    version.write(to: &listing, at: listing.count - 8)
    let length = row.count - Self.front - AEAD.overhead
    if padded.count < length { padded = [UInt8](repeating: 0, count: length) }
    return openParts(row, wrap, by: keys) && Padding.strip(padded, count: length, into: &out)
  }

  private mutating func openParts(
    _ row: Span<UInt8>, _ wrap: Span<UInt8>, by keys: borrowing RoleKeys
  ) -> Bool {
    let wrapping = unsafe keys.wrapping.pointer
    let (bound, commitment, listing) = (wrapBound, self.commitment, self.listing)
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
            && KeyedHash.derive(key + 32, listing, key)
            && crypto_aead_xchacha20poly1305_ietf_decrypt(
              &padded, nil, nil, base + Self.front + AEAD.nonceSize, ciphertext, listing,
              UInt64(listing.count), base + Self.front, key + 32) == 0
        }
      }
    }
  }
}
