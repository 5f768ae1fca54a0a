import ArgumentParser
import EvidenceVault

struct MemberAdmit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit",
    abstract: "Admit a newcomer whose fingerprint you compared (steward).",
    discussion: """
      Keys that you hold are given at once; for the others a holder runs evault role grant. Roles: \
      steward, intake, editor, researcher, custodian, auditor; member alone for none of them.

      Example:
        evault member admit stone --roles custodian,auditor --as river
      """)

  @Argument(help: ArgumentHelp("The newcomer.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      "What the newcomer read to you, letters or words; asked for when absent.",
      valueName: "fingerprint"))
  var fingerprint: String?

  @Option(
    help: ArgumentHelp("The newcomer's roles, with commas between.", valueName: "role,role"))
  var roles: RoleList

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let waiting = try session.waitingMembers().filter { $0.handle == name }
    guard !waiting.isEmpty else {
      throw Failure(
        .notFound, "Nobody of the name \(name) has asked to be admitted.",
        next: "The newcomer runs: evault member request \(name)")
    }
    // Before anybody compares anything aloud.
    if waiting.allSatisfy(\.handleTaken) { throw VaultError.refused(.handleUsed) }
    let typed =
      try fingerprint ?? Ask.line("Fingerprint that \(name) read to you (not from a file): ")
    let pending = try session.admit(name, fingerprint: typed, roles: roles.roles)
    struct Document: Encodable {
      let member: String
      let roles: [String]
      let waiting: [String]
    }
    try global.output.result(
      Document(
        member: name, roles: roles.roles.map(\.word), waiting: pending.roles.map(\.word))
    ) {
      let text: ScreenText = "Admitted \(name) with \(roles.roles.words).\n"
      return text.text
    }
    try PendingNote(pending: pending, member: name, session: session).show(global.output)
  }
}

/// What is still to be done by those who hold a role.
struct PendingNote {
  let pending: PendingGrants
  let member: String
  let session: Session

  func show(_ output: Output) throws {
    guard !pending.roles.isEmpty else { return }
    let list = try session.roleList()
    for role in pending.roles {
      let holders = list.first { $0.role == role }?.members ?? []
      output.note(
        "The keys of \(role.word) must come from somebody who holds them (\(holders.joined(separator: ", "))): evault role grant \(member) \(role.word)"
      )
    }
  }
}
