internal import GRDB
internal import Storage

/// How every connection to a vault's database is set up.
enum Connection {
  /// Opens the database and sets what SQLite does not keep in the file.
  static func open(_ path: String, busyTimeout: Double) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(min(max(busyTimeout, 0), 86_400))
    configuration.label = "vault"
    configuration.prepareDatabase { database in
      for pragma in pragmas { try database.execute(sql: "PRAGMA " + pragma) }
    }
    // Not GRDB's own WAL mode: it sets synchronous=NORMAL and writes at each opening.
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      // Last, so that nothing sets it back.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
      guard mode == "wal", synchronous == 2 else { throw StoreError.unsuitable }
    }
    return queue
  }

  private static let pragmas = [
    // Deleted content is overwritten with zeros.
    "secure_delete = ON",
    // Nothing of a transaction reaches a temporary file.
    "temp_store = MEMORY",
    // A damaged page is an error as soon as it is read.
    "cell_size_check = ON",
    // A planted view or trigger reaches no function with side effects.
    "trusted_schema = OFF",
    // Reading by mmap would turn a failing disk or a cut file into a signal.
    "mmap_size = 0",
    // After a large transaction the log shrinks again to 4 MiB at the next checkpoint.
    "journal_size_limit = 4194304",
    // Up to 32 MB of pages, taken as needed: a role rotates a fifth faster than with 8.
    "cache_size = -32000",
  ]
}
