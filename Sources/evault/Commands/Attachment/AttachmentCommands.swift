import ArgumentParser
import EvidenceVault

struct AttachmentCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attachment",
    abstract:
      "Seal recordings and other files of a testimony; list, extract and clean them (custodian).",
    subcommands: [
      AttachmentAdd.self, AttachmentListCommand.self, AttachmentShow.self, AttachmentExtract.self,
      AttachmentScrub.self,
    ])
}

struct AttachmentListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the attachments of a testimony (custodian).",
    discussion: """
      Names of files are confidential: into a pipe or file they go with --output only.

      Example:
        evault attachment list T-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The testimony's code.", valueName: "code"))
  var testimony: TestimonyCode

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let found = try session.attachments(
      of: testimony.code, by: try session.permit(CustodianRole.self))
    try place.show(["attachments": found], global.output) {
      guard !found.isEmpty else { return "\(testimony.code.text) has no attachments.\n" }
      var table = Table("CODE", "BYTES", "TYPE", "NAME")
      for attachment in found {
        table.add(
          "\(attachment.code.text)", "\(attachment.size)", "\(attachment.type)",
          "\(attachment.name ?? "-")")
      }
      return table.rendered(for: place)
    }
  }
}

struct AttachmentShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what an attachment is, with its SHA-256 (custodian).",
    discussion: """
      The log keeps that you looked, and the reason. Whoever is given the file and the salt can compute \
      the commitment that the log entry of the addition has, so the hash can be proven later.

      Example:
        evault attachment show A-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The attachment's code.", valueName: "code"))
  var attachment: AttachmentCode

  @OptionGroup var reason: ReasonOption
  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why do you look at \(attachment.code.text)?")
    let found = try session.attachment(attachment.code, reason: reason, by: custodian)
    try place.show(found, global.output) {
      var text = "\(found.code.text) of \(found.testimony.text)\n"
      if let name = found.name { text += "Name:       \(name)\n" }
      text += """
        Type:       \(found.type)
        Size:       \(found.size) bytes
        Added:      \(found.added) by \(found.addedBy)
        SHA-256:    \(found.sha256)
        Salt:       \(found.hashSalt)
        Commitment: \(found.commitment)

        """
      return text
    }
  }
}
