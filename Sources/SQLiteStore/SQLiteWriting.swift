internal import Foundation
internal import GRDB
internal import Storage

/// Reads and writes within one transaction of SQLite.
final class SQLiteWriting: SQLiteReading, StoreWriting {
  private var failure: StoreError?

  /// Throws what a writing method threw, though the caller may have caught it.
  func check() throws(StoreError) {
    if let failure { throw failure }
  }

  /// Runs one method's statements; a failure spoils the transaction.
  private func writing(_ body: () throws -> Void) throws(StoreError) {
    try check()
    do {
      try sqlite(body)
    } catch {
      failure = error
      throw error
    }
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try connection.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  private func set(_ table: String, _ id: RowID, _ body: [UInt8]?) throws {
    guard let body else {
      return try run("DELETE FROM \(table) WHERE id = ?", [id.blob])
    }
    // A binding of no bytes reads as NULL.
    try run(
      """
      INSERT INTO \(table) (id, body) VALUES (?, coalesce(?, x''))
      ON CONFLICT DO UPDATE SET body = excluded.body
      """,
      [id.blob, body.checkedBlob()])
  }

  func setHeader(_ name: String, _ value: [UInt8]) throws(StoreError) {
    try writing { () throws in
      try run(
        """
        INSERT INTO headers (name, value) VALUES (?, coalesce(?, x''))
        ON CONFLICT DO UPDATE SET value = excluded.value
        """,
        [name, value.checkedBlob()])
    }
  }

  func setCell(_ id: RowID, _ body: [UInt8]?) throws(StoreError) {
    try writing { () throws in try set("cells", id, body) }
  }

  func setRequest(_ id: RowID, _ body: [UInt8]?) throws(StoreError) {
    try writing { () throws in try set("requests", id, body) }
  }

  func setRecord(
    _ id: RowID, _ record: (listing: [UInt8], body: [UInt8])?
  ) throws(StoreError) {
    try writing { () throws in
      if let record {
        try set("records", id, record.body)
        try set("listings", id, record.listing)
      } else {
        try set("listings", id, nil)
        try set("records", id, nil)
      }
    }
  }

  func setWrap(_ id: RowID, _ body: [UInt8]?) throws(StoreError) {
    try writing { () throws in try set("wraps", id, body) }
  }

  func replaceWraps(deleting: [RowID], inserting: Wraps) throws(StoreError) {
    try writing { () throws in
      try WrapReplacement(connection).run(deleting: deleting, inserting: inserting)
    }
  }

  func append(_ chain: Chain, _ row: ChainRow) throws(StoreError) {
    try writing { () throws in
      guard let number = Int64(exactly: row.number) else { throw StoreError.conflict }
      try run(
        "INSERT INTO \(chain.table) (number, body) VALUES (?, coalesce(?, x''))",
        [number, row.body.checkedBlob()])
    }
  }

  func addDetail(_ row: DetailRow) throws(StoreError) {
    try writing { () throws in
      guard let number = Int64(exactly: row.number) else { throw StoreError.conflict }
      try run(
        "INSERT INTO details (number, body) VALUES (?, coalesce(?, x''))",
        [number, row.body.checkedBlob()])
      try run(
        "INSERT INTO detail_wraps (number, body) VALUES (?, coalesce(?, x''))",
        [number, row.wrap.checkedBlob()])
    }
  }

  func replaceDetailWraps(_ wraps: [(number: UInt64, wrap: [UInt8])]) throws(StoreError) {
    try writing { () throws in
      try DetailWrapReplacement(connection).run(wraps)
    }
  }

  func setLeaves(_ leaves: [(key: [UInt8], value: [UInt8]?)]) throws(StoreError) {
    try writing { () throws in
      for leaf in leaves {
        guard let value = leaf.value else {
          try run("DELETE FROM leaves WHERE key = coalesce(?, x'')", [Data(leaf.key)])
          continue
        }
        try run(
          """
          INSERT INTO leaves (key, value) VALUES (coalesce(?, x''), coalesce(?, x''))
          ON CONFLICT DO UPDATE SET value = excluded.value
          """,
          [leaf.key.checkedBlob(), value.checkedBlob()])
      }
    }
  }

  func setTiles(_ tiles: [(path: [UInt8], body: [UInt8]?)]) throws(StoreError) {
    try writing { () throws in
      for tile in tiles {
        guard let body = tile.body else {
          try run("DELETE FROM tiles WHERE path = coalesce(?, x'')", [Data(tile.path)])
          continue
        }
        try run(
          """
          INSERT INTO tiles (path, body) VALUES (coalesce(?, x''), coalesce(?, x''))
          ON CONFLICT DO UPDATE SET body = excluded.body
          """,
          [tile.path.checkedBlob(), body.checkedBlob()])
      }
    }
  }
}
