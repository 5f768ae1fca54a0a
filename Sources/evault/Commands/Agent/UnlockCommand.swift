import ArgumentParser
import EvidenceVault
import Foundation
import Sealing
import Storage

struct UnlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock",
    abstract: "Keep your keys unlocked for a while, so that commands ask for no passphrase.",
    discussion: """
      Starts a process that holds your keys in locked memory and lends them to your own programs, \
      through a socket in XDG_RUNTIME_DIR. It ends at evault lock, when the time is over, after the \
      machine has slept, and when this login session ends. Until then whoever sits at this machine \
      is you. It is logged.

      Example:
        evault unlock --for 15m --as river
      """)

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("How long in all: 90s, 15m, 2h; at most 12h.", valueName: "span"))
  var total = TimeSpan(seconds: 900)

  @Option(
    help: ArgumentHelp(
      "How long without a command; 5m when absent.", valueName: "span"))
  var idle: TimeSpan?

  @Flag(help: "Say whether keys are unlocked, and change nothing. Exit code 4 when they are not.")
  var status = false

  @OptionGroup var global: GlobalOptions

  struct Document: Encodable {
    let member: String
    let seconds: UInt32
    let idle: UInt32
  }

  func run() throws {
    let name = try global.memberName()
    let store = try global.openStore()
    if status { return try showStatus(of: name, store) }
    // Before the passphrase is asked for.
    _ = try AgentAccess.place()
    let idle = min(idle?.seconds ?? 300, total.seconds)
    let session = try global.unlockByPassphrase(store, name)
    try session.startAgent(total: total.seconds, idle: idle)
    try show(name, total.seconds, idle)
    global.output.note("evault lock ends it. Run it before you leave the machine or let it sleep.")
  }

  private func showStatus(of name: String, _ store: any VaultStore) throws {
    let agent = try Vault.agentName(store, handle: name)
    var held: AgentClient.Status?
    do throws(AgentError) { held = try AgentClient.status(at: AgentAccess.place(), agent) } catch {
      // Without a runtime directory nothing can be unlocked.
      guard error == .noRuntimeDirectory else { throw error }
    }
    guard let held else {
      throw Failure(
        .locked, "The keys of \(name) are not unlocked here.", next: "evault unlock does so.")
    }
    try show(name, held.left, held.idle)
  }

  private func show(_ name: String, _ left: UInt32, _ idle: UInt32) throws {
    try global.output.result(Document(member: name, seconds: left, idle: idle)) {
      let pause: ScreenText =
        idle < left ? ", or \(TimeSpan.words(idle)) without a command" : ""
      let text: ScreenText =
        "The keys of \(name) are unlocked for \(TimeSpan.words(left))\(pause).\n"
      return text.text
    }
  }
}

struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "End everything that evault unlock began, for all vaults.",
    discussion: """
      The keys are gone when the command returns. Needs neither vault nor passphrase.

      Example:
        evault lock
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    struct Document: Encodable { let locked: Int }
    let count: Int
    do throws(AgentError) { count = try AgentClient.lockAll(at: AgentAccess.place()) } catch {
      // Without a runtime directory there is nothing to lock.
      guard error == .noRuntimeDirectory else { throw error }
      return try show(Document(locked: 0), 0)
    }
    try show(Document(locked: count), count)
  }

  private func show(_ document: some Encodable, _ count: Int) throws {
    try global.output.result(document) {
      count == 0 ? "Nothing was unlocked.\n" : "Locked.\n"
    }
  }
}

/// What `evault unlock` starts. It has no use by hand.
struct AgentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: AgentProcess.command, abstract: "Hold keys, for evault unlock.",
    shouldDisplay: false)

  func run() throws {
    try AgentProcess.run(runtime: ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"])
  }
}
