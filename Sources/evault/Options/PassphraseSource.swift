import Sealing

/// A place that a passphrase is read from.
enum PassphraseSource: Equatable, Sendable {
  case terminal
  case file(String)
  case descriptor(Int32)

  /// Reads the passphrase of a member into a buffer of `PassphraseReader.bufferSize` bytes.
  ///
  /// - Returns: the count of bytes.
  func read(
    for member: ScreenText, output: Output, into buffer: inout MutableSpan<UInt8>
  ) throws(Failure) -> Int {
    do throws(TerminalError) {
      switch self {
      case .terminal:
        let terminal = try Terminal()
        return try PassphraseReader.ask(
          terminal, prompt: "Passphrase for \(member.text): ", into: &buffer)
      case .file(let path): return try readFile(path, output, into: &buffer)
      case .descriptor(let number):
        return try PassphraseReader.read(descriptor: number, into: &buffer)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Reads a passphrase that is to be set; at a terminal it is asked for twice.
  ///
  /// - Parameter second: a buffer like the first, for the repetition.
  func readNew(
    for member: ScreenText, output: Output, into buffer: inout MutableSpan<UInt8>,
    second: inout MutableSpan<UInt8>
  ) throws(Failure) -> Int {
    do throws(TerminalError) {
      switch self {
      case .terminal:
        let terminal = try Terminal()
        return try PassphraseReader.askTwice(
          terminal, prompt: "New passphrase for \(member.text): ", again: "The same again: ",
          into: &buffer, second: &second)
      case .file(let path): return try readFile(path, output, into: &buffer)
      case .descriptor(let number):
        return try PassphraseReader.read(descriptor: number, into: &buffer)
      }
    } catch {
      throw Failure(error)
    }
  }

  private func readFile(
    _ path: String, _ output: Output, into buffer: inout MutableSpan<UInt8>
  ) throws(TerminalError) -> Int {
    let (count, readableByOthers) = try PassphraseReader.read(file: path, into: &buffer)
    if readableByOthers {
      output.warn("Others on this machine may read the passphrase file; chmod 600 it.")
    }
    return count
  }
}
