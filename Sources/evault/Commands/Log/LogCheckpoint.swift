import ArgumentParser
import EvidenceVault
import Sealing

struct LogCheckpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Show the vault key and the newest checkpoint, for outsiders (custodian).",
    discussion: """
      A checkpoint is a signed note over all commitments that releases are checked against. Nothing in \
      it is confidential. Publish the vault key once, where it cannot be changed unseen: print it, \
      mail it, have it time-stamped. The first use makes the key; every approval makes a new \
      checkpoint, and so does --new.

      --output writes the note alone, as evault verify takes it.

      Examples:
        evault log checkpoint --as river
        evault log checkpoint --new --output checkpoint.txt --as river
      """)

  @Flag(help: "Make a new checkpoint first, with no release in it.")
  var new = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A new file for the note, or -.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    // Before a checkpoint is made: that cannot be undone.
    if let output { try PublicOutput.check(output, global.output) }
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let published = try published(session, custodian)
    if let output {
      try PublicOutput.write(published.checkpoint.text, to: output)
      if output == "-" { return }
    }
    struct Document: Encodable {
      let vaultKey: String
      let checkpoint: String
      let size: UInt64
    }
    try global.output.result(
      Document(
        vaultKey: published.key.text, checkpoint: published.checkpoint.text,
        size: published.checkpoint.size)
    ) {
      output == nil
        ? "Vault key: \(published.key.text)\n\n\(published.checkpoint.text)"
        : "Vault key: \(published.key.text)\n"
    }
  }

  private func published(
    _ session: Session, _ custodian: borrowing Permit<CustodianRole>
  ) throws -> PublishedCheckpoint {
    if !new {
      do { return try session.checkpoint(by: custodian) } catch {
        guard error == .notFound else { throw error }
      }
    }
    return try session.issueCheckpoint(by: custodian)
  }
}
