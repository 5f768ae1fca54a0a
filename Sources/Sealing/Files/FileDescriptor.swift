import Glibc

/// Writing to and reading from open descriptors, to the last byte or with an error.
public enum FileDescriptor {
  /// Writes all bytes.
  ///
  /// - Throws: `brokenPipe` and `full` among others; part of the bytes may be written then.
  ///   SIGPIPE must be ignored.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileError) {
    try write(bytes.span, to: descriptor)
  }

  /// Writes all bytes.
  public static func write(_ bytes: Span<UInt8>, to descriptor: Int32) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let (wrote, code) = unsafe bytes.withUnsafeBytes { raw in
        let count = unsafe Glibc.write(
          descriptor, raw.baseAddress.map { unsafe $0 + done }, raw.count - done)
        return (count, errno)
      }
      if wrote < 0 {
        if code == EINTR { continue }
        guard code == EAGAIN else { throw FileError(errno: code) }
        // A descriptor that somebody made non-blocking: wait for it.
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&wait, 1, -1)
        continue
      }
      done += wrote
    }
  }

  /// Writes all bytes at a place of a file.
  public static func write(
    _ bytes: [UInt8], to descriptor: Int32, at place: Int
  ) throws(FileError) {
    try unsafe ObjectRound.write(bytes, bytes.count, at: place, to: descriptor)
  }

  /// Whether what is written to a descriptor stays in a file.
  public static func isFile(_ descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Reads to the end, or until a secret buffer is full.
  ///
  /// - Returns: how many bytes were read; the buffer's size when there may be more.
  static func fill(
    _ buffer: borrowing SecretBytes, from descriptor: Int32
  ) throws(FileError) -> Int {
    var done = 0
    while done < buffer.count {
      let (got, code) = buffer.withMutableBytes { span in
        unsafe span.withUnsafeMutableBytes { raw in
          let count = unsafe Glibc.read(
            descriptor, raw.baseAddress.map { unsafe $0 + done }, raw.count - done)
          return (count, errno)
        }
      }
      if got < 0 {
        if code == EINTR { continue }
        throw FileError(errno: code)
      }
      if got == 0 { break }
      done += got
    }
    return done
  }

  /// Reads the next bytes, at most as many as said; none at the end.
  public static func next(of descriptor: Int32, upTo count: Int) throws(FileError) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: count)
    while true {
      let got = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if got < 0 {
        if errno == EINTR { continue }
        throw FileError(errno: errno)
      }
      chunk.removeLast(chunk.count - got)
      return chunk
    }
  }

  /// Reads to the end.
  ///
  /// - Parameter limit: the most bytes accepted.
  /// - Throws: `tooLarge` when there are more than `limit`.
  public static func readAll(_ descriptor: Int32, limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = unsafe read(descriptor, &chunk, chunk.count)
      if got < 0 {
        if errno == EINTR { continue }
        throw FileError(errno: errno)
      }
      if got == 0 { return bytes }
      guard bytes.count + got <= limit else { throw .tooLarge }
      bytes.append(contentsOf: chunk[..<got])
    }
  }
}
