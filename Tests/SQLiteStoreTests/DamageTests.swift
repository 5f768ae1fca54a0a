import Foundation
import GRDB
import SQLiteStore
import Storage
import Testing

@Test func `every truncation of the database is refused`() throws {
  try withPlace { place in
    let vault = place + "/vault"
    let file = URL(fileURLWithPath: vault + "/vault.sqlite")
    try SQLiteStore(creating: vault) { rows in
      for number: UInt64 in 0..<50 {
        try rows.setCell(RowID(high: number, low: 0), [UInt8](repeating: 1, count: 900))
      }
    }.write { try $0.setHeader("format", [1]) }
    let whole = try Data(contentsOf: file)
    for size in Array(0..<200) + Array(stride(from: 200, to: whole.count, by: 509)) {
      try whole.prefix(size).write(to: file)
      #expect(throws: StoreError.damaged, "\(size)") {
        try SQLiteStore(opening: vault, busyTimeout: 0.05).read { rows in
          for number: UInt64 in 0..<50 {
            guard try rows.cell(RowID(high: number, low: 0)) != nil else {
              throw StoreError.damaged
            }
          }
          guard try rows.header("format") == [1] else { throw StoreError.damaged }
        }
      }
    }
    try whole.write(to: file)
    _ = try SQLiteStore(opening: vault)
  }
}

@Test func `a flipped byte of the database gives typed errors at most`()
  throws
{
  try withPlace { place in
    let vault = place + "/vault"
    let file = URL(fileURLWithPath: vault + "/vault.sqlite")
    try SQLiteStore(creating: vault) { rows in
      for number: UInt64 in 0..<40 {
        try rows.setRecord(
          RowID(high: number << 50, low: 1),
          (listing: [1, 2, 3], body: [UInt8](repeating: 7, count: 700)))
        try rows.append(.log, ChainRow(number: number, body: [1]))
      }
    }.write { try $0.setHeader("format", [1]) }
    let whole = try Data(contentsOf: file)
    for _ in 0..<150 {
      var flipped = whole
      let place =
        Bool.random() ? Int.random(in: 0..<whole.count) : Int.random(in: 0..<64) * 64 % whole.count
      flipped[place] ^= 1 << UInt8.random(in: 0..<8)
      try flipped.write(to: file)
      do {
        let store = try SQLiteStore(opening: vault, busyTimeout: 0.05)
        try store.read { rows in
          for number: UInt64 in 0..<40 { _ = try rows.record(RowID(high: number << 50, low: 1)) }
          _ = try rows.chain(.log, from: 0, limit: 100)
        }
        try store.write { try $0.setCell(RowID(high: 5, low: 5), [1]) }
        _ = try store.destroyRemnants()
      } catch is StoreError {}
      for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + name) }
    }
  }
}

@Test func `what another program made is refused`() throws {
  try withPlace { place in
    let vault = place + "/vault"
    let file = vault + "/vault.sqlite"
    func change(_ sql: String) throws {
      try DatabaseQueue(path: file).writeWithoutTransaction { try $0.execute(sql: sql) }
    }
    for (sql, error) in [
      ("PRAGMA user_version = 2", StoreError.newerFormat),
      ("PRAGMA user_version = 0", .damaged),
      ("PRAGMA user_version = -1", .damaged),
      ("PRAGMA application_id = 0", .damaged),
      ("CREATE TABLE more (x)", .damaged),
      ("CREATE VIEW more AS SELECT 1", .damaged),
      ("CREATE TRIGGER t AFTER INSERT ON cells BEGIN DELETE FROM cells; END", .damaged),
      ("DROP TRIGGER log_gapless", .damaged),
      ("DROP TABLE tiles", .damaged),
      ("ALTER TABLE tiles ADD COLUMN more BLOB", .damaged),
    ] {
      _ = try SQLiteStore(creating: vault)
      try change(sql)
      #expect(throws: error, "\(sql)") { _ = try SQLiteStore(opening: vault) }
      try FileManager.default.removeItem(atPath: vault)
    }
    try FileManager.default.createDirectory(atPath: vault, withIntermediateDirectories: false)
    try change("CREATE TABLE notes (id INTEGER PRIMARY KEY)")
    #expect(throws: StoreError.damaged) { _ = try SQLiteStore(opening: vault) }
    for content in [Data(), Data("not a database".utf8), Data(count: 100_000)] {
      try content.write(to: URL(fileURLWithPath: file))
      #expect(throws: StoreError.damaged) { _ = try SQLiteStore(opening: vault) }
    }
  }
}
