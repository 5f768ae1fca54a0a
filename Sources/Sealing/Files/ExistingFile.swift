import Glibc

/// A file that a person names as input.
public enum ExistingFile {
  /// Reads a file to its end: a plain file, links followed; or, where the path is a descriptor of
  /// this process (`/dev/fd/63`, as a shell's `<(…)` gives), a pipe.
  ///
  /// A named pipe elsewhere is refused at once: it would wait for a writer for ever.
  ///
  /// - Parameter limit: the most bytes accepted; the memory taken does not go beyond.
  /// - Throws: `missing`, `notPermitted`, `unsuitable` for a directory, device or named pipe,
  ///   `tooLarge`.
  public static func read(at path: String, limit: Int) throws(FileError) -> [UInt8] {
    let file = try OpenFile(at: path)
    if let size = file.size, size > limit { throw .tooLarge }
    defer { withExtendedLifetime(file) {} }
    return try FileDescriptor.readAll(file.descriptor, limit: limit)
  }

  /// The size of a plain file, `nil` of a pipe that this process was given, which is made blocking.
  static func check(_ descriptor: Int32, _ path: String) throws(FileError) -> Int? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFIFO:
      guard ownDescriptors.contains(where: path.hasPrefix) else { throw .unsuitable }
      guard fcntl(descriptor, F_SETFL, 0) == 0 else { throw FileError(errno: errno) }
      return nil
    default: throw .unsuitable
    }
  }

  private static let ownDescriptors = ["/dev/fd/", "/dev/stdin", "/proc/self/fd/"]
}
