import Glibc

/// A file that is open for reading; closed at its end.
public final class OpenFile: Sendable {
  public let descriptor: Int32
  /// Bytes of a plain file; `nil` for a pipe.
  public let size: Int?

  /// - Parameter descriptor: closed with this.
  init(_ descriptor: Int32, size: Int?) {
    self.descriptor = descriptor
    self.size = size
  }

  deinit { close(descriptor) }

  /// Opens a file that a person names, as ``ExistingFile/read(at:limit:)`` does.
  public convenience init(at path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    do throws(FileError) {
      let size = try ExistingFile.check(descriptor, path)
      self.init(descriptor, size: size)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Reads the bytes at a place of a plain file; `nil` when it ends before.
  public func bytes(_ range: Range<Int>) throws(FileError) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let isWhole = try unsafe ObjectRound.read(
      &bytes, bytes.count, at: range.lowerBound, from: descriptor)
    return isWhole ? bytes : nil
  }
}
