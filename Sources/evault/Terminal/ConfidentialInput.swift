import Glibc
import Sealing

/// Words and files that must not stand in arguments.
enum ConfidentialInput {
  /// The most bytes of words read from standard input.
  private static let wordLimit = 64 * 1_024

  /// Words from the terminal, or with `-` from standard input.
  ///
  /// - Parameters:
  ///   - argument: what was given in their place: nothing, or `-`.
  ///   - prompt: the question at the terminal.
  ///   - mayBeEmpty: whether no words at all are an answer.
  static func words(
    _ argument: String?, prompt: ScreenText, mayBeEmpty: Bool = false
  ) throws(Failure) -> String {
    switch argument {
    case nil: return try Ask.line(prompt)
    case "-":
      var bytes = try standardInput(limit: wordLimit)[...]
      while let last = bytes.last, [0x0A, 0x0D].contains(last) { bytes.removeLast() }
      guard let words = String(validating: bytes, as: UTF8.self),
        mayBeEmpty || !words.isEmpty
      else {
        throw Failure(.badInput, "Standard input is empty or not UTF-8.")
      }
      return words
    default:
      throw Failure(
        .usage, "Confidential words are not taken as arguments, where others could read them.",
        next: "Leave them out to be asked, or give - and write them to standard input.")
    }
  }

  /// The bytes of a file, or with `-` of standard input.
  ///
  /// - Parameter limit: the most bytes taken.
  static func file(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    if path == "-" { return try standardInput(limit: limit) }
    do throws(FileError) {
      return try ExistingFile.read(at: path, limit: limit)
    } catch {
      throw Failure(reading: path, error)
    }
  }

  private static func standardInput(limit: Int) throws(Failure) -> [UInt8] {
    do throws(FileError) {
      return try FileDescriptor.readAll(STDIN_FILENO, limit: limit)
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  /// Why a file that a person named cannot be read.
  init(reading path: String, _ error: FileError) {
    switch error {
    case .missing: self.init(.inputOutput, "There is no file \(path).")
    case .unsuitable: self.init(.inputOutput, "\(path) is not a file that can be read.")
    case .notPermitted: self.init(.inputOutput, "The file \(path) may not be read.")
    default: self.init(error)
    }
  }
}
