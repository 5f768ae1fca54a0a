import Foundation
import Sealing
import Storage

/// A backup that lies somewhere: one file, of which nothing is believed before it was hashed.
public struct BackupFile {
  let index: BackupIndex
  private let handle: FileHandle

  /// How much is read at once, in bytes.
  static let chunk = 1 << 20

  /// Opens a backup and reads what it consists of.
  ///
  /// - Throws: ``IntegrityFault/backup`` for a file that is none, or whose end is missing;
  ///   ``VaultError/storage(_:)`` with `missing`, `unsuitable` or `newerFormat`.
  public init(opening path: String) throws(VaultError) {
    let real = (path as NSString).resolvingSymlinksInPath
    guard let kind = try? FileManager.default.attributesOfItem(atPath: real) else {
      throw .storage(.missing)
    }
    // A pipe would wait for a writer for ever.
    guard kind[.type] as? FileAttributeType == .typeRegular else { throw .storage(.unsuitable) }
    guard let handle = FileHandle(forReadingAtPath: real) else { throw .storage(.readOnly) }
    self.handle = handle
    let length = try reading { try handle.seekToEnd() }
    guard length > UInt64(BackupIndex.trailerSize) else { throw .integrity(.backup) }
    let end = length - UInt64(BackupIndex.trailerSize)
    let trailer = try BackupIndex.Trailer(
      try Self.bytes(handle, from: end, count: BackupIndex.trailerSize))
    guard trailer.size <= BackupIndex.limit, trailer.size <= end else {
      throw .integrity(.backup)
    }
    let stored = try Self.bytes(handle, from: end - trailer.size, count: Int(trailer.size))
    guard Digest.of(stored) == trailer.digest, let index = BackupIndex(stored),
      index.members.allSatisfy({ $0.size <= length }), index.size == end - trailer.size
    else { throw .integrity(.backup) }
    self.index = index
  }

  /// How many bytes of content there are.
  public var size: UInt64 { index.size }

  /// How many files of attachments are in it.
  public var objects: Int { index.members.count - 1 }

  /// Hashes every byte.
  ///
  /// - Parameter progress: is told how many bytes of how many are done.
  /// - Throws: ``IntegrityFault/backup`` when one was changed.
  public func verify(progress: (UInt64, UInt64) -> Void = { _, _ in }) throws(VaultError) {
    try each(progress) { _ in { _ in } }
  }

  /// Writes the members into a directory, each hashed as it is read, and flushes all.
  ///
  /// - Parameter directory: has at most an empty file for the database.
  /// - Throws: ``IntegrityFault/backup``; what was written by then is for the caller to remove.
  public func extract(
    into directory: String, progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(VaultError) {
    var folders: Set<String> = []
    try each(progress) { name in
      let path = directory + "/" + name
      var folder = (path as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      while folder.count > directory.count {
        folders.insert(folder)
        folder = (folder as NSString).deletingLastPathComponent
      }
      if !FileManager.default.fileExists(atPath: path) {
        guard
          FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw VaultError.storage(.readOnly) }
      }
      guard let out = FileHandle(forWritingAtPath: path) else {
        throw VaultError.storage(.readOnly)
      }
      return { bytes in
        guard let bytes else {
          try out.synchronize()
          return try out.close()
        }
        try out.write(contentsOf: bytes)
      }
    }
    for folder in folders.sorted(by: >) {
      do throws(FileError) { try NewFile.flushDirectory(folder) } catch {
        throw VaultError.storage(.inputOutput)
      }
    }
  }

  /// Reads all members in order; `sink` is given parts of one, and `nil` when its hash was right.
  private func each(
    _ progress: (UInt64, UInt64) -> Void, _ open: (String) throws -> ((Data?) throws -> Void)
  ) throws(VaultError) {
    try reading {
      try handle.seek(toOffset: 0)
      var done: UInt64 = 0
      for member in index.members {
        let sink = try open(member.name)
        let hash = RunningDigest()
        var left = member.size
        while left > 0 {
          let part = try handle.read(upToCount: Int(min(left, UInt64(Self.chunk)))) ?? Data()
          guard !part.isEmpty else { throw VaultError.integrity(.backup) }
          hash.update(part.span)
          try sink(part)
          left -= UInt64(part.count)
          done += UInt64(part.count)
          progress(done, size)
        }
        guard hash.finish() == member.digest else { throw VaultError.integrity(.backup) }
        try sink(nil)
      }
    }
  }

  private static func bytes(
    _ handle: FileHandle, from offset: UInt64, count: Int
  ) throws(VaultError) -> [UInt8] {
    let data = try reading {
      try handle.seek(toOffset: offset)
      return try handle.read(upToCount: count) ?? Data()
    }
    guard data.count == count else { throw .integrity(.backup) }
    return [UInt8](data)
  }
}

/// Runs calls of Foundation; their errors, which name paths, become one of this library.
func reading<Result>(_ body: () throws -> Result) throws(VaultError) -> Result {
  do { return try body() } catch let error as VaultError { throw error } catch let error
    as CocoaError where error.code == .fileWriteOutOfSpace
  { throw .storage(.full) } catch { throw .storage(.inputOutput) }
}
