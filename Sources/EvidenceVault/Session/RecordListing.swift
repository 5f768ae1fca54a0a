import Sealing
import Storage

/// Opens many listing parts, on all cores.
struct RecordListing {
  let store: any StoreReading
  let held: HeldRole

  /// How many parts are read at once.
  private static let chunk = 4096

  /// Listing parts of consecutive leaves; absent where the role has no wrap.
  struct Part: Sendable {
    let range: Range<Int>
    let bodies: Bodies
  }

  /// Gives the parts in the order of the leaves; each part's hash is checked against its leaf.
  func open(
    _ leaves: [(key: MapKey, leaf: MapLeaf)], take: (Part) throws -> Void
  ) throws {
    try open(leaves, work: { $0 }, take: take)
  }

  /// As ``open(_:take:)``, with more work on each part while others are read.
  func open<Done: Sendable>(
    _ leaves: [(key: MapKey, leaf: MapLeaf)], work: @escaping @Sendable (Part) -> Done,
    take: (Done) throws -> Void
  ) throws {
    var start = 0
    let held = self.held
    try Parallel.stream { () -> Sealed? in
      guard start < leaves.count else { return nil }
      let range = start..<min(start + Self.chunk, leaves.count)
      start = range.upperBound
      return try sealed(Array(leaves[range]), range)
    } work: { part in
      part.open(held).map(work)
    } take: { done in
      guard let done else { throw VaultError.integrity(.record) }
      try take(done)
    }
  }

  private func sealed(
    _ leaves: [(key: MapKey, leaf: MapLeaf)], _ range: Range<Int>
  ) throws -> Sealed {
    let names = leaves.map { held.keys.wrapID(of: $0.key.id.number).rowID }
    return Sealed(
      range: range, leaves: leaves, wraps: try store.wraps(names),
      rows: try store.listings(leaves.map(\.key.id)))
  }

  /// Listing parts and wraps as they lie in the store.
  private struct Sealed: Sendable {
    let range: Range<Int>
    let leaves: [(key: MapKey, leaf: MapLeaf)]
    let wraps: Bodies
    let rows: Bodies

    /// `nil` when one that has a wrap does not open.
    func open(_ held: HeldRole) -> Part? {
      guard var opening = try? ListingOpening(under: held.keys) else { return nil }
      var bodies = Bodies()
      bodies.reserve(bodies: leaves.count, bytes: rows.bytes.count)
      var plain: [UInt8] = []
      let (wraps, rows) = (self.wraps.bytes.span, self.rows.bytes.span)
      for index in leaves.indices {
        guard let wrap = self.wraps.range(index) else {
          bodies.appendAbsent()
          continue
        }
        guard let range = self.rows.range(index) else { return nil }
        let row = rows.extracting(range)
        plain.removeAll(keepingCapacity: true)
        let leaf = leaves[index]
        guard Digest.of(row) == leaf.leaf.listing,
          opening.open(
            row, wrap: wraps.extracting(wrap), record: leaf.key.id.number,
            version: leaf.leaf.version, by: held.keys, into: &plain)
        else { return nil }
        bodies.append(plain)
      }
      return Part(range: range, bodies: bodies)
    }
  }
}

extension RowID {
  /// The id as Sealing takes it.
  var number: RecordNumber { RecordNumber(high: high, low: low) }
}

extension RecordNumber {
  /// The id as a store takes it.
  var rowID: RowID { RowID(high: high, low: low) }
}
