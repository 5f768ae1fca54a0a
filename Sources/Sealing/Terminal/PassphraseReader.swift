import Glibc

/// Reads a passphrase, from where its owner gives it, into memory that the caller lends.
///
/// Every function fills a buffer of `bufferSize` bytes, returns the count of bytes of the passphrase
/// at its start, and leaves zeros in all the rest (everywhere, on an error). The bytes are those of
/// RFC 8265's OpaqueString: see `PassphraseText`.
public enum PassphraseReader {
  /// The size that a buffer must have, in bytes: one page.
  public static let bufferSize = PassphraseText.bufferSize

  /// The most bytes that a passphrase may have: 1,024.
  public static let limit = PassphraseText.limit

  /// Asks at a terminal.
  ///
  /// - Throws: `interrupted`, `endOfInput` (Ctrl-D) and `empty`, `tooLong`, `unsuitableText`.
  public static func ask(
    _ terminal: borrowing Terminal, prompt: String, into buffer: inout MutableSpan<UInt8>
  ) throws(TerminalError) -> Int {
    try fill(&buffer) { (buffer: inout MutableSpan<UInt8>) throws(TerminalError) in
      try terminal.readHidden(prompt: prompt, into: &buffer, from: PassphraseText.typedStart)
    }
  }

  /// Asks at a terminal for a new passphrase, twice.
  ///
  /// - Parameter second: a buffer of the same size for the repetition; zeroed afterwards.
  /// - Throws: `different` when the two differ, and as `ask`.
  public static func askTwice(
    _ terminal: borrowing Terminal, prompt: String, again: String,
    into buffer: inout MutableSpan<UInt8>, second: inout MutableSpan<UInt8>
  ) throws(TerminalError) -> Int {
    let count = try ask(terminal, prompt: prompt, into: &buffer)
    do throws(TerminalError) {
      let repeated = try ask(terminal, prompt: again, into: &second)
      // Both are zero beyond their ends, so the whole buffers are compared.
      var difference = UInt8(count == repeated ? 0 : 1)
      for index in 0..<bufferSize { difference |= buffer[index] ^ second[index] }
      wipe(&second, from: 0)
      guard difference == 0 else { throw .different }
    } catch {
      wipe(&buffer, from: 0)
      throw error
    }
    return count
  }

  /// Reads the first line of a file; a byte order mark before it is skipped.
  ///
  /// - Returns: the count of bytes, and whether others than the owner may read the file.
  /// - Throws: `missing`, `unreadable` (a directory too), `empty`, `tooLong`, `unsuitableText`.
  public static func read(
    file path: String, into buffer: inout MutableSpan<UInt8>
  ) throws(TerminalError) -> (count: Int, readableByOthers: Bool) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .inputOutput }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw .unreadable }
    let count = try read(descriptor: descriptor, into: &buffer)
    return (count, kind == S_IFREG && status.st_mode & 0o077 != 0)
  }

  /// Reads a line from an open descriptor, and not a byte more, so that what follows it on the same
  /// descriptor is left for others.
  ///
  /// - Throws: `missing` when the descriptor is not open, `empty`, `tooLong`, `unsuitableText`.
  public static func read(
    descriptor: Int32, into buffer: inout MutableSpan<UInt8>
  ) throws(TerminalError) -> Int {
    try fill(&buffer) { (buffer: inout MutableSpan<UInt8>) throws(TerminalError) in
      let start = PassphraseText.typedStart
      var count = 0
      var byte: UInt8 = 0
      while true {
        let got = unsafe Glibc.read(descriptor, &byte, 1)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw errno == EBADF ? .missing : .inputOutput }
        if got == 0 || byte == UInt8(ascii: "\n") { break }
        guard count < limit else { throw .tooLong }
        buffer[start + count] = byte
        count += 1
      }
      // A file from Windows may begin with a byte order mark and ends its line with both bytes.
      if count > 0, buffer[start + count - 1] == UInt8(ascii: "\r") { count -= 1 }
      if count >= 3, buffer[start] == 0xEF, buffer[start + 1] == 0xBB, buffer[start + 2] == 0xBF {
        for index in start..<(start + count - 3) { buffer[index] = buffer[index + 3] }
        count -= 3
      }
      return count
    }
  }

  /// Lets the typed bytes be put at `typedStart`, then turns them into the passphrase.
  private static func fill(
    _ buffer: inout MutableSpan<UInt8>,
    by read: (inout MutableSpan<UInt8>) throws(TerminalError) -> Int
  ) throws(TerminalError) -> Int {
    precondition(buffer.count == bufferSize, "the buffer has PassphraseReader.bufferSize bytes")
    let typed: Int
    do throws(TerminalError) {
      typed = try read(&buffer)
    } catch {
      wipe(&buffer, from: 0)
      throw error
    }
    return try PassphraseText.prepare(&buffer, typed: typed)
  }
}
