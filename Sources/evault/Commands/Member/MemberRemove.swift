import ArgumentParser
import EvidenceVault

struct MemberRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a member (steward).",
    discussion: """
      What is written from now on cannot be opened with the keys of who leaves. What he could open \
      before, he could have copied: evault rotate records makes keys that he kept useless for the \
      present files. Ends with what he could open and did, as far as your keys tell; see evault exposure.

      Example:
        evault member remove stone --as river
      """)

  @Argument(help: ArgumentHelp("Who leaves.", valueName: "name"))
  var name: String

  @OptionGroup var meant: MeantOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    try meant.ask("\(name) leaves; nobody can have that name again.")
    let closed = try session.removeMember(name)
    try Departure(line: "Removed \(name).", member: name, closed: closed)
      .show(session, global.output)
  }
}

/// The end of a command after which somebody holds a key that is no longer his.
enum ClosedRoles {
  static func show(
    _ line: ScreenText, member: String, _ closed: [Role], _ output: Output
  ) throws {
    struct Document: Encodable {
      let member: String
      let closed: [String]
    }
    try output.result(Document(member: member, closed: closed.map(\.word))) { line.text + "\n" }
    note(closed, output)
  }

  static func note(_ closed: [Role], _ output: Output) {
    guard !closed.isEmpty else { return }
    output.note(
      "Closed until a member who holds it runs any command: \(closed.words). Until then, what is written for it is sealed to its remaining holders."
    )
  }
}
