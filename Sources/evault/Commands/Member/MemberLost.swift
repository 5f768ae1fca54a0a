import ArgumentParser
import EvidenceVault

struct MemberLost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lost",
    abstract: "Remove a member whose keys are lost, and admit the person anew (steward).",
    discussion: """
      For a passphrase or key file that is forgotten, destroyed or in others' hands. The log says so \
      apart from other removals. No name is given twice: the person asks with evault member request \
      under a new one and reads you the fingerprint; --now then gives the newcomer the same rights in \
      the same step. Somebody who still has the passphrase, which others may know, needs none of this: \
      evault passphrase change --leaked.

      Example:
        evault member lost stone --now stone-2 --as river
      """)

  @Argument(help: ArgumentHelp("Whose keys are lost.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("Under what name the person asks now.", valueName: "name"))
  var now: String?

  @Option(
    help: ArgumentHelp(
      "What the person read to you, letters or words; asked for when absent.",
      valueName: "fingerprint"))
  var fingerprint: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if fingerprint != nil, now == nil {
      throw ValidationError("--fingerprint goes with --now.")
    }
  }

  func run() throws {
    let session = try global.unlock()
    guard let now else {
      let closed = try session.loseMember(name)
      return try Departure(
        line: "Removed \(name), whose keys are lost.", member: name, closed: closed
      ).show(session, global.output)
    }
    guard try session.waitingMembers().contains(where: { $0.handle == now }) else {
      throw Failure(
        .notFound, "Nobody of the name \(now) has asked to be admitted. Nothing was changed.",
        next: "The person runs: evault member request \(now)")
    }
    let typed =
      try fingerprint ?? Ask.line("Fingerprint that \(now) read to you (not from a file): ")
    let (closed, pending) = try session.loseMember(name, for: now, fingerprint: typed)
    try Departure(
      line: "Removed \(name), whose keys are lost, and admitted \(now) in the same place.",
      member: name, closed: closed, successor: now, waiting: pending
    ).show(session, global.output)
    try PendingNote(pending: pending, member: now, session: session).show(global.output)
  }
}
