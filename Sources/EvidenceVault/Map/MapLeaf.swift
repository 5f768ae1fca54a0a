import Sealing
import Storage

/// The value of a leaf: version (8) ‖ SHA-256 of the body row (32) ‖ of the listing row (32).
struct MapLeaf: Equatable, Sendable {
  let version: UInt64
  let body: Digest
  let listing: Digest

  init(version: UInt64, body: Digest, listing: Digest) {
    self.version = version
    self.body = body
    self.listing = listing
  }

  /// The leaf of a record as it is stored.
  init(version: UInt64, _ record: SealedRecord) {
    self.init(version: version, body: Digest.of(record.body), listing: Digest.of(record.listing))
  }

  init?(_ value: [UInt8]) {
    guard value.count == 72, let body = Digest(value[8..<40]), let listing = Digest(value[40...])
    else { return nil }
    version = value[0..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    self.body = body
    self.listing = listing
  }

  var bytes: [UInt8] { version.bigEndianBytes + body.bytes + listing.bytes }
}

/// Where a leaf is: keyed prefix of the kind (2 bytes) ‖ row id (16 bytes).
struct MapKey: Hashable, Sendable {
  static let size = 18
  let bytes: [UInt8]

  init(prefix: [UInt8], id: RowID) { bytes = prefix + id.bytes }

  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = Array(bytes)
  }

  var id: RowID? { RowID(bytes[2...]) }
}
