import Sealing
import Storage

/// Opens many listing parts, on all cores.
struct RecordListing {
  let store: any StoreReading
  let held: HeldRole

  /// In the order of the leaves, `nil` where the role has no wrap; each part's hash is checked
  /// against its leaf.
  func open(_ leaves: [(key: MapKey, leaf: MapLeaf)]) throws -> [[UInt8]?] {
    var opened: [[UInt8]?] = []
    opened.reserveCapacity(leaves.count)
    for start in stride(from: 0, to: leaves.count, by: 8192) {
      opened += try open(chunk: Array(leaves[start..<min(start + 8192, leaves.count)]))
    }
    return opened
  }

  private func open(chunk leaves: [(key: MapKey, leaf: MapLeaf)]) throws -> [[UInt8]?] {
    let ids = try leaves.map { leaf in
      guard let id = leaf.key.id else { throw VaultError.integrity(.map) }
      return id
    }
    let held = self.held
    let wrapIDs = Parallel.map(ids) { id in
      RowID(held.keys.wrapID(of: id.bytes)) ?? RowID(high: 0, low: 0)
    }
    let wraps = try store.wraps(wrapIDs)
    let rows = try store.listings(ids)
    let jobs = leaves.indices.map { (leaves[$0].leaf, ids[$0], wraps[$0], rows[$0]) }
    let opened = Parallel.map(jobs) { leaf, id, wrap, row -> [UInt8]? in
      guard let wrap, let row, Digest.of(row) == leaf.listing,
        let key = try? held.keys.unwrap(wrap, of: id.bytes)
      else { return nil }
      return try? key.openListing(
        row,
        RecordContext(vault: held.keys.context.vault, record: id.bytes, version: leaf.version))
    }
    for (wrap, part) in zip(wraps, opened) where wrap != nil && part == nil {
      throw VaultError.integrity(.record)
    }
    return opened
  }
}
