import Foundation
import Sealing
import Storage

/// Where a backup is made before it gets its name: a hidden directory beside it.
///
/// The database is copied there, opened and checked; then the rest of the file is written behind it.
/// So the content is written once, and nothing has the backup's name before all of it is right.
struct BackupStage {
  let directory: String
  private let path: String

  private var file: String { directory + "/" + BackupIndex.database }

  /// Makes the directory, after removing what killed runs for the same name have left.
  ///
  /// - Throws: ``StoreError/exists`` when anything has the name, ``StoreError/missing`` when its
  ///   directory is not there.
  init(for path: String) throws(VaultError) {
    guard !path.isEmpty, !path.hasSuffix("/"), !path.utf8.contains(0) else {
      throw .storage(.missing)
    }
    let absolute =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    let parent = (absolute as NSString).deletingLastPathComponent
    let name = (absolute as NSString).lastPathComponent
    guard (try? FileManager.default.contentsOfDirectory(atPath: parent)) != nil else {
      throw .storage(.missing)
    }
    Stage.removeAbandoned(of: name, in: parent)
    guard (try? FileManager.default.attributesOfItem(atPath: absolute)) == nil else {
      throw .storage(.exists)
    }
    directory = "\(parent)/\(Stage.directory(for: name))"
    self.path = absolute
    try? FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
    // A file system without permissions makes it and refuses them.
    guard FileManager.default.fileExists(atPath: directory) else { throw .storage(.readOnly) }
  }

  /// Writes the rest behind the database and reads all of it again.
  ///
  /// - Parameter objects: the directory with the attachments' files; there need be none.
  func complete(
    objects: String, progress: (UInt64, UInt64) -> Void
  ) throws(VaultError) -> BackupFile {
    let beside = try reading { try FileManager.default.contentsOfDirectory(atPath: directory) }
    // A log beside it would hold what the file lacks.
    guard beside == [BackupIndex.database] else { throw .storage(.inputOutput) }
    try reading {
      guard let out = FileHandle(forUpdatingAtPath: file) else {
        throw VaultError.storage(.readOnly)
      }
      var index = BackupIndex()
      index.append(try Self.member(BackupIndex.database, out) { _ in })
      for name in try Self.names(in: objects) {
        let path = objects + "/" + name.dropFirst(BackupIndex.objects.count)
        guard let object = FileHandle(forReadingAtPath: path) else {
          throw VaultError.storage(.inputOutput)
        }
        index.append(try Self.member(name, object) { try out.write(contentsOf: $0) })
        try object.close()
      }
      try out.write(contentsOf: index.bytes)
      try out.synchronize()
      try out.close()
    }
    let made = try BackupFile(opening: file)
    try made.verify(progress: progress)
    return made
  }

  /// Gives the file its name and removes the directory.
  func publish() throws(VaultError) {
    do throws(FileError) { try NewFile.adopt(file, as: path) } catch {
      switch error {
      case .exists: throw .storage(.exists)
      case .full: throw .storage(.full)
      case .notPermitted: throw .storage(.readOnly)
      default: throw .storage(.inputOutput)
      }
    }
    remove()
  }

  func remove() { try? FileManager.default.removeItem(atPath: directory) }

  /// Reads a file from where it stands to its end.
  private static func member(
    _ name: String, _ handle: FileHandle, _ sink: (Data) throws -> Void
  ) throws -> BackupIndex.Member {
    let hash = RunningDigest()
    var size: UInt64 = 0
    while let part = try handle.read(upToCount: BackupFile.chunk), !part.isEmpty {
      hash.update(part.span)
      try sink(part)
      size += UInt64(part.count)
    }
    return BackupIndex.Member(name: name, size: size, digest: hash.finish())
  }

  /// The names under which the files of a directory go into a backup, ascending.
  ///
  /// - Throws: ``StoreError/unsuitable`` for what is neither file nor directory, or has a name that
  ///   no attachment has.
  private static func names(in objects: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: objects) else { return [] }
    var names: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: objects) {
      // What is being written beside, where the file system has no nameless files.
      if (path as NSString).lastPathComponent.hasPrefix(".") { continue }
      let kind = try FileManager.default.attributesOfItem(atPath: objects + "/" + path)[.type]
      switch kind as? FileAttributeType {
      case .typeDirectory?: continue
      case .typeRegular?: names.append(BackupIndex.objects + path)
      default: throw VaultError.storage(.unsuitable)
      }
    }
    names.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    var last = BackupIndex.database
    for name in names {
      guard BackupIndex.isValid(name, after: last) else { throw VaultError.storage(.unsuitable) }
      last = name
    }
    return names
  }
}
