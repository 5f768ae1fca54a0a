internal import Foundation
internal import GRDB
internal import Storage

/// Deletes many wraps and inserts many others.
///
/// Both go in the order of ids, so that each page is visited once, and SQL cuts the rows out of
/// large blobs, which spares a call for each row.
struct WrapReplacement {
  private let connection: Database

  init(_ connection: Database) {
    self.connection = connection
  }

  func run(deleting: [RowID], inserting: Wraps) throws {
    if max(deleting.count, inserting.count) >= Bulk.worthwhile { try Bulk.prepare(connection) }
    let deleting = RowOrder.ascending(deleting).map { deleting[$0] }
    if try isEverything(deleting) {
      // Far faster than row by row; secure_delete overwrites here as well.
      try connection.execute(sql: "DELETE FROM wraps")
    } else {
      try delete(deleting)
    }
    try insert(inserting)
  }

  /// Whether these, in order, are exactly the ids that are there.
  ///
  /// Comparing what SQL joins together is much faster than reading row by row; if SQL ever joined
  /// in another way, the answer would be no, which costs time only.
  private func isEverything(_ ids: [RowID]) throws -> Bool {
    guard ids.count >= Bulk.worthwhile,
      try Int.fetchOne(connection, sql: "SELECT count(*) FROM wraps") == ids.count
    else { return false }
    let joined = try connection.cachedStatement(
      sql: """
        SELECT CAST(group_concat(id, '') AS BLOB) = ?1
        FROM (SELECT id FROM wraps WHERE id >= ?2 ORDER BY id LIMIT ?3)
        """)
    for part in Bulk.parts(of: ids) {
      guard let first = part.first else { continue }
      let same = try Bool.fetchOne(
        joined, arguments: [Bulk.blob(of: part), first.blob, part.count])
      guard same == true else { return false }
    }
    return true
  }

  private func delete(_ ids: [RowID]) throws {
    for part in Bulk.parts(of: ids) {
      if part.count >= Bulk.worthwhile {
        try connection.cachedStatement(
          sql: """
            DELETE FROM wraps WHERE id IN
              (SELECT substr(?1, i * 16 + 1, 16) FROM temp.places WHERE i < ?2)
            """
        ).execute(arguments: [Bulk.blob(of: part), part.count])
        continue
      }
      let single = try connection.cachedStatement(sql: "DELETE FROM wraps WHERE id = ?")
      for id in part { try single.execute(arguments: [id.blob]) }
    }
  }

  private func insert(_ rows: Wraps) throws {
    let order = RowOrder.ascending(rows.ids)
    for part in Bulk.parts(of: order) {
      if part.count >= Bulk.worthwhile, let (data, size) = Bulk.blob(of: rows, part) {
        try connection.cachedStatement(
          sql: """
            INSERT INTO wraps (id, body)
            SELECT substr(?1, i * ?3 + 1, 16), substr(?1, i * ?3 + 17, ?3 - 16)
            FROM temp.places WHERE i < ?2
            """
        ).execute(arguments: [data, part.count, RowID.size + size])
        continue
      }
      let single = try connection.cachedStatement(
        sql: "INSERT INTO wraps (id, body) VALUES (?, coalesce(?, x''))")
      for index in part {
        let body = rows.bodies[index] ?? []
        try single.execute(arguments: [rows.ids[index].blob, body.checkedBlob()])
      }
    }
  }
}
