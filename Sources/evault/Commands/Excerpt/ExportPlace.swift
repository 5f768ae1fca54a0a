import EvidenceVault
import Foundation
import Glibc
import Screen
import Sealing

/// Where an export goes.
enum ExportPlace: Equatable {
  static let standardOutput = STDOUT_FILENO

  case stream
  /// A file named by the excerpt's code, in a directory that is empty or ends in a slash.
  case directory(String)
  /// A file with a name of the person's own.
  case file(String)

  /// - Throws: input or output, when a file is there already or its directory is not.
  init(_ output: String?) throws {
    switch output {
    case nil: self = .directory("")
    case "-": self = .stream
    case "": throw Failure(.usage, "--output needs a file name, a directory, or -.")
    case .some(let path) where path.hasSuffix("/"):
      try Self.checkDirectory(path)
      self = .directory(path)
    case .some(let path) where (try? Self.checkDirectory(path + "/")) != nil:
      self = .directory(path + "/")
    case .some(let path):
      try ConfidentialOutput.refuseExisting(path)
      self = .file(path)
    }
  }

  private static func checkDirectory(_ path: String) throws {
    guard (try? FileManager.default.attributesOfItem(atPath: path + ".")) != nil else {
      throw Failure(FileError.missing)
    }
  }

  /// The format that the name ends in.
  var format: OutputFormat? {
    guard case .file(let path) = self,
      let dot = PathParts.name(of: path).split(separator: ".", omittingEmptySubsequences: false)
        .last
    else { return nil }
    return OutputFormat(rawValue: dot.lowercased())
  }

  /// The name that a person chose, which the screen must see.
  var ownName: String? {
    guard case .file(let path) = self else { return nil }
    return PathParts.name(of: path)
  }

  /// The name of the file, whoever chose it; `nil` for standard output.
  func nameToScreen(_ code: Code, _ format: OutputFormat) -> String? {
    path(code, format).map(PathParts.name)
  }

  /// Refuses what would be overwritten, before the export is logged.
  func checkFree(_ code: Code, _ format: OutputFormat) throws {
    guard let path = path(code, format) else { return }
    try ConfidentialOutput.refuseExisting(path)
  }

  /// The file; `nil` for standard output.
  func path(_ code: Code, _ format: OutputFormat) -> String? {
    switch self {
    case .stream: nil
    case .directory(let directory): "\(directory)\(code.text).\(format.rawValue)"
    case .file(let path): path
    }
  }
}
