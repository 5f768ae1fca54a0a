internal import Foundation
internal import GRDB
internal import Storage

/// The tables in which rows were replaced or deleted since remnants were last destroyed.
///
/// Kept in the header field `remnants` as names with commas between, so that destroying them need
/// not look at every page of a large vault. No such field means: any table. It tells nothing that
/// the files do not.
struct ReplacedRows: Equatable {
  /// The tables in which this can happen; triggers keep the others from it.
  static let tables: Set<String> = [
    "headers", "cells", "requests", "records", "listings", "wraps", "leaves", "tiles",
    "detail_wraps",
  ]
  private static let keyTables: Set<String> = [
    "headers", "cells", "requests", "wraps", "detail_wraps",
  ]
  private static let field = "remnants"

  private(set) var tables: Set<String> = []

  mutating func insert(_ table: String) { tables.insert(table) }

  /// Those of a kind.
  func of(_ rows: ReplacedKind) -> ReplacedRows {
    rows == .all ? self : ReplacedRows(tables: tables.intersection(Self.keyTables))
  }

  func but(_ others: ReplacedRows) -> ReplacedRows {
    ReplacedRows(tables: tables.subtracting(others.tables))
  }

  /// What is noted.
  static func noted(_ database: Database) throws -> ReplacedRows {
    let statement = try database.cachedStatement(sql: "SELECT value FROM headers WHERE name = ?")
    guard let field = try Data.fetchOne(statement, arguments: [field]) else {
      return ReplacedRows(tables: tables)
    }
    let names = String(decoding: field, as: UTF8.self).split(separator: ",").map(String.init)
    // Whatever else it says was not written by a store: look everywhere.
    return ReplacedRows(tables: tables.isSuperset(of: names) ? Set(names) : tables)
  }

  /// Adds these to what is noted.
  func note(_ database: Database) throws {
    guard !tables.isEmpty else { return }
    let before = try Self.noted(database)
    let after = ReplacedRows(tables: before.tables.union(tables))
    if after != before { try after.write(database) }
  }

  /// Replaces what is noted.
  func write(_ database: Database) throws {
    // The field itself is replaced with it.
    let names = tables.isEmpty ? [] : tables.union(["headers"]).sorted()
    try database.cachedStatement(
      sql: """
        INSERT INTO headers (name, value) VALUES (?, coalesce(?, x''))
        ON CONFLICT DO UPDATE SET value = excluded.value
        """
    ).execute(arguments: [Self.field, Data(names.joined(separator: ",").utf8)])
  }
}
