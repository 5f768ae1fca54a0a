import ArgumentParser
import EvidenceVault
import Sealing

struct RecoveryCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery",
    abstract: "Paper shares, some of which together admit a new member.",
    subcommands: [RecoveryCreate.self, RecoveryUse.self, RecoveryDrill.self])
}

struct RecoveryCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make a recovery: a member whose passphrase is in shares on paper (steward).",
    discussion: """
      Shows each share as \(RecoveryShare.wordCount) words, a page each. Less than the needed number tells nothing. Shares are \
      shown at the terminal, or go through a pipe to a printer with --output -; never into a file. \
      The recovery is made when you have said that all are on paper.

      Whoever brings enough shares together can do what its roles can. An older recovery stays until \
      you take it out: evault member remove recovery-…

      Example:
        evault recovery create 2/3 --as river
      """)

  @Argument(
    help: ArgumentHelp("How many shares open, and how many there are.", valueName: "m/n"))
  var terms = ShareTerms(threshold: 2, count: 3)

  @Option(
    help: ArgumentHelp(
      "What the recovery may do, with commas between; all roles when absent.",
      valueName: "role,role"))
  var roles: RoleList?

  @OptionGroup var pages: PageOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let maker = RecoveryMaker(place: try pages.destination(), output: global.output)
    let session = try global.unlock()
    let (document, member) = try maker.make(session, terms, roles?.roles ?? Role.assignable)
    try global.output.result(document) { maker.text(document) }
    try maker.notes(member, session)
  }
}

struct RecoveryUse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "use",
    abstract: "Admit a new member with the shares of a recovery.",
    discussion: """
      Reads as many shares as the recovery needs, at the terminal or with --shares. NAME is the new \
      member, who sits here and sets a passphrase; nobody's old name. The new member gets every role \
      of the recovery. No other member is needed; it is logged.

      Example:
        evault recovery use stone --vault /srv/vault
      """)

  @Argument(help: ArgumentHelp("What the new member will be called.", valueName: "name"))
  var name: String

  @OptionGroup var files: ShareFileOptions
  @OptionGroup var new: NewPassphraseOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    guard Handle.isValid(name) else { throw InputFault.handle }
    let store = try global.openStore()
    try GlobalOptions.checkState()
    let shares = try ShareInput(options: files).read()
    let session = try global.accepting { accepted in
      try Vault.unlock(
        store, shares: shares, pins: GlobalOptions.pins(), acceptingRestore: accepted)
    }
    let passphrase = try global.readNewPassphrase(of: name, new, orAsUsual: true)
    let member = try session.recover(as: name, passphrase: passphrase)
    struct Document: Encodable {
      let member: String
      let recovery: String
      let roles: [String]
      let waiting: [String]
    }
    try global.output.result(
      Document(
        member: name, recovery: session.handle, roles: member.roles.map(\.word),
        waiting: member.waiting.map(\.word))
    ) {
      let text: ScreenText = "\(name) is a member with \(member.roles.words).\n"
      return text.text
    }
    try PendingNote(
      pending: member.pending, member: name, session: session
    ).show(global.output)
    global.output.note(
      """
      These shares were together once, and still open. Make new ones, then take the old ones out, as \(name):
        evault recovery create
        evault member remove \(session.handle)
      If a passphrase was lost, take out its member, too: evault member remove NAME
      """)
  }
}

struct RecoveryDrill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "See whether the shares of a recovery still open the vault.",
    discussion: """
      Reads as many shares as the recovery needs, as recovery use does. Opens its keys and no record, \
      shows which roles they are of, and admits nobody; it is logged. Exit code 3 when a role is \
      missing.

      Example:
        evault recovery drill --vault /srv/vault
      """)

  @OptionGroup var files: ShareFileOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let store = try global.openStore()
    try GlobalOptions.checkState()
    let shares = try ShareInput(options: files).read()
    let session = try global.accepting { accepted in
      try Vault.unlock(
        store, shares: shares, pins: GlobalOptions.pins(), acceptingRestore: accepted)
    }
    let drilled = try session.drillRecovery()
    struct Document: Encodable {
      let recovery: String
      let roles: [String]
      let waiting: [String]
    }
    try global.output.result(
      Document(
        recovery: drilled.handle, roles: drilled.roles.map(\.word),
        waiting: drilled.waiting.map(\.word))
    ) {
      let text: ScreenText =
        "\(drilled.handle) opens: \(drilled.roles.words). Nobody was admitted.\n"
      return text.text
    }
    guard drilled.waiting.isEmpty else {
      throw Failure(
        .refused, "The recovery does not open \(drilled.waiting.words).",
        next: "A holder gives it the keys: evault role grant \(drilled.handle) ROLE")
    }
  }
}
