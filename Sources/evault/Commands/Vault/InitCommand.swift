import ArgumentParser
import EvidenceVault
import Foundation
import SQLiteStore
import Sealing
import Storage

/// What Argon2id costs.
enum DerivationCost: String, CaseIterable, ExpressibleByArgument {
  case interactive, moderate, sensitive

  var parameters: PassphraseParameters {
    switch self {
    case .interactive: .interactive
    case .moderate: .moderate
    case .sensitive: .sensitive
    }
  }
}

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a vault.",
    discussion: """
      Makes the directory PATH with an empty vault, whose only member is you (--as). You hold every \
      role until you give some to others.

      --kdf says what each unlocking costs: interactive 64 MiB, moderate 256 MiB, sensitive 1 GiB of \
      memory. It holds for all members.

      --recovery 2/3 makes paper shares at once, of which any two admit a new member when passphrases \
      are lost (evault recovery --help). --no-recovery writes down that you want none.

      Example:
        evault init ~/vault --as river
      """)

  @Argument(
    help: ArgumentHelp("The directory to make.", valueName: "path"), completion: .directory)
  var path: String

  @Option(help: "What Argon2id costs every member.")
  var kdf = DerivationCost.moderate

  @Option(
    help: ArgumentHelp(
      "Make recovery shares: how many open, and how many there are.", valueName: "m/n"))
  var recovery: ShareTerms?

  @Flag(help: "Write into the log that no recovery is wanted.")
  var noRecovery = false

  @OptionGroup var pages: PageOptions
  @OptionGroup var new: NewPassphraseOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if recovery != nil, noRecovery {
      throw ValidationError("Give either --recovery or --no-recovery, not both.")
    }
    if recovery == nil, pages.output != nil {
      throw ValidationError("--output is for the shares of --recovery.")
    }
  }

  func run() throws {
    let place = try recovery.map { _ in try pages.destination() }
    let name = try global.memberName()
    guard Handle.isValid(name) else { throw InputFault.handle }
    guard !path.isEmpty else { throw ValidationError("The path is empty.") }
    try Self.refuseExisting(path)
    try GlobalOptions.checkState()
    warnAboutSwap()
    let passphrase = try global.readNewPassphrase(of: name, new, orAsUsual: true)
    try passphrase.checkStrength(handle: name)
    let session = try found(name, passphrase)
    let declined = Result { if noRecovery { try session.declineRecovery() } }
    // Whatever becomes of the shares, the vault is made, and its fingerprint must be seen.
    let made = Result { try makeRecovery(session, place) }
    try show(
      name, fingerprint: try session.cardFingerprint(),
      recovery: (try? made.get())?.document, place)
    try declined.get()
    if let (_, member) = try made.get(), let place {
      try RecoveryMaker(place: place, output: global.output).notes(member, session)
    } else if !noRecovery {
      global.output.note(
        "Without a recovery a lost passphrase is lost for good. Shares on paper: evault recovery create"
      )
    }
  }

  private func makeRecovery(
    _ session: Session, _ place: PageOptions.Destination?
  ) throws -> (document: RecoveryMaker.Document, member: RecoveryMember)? {
    guard let recovery, let place else { return nil }
    return try RecoveryMaker(place: place, output: global.output)
      .make(session, recovery, Role.assignable)
  }

  private func found(_ name: String, _ passphrase: borrowing Passphrase) throws -> Session {
    try Vault.create(
      handle: name, passphrase: passphrase, parameters: kdf.parameters, pins: GlobalOptions.pins()
    ) { contents in
      try SQLiteStore(creating: path, contents: contents)
    }
  }

  static func refuseExisting(_ path: String) throws {
    do throws(Failure) {
      try ConfidentialOutput.refuseExisting(path.hasSuffix("/") ? String(path.dropLast()) : path)
    } catch {
      if error.message.text == Failure(FileError.exists).message.text {
        throw StoreError.exists
      }
      throw Failure(
        .inputOutput, "There is no directory to make the vault in.", next: "Make it first.")
    }
  }

  private func warnAboutSwap() {
    guard let bytes = try? ExistingFile.read(at: "/proc/swaps", limit: 1 << 16) else { return }
    let devices = ProcessHardening.unprotectedSwap(String(decoding: bytes, as: UTF8.self))
    guard !devices.isEmpty else { return }
    global.output.warn(
      "Swap that is not known to be encrypted is on (\(devices.joined(separator: ", "))): what you read could be written there. Encrypt it, or turn it off with swapoff -a."
    )
  }

  private func show(
    _ name: String, fingerprint: String, recovery: RecoveryMaker.Document?,
    _ place: PageOptions.Destination?
  ) throws {
    struct Document: Encodable {
      let vault: String
      let member: String
      let roles: [String]
      let fingerprint: String
      let recovery: RecoveryMaker.Document?
    }
    let roles = Role.allCases.map(\.word)
    try global.output.result(
      Document(
        vault: path, member: name, roles: roles, fingerprint: fingerprint, recovery: recovery)
    ) {
      let text: ScreenText = """
        The vault is in \(path). Its fingerprint is

          \(fingerprint)

        Write it down: newcomers compare it aloud before they trust the vault.

        """
      guard let recovery, let place else { return text.text }
      let maker = RecoveryMaker(place: place, output: global.output)
      return place.beside(text.text) + maker.text(recovery)
    }
    global.output.note(
      """
      You, \(name), hold every role: steward, intake, editor, researcher, custodian and auditor.
      To split them, on the other person's own account:
        evault member request NAME --vault \(path)
      then, after comparing fingerprints aloud, on yours:
        evault member admit NAME --roles custodian,auditor
        evault role revoke \(name) auditor
      """)
  }
}
