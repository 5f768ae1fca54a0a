internal import GRDB
internal import Storage

/// The versions that a database can have, and the steps that lead from each to the next.
struct Ladder: Sendable {
  /// The `user_version` of a database after the first step.
  let first: Int
  /// Statements; step `n` leads to version `first + n`. A step that was published is never edited.
  let steps: [[String]]

  /// What this program reads and writes.
  static let published = Ladder(first: 1, steps: [Schema.format1])

  var version: Int { first + steps.count - 1 }

  /// The schema that a database of a version must have, found by taking its steps in memory.
  func schema(of version: Int) throws -> [String] {
    let database = try DatabaseQueue()
    return try database.writeWithoutTransaction { database in
      for statement in steps[...(version - first)].joined() {
        try database.execute(sql: statement)
      }
      return try Schema.fingerprint(database)
    }
  }
}
