import ArgumentParser
import EvidenceVault

/// A file that was read, and how it is called in messages.
struct InputFile {
  let name: String
  let bytes: [UInt8]

  init(_ path: String, limit: Int) throws(Failure) {
    name = path
    bytes = try ConfidentialInput.file(path, limit: limit)
  }

  /// Reads a source file and checks it, so that a fault is told before anything is unlocked.
  static func source(_ path: String) throws(Failure) -> InputFile {
    let file = try InputFile(path, limit: SourceDocument.limit)
    do throws(InputFault) {
      _ = try SourceDocument(yaml: file.bytes)
    } catch {
      throw Failure(input: error, file: path)
    }
    return file
  }

  /// Reads a testimony and checks it.
  static func testimony(
    _ path: String
  ) throws(Failure) -> (file: InputFile, preface: TestimonyPreface) {
    let file = try InputFile(path, limit: TestimonyPreface.limit)
    do throws(InputFault) {
      return (file, try TestimonyPreface(file.bytes))
    } catch {
      throw Failure(input: error, file: path)
    }
  }
}

/// Why something confidential is done: asked for, never an argument.
struct ReasonOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the reason from standard input (-); asked for at the terminal when absent.",
      valueName: "-"))
  var reason: String?

  /// The reason, which may be empty. Without a terminal and without the option there is none.
  func text(_ prompt: ScreenText) throws -> String {
    if reason == nil {
      return Ask.isPossible ? try Ask.line("\(prompt) (Enter for none): ") : ""
    }
    return try ConfidentialInput.words(reason, prompt: prompt, mayBeEmpty: true)
  }
}
