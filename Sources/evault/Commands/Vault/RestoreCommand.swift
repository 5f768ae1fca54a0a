import ArgumentParser
import EvidenceVault
import SQLiteStore
import Sealing
import Storage

/// `ENTRIES:HEAD`, as `evault log verify` shows them.
struct SeenArgument: ExpressibleByArgument {
  let history: SeenHistory

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let entries = UInt64(parts[0]),
      let history = SeenHistory(entries: entries, head: String(parts[1]))
    else { return nil }
    self.history = history
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a vault of a backup, and sign what is lost (steward).",
    discussion: """
      FILE is checked byte by byte; the vault in it is verified from its first entry on, and every \
      record that you can open is opened. Then it is put into the new directory PATH, with a log entry \
      under your name that says which entries are lost: all those after the backup.

      Members whose devices have seen more refuse an older vault. They accept this one when you have \
      read them the fingerprint that is shown: evault check --accept-restore FINGERPRINT. If a device \
      has seen more than yours, give what evault log verify shows there: --seen ENTRIES:HEAD.

      What was undone by going back is not done again by itself: who was removed since the backup is a \
      member again, old passphrases open, and what was erased is there. The last lines say what to look \
      at.

      Example:
        evault restore /media/stick/vault.backup ~/vault --as river
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var file: String

  @Argument(
    help: ArgumentHelp("The directory to make.", valueName: "path"), completion: .directory)
  var path: String

  @Option(
    help: ArgumentHelp(
      "What another device has seen of the vault that is lost.", valueName: "entries:head"))
  var seen: SeenArgument?

  @Flag(help: "Restore although records in the backup are missing or changed.")
  var despiteDamage = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    guard !path.isEmpty else { throw ValidationError("The path is empty.") }
    let name = try global.memberName()
    try InitCommand.refuseExisting(path)
    try GlobalOptions.checkState()
    let backup = try Self.open(file)
    let quiet = global.quiet || global.json
    let passphrase = try global.readPassphrase(of: name)
    let bytes = ByteProgress("Reading the backup", quiet: quiet)
    let records = Progress("Opening records", quiet: quiet)
    var restored: RestoredVault?
    try SQLiteStore.place(at: path) { directory in
      defer {
        bytes.finish()
        records.finish()
      }
      try backup.extract(into: directory) { bytes.advance(to: Int($0), of: Int($1)) }
      bytes.finish()
      let store = try SQLiteStore(opening: directory)
      guard try store.isWhole() else { throw StoreError.damaged }
      restored = try Vault.restore(
        store, handle: name, passphrase: passphrase, pins: GlobalOptions.pins(),
        seen: seen?.history, despiteDamage: despiteDamage, progress: records.advance)
    }
    guard let restored else { return }
    // Whatever becomes of the pin, the vault is restored, and the fingerprint must be seen.
    let pinned = Result { try restored.keepPin() }
    try show(restored)
    try pinned.get()
  }

  private static func open(_ file: String) throws -> BackupFile {
    do throws(VaultError) {
      return try BackupFile(opening: file)
    } catch .storage(.missing) {
      throw Failure(.inputOutput, "There is no file \(file).")
    } catch .storage(.unsuitable) {
      throw Failure(.inputOutput, "\(file) is not a file that can be read.")
    } catch .storage(.newerFormat) {
      throw Failure(
        .badInput, "The backup was written by a newer evault.", next: "Use that version.")
    }
  }

  private func show(_ restored: RestoredVault) throws {
    struct Document: Encodable {
      let vault: String
      let fingerprint: String
      let keptEntries: UInt64
      /// How many entries the lost history had; absent where none is known to be lost.
      let lostFrom: UInt64?
      let lostTo: UInt64?
      let damaged: Int
      let members: [String]
    }
    let made = restored.declaration
    let loses = restored.losesEntries && made.lost > made.kept
    let document = Document(
      vault: path, fingerprint: made.fingerprint, keptEntries: made.kept,
      lostFrom: loses ? made.kept : nil, lostTo: loses ? made.lost - 1 : nil,
      damaged: restored.damaged, members: restored.members)
    try global.output.result(document) {
      let lost: ScreenText =
        if loses {
          "Lost are the log entries \(made.kept) to \(made.lost - 1), and what they did."
        } else if restored.losesEntries {
          "Lost is another history of the vault, which your device has seen."
        } else {
          "This device knows of nothing that is lost."
        }
      let text: ScreenText = """
        The vault is in \(path), with \(made.kept) log entries of the backup.
        \(lost)
        Read this to the others; they accept the restored vault with it:

          \(made.fingerprint)

        """
      return text.text
    }
    global.output.note(
      """
      Members of the backup: \(restored.members.joined(separator: ", ")). Who was removed since is one again: evault member remove NAME
      What was erased since is there again, and passphrases are those of that time. Then draw new keys: evault rotate role ROLE
      """)
    if restored.damaged > 0 {
      global.output.warn(
        "\(restored.damaged) records are missing or changed. evault check says which kinds.")
    }
  }
}
