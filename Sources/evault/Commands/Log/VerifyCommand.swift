import ArgumentParser
import EvidenceVault

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a release against a vault key; needs no vault and no passphrase.",
    discussion: """
      FILE is a release in HTML or JSON, which have a proof in them; or in Markdown or plain text \
      with --proof and the same release in JSON. Prints the words that are proven to stand in one \
      sealed text in this order. ⟦1⟧ is one place that was replaced, […] where something was left \
      out. What the vault only says (labels, title, audience) stands below, as asserted.

      The vault key, or a checkpoint, has to come from elsewhere: from the group's printed page, or \
      from the day when the checkpoint was published. Without one, anybody could have made the file: \
      it is self-consistent only, and the exit code is 3.

      Exit code 0: proven. 3: self-consistent only. 5: altered, or of another vault. 65: no release \
      with a proof in it.

      Examples:
        evault verify E-4K7QM2.html --vault-key "$(cat key.txt)"
        evault verify E-4K7QM2.txt --proof E-4K7QM2.json --checkpoint checkpoint.txt
      """)

  @Argument(
    help: ArgumentHelp("A release, or - for standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("The same release in JSON.", valueName: "file"), completion: .file())
  var proof: String?

  @Option(help: ArgumentHelp("The vault's public key, from elsewhere.", valueName: "key"))
  var vaultKey: VaultKeyArgument?

  @Option(
    help: ArgumentHelp("A checkpoint of the vault, kept elsewhere.", valueName: "file"),
    completion: .file())
  var checkpoint: String?

  @Flag(help: "Print one JSON document on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print results and warnings only.")
  var quiet = false

  func run() throws {
    let name = file == "-" ? "standard input" : file
    let bytes = try ConfidentialInput.file(file, limit: VerifiedRelease.limit)
    let beside = try proof.map { try ConfidentialInput.file($0, limit: VerifiedRelease.limit) }
    let kept = try checkpoint.map { try CheckpointFile.read($0) }
    let release: VerifiedRelease
    let anchor: VerifiedRelease.Anchor
    do throws(ReleaseFault) {
      release = try VerifiedRelease(bytes, beside: beside)
      anchor = try release.anchor(key: vaultKey?.key, checkpoint: kept)
    } catch {
      throw Failure(error, file: name)
    }
    try Output(json: json, quiet: quiet).result(VerifiedText.Document(release, anchor)) {
      VerifiedText(release, anchor).text
    }
    if let doubt = VerifiedText.doubt(anchor) {
      throw Failure(
        .refused, doubt,
        next: """
          Get the vault key, or a checkpoint of size \(release.checkpoint.size), from the group itself \
          and give it with --vault-key or --checkpoint. The file says that its key is \(release.key.text)
          """)
    }
  }
}

/// A vault key, as a person types it.
struct VaultKeyArgument: ExpressibleByArgument {
  let key: VaultKey

  init?(argument: String) {
    guard let key = VaultKey(argument) else { return nil }
    self.key = key
  }
}

/// A checkpoint that somebody kept.
enum CheckpointFile {
  static func read(_ path: String) throws -> Checkpoint {
    let bytes = try ConfidentialInput.file(path, limit: Checkpoint.limit)
    guard let text = String(validating: bytes, as: UTF8.self),
      let checkpoint = try? Checkpoint(text)
    else {
      throw Failure(
        .badInput, "\(path) is no checkpoint.",
        next: "A checkpoint is the whole note, as evault log checkpoint prints it.")
    }
    return checkpoint
  }
}
