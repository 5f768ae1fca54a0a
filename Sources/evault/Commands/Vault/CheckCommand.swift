import ArgumentParser
import EvidenceVault

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify everything that you can open, from the first entry on.",
    discussion: """
      Checks every signature of roster and log, and that each record whose role you hold is there \
      and opens; for custodians also the whole file of each attachment. Prints counts and codes, never \
      content; changes nothing. Exit code 5 when something is wrong. UNREADABLE counts drops and log \
      details that their writers left so that nobody can read them. Files that belong to no attachment \
      are named; --repair moves them into the directory aside/ of the vault and deletes nothing.

      Example:
        evault check --as river
      """)

  @Flag(help: "Move files that belong to no attachment out of the way (custodian).")
  var repair = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let quiet = global.quiet || global.json
    let watched = Progress("Verifying the log", quiet: quiet)
    let log = try session.verifyLogFromGenesis(progress: watched.advance)
    watched.finish()
    // Only in a vault whose log is whole: what no record names is moved, so the records must be right.
    let setAside = repair ? try session.setAsideOrphans(by: session.permit(CustodianRole.self)) : []
    let bar = Progress("Opening records", quiet: quiet)
    let kinds = try session.check(progress: bar.advance)
    bar.finish()
    let objects = try ObjectReport(session, setAside: setAside, quiet: quiet)
    let damaged = kinds.reduce(0) { $0 + $1.damaged }
    let unreadable = kinds.reduce(0) { $0 + $1.unreadable }
    struct Document: Encodable {
      struct Kind: Encodable {
        let kind: String
        let records: Int
        let damaged: Int
        let unreadable: Int
      }
      let entries: UInt64
      let head: String
      let records: [Kind]
      let damaged: Int
      let unreadable: Int
      /// Absent for who is no custodian.
      let sealedFiles: ObjectReport.Document?
    }
    let document = Document(
      entries: log.entries, head: log.head,
      records: kinds.map {
        .init(
          kind: $0.kind, records: $0.records, damaged: $0.damaged, unreadable: $0.unreadable)
      }, damaged: damaged, unreadable: unreadable,
      sealedFiles: objects.document)
    try global.output.result(document) {
      var text = "Roster and log are whole: \(log.entries) entries.\n"
      guard !kinds.isEmpty else { return text + "You hold no role that opens records.\n" }
      var table = Table("RECORDS", "COUNT", "DAMAGED", "UNREADABLE")
      for kind in kinds {
        table.add(
          "\(kind.kind)", "\(kind.records)", "\(kind.damaged)", "\(kind.unreadable)")
      }
      text += table.rendered(for: global.output)
      return text + objects.text
    }
    if unreadable > 0 {
      global.output.warn(
        "\(unreadable) drops or log details cannot be read. evault intake list and evault log show say who logged them."
      )
    }
    guard damaged == 0 else {
      throw Failure(
        .integrity, "\(damaged) records are missing, changed, or have lost their keys.",
        next: "Change nothing in the vault's directory; keep a copy of it, and tell the others.")
    }
    try objects.complain(global.output)
    try kinds.flatMap { [Unreadable](repeating: .key, count: $0.keyless) }
      .checkKeys("drop or log detail")
  }
}
