import ArgumentParser
import EvidenceVault
import Foundation

/// What an archive is.
enum ArchiveFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, jsonl, folder

  /// - Parameter stated: what was said, which a file with another ending and standard input need.
  init(of path: String, stated: ArchiveFormat?) throws(Failure) {
    let kind = try? URL(filePath: path).resolvingSymlinksInPath()
      .resourceValues(forKeys: [.isDirectoryKey])
    if path != "-", kind?.isDirectory == true {
      self = .folder
      return
    }
    if let stated, stated != .folder {
      self = stated
      return
    }
    switch path.lowercased() {
    case let name where name.hasSuffix(".csv"): self = .csv
    case let name where name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson"): self = .jsonl
    default:
      throw Failure(
        .usage, "\(path) is no folder, and its name does not say whether it is CSV or JSON lines.",
        next: "Give --format csv or --format jsonl.")
    }
  }

  /// What stands before the number of a row in messages.
  func place(_ path: String) -> ScreenText {
    self == .folder ? "\(path): file " : "\(path):"
  }
}
