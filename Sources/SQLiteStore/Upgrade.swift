internal import GRDB
public import Storage

/// From which version of the schema to which a vault was brought, or would be.
public struct StoreUpgrade: Equatable, Sendable {
  public let from: Int
  public let to: Int
  /// Rows in all tables, before and after.
  public let rowsBefore: Int
  public let rowsAfter: Int

  /// Whether there is anything to do.
  public var isNeeded: Bool { from < to }
}

extension SQLiteStore {
  /// Brings a vault's database from an older format to this program's, in one transaction: killed at any
  /// moment, it is as before or done.
  ///
  /// Before and after it must have exactly the schema of its version: what is half upgraded, or has
  /// something else in it, is refused. Then SQLite checks every page, row and reference before anything
  /// is committed.
  ///
  /// - Parameter dryRun: does all of it and takes it back.
  /// - Throws: ``StoreError/damaged``, ``StoreError/newerFormat``, ``StoreError/busy`` while somebody
  ///   writes.
  public static func upgrade(
    at path: String, dryRun: Bool, busyTimeout: Double = defaultBusyTimeout
  ) throws(StoreError) -> StoreUpgrade {
    try upgrade(at: path, dryRun: dryRun, busyTimeout: busyTimeout, ladder: .published)
  }

  static func upgrade(
    at path: String, dryRun: Bool, busyTimeout: Double = defaultBusyTimeout, ladder: Ladder
  ) throws(StoreError) -> StoreUpgrade {
    let files = try VaultFiles(directory: path)
    try files.checkExisting()
    return try sqlite { () throws in
      let queue = try Connection.open(files.database, busyTimeout: busyTimeout)
      let done = try queue.writeWithoutTransaction { database in
        try files.checkLength(database)
        var done: StoreUpgrade?
        // References are looked at when all rows are where they belong.
        try database.inTransaction(.immediate) {
          try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
          let made = try climb(database, ladder)
          done = made
          return dryRun || !made.isNeeded ? .rollback : .commit
        }
        if let done, done.isNeeded, !dryRun { _ = try Remnants.destroy(.all, database, files) }
        return done
      }
      try queue.close()
      guard let done else { throw StoreError.inputOutput }
      return done
    }
  }

  private static func climb(_ database: Database, _ ladder: Ladder) throws -> StoreUpgrade {
    let found = try Schema.storedVersion(database, ladder)
    guard try Schema.fingerprint(database) == ladder.schema(of: found) else {
      throw StoreError.damaged
    }
    let before = try rows(database)
    for statement in ladder.steps[(found - ladder.first + 1)...].joined() {
      try database.execute(sql: statement)
    }
    try database.execute(sql: "PRAGMA user_version = \(ladder.version)")
    guard try Schema.fingerprint(database) == ladder.schema(of: ladder.version),
      try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil,
      try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") == "ok"
    else { throw StoreError.damaged }
    return StoreUpgrade(
      from: found, to: ladder.version, rowsBefore: before, rowsAfter: try rows(database))
  }

  private static func rows(_ database: Database) throws -> Int {
    let tables = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    return try tables.reduce(0) {
      $0 + (try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\($1)\"") ?? 0)
    }
  }
}
