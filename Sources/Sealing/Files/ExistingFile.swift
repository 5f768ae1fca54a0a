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
    let descriptor = try opened(path, limit: limit)
    defer { close(descriptor) }
    return try FileDescriptor.readAll(descriptor, limit: limit)
  }

  /// Opens what ``read(at:limit:)`` would read.
  static func opened(_ path: String, limit: Int) throws(FileError) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    do throws(FileError) {
      try check(descriptor, path, limit: limit)
    } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  private static func check(
    _ descriptor: Int32, _ path: String, limit: Int
  ) throws(FileError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      if status.st_size > limit { throw .tooLarge }
    case S_IFIFO:
      guard ownDescriptors.contains(where: path.hasPrefix) else { throw .unsuitable }
      guard fcntl(descriptor, F_SETFL, 0) == 0 else { throw FileError(errno: errno) }
    default: throw .unsuitable
    }
  }

  private static let ownDescriptors = ["/dev/fd/", "/dev/stdin", "/proc/self/fd/"]
}
