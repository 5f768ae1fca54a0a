import ArgumentParser
import EvidenceVault
import Glibc
import Sealing

struct AttachmentExtract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Write the file of an attachment, or a part of it (custodian).",
    discussion: """
      A new file appears when its last byte has been verified and its SHA-256 is the one that was taken \
      when it was added. With --output - each chunk of 64 KiB is written as soon as it has been verified; \
      if a later one does not hold, the output ends there with exit code 5. The log keeps that you \
      extracted it, and the reason.

      Example:
        evault attachment extract A-4K7QM2 --output interview.mp4 --as river
      """)

  @Argument(help: ArgumentHelp("The attachment's code.", valueName: "code"))
  var attachment: AttachmentCode

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The new file, or - for standard output.", valueName: "file"),
    completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(
      "Only these bytes, counted from 0, both included: 0-999.", valueName: "first-last"))
  var range: ByteRange?

  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let destination = try destination()
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why do you extract \(attachment.code.text)?")
    let bar = ByteProgress("Extracting", quiet: global.quiet || global.json)
    defer { bar.finish() }
    let found = try session.extractAttachment(
      attachment.code, range: range?.bytes, to: destination, reason: reason, by: custodian,
      progress: bar.advance)
    bar.finish()
    // Standard output may be the file's.
    guard case .newFile(let path) = destination else { return }
    struct Document: Encodable {
      let attachment: Code
      let type: String
      /// Of the whole file.
      let sha256: String
      let whole: Bool
    }
    try global.output.result(
      Document(
        attachment: found.code, type: found.type, sha256: found.sha256, whole: range == nil)
    ) { "" }
    global.output.note("Written to \(path).")
  }

  /// - Throws: before anything is unlocked or logged, what can be told by then.
  private func destination() throws(Failure) -> AttachmentDestination {
    switch output {
    case "": throw Failure(.usage, "--output needs a file name, or - for standard output.")
    case "-":
      guard !Terminal.isTerminal(STDOUT_FILENO) else {
        throw Failure(
          .usage, "A file's bytes are not shown on a terminal.",
          next: "Give --output FILE, or pipe the output into another program.")
      }
      guard !global.json else {
        throw Failure(.usage, "--json and the file cannot both go to standard output.")
      }
      return .descriptor(STDOUT_FILENO)
    default:
      try ConfidentialOutput.refuseExisting(output)
      return .newFile(output)
    }
  }
}

/// `0-999`: bytes counted from 0, both included.
struct ByteRange: ExpressibleByArgument {
  let bytes: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCII) }),
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), let first = Int(parts[0]),
      let last = Int(parts[1]), first <= last, last < Int.max
    else { return nil }
    bytes = first...last
  }
}
