import ArgumentParser
import EvidenceVault

struct MemberRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "Make your own keys and ask to be admitted.",
    discussion: """
      For a newcomer, on the newcomer's own account. The passphrase that is set here is known to \
      nobody else. Prints two fingerprints: one to read to the steward, one to hear from a member.

      Example:
        evault member request stone --vault /srv/vault
      """)

  @Argument(help: ArgumentHelp("What you will be called; no real name.", valueName: "name"))
  var name: String

  @OptionGroup var new: NewPassphraseOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    guard Handle.isValid(name) else { throw InputFault.handle }
    let store = try global.openStore()
    let passphrase = try global.readNewPassphrase(of: name, new, orAsUsual: true)
    let request = try Vault.request(in: store, handle: name, passphrase: passphrase)
    struct Document: Encodable {
      let member: String
      let fingerprint: String
      let vaultFingerprint: String
    }
    try global.output.result(
      Document(
        member: name, fingerprint: request.fingerprint,
        vaultFingerprint: request.vaultFingerprint)
    ) {
      let text: ScreenText = """
        Your request waits for a steward. Compare two fingerprints, aloud, with somebody you know:

        Yours, which you read to the steward:
          \(request.fingerprint)

        The vault's, which a member reads to you; if it differs, this is not their vault:
          \(request.vaultFingerprint)

        """
      return text.text
    }
    global.output.note("The steward runs: evault member admit \(name) --roles ROLE,ROLE")
  }
}
