import EvidenceVault
import Glibc
import Sealing

/// Where a text goes that anybody may read: a new file, or standard output for `-`.
enum PublicOutput {
  /// To be asked before what cannot be undone.
  static func check(_ path: String, _ output: Output) throws(Failure) {
    guard path == "-" else { return try ConfidentialOutput.refuseExisting(path) }
    guard !output.json else {
      throw Failure(
        .usage, "--json and the text cannot both go to standard output.", next: "Give a file.")
    }
  }

  static func write(_ text: String, to path: String) throws(Failure) {
    do throws(FileError) {
      if path == "-" {
        try FileDescriptor.write(Array(text.utf8), to: STDOUT_FILENO)
      } else {
        try NewFile.create(at: path, Array(text.utf8).span)
      }
    } catch {
      throw Failure(error)
    }
  }
}
