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

  static let size = 72

  init?(_ value: some RandomAccessCollection<UInt8>) {
    guard value.count == Self.size, let body = Digest(value.dropFirst(8).prefix(32)),
      let listing = Digest(value.suffix(32))
    else { return nil }
    version = value.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    self.body = body
    self.listing = listing
  }

  var bytes: [UInt8] { version.bigEndianBytes + body.bytes + listing.bytes }
}

/// Where a leaf is: keyed prefix of the kind (2 bytes) ‖ row id (16 bytes).
struct MapKey: Hashable, Comparable, Sendable {
  static let size = 18
  let prefix: UInt16
  let id: RowID

  /// - Parameter prefix: 2 bytes.
  init(prefix: [UInt8], id: RowID) {
    precondition(prefix.count == 2)
    self.prefix = UInt16(prefix[0]) << 8 | UInt16(prefix[1])
    self.id = id
  }

  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size, let id = RowID(bytes.dropFirst(2)) else { return nil }
    prefix = bytes.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
    self.id = id
  }

  var bytes: [UInt8] {
    var out = [UInt8]()
    out.reserveCapacity(Self.size)
    out.append(UInt8(prefix >> 8))
    out.append(UInt8(truncatingIfNeeded: prefix))
    id.append(to: &out)
    return out
  }

  /// Order of the bytes.
  static func < (a: MapKey, b: MapKey) -> Bool {
    a.prefix != b.prefix ? a.prefix < b.prefix : a.id < b.id
  }

  /// The nibble at a depth, high half first.
  func nibble(_ depth: Int) -> Int {
    switch depth {
    case 0..<4: Int(prefix >> UInt16(12 - 4 * depth)) & 15
    case 4..<20: Int(truncatingIfNeeded: id.high >> UInt64(76 - 4 * depth)) & 15
    default: Int(truncatingIfNeeded: id.low >> UInt64(140 - 4 * depth)) & 15
    }
  }

  /// The bit at a place, the highest of the first byte first.
  func bit(_ place: Int) -> Bool {
    nibble(place / 4) >> (3 - place % 4) & 1 == 1
  }
}
