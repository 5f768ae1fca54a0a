import Glibc

/// A file that appears whole under its name, or not at all.
public enum NewFile {
  /// Writes a file that only its owner may read (0600) and that was not there before.
  ///
  /// The bytes are written to a file without a name, flushed, and only then given the name; so a
  /// crash leaves nothing behind. Where the file system has no nameless files, a hidden file beside
  /// it takes their place and is removed on an error. The name is made by link(2), which refuses
  /// whatever is there, a symbolic link too; the directory is flushed last.
  ///
  /// - Throws: `exists` when anything has the name; `missing` when the directory is not there.
  public static func create(at path: String, _ bytes: Span<UInt8>) throws(FileError) {
    let directory = Self.directory(of: path)
    // Seen early, so that a large text is not written for nothing. link(2) decides.
    var status = stat()
    if unsafe lstat(path, &status) == 0 { throw .exists }

    let nameless = unsafe open(directory, namelessFile | O_WRONLY | O_CLOEXEC, 0o600)
    if nameless >= 0 {
      defer { close(nameless) }
      try fill(nameless, bytes)
      let named = unsafe linkat(
        AT_FDCWD, "/proc/self/fd/\(nameless)", AT_FDCWD, path, AT_SYMLINK_FOLLOW)
      guard named == 0 else { throw FileError(errno: errno) }
    } else if [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) {
      try createThroughHiddenFile(at: path, in: directory, bytes)
    } else {
      throw FileError(errno: errno)
    }
    try flushDirectory(directory)
  }

  private static func createThroughHiddenFile(
    at path: String, in directory: String, _ bytes: Span<UInt8>
  ) throws(FileError) {
    let hidden = "\(directory)/.\(String(UInt64.random(in: .min ... .max), radix: 36)).partial"
    let flags = O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC
    let descriptor = unsafe open(hidden, flags, 0o600)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    defer {
      close(descriptor)
      unsafe unlink(hidden)
    }
    try fill(descriptor, bytes)
    try name(hidden, path)
  }

  /// Gives a file that was made under another name in the same directory the name that it is to have.
  ///
  /// The file is flushed before, the directory after. Whatever has the name stays, and so does the
  /// other name, except where the file system has no links.
  ///
  /// - Throws: `exists` when anything has the name.
  public static func adopt(_ hidden: String, as path: String) throws(FileError) {
    let descriptor = unsafe open(hidden, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(errno: errno) }
    try name(hidden, path)
    try flushDirectory(directory(of: path))
  }

  private static func name(_ hidden: String, _ path: String) throws(FileError) {
    if unsafe link(hidden, path) == 0 { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw FileError(errno: errno) }
    // FAT and exFAT have no links. An empty file reserves the name, and is replaced at once.
    let flags = O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC
    let reserved = unsafe open(path, flags, 0o600)
    guard reserved >= 0 else { throw FileError(errno: errno) }
    close(reserved)
    guard unsafe rename(hidden, path) == 0 else {
      let code = errno
      unsafe unlink(path)
      throw FileError(errno: code)
    }
  }

  /// Linux's O_TMPFILE, which Glibc's module does not show.
  private static let namelessFile = 0o20_000_000 | O_DIRECTORY

  private static func fill(_ descriptor: Int32, _ bytes: Span<UInt8>) throws(FileError) {
    try FileDescriptor.write(bytes, to: descriptor)
    // Never tried again: after a failed flush the kernel may have dropped the pages.
    guard fsync(descriptor) == 0 else { throw FileError(errno: errno) }
  }

  /// Makes a new name in a directory durable.
  public static func flushDirectory(_ path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(errno: errno) }
  }

  /// The directory part of a path, `.` when it has none.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
