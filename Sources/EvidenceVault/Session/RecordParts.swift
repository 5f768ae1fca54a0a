import Sealing
import Storage

/// Opens one part of many records of one role, on all cores.
struct RecordParts {
  let store: any StoreReading
  let held: HeldRole
  let part: RecordOpening.Part

  /// Records that come one after the other.
  struct Opened: Sendable {
    let leaves: [(key: MapKey, leaf: MapLeaf)]
    /// Absent where the role has no wrap.
    var bodies: Bodies
  }

  /// How many are read at once.
  private var chunk: Int { part == .listing ? 4096 : 256 }

  /// Gives the records in the order of the leaves, some at a time; each row's hash is checked against
  /// its leaf.
  ///
  /// - Parameter work: what is done with some, on another thread, while others are read.
  func open<Done: Sendable>(
    _ leaves: [(key: MapKey, leaf: MapLeaf)], work: @escaping @Sendable (Opened) -> Done,
    take: (Done) throws -> Void
  ) throws {
    var start = 0
    let (held, part) = (self.held, self.part)
    try Parallel.stream { () -> Sealed? in
      guard start < leaves.count else { return nil }
      let range = start..<min(start + chunk, leaves.count)
      start = range.upperBound
      return try sealed(Array(leaves[range]))
    } work: { sealed in
      sealed.open(part, held).map(work)
    } take: { done in
      guard let done else { throw VaultError.integrity(.record) }
      try take(done)
    }
  }

  private func sealed(_ leaves: [(key: MapKey, leaf: MapLeaf)]) throws -> Sealed {
    let names = leaves.map { held.keys.wrapID(of: $0.key.id.number).rowID }
    let ids = leaves.map(\.key.id)
    return Sealed(
      leaves: leaves, wraps: try store.wraps(names),
      rows: part == .listing ? try store.listings(ids) : try store.records(ids))
  }

  /// Rows and wraps as they lie in the store.
  private struct Sealed: Sendable {
    let leaves: [(key: MapKey, leaf: MapLeaf)]
    let wraps: Bodies
    let rows: Bodies

    /// `nil` when one that has a wrap does not open.
    func open(_ part: RecordOpening.Part, _ held: HeldRole) -> Opened? {
      guard var opening = try? RecordOpening(part, under: held.keys) else { return nil }
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
        let (key, leaf) = leaves[index]
        guard Digest.of(row) == (part == .listing ? leaf.listing : leaf.body),
          opening.open(
            row, wrap: wraps.extracting(wrap), record: key.id.number, version: leaf.version,
            by: held.keys, into: &plain)
        else { return nil }
        bodies.append(plain)
      }
      return Opened(leaves: leaves, bodies: bodies)
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
