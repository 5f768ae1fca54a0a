import ArgumentParser
import SQLiteStore

struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Bring a vault of an older format to this program's.",
    discussion: """
      One transaction: killed at any moment, the vault is as before or done. --dry-run does all of it, \
      checks the result, and takes it back. No passphrase is needed, because nothing is opened: sealed \
      contents stay as they are. Afterwards run evault check. Older programs do not open the vault then.

      Example:
        evault upgrade --dry-run
      """)

  @Flag(help: "Say what would be done, and change nothing.")
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let done = try SQLiteStore.upgrade(at: try global.vaultPath(), dryRun: dryRun)
    struct Document: Encodable {
      let from: Int
      let to: Int
      let rows: Int
      let dryRun: Bool
    }
    try global.output.result(
      Document(from: done.from, to: done.to, rows: done.rowsAfter, dryRun: dryRun)
    ) {
      guard done.isNeeded else { return "The vault has format \(done.to), the newest.\n" }
      let verb = dryRun ? "can be" : "was"
      return
        "The vault \(verb) brought from format \(done.from) to \(done.to): \(done.rowsBefore) rows before, \(done.rowsAfter) after.\n"
    }
  }
}
