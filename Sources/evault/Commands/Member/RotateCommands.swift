import ArgumentParser
import EvidenceVault

struct RotateCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Draw new keys.",
    subcommands: [RotateRole.self, RotateRecords.self])

  /// Old rows that another process keeps alive.
  static func say(_ remnantsDestroyed: Bool, _ output: Output) {
    guard !remnantsDestroyed else { return }
    output.warn(
      "Unfinished: another process has the vault open, so the replaced rows are in its files still. The next command that changes keys destroys them; run this one again when it has ended."
    )
  }
}

struct RotateRole: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role",
    abstract: "Draw new keys for a role that you hold.",
    discussion: """
      One transaction: every record of the role is wrapped anew and given to its present holders; \
      the old keys are destroyed. Who kept a record's own key still opens that record: evault rotate \
      records changes these.

      Example:
        evault rotate role custodian --as river
      """)

  @Argument(help: ArgumentHelp("Which role.", valueName: "role"))
  var role: KeyedRoleName

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let destroyed = try session.rotateRole(role.role)
    let epoch = try session.roleList().first { $0.role == role.role }?.epoch ?? 0
    struct Document: Encodable {
      let role: String
      let epoch: UInt32
      let finished: Bool
    }
    try global.output.result(
      Document(role: role.role.word, epoch: epoch, finished: destroyed)
    ) { "The role \(role.role.word) has new keys: epoch \(epoch).\n" }
    RotateCommands.say(destroyed, global.output)
  }
}

struct RotateRecords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Draw a new key for every record and seal it anew (custodian).",
    discussion: """
      After this, old copies of keys open nothing in the present files. When it is interrupted every \
      record stays readable, and the next run goes on where it stopped.

      Example:
        evault rotate records --as river
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    var total = 0
    let quiet = global.quiet || global.json
    let bar = Progress("Rotating records", quiet: quiet)
    let (records, destroyed) = try session.rotateRecords(by: custodian) { done, of in
      total = of
      bar.advance(to: done, of: of)
    }
    bar.finish()
    let before = max(0, total - records)
    struct Document: Encodable {
      let records: Int
      let before: Int
      let finished: Bool
    }
    try global.output.result(
      Document(records: records, before: before, finished: destroyed)
    ) { "\(records) records have new keys.\n" }
    if before > 0 {
      global.output.note(
        "It went on where an interrupted run had stopped: that one had done \(before).")
    }
    RotateCommands.say(destroyed, global.output)
  }
}
