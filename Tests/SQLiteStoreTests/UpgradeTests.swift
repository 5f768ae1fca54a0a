import Foundation
import GRDB
import Storage
import Testing

@testable import SQLiteStore

/// An artificial format 0, in which listing parts stood beside the bodies, and the step from it.
private let ladder = Ladder(
  first: 0,
  steps: [
    Schema.format1.flatMap { statement -> [String] in
      if statement.contains("CREATE TABLE records") {
        return [
          """
          CREATE TABLE records (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            listing BLOB NOT NULL,
            body BLOB NOT NULL
          ) STRICT, WITHOUT ROWID
          """
        ]
      }
      return statement.contains("CREATE TABLE listings") ? [] : [statement]
    },
    [
      "ALTER TABLE records RENAME TO old_records",
      """
      CREATE TABLE records (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        body BLOB NOT NULL
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE listings (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16) REFERENCES records (id),
        body BLOB NOT NULL
      ) STRICT, WITHOUT ROWID
      """,
      "INSERT INTO records SELECT id, body FROM old_records",
      "INSERT INTO listings SELECT id, listing FROM old_records",
      "DROP TABLE old_records",
      "UPDATE headers SET value = x'00000001' WHERE name = 'format'",
    ],
  ])

struct UpgradeTests {
  private static let id = RowID(high: 1, low: 2)

  /// A vault of format 0 with a record and a log.
  private func makeOld(_ vault: String) throws {
    try FileManager.default.createDirectory(
      atPath: vault, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    let queue = try Connection.open(vault + "/vault.sqlite", busyTimeout: 1)
    try queue.writeWithoutTransaction { database in
      for statement in ladder.steps[0] { try database.execute(sql: statement) }
      try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try database.execute(
        sql: "INSERT INTO records VALUES (?, x'0102', x'0304')",
        arguments: [Self.id.blob])
      try database.execute(sql: "INSERT INTO headers VALUES ('format', x'00000000')")
      try database.execute(sql: "INSERT INTO log VALUES (0, x'05')")
      try database.execute(sql: "INSERT INTO details VALUES (0, x'06')")
      try database.execute(sql: "INSERT INTO detail_wraps VALUES (0, x'07')")
    }
    try queue.close()
  }

  private func bytes(_ vault: String) -> Data? {
    FileManager.default.contents(atPath: vault + "/vault.sqlite")
  }

  @Test func `a vault of an older format is upgraded whole, and a dry run changes no byte`() throws
  {
    try withPlace { place in
      let vault = place + "/vault"
      try makeOld(vault)
      let before = bytes(vault)
      let dry = try SQLiteStore.upgrade(at: vault, dryRun: true, ladder: ladder)
      #expect(dry == StoreUpgrade(from: 0, to: 1, rowsBefore: 5, rowsAfter: 6))
      #expect(bytes(vault) == before)
      #expect(try SQLiteStore.upgrade(at: vault, dryRun: false, ladder: ladder) == dry)
      #expect(try !SQLiteStore.upgrade(at: vault, dryRun: false, ladder: ladder).isNeeded)
      let queue = try Connection.open(vault + "/vault.sqlite", busyTimeout: 1)
      let rows = try queue.read { database throws -> [Data?] in
        try [
          "SELECT body FROM records", "SELECT body FROM listings",
          "SELECT value FROM headers WHERE name = 'format'", "SELECT body FROM detail_wraps",
        ].map { try Data.fetchOne(database, sql: $0) }
      }
      #expect(rows == [Data([3, 4]), Data([1, 2]), Data([0, 0, 0, 1]), Data([7])])
      let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      #expect(version == 1)
    }
  }

  @Test func `a step that fails anywhere leaves every byte as it was`() throws {
    try withPlace { place in
      let vault = place + "/vault"
      try makeOld(vault)
      let before = bytes(vault)
      for place in ladder.steps[1].indices {
        var step = ladder.steps[1]
        step.insert("SELECT no_such_thing()", at: place)
        let broken = Ladder(first: 0, steps: [ladder.steps[0], step])
        #expect(throws: StoreError.damaged) {
          try SQLiteStore.upgrade(at: vault, dryRun: false, ladder: broken)
        }
        #expect(bytes(vault) == before)
      }
      _ = try SQLiteStore.upgrade(at: vault, dryRun: false, ladder: ladder)
    }
  }

  @Test(arguments: [
    // Half of the step was taken.
    ladder.steps[1][0], "CREATE TABLE more (a)", "DROP TRIGGER log_no_delete",
    // All of it, without saying so.
    ladder.steps[1].joined(separator: ";"),
    // Nothing, but it says so.
    "PRAGMA user_version = 1",
    "CREATE TRIGGER t AFTER INSERT ON records BEGIN DELETE FROM cells; END",
  ]) func `what is not exactly its version is refused`(_ sql: String) throws {
    try withPlace { place in
      let vault = place + "/vault"
      try makeOld(vault)
      let queue = try Connection.open(vault + "/vault.sqlite", busyTimeout: 1)
      try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
      try queue.close()
      for dryRun in [true, false] {
        #expect(throws: StoreError.damaged) {
          try SQLiteStore.upgrade(at: vault, dryRun: dryRun, ladder: ladder)
        }
      }
    }
  }

  @Test func `a step that loses a row's reference is not committed`() throws {
    try withPlace { place in
      let vault = place + "/vault"
      try makeOld(vault)
      var step = ladder.steps[1]
      step.insert("DELETE FROM records", at: 5)
      #expect(throws: StoreError.self) {
        try SQLiteStore.upgrade(
          at: vault, dryRun: false, ladder: Ladder(first: 0, steps: [ladder.steps[0], step]))
      }
      _ = try SQLiteStore.upgrade(at: vault, dryRun: false, ladder: ladder)
    }
  }

  @Test func `older is told from newer, and neither is opened`() throws {
    try withPlace { place in
      let vault = place + "/vault"
      _ = try SQLiteStore(creating: vault)
      #expect(try !SQLiteStore.upgrade(at: vault, dryRun: false).isNeeded)
      let later = Ladder(first: 1, steps: [Schema.format1, ["CREATE TABLE more (a)"]])
      let queue = try Connection.open(vault + "/vault.sqlite", busyTimeout: 1)
      #expect(throws: StoreError.olderFormat) {
        try queue.read { try Schema.checkVersion($0, later) }
      }
      try queue.close()
      #expect(try SQLiteStore.upgrade(at: vault, dryRun: false, ladder: later).to == 2)
      #expect(throws: StoreError.newerFormat) { try SQLiteStore(opening: vault) }
      #expect(throws: StoreError.newerFormat) { try SQLiteStore.upgrade(at: vault, dryRun: true) }
    }
  }
}
