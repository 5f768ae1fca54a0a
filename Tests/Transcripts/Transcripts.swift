import Foundation
import PseudoTerminal
import Testing

/// Every file of `Sessions` is a session that must go as it says.
@Suite struct Transcripts {
  private static let sessions = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Sessions")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: sessions.path())) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test(arguments: names) func `the program does what a session says`(name: String) async throws {
    let text = try String(contentsOf: Self.sessions.appending(path: name), encoding: .utf8)
    for difference in try await differences(in: Transcript(text)) {
      Issue.record("\(name), \(difference)")
    }
  }
}

/// Runs a transcript in a directory of its own, to the first difference.
func differences(in transcript: Transcript) async throws -> [String] {
  try await onOwnThread { Result { try run(transcript) } }.get()
}

private func run(_ transcript: Transcript) throws -> [String] {
  let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  for file in transcript.files {
    let path = directory.appending(path: file.name)
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.content.utf8).write(to: path)
  }
  // The tests run from the directory that evault was built into.
  let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path()
  var session = try Session(directory: directory.path(), programs: programs)
  for step in transcript.steps {
    // A step builds on those before: after the first difference the rest says nothing.
    if let difference = session.run(step) { return [difference] }
  }
  return []
}
