import ArgumentParser
import EvidenceVault
import Glibc
import Sealing

struct AttachmentAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Seal a file and add it to a testimony (custodian).",
    discussion: """
      FILE is of any kind and up to 1 TiB; - reads standard input to its end. It is sealed in chunks on \
      all cores while its SHA-256 is taken, in one pass and little memory. Its type is told by its \
      content. The name of the file is kept in the sealed record and nowhere else. When the code is \
      printed, file and record are on the disk; interrupted before, nothing was added.

      Example:
        evault attachment add T-4K7QM2 interview.mp4 --as river
      """)

  @Argument(help: ArgumentHelp("The testimony's code.", valueName: "code"))
  var testimony: TestimonyCode

  @Argument(help: ArgumentHelp("The file, or -.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let input = try AttachmentInput(file)
    defer { withExtendedLifetime(input) {} }
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let bar = ByteProgress("Sealing", quiet: global.quiet || global.json)
    let added: Attachment
    do throws(VaultError) {
      defer { bar.finish() }
      added = try session.addAttachment(
        from: input.descriptor, named: input.name, to: testimony.code, by: custodian
      ) { bar.advance(to: $0, of: input.size) }
    } catch .notFound {
      throw Failure(
        .notFound, "The vault has no such testimony.",
        next: "evault testimony list shows the codes.")
    } catch {
      throw Failure(vault: error, file: file)
    }
    struct Document: Encodable {
      let attachment: Code
      let testimony: Code
      let type: String
      let size: Int
      let sha256: String
    }
    try global.output.result(
      Document(
        attachment: added.code, testimony: added.testimony, type: added.type, size: added.size,
        sha256: added.sha256)
    ) { "\(added.code.text)\n" }
    global.output.note(
      "Sealed \(ByteCount.text(added.size)) of \(added.type). Destroy your copies of the file.")
  }
}

/// A file that is to be sealed, open before anything is asked or unlocked.
struct AttachmentInput {
  let descriptor: Int32
  /// Without its directory; `nil` for standard input.
  let name: String?
  /// `nil` for a pipe.
  let size: Int?
  private let file: OpenFile?

  init(_ path: String) throws(Failure) {
    if path == "-" {
      guard !Terminal.isTerminal(STDIN_FILENO) else {
        throw Failure(
          .usage, "Standard input is the terminal.", next: "Give a file, or pipe one into evault.")
      }
      (descriptor, name, size, file) = (STDIN_FILENO, nil, nil, nil)
      return
    }
    do throws(FileError) {
      let file = try OpenFile(at: path)
      self.file = file
      descriptor = file.descriptor
      size = file.size
      name = file.size == nil ? nil : PathParts.name(of: path)
    } catch {
      throw Failure(reading: path, error)
    }
  }
}
