internal import Foundation
internal import GRDB
internal import Storage

/// Reads within one transaction of SQLite.
class SQLiteReading: StoreReading {
  private let database: Database
  private var ended = false

  init(_ database: Database) {
    self.database = database
  }

  /// Ends what was lent: a use after the transaction is a bug of the caller.
  func end() { ended = true }

  /// The connection, while the transaction lasts.
  var connection: Database {
    precondition(!ended, "a transaction was used after its end")
    return database
  }

  /// The one blob that a query gives for its arguments.
  func blob(
    _ sql: String, _ arguments: StatementArguments
  ) throws(StoreError) -> [UInt8]? {
    try sqlite { () throws in
      let statement = try connection.cachedStatement(sql: sql)
      return try Data.fetchOne(statement, arguments: arguments).map { [UInt8]($0) }
    }
  }

  /// Every row that a query gives, read by `take`.
  func rows<Element>(
    _ sql: String, _ arguments: StatementArguments, _ take: (Row) throws -> Element
  ) throws(StoreError) -> [Element] {
    try sqlite { () throws in
      let statement = try connection.cachedStatement(sql: sql)
      let cursor = try Row.fetchCursor(statement, arguments: arguments)
      var out: [Element] = []
      while let row = try cursor.next() { out.append(try take(row)) }
      return out
    }
  }

  func header(_ name: String) throws(StoreError) -> [UInt8]? {
    try blob("SELECT value FROM headers WHERE name = ?", [name])
  }

  func cell(_ id: RowID) throws(StoreError) -> [UInt8]? {
    try blob("SELECT body FROM cells WHERE id = ?", [id.blob])
  }

  func requests() throws(StoreError) -> [(id: RowID, body: [UInt8])] {
    try rows("SELECT id, body FROM requests ORDER BY id", []) { row throws in
      (id: try row.rowID(0), body: try row.bytes(1))
    }
  }

  func record(_ id: RowID) throws(StoreError) -> [UInt8]? {
    try blob("SELECT body FROM records WHERE id = ?", [id.blob])
  }

  func records(_ ids: [RowID]) throws(StoreError) -> Bodies {
    try many("records", ids)
  }

  func listings(_ ids: [RowID]) throws(StoreError) -> Bodies {
    try many("listings", ids)
  }

  func wraps(_ ids: [RowID]) throws(StoreError) -> Bodies {
    try many("wraps", ids)
  }

  func wraps(after: RowID?, limit: Int) throws(StoreError) -> [WrapRow] {
    guard limit > 0 else { return [] }
    let start = after?.blob ?? Data()
    return try rows(
      "SELECT id, body FROM wraps WHERE id > coalesce(?, x'') ORDER BY id LIMIT ?",
      [start, limit]
    ) { row throws in
      WrapRow(id: try row.rowID(0), body: try row.bytes(1))
    }
  }

  func chain(
    _ chain: Chain, from number: UInt64, limit: Int
  ) throws(StoreError) -> [ChainRow] {
    guard limit > 0, let first = Int64(exactly: number) else { return [] }
    return try rows(
      "SELECT number, body FROM \(chain.table) WHERE number >= ? ORDER BY number LIMIT ?",
      [first, limit]
    ) { row throws in
      ChainRow(number: try row.number(0), body: try row.bytes(1))
    }
  }

  func last(_ chain: Chain) throws(StoreError) -> ChainRow? {
    try rows("SELECT number, body FROM \(chain.table) ORDER BY number DESC LIMIT 1", []) {
      row throws in ChainRow(number: try row.number(0), body: try row.bytes(1))
    }.first
  }

  func details(from number: UInt64, limit: Int) throws(StoreError) -> [DetailRow] {
    guard limit > 0, let first = Int64(exactly: number) else { return [] }
    return try rows(
      """
      SELECT d.number, w.body, d.body FROM details d LEFT JOIN detail_wraps w USING (number)
      WHERE d.number >= ? ORDER BY d.number LIMIT ?
      """,
      [first, limit]
    ) { row throws in
      DetailRow(number: try row.number(0), wrap: try row.bytes(1), body: try row.bytes(2))
    }
  }

  func leaf(_ key: [UInt8]) throws(StoreError) -> [UInt8]? {
    try blob("SELECT value FROM leaves WHERE key = coalesce(?, x'')", [Data(key)])
  }

  func leaves(from: [UInt8], prefix: [UInt8], limit: Int) throws(StoreError) -> Leaves {
    guard limit > 0 else { return [] }
    // Keys below the prefix do not begin with it, so starting at the greater of the two is right.
    let start = from.lexicographicallyPrecedes(prefix) ? prefix : from
    return try sqlite { () throws in
      let statement = try connection.cachedStatement(
        sql: """
          SELECT key, value FROM leaves
          WHERE key >= coalesce(?1, x'') AND (?2 IS NULL OR key < ?2) ORDER BY key LIMIT ?3
          """)
      let cursor = try Row.fetchCursor(
        statement, arguments: [Data(start), prefix.successor.map { Data($0) }, limit])
      var leaves = Leaves()
      while let row = try cursor.next() {
        try row.withBytes(0) { key in
          guard key.count == LeafRow.keySize else { throw StoreError.damaged }
          try row.withBytes(1) { leaves.append(key: key, value: $0) }
        }
      }
      return leaves
    }
  }

  func tile(_ path: [UInt8]) throws(StoreError) -> [UInt8]? {
    try blob("SELECT body FROM tiles WHERE path = coalesce(?, x'')", [Data(path)])
  }

  /// Bodies for many ids: SQL cuts the ids out of one large blob, which spares a call for each.
  private func many(_ table: String, _ ids: [RowID]) throws(StoreError) -> Bodies {
    var out = Bodies()
    try sqlite { () throws in
      let statement = try connection.cachedStatement(
        sql: """
          WITH RECURSIVE place (i) AS
            (SELECT 0 UNION ALL SELECT i + 1 FROM place WHERE i + 1 < ?2)
          SELECT i, body FROM place CROSS JOIN \(table) ON id = substr(?1, i * 16 + 1, 16)
          """)
      for part in Bulk.parts(of: ids) {
        let cursor = try Row.fetchCursor(
          statement, arguments: [Bulk.blob(of: part), part.count])
        while let row = try cursor.next() {
          let place = part.startIndex + (row[0] as Int)
          guard place >= out.count, place < part.endIndex else { throw StoreError.damaged }
          while out.count < place { out.appendAbsent() }
          try row.withBytes(1) { out.append($0) }
        }
        while out.count < part.endIndex { out.appendAbsent() }
      }
    }
    return out
  }
}
