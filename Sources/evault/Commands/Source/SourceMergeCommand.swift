import ArgumentParser
import EvidenceVault

struct SourceMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one record of two sources who are one person (custodian).",
    discussion: """
      The first keeps its code and its letters. Testimonies of the second become the first's, its \
      code leads there from now on, and working copies are redacted anew. The record has what either \
      had; of two consents the narrower holds. Where they contradict each other, give the record \
      that holds with --record. It cannot be undone.

      Example:
        evault source merge S-4K7QM2 S-9XW1CP --as river
      """)

  @Argument(help: ArgumentHelp("The source that stays.", valueName: "code"))
  var source: SourceCode

  @Argument(help: ArgumentHelp("The source that becomes part of it.", valueName: "code"))
  var other: SourceCode

  @Option(
    help: ArgumentHelp("What the record says from now on, or -.", valueName: "file.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var record: String?

  @OptionGroup var meant: MeantOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let file = try record.map { try InputFile.source($0) }
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    try meant.ask(
      "\(other.code.text) becomes part of \(source.code.text), which cannot be undone.")
    let done = try session.mergeSources(
      source.code, other.code, document: file?.bytes, by: custodian)
    struct Document: Encodable {
      let source: Code
      let moved: Code
      let testimonies: [Code]
      /// Audiences in which the person had two letters.
      let relabelled: [String]
      /// Releases of others that named the person on the record.
      let stopped: [Code]
      /// Releases that are out and name the person.
      let exposures: [Exposure]
      let remnantsDestroyed: Bool
    }
    let warning = ExposureWarning(of: [done.source], session, custodian)
    let document = Document(
      source: done.source, moved: done.moved, testimonies: done.testimonies,
      relabelled: done.relabelled, stopped: done.stopped, exposures: warning.exposures,
      remnantsDestroyed: done.remnantsDestroyed)
    try global.output.result(document) { Self.text(done) }
    for audience in done.relabelled {
      global.output.warn(
        "What left for \(audience) called this person by two letters. From now on it is the one of \(done.source.text)."
      )
    }
    try Namesakes.warn(of: done.source, session, custodian, global.output)
    try warning.show(global.output)
    if !done.remnantsDestroyed {
      global.output.warn(
        "Another program has the vault open, so old bytes may still be in the files. evault rotate role custodian finishes it when nobody works."
      )
    }
  }

  private static func text(_ done: SourceMerge) -> String {
    var text = "\(done.moved) is \(done.source) now.\n"
    if !done.testimonies.isEmpty {
      text += "With it came: \(done.testimonies.map(\.text).joined(separator: " "))\n"
    }
    if !done.stopped.isEmpty {
      text +=
        "Stopped, because they named the person on the record: \(done.stopped.map(\.text).joined(separator: " "))\n"
    }
    return text
  }
}
