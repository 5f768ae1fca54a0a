import ArgumentParser
import EvidenceVault

struct ExcerptCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "excerpt", abstract: "Draft, read, approve and refuse excerpts.",
    subcommands: [
      ExcerptCreate.self, ExcerptListCommand.self, ExcerptShow.self, ExcerptReview.self,
      ExcerptRisk.self, ExcerptApprove.self, ExcerptRefuse.self,
    ])
}

/// For whom, under what and how much of a text.
struct ExcerptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("For whom it is: desk, public, …", valueName: "name"),
    completion: .list(["desk", "public", "court"]))
  var audience: String?

  @Option(
    help: ArgumentHelp("What happens to each kind of identifier.", valueName: "name"))
  var policy: PolicyName?

  @Option(
    help: ArgumentHelp("Which sentences, such as 3-7,9; all when absent.", valueName: "numbers"))
  var sentences: String?

  func demanded() throws -> (audience: String, policy: String) {
    guard let audience else {
      throw ValidationError("Missing expected argument '--audience <name>'")
    }
    guard let policy else { throw ValidationError("Missing expected argument '--policy <name>'") }
    return (audience, policy.name)
  }
}

struct ExcerptCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Draft an excerpt of a testimony (researcher).",
    discussion: """
      A custodian must approve it before an editor can have it.

      Example:
        evault excerpt create T-4K7QM2 --audience desk --policy editor --sentences 3-7
      """)

  @Argument(help: ArgumentHelp("The testimony's code.", valueName: "code"))
  var testimony: TestimonyCode

  @OptionGroup var excerpt: ExcerptOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try excerpt.demanded() }

  func run() throws {
    let (audience, policy) = try excerpt.demanded()
    let session = try global.unlock()
    let code = try session.draftExcerpt(
      of: testimony.code, audience: audience, policy: policy, selection: excerpt.sentences,
      by: try session.permit(ResearcherRole.self))
    try Drafted(code: code, session: session).show(global.output)
  }
}

/// The end of a command that drafted: the code, and whom to ask.
struct Drafted {
  let code: Code
  let session: Session

  func show(_ output: Output) throws {
    let custodians = try session.roleList().first { $0.role == .custodian }?.members ?? []
    struct Document: Encodable {
      let excerpt: Code
      let status: ExcerptStatus
      let custodians: [String]
    }
    try output.result(Document(excerpt: code, status: .draft, custodians: custodians)) {
      "\(code)\n"
    }
    let open = try openFindings()
    guard open == 0 else {
      return output.note(
        "A draft. Review it first: \(open) finding\(open == 1 ? " is" : "s are") open, run evault excerpt review \(code.text)"
      )
    }
    output.note(
      "A draft. A custodian (\(custodians.joined(separator: ", "))) decides: evault excerpt approve \(code.text)"
    )
  }

  /// How many findings await a decision; a custodian's program alone can tell.
  private func openFindings() throws -> Int {
    guard session.roles.contains(.custodian) else { return 0 }
    return try session.findings(in: code, by: try session.permit(CustodianRole.self))
      .count(where: \.isOpen)
  }
}

struct ExcerptApprove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve an excerpt: redact, screen and release it to the editors (custodian).",
    discussion: """
      What the screen or the source's consent stands against is refused (exit 3) and shown with its \
      place. A reason is asked for, screened too, and seen by researchers. Where the consent has a \
      first or last day, you are asked whether the date of this machine is right.

      A draft with findings that await a decision is not approved: evault excerpt review decides \
      them. Where the policy wants two custodians, the first one's approval is kept, and the second \
      one's releases the draft if the words are still the same. The description and the conditions \
      that the source agreed to are shown at the terminal, beside what labels will say.

      Example:
        evault excerpt approve E-4K7QM2 --conditions-met --as river
        evault excerpt approve E-4K7QM2 --confirm-date 2026-11-21 --as river
      """)

  @Argument(help: ArgumentHelp("The excerpt's code.", valueName: "code"))
  var excerpt: ExcerptCode

  @Flag(help: "You declare every condition of the source's consent met.")
  var conditionsMet = false

  @OptionGroup var day: DateOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    if Ask.isPossible {
      // Before anything is asked: with an open finding all answers would be for nothing.
      let open = try session.findings(in: excerpt.code, by: custodian).count(where: \.isOpen)
      guard open == 0 else { throw VaultError.refused(.findingsOpen(open, excerpt.code)) }
    }
    try AgreementAdvice.showAtTerminal(excerpt.code, session, custodian, global.output)
    let reason = try reason.text("Why is it approved?")
    let approval = try day.asking { date in
      try session.approve(
        excerpt.code, conditionsMet: conditionsMet, date: date, reason: reason, by: custodian)
    }
    struct Document: Encodable {
      let excerpt: Code
      let status: ExcerptStatus
      /// How many more custodians must approve.
      let approvalsMissing: Int
    }
    let isApproved = approval == .approved
    let document = Document(
      excerpt: excerpt.code, status: isApproved ? .approved : .draft,
      approvalsMissing: isApproved ? 0 : 1)
    try global.output.result(document) {
      isApproved
        ? "\(excerpt.code) is approved.\n"
        : "\(excerpt.code): your approval is kept. Another custodian must approve it, too.\n"
    }
    global.output.note(
      isApproved
        ? "An editor runs: evault export \(excerpt.code.text)"
        : "The other custodian runs: evault excerpt approve \(excerpt.code.text)")
  }
}

struct ExcerptRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: "Refuse an excerpt (custodian).",
    discussion: """
      The reason is asked for, or read from standard input with --reason -; researchers and \
      auditors see it. One that names somebody whom the vault knows is refused.

      Example:
        evault excerpt refuse E-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The excerpt's code.", valueName: "code"))
  var excerpt: ExcerptCode

  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why is it refused, without names?")
    try session.refuseExcerpt(excerpt.code, reason: reason, by: custodian)
    try global.output.result(["excerpt": excerpt.code.text, "status": "refused"]) {
      "\(excerpt.code) is refused.\n"
    }
  }
}
