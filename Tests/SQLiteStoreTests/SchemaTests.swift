import Foundation
import GRDB
import Storage
import Testing

@testable import SQLiteStore

@Test func `every connection is set up as the design says`() throws {
  try withPlace { place in
    _ = try SQLiteStore(creating: place + "/vault")
    let store = try SQLiteStore(opening: place + "/vault")
    let found = try store.queue.read { database in
      try [
        "synchronous", "secure_delete", "temp_store", "foreign_keys", "cell_size_check",
        "trusted_schema", "mmap_size", "application_id", "user_version", "query_only",
      ].map { try Int.fetchOne(database, sql: "PRAGMA " + $0) }
    }
    #expect(found == [2, 1, 2, 1, 1, 0, 0, 0x4576_5661, 1, 1])
    let words = try store.queue.read { database in
      try ["journal_mode", "encoding"].map { try String.fetchOne(database, sql: "PRAGMA " + $0) }
    }
    #expect(words == ["wal", "UTF-8"])
  }
}

@Test func `the schema of format 1 is what it was`() throws {
  try withPlace { place in
    let store = try SQLiteStore(creating: place + "/vault")
    let tables = try store.queue.read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' ORDER BY name"
      ).filter { ($0[0] as String) != "sqlite_schema" }
        .map { "\($0[0] as String) \($0[1] as Int) \($0[2] as Int)" }
    }
    #expect(
      tables == [
        "cells 1 1", "detail_wraps 0 1", "details 0 1", "headers 1 1", "leaves 1 1", "listings 1 1",
        "log 0 1", "records 1 1", "requests 1 1", "roster 0 1", "tiles 1 1", "wraps 1 1",
      ])
    // A published step is never edited: its text keeps its hash (FNV-1a).
    let hash = Schema.format1.joined(separator: ";").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    #expect(hash == 18_362_752_016_884_454_193)
    #expect(Schema.version == 1)
  }
}

@Test(arguments: [
  "INSERT INTO cells VALUES (x'01', x'')",
  "INSERT INTO cells VALUES (zeroblob(17), x'')",
  "INSERT INTO cells VALUES (zeroblob(16), NULL)",
  "INSERT INTO cells VALUES (zeroblob(16), 'text')",
  "INSERT INTO wraps VALUES ('0123456789abcdef', x'')",
  "INSERT INTO leaves VALUES (zeroblob(16), x'')",
  "INSERT INTO listings VALUES (zeroblob(16), x'')",
  "INSERT INTO headers VALUES (NULL, x'')",
  "INSERT INTO log VALUES (1, x'')",
  "INSERT INTO log VALUES (-1, x'')",
  "INSERT INTO log VALUES (NULL, x'')",
  "INSERT INTO log VALUES (0, x''), (2, x'')",
  "INSERT INTO log VALUES (0, x''); UPDATE log SET body = x'01'",
  "INSERT INTO log VALUES (0, x''); UPDATE log SET number = 1",
  "INSERT INTO log VALUES (0, x''); DELETE FROM log",
  "INSERT INTO roster VALUES (0, x''); DELETE FROM roster",
  "INSERT INTO roster VALUES (0, x''); REPLACE INTO roster VALUES (0, x'01')",
  "INSERT INTO details VALUES (0, x'')",
  "INSERT INTO detail_wraps VALUES (0, x'')",
  "INSERT INTO log VALUES (0, x''); INSERT INTO details VALUES (0, x''); UPDATE details SET body = x'01'",
])
func `the schema itself refuses`(_ sql: String) throws {
  try withPlace { place in
    let store = try SQLiteStore(creating: place + "/vault")
    let error = #expect(throws: DatabaseError.self) {
      try store.queue.write { try $0.execute(sql: sql) }
    }
    #expect(error?.resultCode == .SQLITE_CONSTRAINT)
  }
}

@Test func `opening and reading write nothing`() throws {
  try withPlace { place in
    let vault = place + "/vault"
    try SQLiteStore(creating: vault).write { try $0.setHeader("format", [1]) }
    func state() throws -> [String: Data] {
      try FileManager.default.contentsOfDirectory(atPath: vault).reduce(into: [:]) {
        $0[$1] = FileManager.default.contents(atPath: vault + "/" + $1)
      }
    }
    let before = try state()
    #expect(Array(before.keys) == ["vault.sqlite"])
    for _ in 0..<3 {
      let store = try SQLiteStore(opening: vault)
      #expect(try store.read { try $0.header("format") } == [1])
      #expect(FileManager.default.contents(atPath: vault + "/vault.sqlite-wal")?.count == 0)
      #expect(
        FileManager.default.contents(atPath: vault + "/vault.sqlite") == before["vault.sqlite"])
    }
    #expect(try state() == before)
  }
}

@Test func `nobody else may look into the vault`() throws {
  try withPlace { place in
    let vault = place + "/vault"
    let store = try SQLiteStore(creating: vault)
    try store.write { try $0.setHeader("format", [1]) }
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(vault) == 0o700)
    let names = try FileManager.default.contentsOfDirectory(atPath: vault).sorted()
    #expect(names == ["vault.sqlite", "vault.sqlite-shm", "vault.sqlite-wal"])
    for name in names { #expect(try mode(vault + "/" + name) == 0o600) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["vault"])
  }
}
