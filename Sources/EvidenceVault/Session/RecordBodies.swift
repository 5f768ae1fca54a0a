import Sealing
import Storage

/// Opens the bodies of many records of one role, on all cores.
struct RecordBodies {
  let store: any StoreReading
  let held: HeldRole

  /// In the order of the leaves, `nil` where the role has no wrap; each body's hash is checked
  /// against its leaf.
  func open(_ leaves: [(key: MapKey, leaf: MapLeaf)]) throws -> [[UInt8]?] {
    let ids = leaves.map(\.key.id)
    let held = self.held
    let wraps = try store.wraps(ids.map { held.keys.wrapID(of: $0.number).rowID })
    let jobs = try leaves.indices.map {
      (leaf: leaves[$0].leaf, id: ids[$0], wrap: wraps[$0], row: try store.record(ids[$0]))
    }
    let opened = Parallel.map(jobs) { job -> [UInt8]? in
      guard let wrap = job.wrap, let row = job.row, Digest.of(row) == job.leaf.body,
        let key = try? held.keys.unwrap(wrap, of: job.id.bytes)
      else { return nil }
      return try? key.openBody(
        row,
        RecordContext(
          vault: held.keys.context.vault, record: job.id.bytes, version: job.leaf.version))
    }
    for (job, body) in zip(jobs, opened) where job.wrap != nil && body == nil {
      throw VaultError.integrity(.record)
    }
    return opened
  }
}
