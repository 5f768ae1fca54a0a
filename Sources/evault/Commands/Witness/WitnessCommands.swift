import ArgumentParser
import EvidenceVault
import Glibc
import Sealing

struct WitnessCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness",
    abstract: "Sign the checkpoints of a vault from outside, so that it can show one history only.",
    discussion: """
      A witness is somebody outside the group: another newsroom, an archive, a law firm. It has no vault and \
      no passphrase, and learns nothing but how often something was approved, at most. A custodian makes a \
      request; the witness checks that the vault's new checkpoint continues what it signed last, and signs; \
      whoever verifies a release asks for that signature with evault verify --witness.

      Requests and signatures are those of c2sp.org/tlog-witness, so that other witnesses serve as well.
      """,
    subcommands: [
      WitnessCreate.self, WitnessShow.self, WitnessRequestCommand.self, WitnessSign.self,
    ])
}

struct WitnessCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make a witness: a key, and the memory of what it signed.",
    discussion: """
      DIR must not be there yet. Whoever can read it can sign as the witness: keep it on a disk that is \
      encrypted, and do not copy it, for a copy forgets what the other signs. Publish the key.

      Example:
        evault witness create my-witness --name witness.example/kyiv
      """)

  @Argument(help: ArgumentHelp("A new directory.", valueName: "dir"), completion: .directory)
  var directory: String

  @Option(help: ArgumentHelp("What it is called, as an address without http.", valueName: "name"))
  var name: String

  @OptionGroup var outcome: PlainOutput

  func run() throws {
    let key: WitnessKey
    do throws(WitnessFault) { key = try Witness.create(at: directory, name: name).key } catch {
      throw Failure(witness: error)
    }
    struct Document: Encodable { let witnessKey: String }
    try outcome.output.result(Document(witnessKey: key.text)) { "Witness key: \(key.text)\n" }
  }
}

struct WitnessShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a witness's key, and the vaults whose checkpoints it signs.",
    discussion: """
      Example:
        evault witness show my-witness
      """)

  @Argument(
    help: ArgumentHelp("The witness's directory.", valueName: "dir"), completion: .directory)
  var directory: String

  @OptionGroup var outcome: PlainOutput

  func run() throws {
    struct Document: Encodable {
      struct Vault: Encodable {
        let vaultKey: String
        let size: UInt64
      }
      let witnessKey: String
      let vaults: [Vault]
    }
    let witness: Witness
    do throws(WitnessFault) { witness = try Witness(at: directory) } catch {
      throw Failure(witness: error)
    }
    let vaults = witness.vaults.map { Document.Vault(vaultKey: $0.key.text, size: $0.size) }
    try outcome.output.result(Document(witnessKey: witness.key.text, vaults: vaults)) {
      "Witness key: \(witness.key.text)\n"
        + vaults.map { "Signed to size \($0.size): \($0.vaultKey)\n" }.joined()
    }
  }
}

struct WitnessRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "Ask a witness to sign the newest checkpoint (custodian).",
    discussion: """
      FILE goes to the witness. Nothing in it is confidential. The first time there is nothing to give \
      with --seen; later it is the checkpoint that this witness signed last, as it came back. \
      evault log checkpoint --new makes a new checkpoint before.

      Example:
        evault witness request --seen signed.txt --output request.txt --as river
      """)

  @Option(
    help: ArgumentHelp("The checkpoint that the witness signed last.", valueName: "file"),
    completion: .file())
  var seen: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A new file for the request, or -.", valueName: "file"),
    completion: .file())
  var output: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try PublicOutput.check(output, global.output)
    let kept = try seen.map { try CheckpointFile.read($0) }
    let session = try global.unlock()
    let request: WitnessRequest?
    do throws(VaultError) {
      request = try session.witnessRequest(
        since: kept, by: try session.permit(CustodianRole.self))
    } catch .notFound {
      throw Failure(
        .notFound, "The vault has no checkpoint yet.",
        next: "evault log checkpoint makes the first one.")
    } catch {
      throw error
    }
    guard let request else {
      throw Failure(
        .integrity, "\(seen ?? "") is no checkpoint of this vault.",
        next: "Look whether it is of another vault, or of this one before it was restored.")
    }
    try PublicOutput.write(request.text, to: output)
    if output == "-" { return }
    struct Document: Encodable {
      let from: UInt64
      let to: UInt64
    }
    try global.output.result(
      Document(from: request.oldSize, to: request.checkpoint.size)
    ) { "" }
    global.output.note(
      "Written to \(output): size \(request.oldSize) to \(request.checkpoint.size).")
  }
}

struct WitnessSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Check a vault's checkpoint against what was signed before, and sign it.",
    discussion: """
      The signed note goes back to the group. What was signed is written down before.

      Exit code 0: signed. 3: not asked rightly: the vault is unknown, or the request begins elsewhere. \
      5: the vault shows another history than before, or another key. 65: no request.

      Example:
        evault witness sign my-witness request.txt --output signed.txt
      """)

  @Argument(
    help: ArgumentHelp("The witness's directory.", valueName: "dir"), completion: .directory)
  var directory: String

  @Argument(help: ArgumentHelp("The request, or -.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("The vault's public key, from elsewhere: the first time.", valueName: "key"))
  var vaultKey: VaultKeyArgument?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A new file for the signed note, or -.", valueName: "file"),
    completion: .file())
  var output: String

  @OptionGroup var outcome: PlainOutput

  func run() throws {
    try PublicOutput.check(output, outcome.output)
    let bytes = try ConfidentialInput.file(file, limit: WitnessRequest.limit)
    let name = file == "-" ? "standard input" : file
    let signed: Checkpoint
    do throws(WitnessFault) {
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .request }
      signed = try Witness(at: directory).sign(
        try WitnessRequest(text), vaultKey: vaultKey?.key, time: UInt64(max(0, time(nil))))
    } catch {
      throw Failure(witness: error, file: name)
    }
    try PublicOutput.write(signed.text, to: output)
    if output == "-" { return }
    struct Document: Encodable { let size: UInt64 }
    try outcome.output.result(Document(size: signed.size)) { "" }
    outcome.output.note("Signed size \(signed.size): \(output).")
  }
}

/// For commands that open no vault.
struct PlainOutput: ParsableArguments {
  @Flag(help: "Print one JSON document on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print results and warnings only.")
  var quiet = false

  var output: Output { Output(json: json, quiet: quiet) }
}
