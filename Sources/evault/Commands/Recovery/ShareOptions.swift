import ArgumentParser
import Glibc
import Sealing

/// How many shares open, and how many there are: `2/3`.
struct ShareTerms: ExpressibleByArgument {
  let threshold: Int
  let count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let threshold = parts[0], let count = parts[1],
      RecoverySet.areValid(threshold: threshold, count: count)
    else { return nil }
    self.init(threshold: threshold, count: count)
  }

  init(threshold: Int, count: Int) {
    self.threshold = threshold
    self.count = count
  }

  var defaultValueDescription: String { "\(threshold)/\(count)" }
}

/// Where pages with shares go: to the terminal, or through a pipe to a printer; never into a file.
struct PageOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Give - to write the shares to standard output, which must be a pipe (to a printer).",
      valueName: "-"))
  var output: String?

  enum Destination: Equatable {
    case terminal
    case pipe

    /// What else is said on standard output: behind pages, as a heading that no reader takes for words.
    func beside(_ text: String) -> String {
      guard self == .pipe else { return text }
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "# \($0)" }.joined(separator: "\n")
    }
  }

  /// Decides where the pages will go; to be called before anything is made.
  func destination() throws(Failure) -> Destination {
    switch output {
    case nil:
      guard Ask.isPossible else {
        throw Failure(
          .usage, "There is no terminal to show the shares on.",
          next: "Run evault in a terminal, or pipe them to a printer: --output - | lpr")
      }
      return .terminal
    case "-":
      guard !Terminal.isTerminal(STDOUT_FILENO) else {
        throw Failure(
          .usage, "Standard output is the terminal, where the pages would stay.",
          next: "Leave --output out to see them one by one, or pipe them: --output - | lpr")
      }
      guard !FileDescriptor.isFile(STDOUT_FILENO) else {
        throw Failure(
          .usage, "Standard output is a file, and shares are not written to a disk.",
          next: "Pipe them to a printer: --output - | lpr")
      }
      return .pipe
    default:
      throw Failure(
        .usage, "Shares are not written to files: who finds enough of them opens the vault.",
        next:
          "Leave --output out to see them at the terminal, or pipe them to a printer: --output - | lpr"
      )
    }
  }
}

/// Where shares are read from.
struct ShareFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read shares from a file, or with - from standard input; asked for when absent. May be given for each file.",
      valueName: "file"),
    completion: .file())
  var shares: [String] = []
}
