import ArgumentParser
import Glibc
import Sealing

/// From the arguments to the exit code.
enum Entry {
  /// Runs the command that the arguments name and ends the process.
  static func run(arguments: [String]) -> Never {
    do {
      try ProcessSetup.apply()
      var command = try Evault.parseAsRoot(arguments)
      try command.run()
      exit(ExitStatus.done.rawValue)
    } catch {
      let json = arguments.contains("--json")
      if Evault.exitCode(for: error) == .validationFailure,
        let failure = MissingSubcommand.failure(arguments)
      {
        exit(failure.show(json: json).rawValue)
      }
      exit(end(with: error, json: json).rawValue)
    }
  }

  /// Shows an error, or the help or version that was asked for.
  static func end(with error: any Error, json: Bool) -> ExitStatus {
    if Evault.exitCode(for: error) == .success {
      // Help, version and completion scripts travel as errors; their text is ours.
      do throws(Failure) {
        try Output.write(help(Evault.fullMessage(for: error)) + "\n", to: STDOUT_FILENO)
        return .done
      } catch {
        return error.show(json: json)
      }
    }
    return Failure(error).show(json: json)
  }

  /// The argument parser fits everything into a terminal but the line of usage.
  private static func help(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("USAGE: ")
        ? LineWrap.paragraphs(String(line), columns: Terminal.columns(STDOUT_FILENO)) : String(line)
    }.joined(separator: "\n")
  }
}
