import ArgumentParser
import EvidenceVault

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Find what could cost the vault its secrets or its records.",
    discussion: """
      Looks at members and roles, the inbox, what departures have left, and at this machine: swap, \
      permissions, file system. Each finding comes with the command that mends it. --what-if says what \
      would be lost with the keys of a member. Opens nothing and changes nothing. Exit code 0 when \
      there is nothing to mend, 3 otherwise.

      Example:
        evault doctor --what-if stone --as river
      """)

  @Option(help: ArgumentHelp("What would be lost with this member's keys.", valueName: "name"))
  var whatIf: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    if let whatIf { return try LossText(loss: try session.loss(of: whatIf)).show(global.output) }
    let found =
      try session.weaknesses().map { DoctorFinding($0) }
      + MachineFindings(global: global).all()
    struct Document: Encodable {
      let findings: [DoctorFinding]
    }
    try global.output.result(Document(findings: found)) {
      guard !found.isEmpty else { return "Nothing to mend.\n" }
      var table = Table("FINDING", "MEND IT WITH")
      for finding in found { table.add("\(finding.what)", "\(finding.mend)") }
      return table.rendered(for: global.output)
    }
    guard found.isEmpty else {
      throw Failure(
        .refused, "\(found.count) finding\(found.count == 1 ? "" : "s").",
        next: "NAME is a member of your choice; write the rest as it stands.")
    }
  }
}

/// Something to mend, in words.
struct DoctorFinding: Encodable {
  /// A word for programs.
  let finding: String
  let what: String
  /// The command that mends it.
  let mend: String

  init(_ finding: String, _ what: String, mend: String) {
    self.finding = finding
    self.what = what
    self.mend = mend
  }

  init(_ weakness: Weakness) {
    switch weakness {
    case .oneSteward(let handle):
      self.init(
        "one-steward", "Only \(handle) can admit and remove members.",
        mend: "evault role grant NAME steward")
    case .oneHolder(let role, let handle):
      self.init(
        "one-holder", "Only \(handle) holds the keys of \(role.word).",
        mend: "evault role grant NAME \(role.word)")
    case .noRecovery:
      self.init(
        "no-recovery", "There is no recovery: what a forgotten passphrase opened is lost with it.",
        mend: "evault recovery create 2/3")
    case .closed(let role, let holders):
      self.init(
        "closed-role", "\(role.word) has no new keys yet since a departure.",
        mend: "evault role list --as \(holders.joined(separator: "|"))")
    case .keysAwaited(let handle, let role, let holders):
      self.init(
        "keys-awaited", "\(handle) waits for the keys of \(role.word).",
        mend: "evault role grant \(handle) \(role.word) --as \(holders.joined(separator: "|"))")
    case .requestWaiting(let handle, let count):
      self.init(
        "request-waiting",
        count == 1
          ? "\(handle) asks to be admitted." : "\(count) requests ask to be admitted as \(handle).",
        mend: "evault member admit \(handle) --roles ROLE, or evault member refuse \(handle)")
    case .dropsWaiting(let count, let since):
      self.init(
        "drops-waiting",
        count == 1
          ? "A drop waits in the inbox since \(since)."
          : "\(count) drops wait in the inbox, the oldest since \(since).",
        mend: "evault intake list")
    case .silent(let handle, let since):
      self.init(
        "silent-member", "\(handle) has done nothing since \(since).",
        mend: "evault member remove \(handle)")
    case .keptKeys(let count, let members):
      self.init(
        "kept-keys",
        "\(count) records are under keys that may have been kept: \(members.joined(separator: ", ")).",
        mend: "evault rotate records")
    case .cheapPassphrases:
      self.init(
        "cheap-passphrases",
        "Guessing a passphrase costs the least that a vault may ask for; a key file makes it hopeless.",
        mend: "evault passphrase key-file FILE, then evault passphrase change --new-key-file FILE")
    }
  }
}
