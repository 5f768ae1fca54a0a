import ArgumentParser
import Foundation
import Sealing

extension ConfidentialOutput {
  /// Decides where the text will go and refuses a file that is there already, before anything is
  /// opened or logged.
  func checkedDestination() throws(Failure) -> Destination {
    let place = try destination()
    if case .newFile(let path) = place { try Self.refuseExisting(path) }
    return place
  }

  /// Nothing is overwritten, a link that leads nowhere neither.
  static func refuseExisting(_ path: String) throws(Failure) {
    guard path != "-" else {
      throw Failure(
        .usage, "This does not go to standard output.",
        next: "Give the name of a new file. One that is called - is ./-")
    }
    if (try? FileManager.default.attributesOfItem(atPath: path)) != nil {
      throw Failure(FileError.exists)
    }
    // With "." at its end it is the directory itself also where its name is a link to it.
    let parent = PathParts.directory(of: path) + "."
    guard (try? FileManager.default.attributesOfItem(atPath: parent)) != nil
    else { throw Failure(FileError.missing) }
  }
}

extension ConfidentialOutput.Destination {
  /// Writes a result: the document with --json, otherwise the text.
  func show(
    _ document: some Encodable, _ output: Output, text: () -> String
  ) throws {
    try write(output.json ? JSONText.encode(document) + "\n" : text())
    if case .newFile(let path) = self { output.note("Written to \(path).") }
  }
}
