import ArgumentParser
import EvidenceVault
import Sealing

struct RoleGrant: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant",
    abstract: "Give a role to a member (a steward entitles, a holder gives the keys).",
    discussion: """
      A steward says that the member may have the role; a holder of the role seals its keys to the \
      member, after comparing the fingerprint aloud. Who is both does both at once.

      Example:
        evault role grant stone custodian --as river
      """)

  @Argument(help: ArgumentHelp("To whom.", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("Which role.", valueName: "role"))
  var role: AssignableRole

  @Option(
    help: ArgumentHelp(
      "What the member read to you, letters or words; shown for comparing when absent.",
      valueName: "fingerprint"))
  var fingerprint: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    guard let member = try session.members().first(where: { $0.handle == name && !$0.removed })
    else { throw VaultError.refused(.notAMember) }
    let mine = session.roles
    let sealable = role.role.implied.contains {
      $0.hasKeys && mine.contains($0) && !member.holds.contains($0)
    }
    let entitled = member.rights.contains(role.role) || member.waiting.contains(role.role)
    var compared = fingerprint
    if sealable, compared == nil, entitled || mine.contains(.steward) {
      compared = try compare(member)
    }
    let pending = try session.grantRole(role.role, to: name, fingerprint: compared)
    struct Document: Encodable {
      let member: String
      let role: String
      let waiting: [String]
    }
    try global.output.result(
      Document(member: name, role: role.role.word, waiting: pending.roles.map(\.word))
    ) {
      let text: ScreenText =
        pending.roles.isEmpty
        ? "\(name) is \(role.role.word) now.\n"
        : "\(name) is entitled to \(role.role.word).\n"
      return text.text
    }
    try PendingNote(pending: pending, member: name, session: session).show(global.output)
  }

  /// Shows the fingerprint that the vault has and asks whether it is the one that was read out.
  private func compare(_ member: MemberSummary) throws -> String {
    guard Ask.isPossible else {
      throw Failure(
        .usage, "There is no terminal to compare the fingerprint at.",
        next: "Give what \(name) read to you: --fingerprint FINGERPRINT")
    }
    guard
      try Ask.confirm(
        "The vault has these keys for \(name):\n\n  \(member.fingerprint)\n  in words: \(Fingerprint.words(member.fingerprint))\n\nDid \(name) read the same to you?"
      )
    else {
      throw Failure(
        .refused, "Nothing was granted.",
        next: "Compare the fingerprint with \(name) aloud, then run the command again.")
    }
    return member.fingerprint
  }
}
