import ArgumentParser
import EvidenceVault

struct RoleCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "List, grant and revoke roles.",
    subcommands: [RoleListCommand.self, RoleGrant.self, RoleRevoke.self])
}

struct RoleListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the roles and who holds them.",
    discussion: """
      EPOCH counts the keys that a role has had; steward and intake are rights without keys.

      Example:
        evault role list --as river
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let roles = try session.roleList()
    struct Document: Encodable {
      struct Role: Encodable {
        let role: String
        let epoch: UInt32?
        let closed: Bool
        let members: [String]
      }
      let roles: [Role]
    }
    let document = Document(
      roles: roles.map {
        .init(role: $0.role.word, epoch: $0.epoch, closed: $0.closed, members: $0.members)
      })
    try global.output.result(document) {
      var table = Table("ROLE", "EPOCH", "STATE", "MEMBERS")
      for role in roles {
        table.add(
          "\(role.role.word)", "\(role.epoch.map { "\($0)" } ?? "-")",
          role.closed ? "closed" : "open", "\(role.members.joined(separator: ", "))")
      }
      return table.rendered(for: global.output)
    }
  }
}

struct RoleRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Take a role from a member (steward).",
    discussion: """
      The role gets new keys; what is written from now on cannot be opened with the old ones.

      Example:
        evault role revoke stone auditor --as river
      """)

  @Argument(help: ArgumentHelp("From whom.", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("Which role.", valueName: "role"))
  var role: AssignableRole

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let closed = try session.revokeRole(role.role, from: name)
    try ClosedRoles.show(
      "\(name) is \(role.role.word) no longer.", member: name, closed, global.output)
    global.output.note("What \(name) could open with it, and did: evault exposure \(name)")
  }
}
