import ArgumentParser
import EvidenceVault
import Glibc
import Sealing

struct AttachmentScrub: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scrub",
    abstract: "Write a copy of an attachment without its metadata (custodian).",
    discussion: """
      For researchers and publication: no place, time, device, author or comment is left beside what is seen, \
      heard and read. Faces, voices, and names within a picture or text are not metadata: look and listen. \
      The file in the vault stays as it was.

      mat2 makes the copy in memory, in a sandbox without network (bubblewrap). What it cannot clean is \
      refused, and so is a copy that has anything of the metadata left. What was found is shown on a \
      terminal, or goes to --report, and whom of the vault's people it names: it is confidential. The log \
      keeps that you took a copy, and the reason.

      Example:
        evault attachment scrub A-4K7QM2 --output portrait.jpg --as river
      """)

  @Argument(help: ArgumentHelp("The attachment's code.", valueName: "code"))
  var attachment: AttachmentCode

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The new file.", valueName: "file"),
    completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(
      "Write what was found to a new file, or with - to standard output.", valueName: "file"),
    completion: .file())
  var report: String?

  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if output.isEmpty || output == "-" { throw ValidationError("--output needs a file name.") }
    if output == report { throw ValidationError("--output and --report are the same file.") }
  }

  func run() throws {
    try ConfidentialOutput.refuseExisting(output)
    let place = try reportPlace()
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why do you copy \(attachment.code.text)?")
    let bar = ByteProgress("Reading", quiet: global.quiet || global.json)
    let copy: ScrubbedCopy
    do {
      defer { bar.finish() }
      copy = try session.scrubAttachment(
        attachment.code, to: output, reason: reason, by: custodian, progress: bar.advance)
    }
    if let place { try place.write(global.json ? JSONText.encode(copy) + "\n" : Self.text(copy)) }
    global.output.note(
      "Written to \(output): \(ByteCount.text(copy.size)) of \(copy.type). \(Self.summary(copy, place))"
    )
  }

  /// - Returns: `nil` when nobody asked, and no terminal is there to show it.
  private func reportPlace() throws(Failure) -> ConfidentialOutput.Destination? {
    switch report {
    case nil: return Terminal.isTerminal(STDOUT_FILENO) ? .terminal : nil
    case "": throw Failure(.usage, "--report needs a file name, or - for standard output.")
    case "-": return .standardOutput
    case .some(let path):
      try ConfidentialOutput.refuseExisting(path)
      return .newFile(path)
    }
  }

  private static func summary(
    _ copy: ScrubbedCopy, _ place: ConfidentialOutput.Destination?
  ) -> ScreenText {
    guard !copy.found.isEmpty else { return "There was no metadata." }
    let values: ScreenText = copy.found.count == 1 ? "1 value is" : "\(copy.found.count) values are"
    return place == nil
      ? "\(values) gone; --report tells which."
      : "\(values) gone. Look at what is seen and heard, too."
  }

  private static func text(_ copy: ScrubbedCopy) -> String {
    var text = copy.found.map { "\($0.key): \($0.value)\n" }.joined()
    if !copy.known.isEmpty { text += "\nNamed in it:\n" }
    for known in copy.known {
      let whose = known.sources.map(\.text).joined(separator: ", ")
      text +=
        "  \(known.words) (\(known.kind), \(known.relation.map { "\($0) of " } ?? "")\(whose))\n"
    }
    return text
  }
}
