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
    let drops = try session.inbox(by: try session.permit(CustodianRole.self))
    struct Document: Encodable {
      struct Drop: Encodable {
        let code: Code
        let from: String
        let bytes: Int
      }
      let drops: [Drop]
    }
    let document = Document(
      drops: drops.map { .init(code: $0.code, from: $0.documenter, bytes: $0.size) })
    try global.output.result(document) {
      guard !drops.isEmpty else { return "The inbox is empty.\n" }
      var table = Table("CODE", "FROM", "BYTES")
      for drop in drops { table.add("\(drop.code.text)", "\(drop.documenter)", "\(drop.size)") }
      return table.rendered(style: global.output.style)
    }
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
    if failure == nil || !accepted.isEmpty {
      try global.output.result(Document(accepted: accepted)) {
        accepted.map { "\($0.drop) \($0.testimony) \($0.source)\n" }.joined()
      }
    }
    for source in Set(accepted.map(\.source)) where self.source == nil {
      try Namesakes.warn(of: source, session, custodian, global.output)
    }
    if let failure { throw failure }
  }
}

struct IntakeRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: "Destroy drops (custodian).",
    discussion: """
      The log keeps the reason, which is asked for, or read from standard input with --reason -.

      Example:
        evault intake refuse D-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The drops' codes.", valueName: "code"))
  var drops: [DropCode]

  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why are they refused?")
    for drop in drops { try session.refuse(drop.code, reason: reason, by: custodian) }
    let codes = drops.map(\.code.text)
    try global.output.result(["refused": codes]) {
      "Refused and destroyed: \(codes.joined(separator: " "))\n"
    }
  }
}
