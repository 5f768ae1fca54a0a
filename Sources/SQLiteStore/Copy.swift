internal import Foundation
internal import GRDB
public import Storage

extension SQLiteStore {
  /// Copies the database, as one moment has it, to `vault.sqlite` in a directory that is there.
  ///
  /// Others may write meanwhile. The copy can be opened like a vault; it is not flushed to the disk.
  /// Space that no row uses is copied as it is: ``destroyRemnants(of:)`` of the copy clears it.
  ///
  /// - Throws: ``StoreError/exists`` when there is a database already.
  public func copy(into directory: String) throws(StoreError) {
    let files = try VaultFiles(directory: directory)
    guard FileKind(files.database) == nil else { throw .exists }
    _ = FileManager.default.createFile(
      atPath: files.database, contents: nil, attributes: [.posixPermissions: 0o600])
    // A file system without permissions makes it and refuses them.
    guard FileKind(files.database) != nil else { throw .readOnly }
    try sqlite { () throws in
      var configuration = Configuration()
      configuration.label = "copy"
      let target = try DatabaseQueue(path: files.database, configuration: configuration)
      // All pages in one step, which is one read of the source: others' commits are not in it.
      try queue.backup(to: target)
      try target.close()
    }
  }

  /// Whether SQLite finds the whole database in order: pages, trees, and what the schema demands.
  public func isWhole() throws(StoreError) -> Bool {
    try sqlite { () throws in
      try queue.read { database in
        try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") == "ok"
      }
    }
  }

  /// Puts a vault's directory into its place when `fill` has made its content and all is on the disk.
  ///
  /// - Parameter fill: is given a directory of another name, with an empty `vault.sqlite` to write
  ///   the database to. What it opens there it must have closed.
  /// - Throws: ``StoreError/exists``; what `fill` throws, and then nothing has the name.
  public static func place(
    at path: String, _ fill: (_ directory: String) throws -> Void
  ) throws {
    try VaultFiles(directory: path).create { try fill($0.directory) }
  }
}
