import ArgumentParser
import EvidenceVault
import Sealing

struct PassphraseChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Change your passphrase; with --leaked your keys as well.",
    discussion: """
      Copies of the vault that were made before still open with the old one. If somebody may know \
      it, give --leaked: you get new keys and another fingerprint, and all roles that you hold new \
      ones, so that an old copy with the old passphrase opens nothing written from then on.

      The key file stays the same unless --new-key-file or --without-key-file says otherwise.

      Example:
        evault passphrase change --leaked --as river
      """)

  @Flag(help: "Somebody may know the passphrase: new keys, too.")
  var leaked = false

  @Option(
    help: ArgumentHelp("The key file that goes with the new passphrase.", valueName: "file"),
    completion: .file())
  var newKeyFile: String?

  @Flag(help: "No key file goes with the new passphrase.")
  var withoutKeyFile = false

  @OptionGroup var new: NewPassphraseOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if newKeyFile != nil, withoutKeyFile {
      throw ValidationError("Give either --new-key-file or --without-key-file, not both.")
    }
  }

  func run() throws {
    let name = try global.memberName()
    let store = try global.openStore()
    try GlobalOptions.checkState()
    let old = try global.readPassphrase(of: name)
    let session = try global.accepting { accepted in
      try Vault.unlock(
        store, handle: name, passphrase: old, pins: GlobalOptions.pins(),
        acceptingRestore: accepted)
    }
    let keyFile = withoutKeyFile ? nil : newKeyFile ?? global.passphrase.keyFilePath()
    let fresh = try global.readNewPassphrase(of: name, new, orAsUsual: false, keyFile: keyFile)
    if leaked {
      guard !fresh.matches(old) else {
        throw Failure(
          .badInput, "The new passphrase is the one that leaked. Nothing was changed.",
          next: "evault passphrase generate makes another.")
      }
      try show(name, try session.changeKeys(from: old, to: fresh))
    } else {
      try show(name, try session.changePassphrase(from: old, to: fresh))
    }
  }

  private struct Document: Encodable {
    let member: String
    let finished: Bool
    var fingerprint: String?
    var fingerprintWords: String?
    var closed: [String]?
  }

  private func show(_ name: String, _ destroyed: Bool) throws {
    try global.output.result(Document(member: name, finished: destroyed)) {
      let text: ScreenText = "The passphrase of \(name) is changed.\n"
      return text.text
    }
    global.output.note(
      "Copies of the vault that were made before still open with the old passphrase.")
    RotateCommands.say(destroyed, global.output)
  }

  private func show(_ name: String, _ change: KeyChange) throws {
    let words = Fingerprint.words(change.fingerprint)
    try global.output.result(
      Document(
        member: name, finished: change.remnantsDestroyed, fingerprint: change.fingerprint,
        fingerprintWords: words, closed: change.closed.map(\.word))
    ) {
      let text: ScreenText = """
        The passphrase of \(name) is changed, and \(name) has new keys. Their fingerprint is

          \(change.fingerprint)
          in words: \(words)

        """
      return text.text
    }
    ClosedRoles.note(change.closed, global.output)
    global.output.note(
      """
      Read the fingerprint to a steward, aloud. Questions that you have asked (evault reveal) must be asked anew.
      Copies of the vault from before still open with the old passphrase. What they show: evault exposure \(name)
      So that keys out of such copies open nothing in the present files, a custodian runs: evault rotate records
      """)
    RotateCommands.say(change.remnantsDestroyed, global.output)
  }
}
