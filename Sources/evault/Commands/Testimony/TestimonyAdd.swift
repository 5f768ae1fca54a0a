import ArgumentParser
import EvidenceVault

struct TestimonyAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Hand in a testimony (intake), or take it in at once (custodian).",
    discussion: """
      FILE is UTF-8 text, optionally with front matter:

        ---
        title: What the guard saw
        date: 2024-05-09
        language: en
        source: source.yaml
        ---

      --source is the code of a source or a source file; without it, the front matter says. A \
      custodian gets the codes of testimony and source. A member with intake puts a drop into the \
      inbox and cannot open it any more; for that the source must be a file.

      Example:
        evault testimony add interview.md --source source.yaml --as brook
      """)

  @Argument(
    help: ArgumentHelp("The testimony, or -.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("A source's code, or a source file.", valueName: "code|file.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var source: String?

  @OptionGroup var global: GlobalOptions

  private enum Origin {
    case code(Code)
    case file(InputFile)
  }

  func run() throws {
    if file == "-", source == "-" {
      throw Failure(
        .usage, "Standard input cannot be both the testimony and the source.",
        next: "Give one of them as a file.")
    }
    let (testimony, preface) = try InputFile.testimony(file)
    let origin = try origin(preface)
    let session = try global.unlock()
    if session.roles.contains(.custodian) || !session.roles.contains(.intake) {
      try accept(testimony, origin, session)
    } else {
      try handIn(testimony, origin, session)
    }
  }

  private func origin(_ preface: TestimonyPreface) throws -> Origin {
    guard let named = source ?? preface.source else {
      throw Failure(
        .usage, "Nothing says who gave the testimony.",
        next: "Give --source S|FILE.yaml, or a line source: in the file's front matter.")
    }
    if let code = Code(named, .source) { return .code(code) }
    if source != nil { return .file(try .source(named)) }
    guard named.hasSuffix(".yaml") || named.hasSuffix(".yml") else {
      throw Failure(
        .badInput, "\(file): the front matter's source \(named) is no code of a source.",
        next: "Write a code such as S-4K7QM2, or the name of a source file.")
    }
    guard file != "-" else {
      throw Failure(
        .usage, "A source file beside the testimony needs the testimony as a file, too.",
        next: "Give --source FILE.yaml.")
    }
    return .file(try .source(PathParts.directory(of: file) + named))
  }

  private func accept(_ testimony: InputFile, _ origin: Origin, _ session: Session) throws {
    let custodian = try session.permit(CustodianRole.self)
    let reference: SourceReference =
      switch origin {
      case .code(let code): .code(code)
      case .file(let file): .document(file.bytes)
      }
    let accepted: Accepted
    do throws(VaultError) {
      accepted = try session.addTestimony(testimony.bytes, source: reference, by: custodian)
    } catch .notFound {
      throw Failure(
        .notFound, "The vault has no such source.",
        next: "evault source list shows the codes; or give a source file.")
    } catch {
      throw Failure(vault: error, file: testimony.name)
    }
    var isNew = false
    if case .file = origin { isNew = true }
    let warning = ExposureWarning(of: isNew ? [accepted.source] : [], session, custodian)
    struct Document: Encodable {
      let testimony: Code
      let source: Code
      /// Releases that are out and name the person.
      let exposures: [Exposure]
    }
    try global.output.result(
      Document(
        testimony: accepted.testimony, source: accepted.source, exposures: warning.exposures)
    ) { "\(accepted.testimony) \(accepted.source)\n" }
    if isNew { try Namesakes.warn(of: accepted.source, session, custodian, global.output) }
    try warning.show(global.output)
  }

  private func handIn(_ testimony: InputFile, _ origin: Origin, _ session: Session) throws {
    guard case .file(let source) = origin else {
      throw Failure(
        .usage, "To hand in, the source must be a file: a custodian finds out whether it is known.",
        next: "Give --source FILE.yaml.")
    }
    let code = try session.handIn(testimony.bytes, source: source.bytes)
    try global.output.result(["drop": code.text]) { "\(code)\n" }
    global.output.note(
      "It waits in the inbox for a custodian; you cannot open it any more. Delete your copies.")
  }
}
