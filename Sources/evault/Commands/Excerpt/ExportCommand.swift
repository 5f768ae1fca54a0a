import ArgumentParser
import EvidenceVault
import Foundation
import Screen
import Sealing

/// A format, as a person types it.
struct FormatName: ExpressibleByArgument {
  let format: OutputFormat

  init?(argument: String) {
    guard let format = OutputFormat(rawValue: argument) else { return nil }
    self.format = format
  }

  static let allValueStrings = OutputFormat.allCases.map(\.rawValue)
  static let defaultCompletionKind = CompletionKind.list(allValueStrings)
}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write an approved excerpt to a file (editor), or all in one step (custodian).",
    discussion: """
      E: writes the bytes that a custodian approved. T: a custodian drafts, screens, approves and \
      writes in one step; where findings await a decision, or the policy wants another approver, the \
      draft stays and nothing is written. A researcher drafts, and is told whom to ask.

      Without --output the file is named by its code, in this directory; with a directory (ending in \
      /) in that one; - is standard output. Nothing is overwritten. A name of your own is screened, \
      which only a custodian can.

      Examples:
        evault export E-4K7QM2 --as anna
        evault export T-4K7QM2 --audience desk --policy editor --output out/
      """)

  @Argument(help: ArgumentHelp("An excerpt or a testimony.", valueName: "code"))
  var code: ExportedCode

  @OptionGroup var excerpt: ExcerptOptions

  @Option(
    help: ArgumentHelp(
      "html, md, txt or json; what the file's name ends in, or html, when absent.",
      valueName: "format"))
  var format: FormatName?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A new file, a directory, or - for standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "You declare every condition of the source's consent met (custodian, with T).")
  var conditionsMet = false

  @OptionGroup var day: DateOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if output == "-", global.json {
      throw ValidationError("--output - and --json both want standard output.")
    }
    switch code {
    case .testimony: _ = try excerpt.demanded()
    case .excerpt:
      if excerpt.audience != nil || excerpt.policy != nil || excerpt.sentences != nil {
        throw ValidationError(
          "An excerpt has its audience, policy and sentences; these options go with a testimony.")
      }
      if conditionsMet || day.isGiven {
        throw ValidationError(
          "The day and the conditions are confirmed when an excerpt is approved (evault excerpt approve); leave the option out here."
        )
      }
    }
  }

  func run() throws {
    let place = try ExportPlace(output)
    let format = format?.format ?? place.format ?? .html
    switch code {
    case .excerpt(let code): try export(code, format, place)
    case .testimony(let code): try export(testimony: code, format, place)
    }
  }

  private func export(_ code: Code, _ format: OutputFormat, _ place: ExportPlace) throws {
    try place.checkFree(code, format)
    let session = try global.unlock()
    let editor = try session.permit(EditorRole.self)
    let copy: ReleaseCopy
    do {
      copy = try session.export(
        code, format: format, fileName: place.nameToScreen(code, format), by: editor)
    } catch {
      guard error == .notFound else { throw error }
      throw Failure(
        .notFound, "No approved excerpt has the code \(code.text).",
        next: "A custodian approves a draft with: evault excerpt approve \(code.text)")
    }
    try write(copy, code, place)
  }

  private func export(
    testimony: Code, _ format: OutputFormat, _ place: ExportPlace
  ) throws {
    let (audience, policy) = try excerpt.demanded()
    let session = try global.unlock()
    guard session.roles.contains(.custodian) else {
      let researcher = try session.permit(ResearcherRole.self)
      let draft = try session.draftExcerpt(
        of: testimony, audience: audience, policy: policy, selection: excerpt.sentences,
        by: researcher)
      return try Drafted(code: draft, session: session).show(global.output)
    }
    let custodian = try session.permit(CustodianRole.self)
    try AgreementAdvice.showAtTerminal(testimony, session, custodian, global.output)
    let (code, copy) = try day.asking { date in
      try session.release(
        testimony, audience: audience, policy: policy, selection: excerpt.sentences,
        conditionsMet: conditionsMet, date: date, format: format, fileName: place.ownName,
        by: custodian)
    }
    guard let copy else {
      throw Failure(
        .refused, "The policy wants another custodian to approve \(code.text), too.",
        next: "He or she runs: evault excerpt approve \(code.text)")
    }
    try write(copy, code, place)
  }

  /// Writes the copy's bytes and nothing else.
  private func write(_ copy: ReleaseCopy, _ code: Code, _ place: ExportPlace) throws {
    guard let path = place.path(code, copy.format) else {
      do throws(FileError) {
        try FileDescriptor.write(copy.bytes, to: ExportPlace.standardOutput)
      } catch {
        throw Failure(error)
      }
      return
    }
    do throws(FileError) {
      try NewFile.create(at: path, copy.bytes.span)
    } catch {
      let failure = Failure(error)
      throw Failure(
        failure.status, failure.message,
        next:
          "\(code.text) is approved and logged as exported; write it with: evault export \(code.text)"
      )
    }
    struct Document: Encodable {
      let excerpt: Code
      let file: String
    }
    try global.output.result(Document(excerpt: code, file: path)) {
      let text: ScreenText = "\(code.text) \(path)\n"
      return text.text
    }
  }
}
