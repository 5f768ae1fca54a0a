import ArgumentParser
import EvidenceVault
import Sealing

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
      let fingerprintWords: String
      let vaultFingerprint: String
      let vaultFingerprintWords: String
    }
    try global.output.result(
      Document(
        member: name, fingerprint: request.fingerprint,
        fingerprintWords: Fingerprint.words(request.fingerprint),
        vaultFingerprint: request.vaultFingerprint,
        vaultFingerprintWords: Fingerprint.words(request.vaultFingerprint))
    ) {
      let text: ScreenText = """
        Your request waits for a steward. Compare two fingerprints, aloud, with somebody you know:

        Yours, which you read to the steward:
          in words: \(Fingerprint.words(request.fingerprint))
          \(request.fingerprint)

        The vault's, which a member reads to you; if it differs, this is not their vault:
          in words: \(Fingerprint.words(request.vaultFingerprint))
          \(request.vaultFingerprint)

        """
      return text.text
    }
    global.output.note("The steward runs: evault member admit \(name) --roles ROLE,ROLE")
  }
}
