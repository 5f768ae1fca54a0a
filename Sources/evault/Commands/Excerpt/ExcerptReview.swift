import ArgumentParser
import EvidenceVault
import Foundation
import Glibc
import Sealing

struct ExcerptReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Decide on what may identify somebody in a draft (custodian).",
    discussion: """
      At a terminal it walks through the findings that await a decision, one by one: keep, replace \
      by a label, generalise, suppress, or enter a new person into a source record. Each decision \
      is kept at once under your name, with a reason, sealed to the custodians. Elsewhere it lists \
      the findings (with --output), or decides by the options.

      The file of --decisions is a JSON list of objects with finding (its id in the list), action \
      (keep, replace, generalise, suppress or record), and what the action needs: source, relative \
      (a number from 1), words, relation.

      Examples:
        evault excerpt review E-4K7QM2 --as river
        evault excerpt review E-4K7QM2 --json --output - --as river
        evault excerpt review E-4K7QM2 --keep kinship --suppress phone --reason - --as river
      """)

  @Argument(help: ArgumentHelp("The excerpt's code.", valueName: "code"))
  var excerpt: ExcerptCode

  @Option(
    help: ArgumentHelp("Keep the open findings of a kind; may be repeated.", valueName: "kind"))
  var keep: [FindingKindName] = []

  @Option(
    help: ArgumentHelp("Suppress the open findings of a kind; may be repeated.", valueName: "kind"))
  var suppress: [FindingKindName] = []

  @Option(
    help: ArgumentHelp("Decide as a JSON file says, or - for standard input.", valueName: "file"),
    completion: .file())
  var decisions: String?

  @OptionGroup var reason: ReasonOption
  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  private var decides: Bool { !keep.isEmpty || !suppress.isEmpty || decisions != nil }

  func validate() throws {
    if decisions == "-", reason.reason == "-" {
      throw ValidationError("--decisions - and --reason - both want standard input.")
    }
    if let kind = keep.first(where: { kept in suppress.contains { $0.word == kept.word } }) {
      throw ValidationError("\(kind.word) cannot be kept and suppressed.")
    }
  }

  func run() throws {
    if decides { return try decide() }
    let walks =
      confidential.output == nil && !global.json && Ask.isPossible
      && Terminal.isTerminal(STDOUT_FILENO)
    let place = walks ? .terminal : try confidential.checkedDestination()
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let findings = try session.findings(in: excerpt.code, by: custodian)
    if walks, findings.contains(where: \.isOpen) {
      var walk = ReviewWalk(excerpt: excerpt.code, session: session, output: global.output)
      return try walk.run()
    }
    try place.show(["findings": findings], global.output) {
      FindingsAdvice(findings: findings).text(for: place)
    }
  }

  /// Decides without a terminal.
  private func decide() throws {
    let listed = try decisions.map {
      try DecisionFile(try InputFile($0, limit: DecisionFile.limit)).rulings
    }
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why?")
    var rulings = listed ?? [:]
    for finding in try session.findings(in: excerpt.code, by: custodian)
    where finding.isOpen && rulings[finding.id] == nil {
      if keep.contains(where: { $0.word == finding.kind }) { rulings[finding.id] = .keep }
      if suppress.contains(where: { $0.word == finding.kind }) { rulings[finding.id] = .suppress }
    }
    if !rulings.isEmpty {
      try session.decide(rulings, in: excerpt.code, reason: reason, by: custodian)
    }
    let open = try session.findings(in: excerpt.code, by: custodian).count(where: \.isOpen)
    struct Document: Encodable {
      let excerpt: Code
      let decided: Int
      let open: Int
    }
    try global.output.result(
      Document(excerpt: excerpt.code, decided: rulings.count, open: open)
    ) {
      "\(rulings.count) decided, \(open) open.\n"
    }
  }
}

/// A kind of finding, as a person types it.
struct FindingKindName: ExpressibleByArgument {
  let word: String

  init?(argument: String) {
    let word = argument.replacing("-", with: "_")
    guard ExcerptFinding.kinds.contains(word) else { return nil }
    self.word = word
  }

  static let allValueStrings = ExcerptFinding.kinds
  static let defaultCompletionKind = CompletionKind.list(allValueStrings)
}
