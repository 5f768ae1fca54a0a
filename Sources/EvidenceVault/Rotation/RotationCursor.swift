import Sealing
import Storage

/// Where a rotation of records stands, for whichever custodian goes on with it.
struct RotationCursor: Codable {
  let version: Version1
  let kind: UInt8
  let after: [UInt8]
  /// The number of the log entry that was written with it.
  let entry: UInt64
  /// Sealed files that the version before had, to be taken away.
  let objects: [String]?

  init(kind: UInt8, after: [UInt8], entry: UInt64, objects: [String]? = nil) {
    version = Version1()
    self.kind = kind
    self.after = after
    self.entry = entry
    self.objects = objects
  }
}

extension Session {
  func cursor(_ store: any StoreReading) throws -> RotationCursor? {
    guard let sealed = try store.cell(lookup.row(.cursor)) else { return nil }
    let held = try holding(.custodian, state, store)
    // What another epoch sealed is of a rotation that has to begin anew.
    guard let plain = try? held.keys.openChainRow(sealed, .cursor, number: 0) else { return nil }
    let cursor = try Codec.decode(RotationCursor.self, plain)
    return try isNewest(cursor, store) ? cursor : nil
  }

  /// Sealed files of earlier versions that a rotation, killed in between, has still to take away.
  func supersededObjects(_ store: any StoreReading) throws -> [String] {
    try cursor(store)?.objects?.filter(ObjectDirectory.isName) ?? []
  }

  /// A cursor is outside the map. One of an earlier rotation, put back, would have this one pass
  /// over records; but later entries of a rotation then stand in the log.
  private func isNewest(_ cursor: RotationCursor, _ store: any StoreReading) throws -> Bool {
    var number = cursor.entry
    while number < state.logCount {
      let rows = try store.chain(.log, from: number, limit: 1024)
      guard !rows.isEmpty else { throw VaultError.integrity(.log(number)) }
      for row in rows {
        let entry = try LogEntry(try memberEpochs.open(row, .log), number: row.number)
        guard (entry.act == .recordsRotated) == (entry.number == cursor.entry) else { return false }
      }
      number += UInt64(rows.count)
    }
    return true
  }

  func setCursor(_ cursor: RotationCursor, _ transaction: Transaction) throws {
    try transaction.store.setCell(
      lookup.row(.cursor),
      try transaction.holding(.custodian).keys.sealChainRow(
        try Codec.encode(cursor), .cursor, number: 0))
  }
}
