internal import GRDB
public import Storage

/// A vault's rows in one SQLite database, `vault.sqlite`, within a directory of the vault's own.
///
/// There is one connection and no pool: opening a second one costs as much as a small command, an
/// own open reader would keep ``destroyRemnants(of:)`` from finishing, and a pool of GRDB writes to
/// the database whenever it opens one. Reads of one process therefore wait for its writes; other
/// processes read on while one writes.
public final class SQLiteStore: VaultStore {
  /// How long a statement waits for another process by default, in seconds.
  public static let defaultBusyTimeout = 5.0

  let queue: DatabaseQueue
  private let files: VaultFiles

  /// Opens the vault in a directory; changes nothing in it.
  ///
  /// - Parameter path: the vault's directory. Symbolic links to it are not followed.
  /// - Parameter busyTimeout: seconds to wait for another process.
  public init(
    opening path: String, busyTimeout: Double = SQLiteStore.defaultBusyTimeout
  ) throws(StoreError) {
    let files = try VaultFiles(directory: path)
    try files.checkExisting()
    self.files = files
    queue = try sqlite { () throws in
      let queue = try Connection.open(files.database, busyTimeout: busyTimeout)
      try queue.writeWithoutTransaction { database in
        try Schema.check(database)
        try files.checkLength(database)
      }
      return queue
    }
  }

  /// Makes a new vault and opens it.
  ///
  /// It is made under another name and renamed when it is durable, first contents included: a
  /// creation that is killed or throws leaves nothing that looks like a vault.
  ///
  /// - Parameter path: the directory to make; its parent must be there and it must not.
  /// - Parameter contents: what the vault begins with.
  public convenience init(
    creating path: String, busyTimeout: Double = SQLiteStore.defaultBusyTimeout,
    contents: (any StoreWriting) throws -> Void = { _ in }
  ) throws {
    let files = try VaultFiles(directory: path)
    try files.create { place throws in
      let queue = try sqlite { () throws in
        let queue = try Connection.open(place.database, busyTimeout: busyTimeout)
        try queue.writeWithoutTransaction { try Schema.create($0) }
        return queue
      }
      try Self.write(in: queue, contents)
      // The last connection moves the log's content into the database and removes the log.
      try sqlite { () throws in try queue.close() }
    }
    try self.init(opening: path, busyTimeout: busyTimeout)
  }

  public func read<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result {
    try Self.transaction(in: queue, .deferred) { database throws in
      let reading = SQLiteReading(database)
      defer { reading.end() }
      return (try body(reading), .commit)
    }
  }

  public func write<Result>(_ body: (any StoreWriting) throws -> Result) throws -> Result {
    try Self.write(in: queue, body)
  }

  public var directory: String? { files.directory }

  public func destroyRemnants(of rows: ReplacedKind) throws(StoreError) -> Bool {
    try sqlite { () throws in
      try queue.writeWithoutTransaction { try Remnants.destroy(rows, $0, files) }
    }
  }

  private static func write<Result>(
    in queue: DatabaseQueue, _ body: (any StoreWriting) throws -> Result
  ) throws -> Result {
    try transaction(in: queue, .immediate) { database throws in
      let writing = SQLiteWriting(database)
      defer { writing.end() }
      let result = try body(writing)
      try writing.finish()
      return (result, .commit)
    }
  }

  /// One transaction; an error of `body` passes as it is, one of SQLite becomes a ``StoreError``.
  private static func transaction<Result>(
    in queue: DatabaseQueue, _ kind: Database.TransactionKind,
    _ body: (Database) throws -> (Result, Database.TransactionCompletion)
  ) throws -> Result {
    var outcome: Swift.Result<Result, any Error>?
    try sqlite { () throws in
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(kind) {
          do {
            let (result, completion) = try body(database)
            outcome = .success(result)
            return completion
          } catch {
            outcome = .failure(error)
            return .rollback
          }
        }
      }
    }
    guard let outcome else { throw StoreError.inputOutput }
    return try outcome.get()
  }
}
