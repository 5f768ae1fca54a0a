import Glibc

/// Why a file was not read or written. No case carries a path or content.
public enum FileError: Error, Equatable, Sendable {
  /// Something is already there.
  case exists
  /// A file or its directory is not there.
  case missing
  /// The disk or the quota is full.
  case full
  /// The permissions or the medium do not allow it.
  case notPermitted
  /// Whoever reads the output has gone.
  case brokenPipe
  /// A symbolic link, a directory or a special file where a plain file should be.
  case unsuitable
  /// Larger than the limit given.
  case tooLarge
  /// Any other failure of input or output.
  case inputOutput

  /// The case for the `errno` of a system call that failed.
  init(errno code: Int32) {
    self =
      switch code {
      case EEXIST: .exists
      case ENOENT, EBADF: .missing
      case ENOSPC, EDQUOT, EFBIG: .full
      case EACCES, EPERM, EROFS: .notPermitted
      case EPIPE: .brokenPipe
      case ELOOP, EISDIR, ENOTDIR, ENXIO: .unsuitable
      default: .inputOutput
      }
  }
}
