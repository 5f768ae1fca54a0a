import ArgumentParser
import EvidenceVault
import Sealing

struct DocumenterCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documenter", abstract: "Make a key that signs drops without naming you.",
    subcommands: [DocumenterCreate.self])
}

struct DocumenterCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make a documenter's key, protected by a passphrase; no vault is needed.",
    discussion: """
      FILE is new. Read the fingerprint to a custodian: by it the office knows your drops. Whoever \
      finds the file can try passphrases, and learns nothing of what you sealed.

      Example:
        evault documenter create my.key
      """)

  @Argument(help: ArgumentHelp("The file to make.", valueName: "file"), completion: .file())
  var file: String

  @Option(help: "What Argon2id costs each use.")
  var kdf = DerivationCost.moderate

  @OptionGroup var new: NewPassphraseOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ConfidentialOutput.refuseExisting(file)
    let passphrase = try global.readNewPassphrase(
      of: "the documenter's key", new, orAsUsual: true)
    let made = try DocumenterKey.make(passphrase: passphrase, parameters: kdf.parameters)
    do { try NewFile.create(at: file, made.file.span) } catch { throw Failure(error) }
    try global.output.result(["fingerprint": made.fingerprint]) { "\(made.fingerprint)\n" }
    global.output.note("Read it to a custodian. Sign with: evault seal --sign-with FILE …")
  }
}
