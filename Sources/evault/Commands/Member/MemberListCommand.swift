import ArgumentParser
import EvidenceVault
import Sealing

struct MemberListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List members and who waits to be admitted.",
    discussion: """
      ROLES are what a steward gave; the keys of those in WAITING FOR must still come from a holder, \
      by evault role grant.

      Example:
        evault member list --as river
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let members = try session.members()
    let waiting = try session.waitingMembers()
    let vault = try session.cardFingerprint()
    try global.output.result(
      Document(
        members: members.map(Member.init), requests: waiting.map(Request.init), vault: vault,
        vaultWords: Fingerprint.words(vault))
    ) {
      var table = Table("MEMBER", "FINGERPRINT", "WAITING FOR", "ROLES")
      for member in members {
        table.add(
          "\(member.handle)", "\(member.fingerprint)", "\(member.waiting.words)",
          member.removed ? "removed" : "\(member.rights.words)")
      }
      var text = table.rendered(for: global.output)
      if !waiting.isEmpty {
        var requests = Table("ASKS TO BE ADMITTED", "FINGERPRINT", "")
        for request in waiting {
          requests.add(
            "\(request.handle)", "\(request.fingerprint)",
            request.handleTaken ? "this name is or was a member's" : "")
        }
        text += "\n" + requests.rendered(for: global.output)
      }
      let fingerprint: ScreenText =
        "\nThe vault's fingerprint is \(vault)\n  in words: \(Fingerprint.words(vault))\n"
      return text + fingerprint.text
    }
  }

  struct Document: Encodable {
    let members: [Member]
    let requests: [Request]
    /// What a newcomer compares with a member before trusting the vault.
    let vault: String
    let vaultWords: String
  }

  struct Member: Encodable {
    let member: String
    let fingerprint: String
    let words: String
    let rights: [String]
    let keys: [String]
    let waiting: [String]
    let removed: Bool

    init(_ summary: MemberSummary) {
      member = summary.handle
      fingerprint = summary.fingerprint
      words = Fingerprint.words(summary.fingerprint)
      rights = summary.rights.map(\.word)
      keys = summary.holds.map(\.word)
      waiting = summary.waiting.map(\.word)
      removed = summary.removed
    }
  }

  struct Request: Encodable {
    let member: String
    let fingerprint: String
    let words: String
    /// Nobody is admitted under a name that a member has or had.
    let nameTaken: Bool

    init(_ waiting: WaitingMember) {
      member = waiting.handle
      nameTaken = waiting.handleTaken
      fingerprint = waiting.fingerprint
      words = Fingerprint.words(waiting.fingerprint)
    }
  }
}
