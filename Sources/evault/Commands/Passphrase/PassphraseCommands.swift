import ArgumentParser
import EvidenceVault
import Sealing

struct PassphraseCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change your passphrase, make a good one, or a key file.",
    subcommands: [PassphraseChange.self, PassphraseGenerate.self, PassphraseKeyFile.self])
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
