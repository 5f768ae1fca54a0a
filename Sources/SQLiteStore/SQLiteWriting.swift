internal import Foundation
internal import GRDB
internal import Storage

/// Reads and writes within one transaction of SQLite.
final class SQLiteWriting: SQLiteReading, StoreWriting {
  private var failure: StoreError?
  private var replaced = ReplacedRows()

  /// Throws what a writing method threw, though the caller may have caught it.
  private func check() throws(StoreError) {
    if let failure { throw failure }
  }

  /// The last thing in the transaction.
  func finish() throws(StoreError) {
    try check()
    try sqlite { () throws in try replaced.note(connection) }
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
    guard let body else { return try delete(table, "id", id.blob) }
    try put(table, ("id", id.blob), ("body", body))
  }

  private func delete(_ table: String, _ column: String, _ key: Data) throws {
    try run("DELETE FROM \(table) WHERE \(column) = coalesce(?, x'')", [key])
    if connection.changesCount > 0 { replaced.insert(table) }
  }

  /// Inserts a row, or replaces the one that is there.
  private func put(
    _ table: String, _ key: (column: String, value: any DatabaseValueConvertible),
    _ body: (column: String, value: [UInt8])
  ) throws {
    let value = try body.value.checkedBlob()
    // A binding of no bytes reads as NULL.
    try run(
      """
      INSERT INTO \(table) (\(key.column), \(body.column))
      VALUES (coalesce(?, x''), coalesce(?, x'')) ON CONFLICT DO NOTHING
      """,
      [key.value, value])
    guard connection.changesCount == 0 else { return }
    replaced.insert(table)
    try run(
      """
      UPDATE \(table) SET \(body.column) = coalesce(?2, x'')
      WHERE \(key.column) = coalesce(?1, x'')
      """,
      [key.value, value])
  }

  func setHeader(_ name: String, _ value: [UInt8]) throws(StoreError) {
    try writing { () throws in
      try put("headers", ("name", name), ("value", value))
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
      if !deleting.isEmpty { replaced.insert("wraps") }
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
      if !wraps.isEmpty { replaced.insert("detail_wraps") }
      try DetailWrapReplacement(connection).run(wraps)
    }
  }

  func setLeaves(_ leaves: [(key: [UInt8], value: [UInt8]?)]) throws(StoreError) {
    try writing { () throws in
      for leaf in leaves {
        let key = try leaf.key.checkedBlob()
        if let value = leaf.value {
          try put("leaves", ("key", key), ("value", value))
        } else {
          try delete("leaves", "key", key)
        }
      }
    }
  }

  func setTiles(_ tiles: [(path: [UInt8], body: [UInt8]?)]) throws(StoreError) {
    try writing { () throws in
      for tile in tiles {
        let path = try tile.path.checkedBlob()
        if let body = tile.body {
          try put("tiles", ("path", path), ("body", body))
        } else {
          try delete("tiles", "path", path)
        }
      }
    }
  }
}
