import ArgumentParser
import EvidenceVault

struct SourceCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source", abstract: "Keep who the sources are (custodian).",
    subcommands: [
      SourceAdd.self, SourceListCommand.self, SourceShow.self, SourceUpdate.self,
      SourceVariants.self, SourceMergeCommand.self, SourceWithdraw.self, SourceHold.self,
      SourceErase.self,
    ])
}

struct SourceAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Keep a new source (custodian).",
    discussion: """
      FILE.yaml says who the person is and what was agreed; - reads it from standard input. Only \
      names is needed:

        names: ["Name in one script", "Name in another"]
        describe_as: {en: defector, ko: 탈북민}
        phones: ["+7 900 555-01-23"]
        relatives: [{relation: father, names: ["…"]}]
        consent: {audiences: [desk], not_before: 2025-06-01, withhold: [employer]}

      Other keys: aliases, not_written (spellings that stand for something else; evault source \
      variants shows what is sought), born, emails, handles, documents, places, employers, contact, \
      note.

      Example:
        evault source add source.yaml --as river
      """)

  @OptionGroup var keeping: SourceKeeping

  func run() throws {
    try keeping.run { session, file, custodian throws(VaultError) in
      try session.addSource(file, by: custodian)
    }
  }
}

/// What adding and updating a source share: a file, what is shown, and the warning of namesakes.
struct SourceKeeping: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The source file, or -.", valueName: "file.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @OptionGroup var global: GlobalOptions

  func run(
    _ keep: (Session, [UInt8], borrowing Permit<CustodianRole>) throws(VaultError) -> Code
  ) throws {
    let input = try InputFile.source(file)
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let code = try keep(session, input.bytes, custodian)
    struct Document: Encodable {
      let source: Code
      /// Releases that are out and name the person.
      let exposures: [Exposure]
    }
    let warning = ExposureWarning(of: [code], session, custodian)
    try global.output.result(Document(source: code, exposures: warning.exposures)) {
      "\(code)\n"
    }
    try Namesakes.warn(of: code, session, custodian, global.output)
    try warning.show(global.output)
  }
}

struct SourceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the sources by name (custodian).",
    discussion: """
      The names are confidential: into a pipe or file they go with --output only.

      Example:
        evault source list --as river
      """)

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let sources = try session.sources(by: try session.permit(CustodianRole.self))
    try place.show(["sources": sources], global.output) {
      var table = Table("CODE", "AUDIENCES", "NAME")
      for source in sources {
        table.add(
          "\(source.code.text)",
          source.screenOnly == true
            ? "screening only"
            : source.withdrawn == true
              ? "withdrawn" : "\(source.audiences.joined(separator: ","))", "\(source.name)")
      }
      return table.rendered(for: place)
    }
  }
}

struct SourceUpdate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Replace what is known of a source (custodian).",
    discussion: """
      The file replaces the whole record. Working copies that name the person are redacted anew, and \
      editors may export what was approved only as far as the new consent goes. Releases that are out \
      and name the person are told of.

      A withdrawal of the consent stays, whatever the file says, until --consent-again lifts it. What \
      it destroyed does not come back: draft and approve anew.

      Example:
        evault source show S-4K7QM2 --output s.yaml --as river
        (edit s.yaml)
        evault source update S-4K7QM2 s.yaml --as river
        shred -u s.yaml
      """)

  @Argument(help: ArgumentHelp("The source's code.", valueName: "code"))
  var source: SourceCode

  @Flag(help: "The person agrees again, after a withdrawal.")
  var consentAgain = false

  @OptionGroup var keeping: SourceKeeping

  func run() throws {
    try keeping.run { session, file, custodian throws(VaultError) in
      let code = try session.currentSource(source.code, by: custodian)
      try session.updateSource(code, file, consentAgain: consentAgain, by: custodian)
      if try session.isWithdrawn(code, by: custodian) {
        keeping.global.output.warn(
          "The consent of \(code.text) stays withdrawn. If the person agrees again: evault source update \(code.text) FILE.yaml --consent-again"
        )
      }
      return code
    }
  }
}

/// Two sources with a name in common.
enum Namesakes {
  static func warn(
    of code: Code, _ session: Session, _ custodian: borrowing Permit<CustodianRole>,
    _ output: Output
  ) throws {
    let others = try session.namesakes(of: code, by: custodian).map(\.text)
    guard !others.isEmpty else { return }
    output.warn(
      "\(code.text) has a name in common with \(others.joined(separator: ", ")). Where a text says only that name it is withheld, because nobody can know who is meant. If they are one person, who keeps the code and letters of the first: evault source merge \(others[0]) \(code.text)"
    )
  }
}
