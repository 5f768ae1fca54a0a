internal import Foundation
internal import GRDB
internal import Storage

extension Chain {
  /// The chain's table.
  var table: String {
    switch self {
    case .roster: "roster"
    case .log: "log"
    }
  }
}

extension RowID {
  /// The id as SQLite keeps it.
  var blob: Data { Data(bytes) }
}

extension Row {
  /// A blob; an empty one is kept as such.
  func bytes(_ column: Int) throws -> [UInt8] { try withBytes(column) { [UInt8]($0) } }

  /// Lends a blob where SQLite has it; it must not outlive the call.
  func withBytes<Result>(_ column: Int, _ body: (Data) throws -> Result) throws -> Result {
    try withUnsafeData(atIndex: column) { data in
      guard let data else { throw StoreError.damaged }
      return try body(data)
    }
  }

  func rowID(_ column: Int) throws -> RowID {
    guard let id = RowID(try bytes(column)) else { throw StoreError.damaged }
    return id
  }

  func number(_ column: Int) throws -> UInt64 {
    guard let value = UInt64(exactly: self[column] as Int64) else { throw StoreError.damaged }
    return value
  }
}

extension [UInt8] {
  /// The least key above every key that begins with these bytes; `nil` when there is none.
  var successor: [UInt8]? {
    guard let last = lastIndex(where: { $0 < 255 }) else { return nil }
    return prefix(last) + [self[last] + 1]
  }
}
