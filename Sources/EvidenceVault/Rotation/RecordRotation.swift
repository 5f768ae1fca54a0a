import Sealing
import Storage

extension Session {
  /// How many records one transaction of the rotation takes.
  private static let batch = 256

  /// Draws a new key and a new body for every record, resumable after a kill.
  ///
  /// Each transaction re-encrypts some records and remembers where it stopped, so a killed run
  /// leaves every record readable and the next run goes on from there. The file of an attachment is sealed anew as well.
  ///
  /// - Parameter progress: is told how many of how many records are done.
  /// - Returns: how many this run re-encrypted, and whether the old rows are gone from the files.
  public func rotateRecords(
    by permit: borrowing Permit<CustodianRole>,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> (records: Int, remnantsDestroyed: Bool) {
    try vaultErrors {
      var done = 0
      let kinds = RecordKind.allCases.filter { $0.role != nil }
      let total = try read { reader in
        try kinds.reduce(0) {
          $0 + (try reader.map.leaves(prefix: self.lookup.prefix(of: $1)).count)
        }
      }
      var cursor = try read { try self.cursor($0.store) }
      if let left = cursor?.objects { try destroyObjects(left) }
      for kind in kinds {
        if let cursor, cursor.kind > kind.rawValue { continue }
        var after = cursor?.kind == kind.rawValue ? cursor?.after : nil
        while kind == .attachment {
          guard let last = try rotateNextAttachment(after: after) else { break }
          after = last
          done += 1
          progress(done, total)
        }
        while kind != .attachment {
          let count = try write { transaction in
            let keys = try transaction.keys(kind, after: after, limit: Self.batch)
            guard let last = keys.last else { return 0 }
            for key in keys where try !transaction.isUnreadableDrop(key, kind) {
              try transaction.rotate(key, kind)
            }
            try self.setCursor(
              RotationCursor(
                kind: kind.rawValue, after: last.bytes, entry: transaction.state.logCount),
              transaction)
            try transaction.log(.recordsRotated, ["\(keys.count)"], reason: "")
            after = last.bytes
            return keys.count
          }
          done += count
          progress(done, total)
          if count == 0 { break }
        }
        cursor = nil
      }
      try write { transaction in
        try transaction.store.setCell(self.lookup.row(.cursor), nil)
        try transaction.log(.recordsRotated, ["finished"], reason: "")
      }
      return (done, try store.destroyRemnants())
    }
  }
}

extension Transaction {
  /// The next keys of a kind.
  fileprivate func keys(
    _ kind: RecordKind, after: [UInt8]?, limit: Int
  ) throws -> [MapKey] {
    let prefix = lookup.prefix(of: kind)
    let from = after.map { $0 + [0] } ?? prefix
    return try store.leaves(from: from, prefix: prefix, limit: limit).map {
      guard let key = MapKey($0.key) else { throw VaultError.integrity(.map) }
      return key
    }
  }

  /// Re-encrypts one record.
  fileprivate func rotate(_ key: MapKey, _ kind: RecordKind) throws {
    let id = key.id
    guard let role = kind.role, let leaf = try map.leaf(key) else {
      throw VaultError.integrity(.map)
    }
    let held = try holding(role)
    let body = try reader.body(key, leaf, kind, held, session.me)
    guard let row = try store.listings([id])[0], Digest.of(row) == leaf.listing else {
      throw VaultError.integrity(.record)
    }
    let recordKey = try reader.recordKey(id, kind, held, session.me)
    let listing = try recordKey.openListing(
      row, RecordContext(vault: vault, record: id.bytes, version: leaf.version))
    try put(key, role, before: leaf, listing: listing, body: body)
  }
}
