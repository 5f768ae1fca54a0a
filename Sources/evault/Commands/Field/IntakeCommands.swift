import ArgumentParser
import EvidenceVault

struct IntakeCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake", abstract: "Take in what interviewers handed in (custodian).",
    subcommands: [
      IntakeListCommand.self, IntakeShow.self, IntakeAccept.self, IntakeRefuse.self,
    ])
}

struct IntakeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what waits in the inbox (custodian).",
    discussion: """
      Example:
        evault intake list --as river
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let inbox = try session.inbox(by: try session.permit(CustodianRole.self))
    struct Document: Encodable {
      struct Drop: Encodable {
        let code: Code
        let from: String
        let bytes: Int
      }
      struct Unread: Encodable {
        let code: Code?
        let entry: UInt64
        let member: String
        let fault: Unreadable
      }
      let drops: [Drop]
      let unreadable: [Unread]
    }
    let document = Document(
      drops: inbox.drops.map { .init(code: $0.code, from: $0.documenter, bytes: $0.size) },
      unreadable: inbox.unreadable.map {
        .init(code: $0.code, entry: $0.entry, member: $0.member, fault: $0.fault)
      })
    try global.output.result(document) {
      guard !inbox.drops.isEmpty || !inbox.unreadable.isEmpty else {
        return "The inbox is empty.\n"
      }
      var text = ""
      if !inbox.drops.isEmpty {
        var table = Table("CODE", "FROM", "BYTES")
        for drop in inbox.drops {
          table.add("\(drop.code.text)", "\(drop.documenter)", "\(drop.size)")
        }
        text += table.rendered(for: global.output)
      }
      if !inbox.unreadable.isEmpty {
        var table = Table("UNREADABLE", "LOG ENTRY", "BY", "WHY")
        for drop in inbox.unreadable {
          table.add(
            "\(drop.code?.text ?? "no code")", "\(drop.entry)", "\(drop.member)",
            drop.fault.words)
        }
        text += (text.isEmpty ? "" : "\n") + table.rendered(for: global.output)
      }
      return text
    }
    if let first = inbox.unreadable.first {
      let how: ScreenText = first.code.map { "\($0.text)" } ?? "--entry \(first.entry)"
      global.output.note(
        "What is unreadable can only be destroyed: evault intake refuse \(how)")
    }
    try inbox.unreadable.map(\.fault).checkKeys("drop")
  }
}

struct IntakeAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Take drops into the vault (custodian).",
    discussion: """
      Each becomes a testimony and a source. When the person is a source already, say which with \
      --source; the source file of the drop is then dropped.

      A drop is named by its code in the inbox, or is a file that evault seal made. A file is accepted \
      once, however often it comes, and only when it is clear who the person is: where a source may be \
      the same, say --source S, or --new-source. What is attached to it comes in with it, or nothing \
      does; the codes of attachments stand behind the others. When the testimony was accepted before, \
      attachments that it lacks are added to it.

      Example:
        evault intake accept D-4K7QM2 D-9XW1CP --as river
        evault intake accept drop.evault --source S-4K7QM2 --as river
      """)

  @Argument(
    help: ArgumentHelp("The drops' codes, or drop files.", valueName: "drop"), completion: .file())
  var drops: [DropPlace]

  @Option(help: ArgumentHelp("The source that the person is already.", valueName: "code"))
  var source: SourceCode?

  @Flag(help: "The person of a drop file is none of the sources that it resembles.")
  var newSource = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if newSource, source != nil {
      throw ValidationError("Give either --source or --new-source, not both.")
    }
  }

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    struct Document: Encodable {
      let accepted: [AcceptedDrop]
      /// Releases that are out and name one of the people.
      let exposures: [Exposure]
    }
    var accepted: [AcceptedDrop] = []
    var failure: (any Error)?
    for drop in drops {
      let bar = ByteProgress("Sealing", quiet: global.quiet || global.json)
      defer { bar.finish() }
      do {
        accepted.append(
          try AcceptedDrop(drop, as: source?.code, isNew: newSource, session, custodian, bar))
      } catch {
        failure = error
        break
      }
    }
    // What was accepted is said, also when a later drop was not.
    let sources = source == nil ? Set(accepted.map(\.source)) : []
    let warning = ExposureWarning(of: sources, session, custodian)
    if failure == nil || !accepted.isEmpty {
      let document = Document(accepted: accepted, exposures: warning.exposures)
      try global.output.result(document) {
        accepted.map(\.line).joined()
      }
    }
    for drop in accepted {
      if drop.isLate {
        global.output.note(
          "\(drop.testimony.text) was here already. What it lacked of the attachments was added to it."
        )
      }
      DropAdvice.warn(drop.kit, drop.drop, global.output)
    }
    for source in sources { try Namesakes.warn(of: source, session, custodian, global.output) }
    try warning.show(global.output)
    if let failure { throw failure }
  }
}

struct IntakeRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: "Destroy drops (custodian).",
    discussion: """
      The log keeps the reason, which is asked for, or read from standard input with --reason -. \
      What nobody can read and has no code is named by the log entry with which it came, as evault \
      intake list shows it. Of a drop file the log keeps that it was refused, so that it is not accepted \
      later; the file is yours to delete.

      Example:
        evault intake refuse D-4K7QM2 --as river
        evault intake refuse --entry 12 --as river
      """)

  @Argument(
    help: ArgumentHelp("The drops' codes, or drop files.", valueName: "drop"), completion: .file())
  var drops: [DropPlace] = []

  @Option(
    help: ArgumentHelp(
      "Everything unreadable that came with this log entry.", valueName: "number"))
  var entry: UInt64?

  @OptionGroup var meant: MeantOption
  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard drops.isEmpty != (entry == nil) else {
      throw ValidationError("Give the codes of drops, or --entry with the number of a log entry.")
    }
  }

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let waiting = drops.compactMap { drop in
      if case .inbox(let code) = drop { code.text } else { nil }
    }
    if !waiting.isEmpty {
      try meant.ask(
        "\(waiting.joined(separator: " ")) will be destroyed; the vault has no other copy.")
    }
    let reason = try reason.text("Why is it refused?")
    if let entry {
      try session.refuseUnreadable(entry: entry, reason: reason, by: custodian)
      return try global.output.result(["refusedEntry": entry]) {
        "Refused and destroyed: what was unreadable of entry \(entry)\n"
      }
    }
    var destroyed: [String] = []
    var entered: [String] = []
    for drop in drops {
      switch drop {
      case .inbox(let code):
        try session.refuse(code, reason: reason, by: custodian)
        destroyed.append(code.text)
      case .file(let path):
        entered.append(
          try session.refuse(try DropPlace.read(path), reason: reason, by: custodian).text)
      }
    }
    try global.output.result(["refused": destroyed + entered]) {
      (destroyed.isEmpty
        ? "" : "Refused and destroyed: \(destroyed.joined(separator: " "))\n")
        + (entered.isEmpty ? "" : "Refused: \(entered.joined(separator: " "))\n")
    }
  }
}
