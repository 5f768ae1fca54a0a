import ArgumentParser
import EvidenceVault

struct LogCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Read and verify the custody log.",
    subcommands: [LogShow.self, LogVerify.self, LogCheckpoint.self])
}

struct LogShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show who did what, when and why (auditor).",
    discussion: """
      Oldest first. Reading is an entry of its own. Into a pipe or file it goes with --output only.

      Examples:
        evault log show --newest 50 --as stone
        evault log show --act originalOpened --act sourceOpened --member mina --from 2026-11 --as stone
      """)

  @Option(help: ArgumentHelp("Only so many of them, the newest.", valueName: "n"))
  var newest: Int?

  @OptionGroup var filter: LogFilter
  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let newest, newest < 1 { throw ValidationError("--newest takes a number from 1 on.") }
  }

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let most = newest ?? .max
    let lines = try session.log(
      newest: filter.takesAll ? most : .max, by: try session.permit(AuditorRole.self)
    ).filter(filter.takes).suffix(most)
    struct Document: Encodable {
      struct Entry: Encodable {
        let number: UInt64
        let time: String
        let member: String
        let act: String
        let subjects: [String]
        let reason: String
        /// What the member's clock said, where that was well before the time.
        let clock: String?
        /// Why the detail cannot be read; absent where it can.
        let unreadable: Unreadable?

        init(_ line: LogLine) {
          number = line.number
          time = line.time
          clock = line.clock
          member = line.member
          act = line.act
          subjects = line.subjects
          reason = line.reason
          unreadable = line.unreadable
        }
      }
      let entries: [Entry]
    }
    let document = Document(entries: lines.map(Document.Entry.init))
    try place.show(document, global.output) {
      var table = Table("NO", "TIME", "MEMBER", "ACT", "ON", "REASON")
      for entry in document.entries {
        let on: ScreenText =
          entry.unreadable == nil
          ? "\(entry.subjects.joined(separator: " "))"
          : entry.unreadable == .erased
            ? "detail erased" : "detail unreadable (entry \(entry.number), by \(entry.member))"
        let time: ScreenText =
          entry.clock.map { "\(entry.time) (clock: \($0))" } ?? "\(entry.time)"
        table.add(
          "\(entry.number)", time, "\(entry.member)", "\(entry.act)", on,
          "\(entry.reason)")
      }
      return table.rendered(for: place)
    }
    let faults = lines.compactMap(\.unreadable).filter { $0 != .erased }
    if !faults.isEmpty {
      global.output.warn(
        "Details that cannot be read: \(faults.count). Number, time, member and act are signed, and right."
      )
    }
    try faults.checkKeys("log detail")
  }
}

struct LogVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Verify that the log is whole and unaltered.",
    discussion: """
      Every unlocking verifies what is new since this device's last one. This follows the hashes of \
      all entries, too; with --from-genesis it checks every signature, right and change anew. With \
      --checkpoint it also asks whether a checkpoint that somebody kept is a beginning of this \
      vault's commitments (custodian).

      Examples:
        evault log verify --from-genesis --as stone
        evault log verify --checkpoint checkpoint.txt --as river
      """)

  @Flag(help: "Check every signature from the first entry on.")
  var fromGenesis = false

  @Option(
    help: ArgumentHelp("A checkpoint that somebody kept.", valueName: "file"), completion: .file())
  var checkpoint: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let kept = try checkpoint.map { try CheckpointFile.read($0) }
    let session = try global.unlock()
    let newest = try kept.map { try follow($0, session) }
    let watched = Progress("Verifying the log", quiet: global.quiet || global.json)
    let found =
      fromGenesis
      ? try session.verifyLogFromGenesis(progress: watched.advance)
      : try session.verifyLog(progress: watched.advance)
    watched.finish()
    struct Document: Encodable {
      let entries: UInt64
      let head: String
      let signaturesFrom: UInt64
      /// Size of the newest checkpoint that the kept one leads to; absent where none was given.
      let checkpoint: UInt64?
    }
    try global.output.result(
      Document(
        entries: found.entries, head: found.head, signaturesFrom: found.signaturesFrom,
        checkpoint: newest)
    ) {
      """
      The log is whole: \(found.entries) entries.
      Head: \(found.head)
      \(found.signaturesFrom == 0
        ? "Every signature from the first entry on was checked."
        : "Signatures were checked when this device first saw the entries; --from-genesis checks all.")
      \(newest.map { "The kept checkpoint is of this vault: the newest one, of size \($0), continues it.\n" } ?? "")
      """
    }
  }

  /// - Returns: the size of the newest checkpoint.
  private func follow(_ kept: Checkpoint, _ session: Session) throws -> UInt64 {
    let custodian = try session.permit(CustodianRole.self)
    guard let newest = try session.newest(after: kept, by: custodian) else {
      throw Failure(
        .integrity, "The checkpoint is of another vault, or of another history of this one.",
        next: "Keep it, and ask whoever gave it to you where it comes from.")
    }
    return newest.checkpoint.size
  }
}
