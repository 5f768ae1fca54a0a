internal import Foundation
internal import GRDB
internal import Storage

/// Replaces the wraps of many details.
///
/// Numbers that follow each other, with wraps of one size, are written by one statement, which cuts
/// the wraps out of a large blob.
struct DetailWrapReplacement {
  private let connection: Database

  init(_ connection: Database) {
    self.connection = connection
  }

  func run(_ wraps: [(number: UInt64, wrap: [UInt8])]) throws {
    var first = 0
    while first < wraps.count {
      var bytes = wraps[first].wrap
      var end = first + 1
      while end < wraps.count, end - first < Bulk.rows, follows(end, in: wraps) {
        bytes += wraps[end].wrap
        end += 1
      }
      try replace(from: wraps[first].number, count: end - first, bytes)
      first = end
    }
  }

  private func follows(_ place: Int, in wraps: [(number: UInt64, wrap: [UInt8])]) -> Bool {
    let (next, overflow) = wraps[place - 1].number.addingReportingOverflow(1)
    return !overflow && wraps[place].number == next
      && wraps[place].wrap.count == wraps[place - 1].wrap.count
      // What is small is worth joining.
      && wraps[place].wrap.count <= 4096
  }

  private func replace(from number: UInt64, count: Int, _ bytes: [UInt8]) throws {
    guard let first = Int64(exactly: number), first <= Int64.max - Int64(count) else {
      throw StoreError.conflict
    }
    try connection.cachedStatement(
      sql: """
        UPDATE detail_wraps
        SET body = CASE WHEN ?3 = 0 THEN x'' ELSE substr(?4, (number - ?1) * ?3 + 1, ?3) END
        WHERE number BETWEEN ?1 AND ?1 + ?2 - 1
        """
    ).execute(arguments: [first, count, bytes.count / count, bytes.checkedBlob()])
    guard connection.changesCount == count else { throw StoreError.conflict }
  }
}
