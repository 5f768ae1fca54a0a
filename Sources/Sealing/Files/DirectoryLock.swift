import Glibc

/// Makes other programs wait that want the same directory for themselves, until it is let go.
public final class DirectoryLock {
  private let descriptor: Int32

  /// Waits for whoever has it.
  ///
  /// - Throws: `missing` when there is no such directory.
  public init(_ path: String) throws(FileError) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let code = errno
        throw FileError(errno: code)
      }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
