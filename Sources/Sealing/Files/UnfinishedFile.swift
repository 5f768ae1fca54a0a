import Glibc

/// A file that is being written and gets its name when it is whole, or never.
///
/// It has no name while it is written; so a crash leaves nothing behind. Where the file system has
/// no nameless files, a hidden file in the same directory takes its place and is removed at the end.
public final class UnfinishedFile {
  /// Open for writing, and for reading what was written.
  public let descriptor: Int32
  private let directory: Int32
  private let name: String
  /// The hidden file's name, where there must be one.
  private let hidden: String?

  /// Begins a file that only its owner may read (0600).
  ///
  /// - Throws: `exists` when anything has the name already, so that a large file is not written for
  ///   nothing; ``publish()`` decides. `missing` when the directory is not there.
  public convenience init(at path: String) throws(FileError) {
    let directory = unsafe open(NewFile.directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw FileError(errno: errno) }
    try self.init(in: directory, NewFile.name(of: path))
  }

  /// - Parameter directory: an open directory, which is closed with the file, or at once when this
  ///   throws.
  init(in directory: Int32, _ name: String) throws(FileError) {
    self.directory = directory
    self.name = name
    var status = stat()
    if unsafe fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      descriptor = -1
      hidden = nil
      throw .exists
    }
    let nameless = unsafe openat(
      directory, ".", Self.namelessFile | O_RDWR | O_CLOEXEC, 0o600 as mode_t)
    if nameless >= 0 {
      descriptor = nameless
      hidden = nil
      return
    }
    guard [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else {
      let code = errno
      descriptor = -1
      hidden = nil
      throw FileError(errno: code)
    }
    let beside = ".\(Hex.encode(Random.bytes(8))).partial"
    descriptor = unsafe openat(directory, beside, Self.new | O_RDWR, 0o600 as mode_t)
    hidden = beside
    guard descriptor >= 0 else { throw FileError(errno: errno) }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      if let hidden { unsafe unlinkat(directory, hidden, 0) }
    }
    close(directory)
  }

  /// Makes what was written durable. Never tried again: after a failed flush the kernel may have
  /// dropped the pages.
  public func flush() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw FileError(errno: errno) }
  }

  /// Sets the time of modification to 1970, so that it does not tell when the file was written.
  public func hideTime() throws(FileError) {
    let times = [timespec(), timespec()]
    guard unsafe futimens(descriptor, times) == 0 else { throw FileError(errno: errno) }
  }

  /// Gives the flushed file its name and flushes the directory.
  ///
  /// - Throws: `exists` when anything has the name by now, a symbolic link too.
  public func publish() throws(FileError) {
    if let hidden {
      try Self.publish(hidden, as: name, in: directory)
    } else {
      try publishNameless()
    }
    guard fsync(directory) == 0 else { throw FileError(errno: errno) }
  }

  private func publishNameless() throws(FileError) {
    let named = unsafe linkat(
      AT_FDCWD, "/proc/self/fd/\(descriptor)", directory, name, AT_SYMLINK_FOLLOW)
    guard named == 0 else { throw FileError(errno: errno) }
  }

  /// Gives a file the name that it is to have in a directory, if nothing has it.
  ///
  /// - Parameter hidden: its name in the directory, or an absolute path.
  static func publish(
    _ hidden: String, as name: String, in directory: Int32
  ) throws(FileError) {
    if unsafe linkat(directory, hidden, directory, name, 0) == 0 { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw FileError(errno: errno) }
    // FAT and exFAT have no links. An empty file reserves the name, and is replaced at once.
    let reserved = unsafe openat(directory, name, new | O_WRONLY, 0o600 as mode_t)
    guard reserved >= 0 else { throw FileError(errno: errno) }
    close(reserved)
    guard unsafe renameat(directory, hidden, directory, name) == 0 else {
      let code = errno
      unsafe unlinkat(directory, name, 0)
      throw FileError(errno: code)
    }
  }

  private static let new = O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
  /// Linux's O_TMPFILE, which Glibc's module does not show.
  private static let namelessFile = 0o20_000_000 | O_DIRECTORY
}
