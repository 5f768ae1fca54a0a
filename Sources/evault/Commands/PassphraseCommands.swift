import ArgumentParser
import EvidenceVault
import Sealing

struct PassphraseCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change your passphrase, or make a good one.",
    subcommands: [PassphraseChange.self, PassphraseGenerate.self])
}

struct PassphraseChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Change your passphrase.",
    discussion: """
      Copies of the vault that were made before still open with the old one. If somebody may know \
      it, ask for evault rotate role and evault rotate records, too.

      Example:
        evault passphrase change --as river
      """)

  @OptionGroup var new: NewPassphraseOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let name = try global.memberName()
    let store = try global.openStore()
    try GlobalOptions.checkState()
    let old = try global.readPassphrase(of: name)
    let session = try Vault.unlock(
      store, handle: name, passphrase: old, pins: GlobalOptions.pins())
    let fresh = try global.readNewPassphrase(of: name, new, orAsUsual: false)
    let destroyed = try session.changePassphrase(from: old, to: fresh)
    struct Document: Encodable {
      let member: String
      let finished: Bool
    }
    try global.output.result(Document(member: name, finished: destroyed)) {
      let text: ScreenText = "The passphrase of \(name) is changed.\n"
      return text.text
    }
    global.output.note(
      "Copies of the vault that were made before still open with the old passphrase.")
    RotateCommands.say(destroyed, global.output)
  }
}

struct PassphraseGenerate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make a passphrase that nobody guesses.",
    discussion: """
      Six words of five letters, 99 bits. No vault is needed. Into a pipe or file it goes with \
      --output only.

      Example:
        evault passphrase generate
      """)

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let phrase = Passphrase.generate()
    try place.show(["passphrase": phrase], global.output) { phrase + "\n" }
  }
}
