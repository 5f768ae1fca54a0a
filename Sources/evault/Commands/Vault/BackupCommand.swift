import ArgumentParser
import EvidenceVault
import SQLiteStore
import Sealing
import Storage

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write the whole vault into one new file (any member).",
    discussion: """
      The file has everything as one moment had it, though others may work meanwhile, and as sealed as \
      the vault: whoever finds it needs a member's passphrase. Before it gets its name it is opened, \
      verified to its newest log entry, and read again. It must be on a disk of this machine, such as a \
      USB stick; copy it elsewhere from there.

      What is erased later is in it still: destroy old backups with it. What to do with it when the \
      vault is lost: evault restore --help

      Example:
        evault backup /media/stick/vault.backup --as river
      """)

  @Argument(help: ArgumentHelp("The file to write; it must not be there.", valueName: "file"))
  var file: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    guard file != "-" else {
      throw Failure(
        .usage, "A backup is a file on a disk: it is read again before it counts.",
        next: "Give the path of a new file.")
    }
    try ConfidentialOutput.refuseExisting(file)
    let store = try global.openStore()
    let session = try global.unlock()
    let bar = ByteProgress("Reading the backup again", quiet: global.quiet || global.json)
    defer { bar.finish() }
    let database = CopiedStore {
      try store.copy(into: $0)
    } open: {
      try SQLiteStore(opening: $0)
    } isWhole: {
      try ($0 as? SQLiteStore)?.isWhole() ?? true
    }
    let made: BackupMade
    do {
      made = try session.backUp(
        to: file, database, objects: try global.vaultPath() + "/objects"
      ) { bar.advance(to: Int($0), of: Int($1)) }
    } catch VaultError.storage(let error) {
      throw Self.failure(error)
    }
    bar.finish()
    struct Document: Encodable {
      let file: String
      let bytes: UInt64
      let entries: UInt64
      let head: String
      let attachments: Int
      let damaged: Int
    }
    try global.output.result(
      Document(
        file: file, bytes: made.size, entries: made.entries, head: made.head,
        attachments: made.objects, damaged: made.damaged)
    ) {
      let text: ScreenText =
        "The backup is in \(file): \(made.entries) log entries, \(made.size / 1024) KiB.\n"
      return text.text
    }
    global.output.note("It opens with the passphrases of today. Keep it apart from the vault.")
    guard made.damaged == 0 else {
      throw Failure(
        .integrity,
        "The backup was written, but \(made.damaged) records in the vault are missing or changed, and so they are in the backup.",
        next: "Keep older backups. evault check says more.")
    }
  }

  /// The store speaks of the vault; here its faults are about the file.
  private static func failure(_ error: StoreError) -> Failure {
    switch error {
    case .exists: Failure(FileError.exists)
    case .missing: Failure(.inputOutput, "There is no directory to write the backup in.")
    case .unsuitable:
      Failure(
        .inputOutput, "A backup cannot be made there.",
        next:
          "Write it to a local disk and copy it from there. If it is one: something in the vault's objects directory is no attachment."
      )
    case .conflict:
      Failure(
        .inputOutput, "Attachments got new keys or were erased meanwhile. No backup was made.",
        next: "Run it again.")
    default: Failure(error)
    }
  }
}
