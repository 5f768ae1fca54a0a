import Glibc

/// A small file that is replaced in one step: after a crash the old one is there, or the new one.
public enum ReplacedFile {
  /// Writes a file that only its owner may read (0600) in the place of what is there.
  ///
  /// Written beside it, flushed, renamed; the directory is flushed last.
  public static func write(at path: String, _ bytes: [UInt8]) throws(FileError) {
    let directory = NewFile.directory(of: path)
    let hidden = "\(directory)/.\(Hex.encode(Random.bytes(8))).partial"
    let descriptor = unsafe open(
      hidden, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    do throws(FileError) {
      defer { close(descriptor) }
      try FileDescriptor.write(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw FileError(errno: errno) }
      guard unsafe rename(hidden, path) == 0 else { throw FileError(errno: errno) }
    } catch {
      unsafe unlink(hidden)
      throw error
    }
    try NewFile.flushDirectory(directory)
  }
}
