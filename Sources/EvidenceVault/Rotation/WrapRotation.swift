import Sealing
import Storage

/// Every wrap of a role, rewritten under its next epoch.
struct WrapRotation {
  let epoch: NextEpoch
  let old: HeldRole
  let next: HeldRole

  private var transaction: Transaction { epoch.transaction }

  init(epoch: NextEpoch, old: HeldRole, next: HeldRole) {
    self.epoch = epoch
    self.old = old
    self.next = next
  }

  /// How many wraps are read at once.
  private static let chunk = 4096

  func run() throws {
    var deleting: [RowID] = []
    var inserting = Wraps()
    for kind in RecordKind.allCases where kind.role == old.role {
      try rewrite(kind, &deleting, &inserting)
    }
    try transaction.store.replaceWraps(deleting: deleting, inserting: inserting)
  }

  private func rewrite(
    _ kind: RecordKind, _ deleting: inout [RowID], _ inserting: inout Wraps
  ) throws {
    let prefix = transaction.lookup.prefix(of: kind)
    let records = try transaction.map.leaves(prefix: prefix).map(\.key.id)
    let held = old
    let names = Parallel.map(records) { held.keys.wrapID(of: $0.number).rowID }
    deleting.reserveCapacity(deleting.count + records.count)
    inserting.reserve(
      rows: inserting.count + records.count,
      bytes: (inserting.count + records.count) * RoleKeys.wrapSize)
    var unopened: [RowID] = []
    // In the order of the old wraps, so that they are read one after the other.
    try read(RowOrder.ascending(names), records, names) { part in
      for index in part.records.indices {
        if let range = part.made.range(index) {
          deleting.append(part.names[index])
          inserting.append(part.next[index], part.made.bytes[range])
          continue
        }
        guard part.wraps.range(index) == nil else { throw VaultError.integrity(.record) }
        let record = part.records[index]
        deleting.append(transaction.lookup.boxed(record, old.role))
        if let made = try epoch.unbox(record, kind, from: old, to: next) {
          inserting.append(made.id, made.body)
        } else {
          unopened.append(record)
        }
      }
    }
    for made in try epoch.passOver(unopened, kind, to: next) {
      inserting.append(made.id, made.body)
    }
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
}
