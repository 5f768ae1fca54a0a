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
        evault verify E-4K7QM2.json --checkpoint signed.txt --witness "$(cat witness-key.txt)"
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

  @Option(
    help: ArgumentHelp(
      "A witness's public key: it must have signed the checkpoint. May be repeated.",
      valueName: "key"))
  var witness: [WitnessKeyArgument] = []

  @OptionGroup var plain: PlainOutput

  func validate() throws {
    if !witness.isEmpty, checkpoint == nil {
      throw ValidationError("--witness goes with --checkpoint, the note that the witness signed.")
    }
  }

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
    let witnessed = try kept.map { try Witnessed.all(witness, $0, release) } ?? []
    try plain.output.result(VerifiedText.Document(release, anchor, witnessed)) {
      VerifiedText(release, anchor, witnessed).text
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

/// A witness's key, as a person types it.
struct WitnessKeyArgument: ExpressibleByArgument {
  let key: WitnessKey

  init?(argument: String) {
    guard let key = WitnessKey(argument) else { return nil }
    self.key = key
  }
}

/// That a witness signed the head that a release stands under.
struct Witnessed: Encodable {
  let witness: String
  /// ISO 8601, UTC, by the witness's clock.
  let signed: String

  /// - Throws: a refusal where one of them did not.
  static func all(
    _ witnesses: [WitnessKeyArgument], _ kept: Checkpoint, _ release: VerifiedRelease
  ) throws(Failure) -> [Witnessed] {
    guard !witnesses.isEmpty else { return [] }
    guard kept.size == release.checkpoint.size else {
      throw Failure(
        .refused, "The checkpoint that you gave is another one than the file's, size \(kept.size).",
        next: """
          What a witness says of it says nothing of this file. Ask the group for the checkpoint of size \
          \(release.checkpoint.size) as the witness signed it.
          """)
    }
    var out: [Witnessed] = []
    for witness in witnesses {
      guard let time = kept.signed(by: witness.key) else {
        throw Failure(
          .refused, "The checkpoint is not signed by the witness \(witness.key.name).",
          next: "Ask the group for the note that came back from this witness.")
      }
      out.append(Witnessed(witness: witness.key.name, signed: time))
    }
    return out
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
