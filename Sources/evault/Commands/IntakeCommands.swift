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

struct IntakeShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Read what was handed in, before accepting it (custodian).",
    discussion: """
      Shows the source file and the testimony with all names; the log keeps that you did.

      Example:
        evault intake show D-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The drop's code.", valueName: "code"))
  var drop: DropCode

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let opened = try session.drop(drop.code, by: custodian)
    struct Document: Encodable {
      let code: Code
      let from: String
      let source: SourceFields
      let testimony: String
    }
    let document = Document(
      code: opened.code, from: opened.documenter, source: SourceFields(document: opened.source),
      testimony: opened.testimony.reveal(by: custodian))
    try place.show(document, global.output) {
      "# \(document.code) from \(document.from)\n\(opened.source.yaml)\n\(document.testimony)"
    }
  }
}

struct IntakeAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Take drops into the vault (custodian).",
    discussion: """
      Each becomes a testimony and a source. When the person is a source already, say which with \
      --source; the source file of the drop is then dropped.

      Example:
        evault intake accept D-4K7QM2 D-9XW1CP --as river
      """)

  @Argument(help: ArgumentHelp("The drops' codes.", valueName: "code"))
  var drops: [DropCode]

  @Option(help: ArgumentHelp("The source that the person is already.", valueName: "code"))
  var source: SourceCode?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    struct Document: Encodable {
      struct Item: Encodable {
        let drop: Code
        let testimony: Code
        let source: Code
      }
      let accepted: [Item]
      /// Releases that are out and name one of the people.
      let exposures: [Exposure]
    }
    var accepted: [Document.Item] = []
    var failure: (any Error)?
    for drop in drops {
      do {
        let codes = try session.accept(drop.code, as: source?.code, by: custodian)
        accepted.append(
          .init(drop: drop.code, testimony: codes.testimony, source: codes.source))
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
        accepted.map { "\($0.drop) \($0.testimony) \($0.source)\n" }.joined()
      }
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
      intake list shows it.

      Example:
        evault intake refuse D-4K7QM2 --as river
        evault intake refuse --entry 12 --as river
      """)

  @Argument(help: ArgumentHelp("The drops' codes.", valueName: "code"))
  var drops: [DropCode] = []

  @Option(
    help: ArgumentHelp(
      "Everything unreadable that came with this log entry.", valueName: "number"))
  var entry: UInt64?

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
    let reason = try reason.text("Why are they refused?")
    if let entry {
      try session.refuseUnreadable(entry: entry, reason: reason, by: custodian)
      return try global.output.result(["refusedEntry": entry]) {
        "Refused and destroyed: what was unreadable of entry \(entry)\n"
      }
    }
    for drop in drops { try session.refuse(drop.code, reason: reason, by: custodian) }
    let codes = drops.map(\.code.text)
    try global.output.result(["refused": codes]) {
      "Refused and destroyed: \(codes.joined(separator: " "))\n"
    }
  }
}
