import ArgumentParser
import Glibc
import Sealing

/// Where plaintext goes: to a terminal, or where its owner says.
struct ConfidentialOutput: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the text to a new file, or with - to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  /// A place for plaintext that was found fit before anything was opened.
  enum Destination: Equatable, Sendable {
    case terminal
    case standardOutput
    case newFile(String)
  }

  /// Decides where the text will go; to be called before the text is opened.
  ///
  /// - Parameter isTerminal: whether standard output is a terminal.
  /// - Throws: usage, when standard output is a pipe or file and nobody said that it may be.
  func destination(
    isTerminal: Bool = Terminal.isTerminal(STDOUT_FILENO)
  ) throws(Failure) -> Destination {
    switch output {
    case nil where isTerminal: return .terminal
    case nil:
      throw Failure(
        .usage, "The text is confidential and standard output is not a terminal.",
        next: "Give --output FILE, or --output - if it really shall go there.")
    case "-": return .standardOutput
    case "": throw Failure(.usage, "--output needs a file name, or - for standard output.")
    case .some(let path): return .newFile(path)
    }
  }
}

extension ConfidentialOutput.Destination {
  /// Writes the text: escaped on a terminal, byte for byte elsewhere.
  ///
  /// - Throws: input or output; a file is then not there.
  func write(_ text: String) throws(Failure) {
    do throws(FileError) {
      switch self {
      case .terminal:
        let shown = ScreenText(escaping: text, multiline: true).text
        let ended = shown.isEmpty || shown.last == "\n" ? shown : shown + "\n"
        try FileDescriptor.write(Array(ended.utf8), to: STDOUT_FILENO)
      case .standardOutput: try FileDescriptor.write(Array(text.utf8), to: STDOUT_FILENO)
      case .newFile(let path): try NewFile.create(at: path, Array(text.utf8).span)
      }
    } catch {
      throw Failure(error)
    }
  }
}
