import ArgumentParser
import EvidenceVault

struct TestimonyCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "testimony", abstract: "Take testimonies in; list, read, search and note them.",
    subcommands: [
      TestimonyAdd.self, TestimonyImport.self, TestimonyListCommand.self, TestimonyShow.self,
      TestimonySearch.self, TestimonyNoteCommand.self, TestimonyErase.self,
    ])

  /// A listing for a screen or a file.
  static func table(
    _ testimonies: [TestimonySummary], for place: ConfidentialOutput.Destination
  ) -> String {
    var table = Table("CODE", "DATE", "LANG", "SENTENCES", "TITLE")
    for testimony in testimonies {
      table.add(
        "\(testimony.code.text)", "\(testimony.date ?? "-")", "\(testimony.language)",
        "\(testimony.sentences)", "\(testimony.title)")
    }
    return table.rendered(for: place)
  }
}

struct TestimonyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the testimonies (researcher).",
    discussion: """
      Titles have labels in the place of names, and are confidential still: into a pipe or file \
      they go with --output only.

      Examples:
        evault testimony list --as brook
        evault testimony list --language ko --from 2024-05 --as brook
      """)

  @OptionGroup var filter: TestimonyFilter
  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let found = try session.testimonies(by: try session.permit(ResearcherRole.self))
      .filter(filter.takes)
    try place.show(["testimonies": found], global.output) {
      TestimonyCommands.table(found, for: place)
    }
  }
}

struct TestimonyNoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Add a note to a testimony (researcher).",
    discussion: """
      Other researchers and custodians read it below the testimony. It is asked for at the terminal, \
      or read from standard input with --text -.

      Example:
        evault testimony note T-4K7QM2 --as brook
      """)

  @Argument(help: ArgumentHelp("The testimony's code.", valueName: "code"))
  var testimony: TestimonyCode

  @Option(
    help: ArgumentHelp("Read the note from standard input (-).", valueName: "-"))
  var text: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let typed = text == nil ? nil : try ConfidentialInput.words(text, prompt: "")
    let session = try global.unlock()
    let researcher = try session.permit(ResearcherRole.self)
    let note = try typed ?? ConfidentialInput.words(nil, prompt: "Note: ")
    try session.addNote(note, to: testimony.code, by: researcher)
    try global.output.result(["testimony": testimony.code.text]) { "" }
    global.output.note("Noted on \(testimony.code.text).")
  }
}
