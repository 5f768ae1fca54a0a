internal import Foundation
internal import GRDB
internal import Storage

/// The files of a vault's database, and what they must be like.
struct VaultFiles {
  /// The vault's directory, absolute.
  let directory: String

  /// The database itself; SQLite keeps a log (`-wal`) and an index of it (`-shm`) beside it.
  var database: String { directory + "/vault.sqlite" }

  /// - Throws: ``StoreError/missing`` for a path that names nothing.
  init(directory path: String) throws(StoreError) {
    var path = path
    // "vault/" would follow a symbolic link that "vault" does not.
    while path.hasSuffix("/"), path != "/" { path.removeLast() }
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing }
    // SQLite reads a relative path that begins with "file:" as a URI.
    if !path.hasPrefix("/") { path = FileManager.default.currentDirectoryPath + "/" + path }
    directory = path
  }

  /// Refuses what is no vault's directory, or a place that cannot keep SQLite's promises.
  func checkExisting() throws(StoreError) {
    guard let kind = FileKind(directory) else { throw .missing }
    guard kind.type == .typeDirectory else { throw .unsuitable }
    guard let file = FileKind(database) else { throw .missing }
    let beside = ["-wal", "-shm", "-journal"].compactMap { FileKind(database + $0) }
    for file in [file] + beside {
      guard file.type == .typeRegular, file.links == 1 else { throw .unsuitable }
    }
    try checkPlace(directory)
  }

  /// Whether SQLite's log holds nothing.
  var logIsEmpty: Bool {
    guard let log = FileKind(database + "-wal") else { return true }
    return log.size == 0
  }

  /// Refuses a database whose end is missing; SQLite would read it as zeros.
  func checkLength(_ database: Database) throws {
    // Within one transaction, so that no other process can empty a log that this one reads.
    try database.inTransaction(.deferred) {
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
      let length = FileKind(self.database)?.size ?? 0
      // What is beyond the end may still be in the log.
      guard length >= UInt64(pages * pageSize) || !logIsEmpty else { throw StoreError.damaged }
      return .commit
    }
  }

  /// Makes the directory: `fill` makes the database in a directory of another name, which gets its
  /// name when its content is on the disk.
  func create(_ fill: (VaultFiles) throws -> Void) throws {
    guard FileKind(directory) == nil else { throw StoreError.exists }
    let parent = (directory as NSString).deletingLastPathComponent
    guard FileKind(parent, followingLinks: true)?.type == .typeDirectory else {
      throw StoreError.missing
    }
    try checkPlace(parent)
    let name = (directory as NSString).lastPathComponent
    Stage.removeAbandoned(of: name, in: parent)
    let unfinished = try VaultFiles(directory: parent + "/" + Stage.directory(for: name))
    do {
      try files {
        try FileManager.default.createDirectory(
          atPath: unfinished.directory, withIntermediateDirectories: false,
          attributes: [.posixPermissions: 0o700])
      }
      // SQLite gives its other files the permissions of this one.
      guard
        FileManager.default.createFile(
          atPath: unfinished.database, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw StoreError.readOnly }
      try fill(unfinished)
      try synchronise(unfinished.database)
      try synchronise(unfinished.directory)
      guard FileKind(directory) == nil else { throw StoreError.exists }
      try files {
        try FileManager.default.moveItem(atPath: unfinished.directory, toPath: directory)
      }
      try synchronise(parent)
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished.directory)
      throw error
    }
  }

  private func checkPlace(_ path: String) throws(StoreError) {
    if Mount.holding(path)?.isRemote == true { throw .unsuitable }
  }

  private func synchronise(_ path: String) throws {
    try files {
      guard let handle = FileHandle(forReadingAtPath: path) else { throw StoreError.readOnly }
      try handle.synchronize()
      try handle.close()
    }
  }

  /// Runs calls of Foundation; their errors, which name paths, become a ``StoreError``.
  private func files(_ body: () throws -> Void) throws(StoreError) {
    do {
      try body()
    } catch let error as StoreError {
      throw error
    } catch let error as CocoaError {
      switch error.code {
      case .fileWriteOutOfSpace: throw .full
      case .fileWriteFileExists: throw .exists
      case .fileWriteNoPermission, .fileWriteVolumeReadOnly: throw .readOnly
      default: throw .inputOutput
      }
    } catch {
      throw .inputOutput
    }
  }
}
