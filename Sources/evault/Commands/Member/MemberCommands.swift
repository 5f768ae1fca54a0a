import ArgumentParser

struct MemberCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Ask to be a member; admit, refuse, list and remove members.",
    subcommands: [
      MemberRequestCommand.self, MemberAdmit.self, MemberRefuse.self, MemberListCommand.self,
      MemberRemove.self, MemberLost.self,
    ])
}
