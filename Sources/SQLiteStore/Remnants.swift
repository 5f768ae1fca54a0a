internal import GRDB
internal import Storage

/// Makes replaced and deleted rows unreadable in the files.
///
/// They can be in the log, which a checkpoint empties, and in the database: with `secure_delete`
/// SQLite overwrites what it frees, but when it rearranges pages it leaves copies of moved rows in
/// the space that no row uses, and these outlive the rows (about one deleted row in a thousand,
/// where rows differ in size). ``UnusedSpace`` overwrites them.
enum Remnants {
  /// `false` when somebody else keeps them alive.
  static func destroy(
    _ rows: ReplacedKind, _ database: Database, _ files: VaultFiles
  ) throws -> Bool {
    guard try emptyLog(database) else { return false }
    guard let cleared = try clearUnusedSpace(rows, database, files) else { return false }
    return try !cleared || emptyLog(database)
  }

  /// Moves the log's content into the database and cuts the log to nothing, alone with the files.
  private static func emptyLog(_ database: Database) throws -> Bool {
    let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    guard let busy: Int = row?[0] else { throw StoreError.inputOutput }
    return busy == 0
  }

  /// Whether there was something to clear; `nil` when another process wrote in the meantime.
  ///
  /// While this transaction holds the lock for writing and the log is empty, nobody writes to the
  /// database file. A reader sees each byte before or after, and looks at none of them.
  private static func clearUnusedSpace(
    _ rows: ReplacedKind, _ database: Database, _ files: VaultFiles
  ) throws -> Bool? {
    var cleared: Bool?
    try database.inTransaction(.immediate) {
      guard files.logIsEmpty else { return .rollback }
      let replaced = try ReplacedRows.noted(database)
      let wanted = replaced.of(rows)
      let names = wanted.tables.map { "'\($0)'" }.joined(separator: ", ")
      let roots = try Int.fetchAll(
        database, sql: "SELECT rootpage FROM sqlite_schema WHERE name IN (\(names))")
      // Pages in memory would bring their copies back.
      database.releaseMemory()
      let changed = try UnusedSpace(files.database).clear(roots: roots)
      guard changed || !wanted.tables.isEmpty else {
        cleared = false
        return .rollback
      }
      // A commit, so that every other connection forgets its pages as well.
      try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
      try replaced.but(wanted).write(database)
      cleared = true
      return .commit
    }
    return cleared
  }
}
