internal import Foundation
internal import GRDB
internal import Storage

/// Many rows in one blob, which SQL cuts apart.
enum Bulk {
  /// How many rows go into one statement: some hundred KiB, so that memory stays small.
  static let rows = 8192
  /// From how many rows on cutting is faster than a statement for each, preparation included.
  static let worthwhile = 1024

  /// The rows of each statement.
  static func parts<Row>(of rows: [Row]) -> some Sequence<ArraySlice<Row>> {
    stride(from: 0, to: rows.count, by: Self.rows).lazy.map {
      rows[$0..<min($0 + Self.rows, rows.count)]
    }
  }

  /// Makes `temp.places`, the numbers below ``rows``; it is in memory and the connection's own.
  static func prepare(_ connection: Database) throws {
    try connection.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS places (i INTEGER PRIMARY KEY);
        INSERT INTO temp.places
        WITH RECURSIVE place (i) AS
          (SELECT 0 UNION ALL SELECT i + 1 FROM place WHERE i + 1 < \(rows))
        SELECT i FROM place WHERE NOT EXISTS (SELECT 1 FROM temp.places);
        """)
  }

  /// The ids one after the other.
  static func blob(of ids: some Collection<RowID>) -> Data {
    var bytes = [UInt8]()
    bytes.reserveCapacity(ids.count * RowID.size)
    for id in ids { id.append(to: &bytes) }
    return Data(bytes)
  }

  /// Ids and bodies one after the other; `nil` unless all bodies have the same, small size.
  static func blob(
    of rows: Wraps, _ order: some Collection<Int>
  ) -> (data: Data, bodySize: Int)? {
    guard let size = order.first.flatMap({ rows.bodies.range($0)?.count }), size <= 4096 else {
      return nil
    }
    var bytes = [UInt8]()
    bytes.reserveCapacity(order.count * (RowID.size + size))
    for index in order {
      guard let range = rows.bodies.range(index), range.count == size else { return nil }
      rows.ids[index].append(to: &bytes)
      bytes.append(contentsOf: rows.bodies.bytes[range])
    }
    return (Data(bytes), size)
  }
}

extension [UInt8] {
  /// The bytes as SQLite takes them, unless they are more than a row may have.
  func checkedBlob() throws -> Data {
    guard count <= SQLiteStore.largestBody else { throw StoreError.inputOutput }
    return Data(self)
  }
}
