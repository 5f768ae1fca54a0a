import Sealing
import Storage

/// Every wrap of a role, rewritten under its next epoch.
struct WrapRotation {
  let session: Session
  let transaction: Transaction
  let old: HeldRole
  let next: HeldRole

  /// How many wraps are read at once.
  private static let chunk = 4096

  func run() throws {
    var records: [RowID] = []
    for kind in RecordKind.allCases where kind.role == old.role {
      records += try transaction.map.leaves(prefix: transaction.lookup.prefix(of: kind)).map(
        \.key.id)
    }
    let keys = old
    let names = Parallel.map(records) { keys.keys.wrapID(of: $0.number).rowID }
    // In the order of the old wraps, so that they are read one after the other.
    let order = RowOrder.ascending(names)
    var deleting: [RowID] = []
    var inserting = Wraps()
    deleting.reserveCapacity(records.count)
    inserting.reserve(rows: records.count, bytes: records.count * RoleKeys.wrapSize)
    try read(order, records, names) { part in
      for index in part.records.indices {
        let name = part.names[index]
        if let range = part.made.range(index) {
          deleting.append(name)
          inserting.append(part.next[index], part.made.bytes[range])
        } else {
          guard part.wraps.range(index) == nil else { throw VaultError.integrity(.record) }
          let record = part.records[index]
          let boxed = transaction.lookup.boxed(record, old.role)
          let made = try unbox(record, boxed)
          inserting.append(made.id, made.body)
          deleting.append(boxed)
        }
      }
    }
    try transaction.store.replaceWraps(deleting: deleting, inserting: inserting)
  }

  private func read(
    _ order: [Int], _ records: [RowID], _ names: [RowID], take: (Part) throws -> Void
  ) throws {
    var start = 0
    let (old, next) = (self.old, self.next)
    try Parallel.stream { () -> Part? in
      guard start < order.count else { return nil }
      let range = start..<min(start + Self.chunk, order.count)
      start = range.upperBound
      let wanted = order[range].map { names[$0] }
      return Part(
        records: order[range].map { records[$0] }, names: wanted,
        wraps: try transaction.store.wraps(wanted))
    } work: {
      $0.rewrapped(from: old, to: next)
    } take: { part in
      guard let part else { throw SealingError.lockedMemoryUnavailable }
      try take(part)
    }
  }

  /// Some wraps, before and after.
  private struct Part: Sendable {
    let records: [RowID]
    let names: [RowID]
    let wraps: Bodies
    var next: [RowID] = []
    /// Absent where there was none, or none that opens.
    var made = Bodies()

    /// `nil` when there is no locked memory left.
    func rewrapped(from old: HeldRole, to next: HeldRole) -> Part? {
      guard var rewrapping = try? Rewrapping(from: old.keys, to: next.keys) else { return nil }
      var part = self
      part.made.reserve(bodies: records.count, bytes: wraps.bytes.count)
      part.next.reserveCapacity(records.count)
      let sealed = wraps.bytes.span
      var made: [UInt8] = []
      for index in records.indices {
        let record = records[index].number
        part.next.append(next.keys.wrapID(of: record).rowID)
        made.removeAll(keepingCapacity: true)
        if let range = wraps.range(index),
          rewrapping.rewrap(
            sealed.extracting(range), of: record, from: old.keys, to: next.keys, into: &made)
        {
          part.made.append(made)
        } else {
          part.made.appendAbsent()
        }
      }
      return part
    }
  }

  /// A key that somebody outside the role boxed is wrapped from now on.
  private func unbox(_ id: RowID, _ boxedID: RowID) throws -> WrapRow {
    guard let boxed = try transaction.store.wraps([boxedID])[0],
      let name = RowID(next.keys.wrapID(of: id.bytes))
    else { throw VaultError.integrity(.record) }
    let key = try BoxedContext.open(
      boxed, old, session.me, BoxedContext.record(transaction.vault, old.role, id))
    return WrapRow(id: name, body: next.keys.wrap(key, of: id.bytes))
  }
}
