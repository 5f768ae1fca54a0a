import ArgumentParser

struct MemberCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Ask to be a member; admit, list and remove members.",
    subcommands: [
      MemberRequestCommand.self, MemberAdmit.self, MemberListCommand.self, MemberRemove.self,
    ])
}
