internal import GRDB
internal import Storage

/// The tables of a vault's database, and the steps that lead to them.
enum Schema {
  /// "EvVa", so that the file is not taken for another program's.
  static let applicationID: Int32 = 0x4576_5661

  /// The number of steps taken, kept as `user_version`; no name or time of a step is kept.
  static var version: Int { migrations.count }

  /// Step `n` leads from version `n` to `n + 1`. A step that was published is never edited.
  static let migrations = [format1]

  /// Lays out an empty database.
  static func create(_ database: Database) throws {
    try database.inTransaction(.immediate) {
      guard try fingerprint(database).isEmpty else { throw StoreError.exists }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try migrate(database, from: 0)
      try ReplacedRows().write(database)
      return .commit
    }
  }

  /// Refuses what is not a vault or newer than this program; brings an older one up to date.
  static func checkOrMigrate(_ database: Database) throws {
    var found = try storedVersion(database)
    if found < version {
      try database.inTransaction(.immediate) {
        // Another process may have been faster.
        found = try storedVersion(database)
        if found < version { try migrate(database, from: found) }
        return .commit
      }
    }
    // A trigger or view that somebody planted would act on what is written.
    guard try fingerprint(database) == expected else { throw StoreError.damaged }
  }

  private static func storedVersion(_ database: Database) throws -> Int {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version")
    guard application == Int(applicationID), let found, found > 0 else {
      throw StoreError.damaged
    }
    guard found <= version else { throw StoreError.newerFormat }
    return found
  }

  private static func migrate(_ database: Database, from found: Int) throws {
    for step in migrations[found...] {
      for statement in step { try database.execute(sql: statement) }
    }
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// The text of everything in the schema, in the order of making.
  private static func fingerprint(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY rowid")
  }

  /// The schema of the current version; a later step that alters a table changes it here.
  private static var expected: [String] { format1 }
}
