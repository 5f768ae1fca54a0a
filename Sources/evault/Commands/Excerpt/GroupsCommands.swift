import Anonymity
import ArgumentParser
import EvidenceVault

struct GroupsCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "State how many people there are of a kind somewhere, for evault excerpt risk.",
    subcommands: [GroupsSet.self, GroupsShow.self])
}

struct GroupsSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "State groups in place of those stated before (custodian).",
    discussion: """
      The file lists what you know of the places that your sources speak of:

        groups:
          - name: restaurant in Shanghai
            place: Shanghai
            size: 21
            members: {worker: 20, manager: 1}

      Each has a name, a size, and a place or an employer; members are numbers of people by post or \
      kind, in any of the languages. An empty list takes all groups out.

      Example:
        evault groups set groups.yaml --as river
      """)

  @Argument(
    help: ArgumentHelp("A groups file, or - for standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let input = try InputFile(file, limit: GroupsFile.limit)
    let groups: GroupsFile
    do throws(InputFault) { groups = try GroupsFile(yaml: input.bytes) } catch {
      throw Failure(input: error, file: file)
    }
    let session = try global.unlock()
    try session.setGroups(groups, by: try session.permit(CustodianRole.self))
    let count = groups.groups.count
    try global.output.result(["groups": count]) {
      "\(count) group\(count == 1 ? " is" : "s are") stated.\n"
    }
  }
}

struct GroupsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the groups that are stated (custodian).",
    discussion: """
      Into a pipe or file it goes with --output only.

      Example:
        evault groups show --as river
      """)

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let groups = try session.groups(by: try session.permit(CustodianRole.self))
    try place.show(["groups": groups], global.output) {
      var table = Table("GROUP", "PLACE", "EMPLOYER", "SIZE", "MEMBERS")
      for group in groups {
        let members = group.members.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        table.add(
          "\(group.name)", "\(group.place ?? "-")", "\(group.employer ?? "-")", "\(group.size)",
          "\(members.isEmpty ? "-" : members)")
      }
      return groups.isEmpty ? "No groups are stated.\n" : table.rendered(for: place)
    }
  }
}
