import ArgumentParser
import Glibc

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
      exit(end(with: error, json: arguments.contains("--json")).rawValue)
    }
  }

  /// Shows an error, or the help or version that was asked for.
  static func end(with error: any Error, json: Bool) -> ExitStatus {
    if Evault.exitCode(for: error) == .success {
      // Help, version and completion scripts travel as errors; their text is ours.
      do throws(Failure) {
        try Output.write(Evault.fullMessage(for: error) + "\n", to: STDOUT_FILENO)
        return .done
      } catch {
        return error.show(json: json)
      }
    }
    return Failure(error).show(json: json)
  }
}
