import Glibc

/// A file that appears whole under its name, or not at all.
public enum NewFile {
  /// Writes a file that only its owner may read (0600) and that was not there before.
  ///
  /// The bytes are written to a file without a name, flushed, and only then given the name; see
  /// ``UnfinishedFile``. The name is made by link(2), which refuses whatever is there, a symbolic link
  /// too; the directory is flushed last.
  ///
  /// - Throws: `exists` when anything has the name; `missing` when the directory is not there.
  public static func create(at path: String, _ bytes: Span<UInt8>) throws(FileError) {
    let file = try UnfinishedFile(at: path)
    try FileDescriptor.write(bytes, to: file.descriptor)
    try file.flush()
    try file.publish()
  }

  /// Gives a file that was made under another name on the same file system the name that it is to have.
  ///
  /// The file is flushed before, the directory after. Whatever has the name stays, and so does the
  /// other name, except where the file system has no links.
  ///
  /// - Parameter hidden: an absolute path.
  /// - Throws: `exists` when anything has the name.
  public static func adopt(_ hidden: String, as path: String) throws(FileError) {
    let descriptor = unsafe open(hidden, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(errno: errno) }
    let directory = unsafe open(Self.directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw FileError(errno: errno) }
    defer { close(directory) }
    try UnfinishedFile.publish(hidden, as: name(of: path), in: directory)
    guard fsync(directory) == 0 else { throw FileError(errno: errno) }
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

  /// What is behind the last slash of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
