import ArgumentParser
import EvidenceVault
import Sealing

struct PassphraseKeyFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key-file",
    abstract: "Make a key file, a second thing to have beside the passphrase.",
    discussion: """
      32 random bytes as text, in a new file that only you may read. Keep it away from the vault, on \
      something that you carry, and a copy of it in another place: without it the passphrase opens \
      nothing. No vault is needed. It takes effect with evault init, evault member request or evault \
      passphrase change --new-key-file FILE, and is given afterwards with --key-file or EVAULT_KEY_FILE.

      Example:
        evault passphrase key-file /media/stick/river.key
      """)

  @Argument(help: ArgumentHelp("The file to make.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ConfidentialOutput.refuseExisting(file)
    let text = try KeyFile().text()
    try text.withBytes { try NewFile.create(at: file, $0) }
    struct Document: Encodable {
      let file: String
    }
    try global.output.result(Document(file: file)) {
      let line: ScreenText = "\(file)\n"
      return line.text
    }
    global.output.note(
      "It takes effect when a passphrase is set with it: evault passphrase change --new-key-file FILE. Keep a copy in another place."
    )
  }
}
