internal import GRDB
internal import Storage

/// The tables of a vault's database, and the steps that lead to them.
enum Schema {
  /// "EvVa", so that the file is not taken for another program's.
  static let applicationID: Int32 = 0x4576_5661

  /// What this program writes, kept as `user_version`; no name or time of a step is kept.
  static var version: Int { Ladder.published.version }

  /// Lays out an empty database.
  static func create(_ database: Database) throws {
    try database.inTransaction(.immediate) {
      guard try fingerprint(database).isEmpty else { throw StoreError.exists }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      for statement in Ladder.published.steps.joined() { try database.execute(sql: statement) }
      try database.execute(sql: "PRAGMA user_version = \(version)")
      try ReplacedRows().write(database)
      return .commit
    }
  }

  /// Refuses what is not a vault, or of another format than this program's.
  static func check(_ database: Database) throws {
    try checkVersion(database, .published)
    // A trigger or view that somebody planted would act on what is written.
    guard try fingerprint(database) == expected else { throw StoreError.damaged }
  }

  static func checkVersion(_ database: Database, _ ladder: Ladder) throws {
    guard try storedVersion(database, ladder) == ladder.version else {
      throw StoreError.olderFormat
    }
  }

  /// Of which version of a ladder a database says that it is.
  ///
  /// - Throws: ``StoreError/damaged`` for what is no vault, ``StoreError/newerFormat``.
  static func storedVersion(_ database: Database, _ ladder: Ladder) throws -> Int {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version")
    guard application == Int(applicationID), let found, found >= ladder.first else {
      throw StoreError.damaged
    }
    guard found <= ladder.version else { throw StoreError.newerFormat }
    return found
  }

  /// The text of everything in the schema, in the order of making.
  static func fingerprint(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY rowid")
  }

  /// The schema of the current version; a later step that alters a table changes it here.
  private static var expected: [String] { format1 }
}
