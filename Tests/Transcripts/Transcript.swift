/// A command-line session as a readable file: what is typed, and what is shown.
///
///     # Lines that begin with # are comments.
///     $ evault --version
///     evault 0.1.0 (vault format 1)
///
///     $ evault member list --as=anna
///     ! evault: No vault is named.
///     !   Give --vault PATH or set EVAULT_VAULT.
///     ? 64
///
///     % evault testimony show T-{first}
///     Passphrase for anna:
///     < correct horse battery staple
///     …
///
///     -- letter.txt --
///     The content of a file that is there before the first command.
///
/// `$` runs a command without a terminal: standard output is shown as it is, then standard error with
/// `! ` before each line; `< ` lines are its standard input. `%` runs it at a terminal: what is
/// shown is the screen, and `< ` lines are typed when the line before them has appeared. `? N` is the
/// exit code, 0 when it is not given. `export NAME=VALUE` after `$` holds for the rest of the session;
/// `NAME=VALUE` before a command for that command.
///
/// In expected lines `…` stands for any text, and a line of only `…` for any lines. `T-{first}` takes
/// the code that is there into `{first}`; in later commands and lines it stands for that code.
/// Blank lines after a command's output do not count.
struct Transcript: Sendable {
  struct Step: Sendable {
    /// The line in the file, for messages.
    var line: Int
    var command: String
    var atTerminal: Bool
    var expected: [Expected] = []
    var exitCode: Int32 = 0
  }

  enum Expected: Equatable, Sendable {
    case output(String)
    case typed(String)
  }

  var steps: [Step] = []
  var files: [(name: String, content: String)] = []

  init(_ text: String) {
    var inFile = false
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
        inFile = true
      } else if inFile {
        files[files.count - 1].content += line + "\n"
      } else if line.hasPrefix("$ ") || line.hasPrefix("% ") {
        steps.append(
          Step(
            line: number + 1, command: String(line.dropFirst(2)), atTerminal: line.hasPrefix("%")))
      } else if line.hasPrefix("#") {
        continue
      } else if steps.isEmpty {
        precondition(line.isEmpty, "line \(number + 1): output before the first command")
      } else if line.hasPrefix("? "), let code = Int32(line.dropFirst(2)) {
        steps[steps.count - 1].exitCode = code
      } else if line == "<" || line.hasPrefix("< ") {
        steps[steps.count - 1].expected.append(.typed(String(line.dropFirst(2))))
      } else {
        steps[steps.count - 1].expected.append(.output(String(line)))
      }
    }
    for index in steps.indices {
      while steps[index].expected.last == .output("") { steps[index].expected.removeLast() }
    }
    // The last line break of the file is not one of the last file's lines.
    if let last = files.last, last.content.hasSuffix("\n\n") {
      files[files.count - 1].content = String(last.content.dropLast())
    }
  }
}
