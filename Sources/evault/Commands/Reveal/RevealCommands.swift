import ArgumentParser
import EvidenceVault

struct RevealCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reveal",
    abstract: "Ask who a label of an export stands for, and decide on such questions.",
    discussion: """
      evault reveal E LABEL asks (editor). A custodian answers or refuses; the answer is sealed to the \
      asker alone. Question, decision and every reading are in the custody log.
      """,
    subcommands: [
      RevealAsk.self, RevealList.self, RevealAnswer.self, RevealRefuse.self, RevealShow.self,
    ],
    defaultSubcommand: RevealAsk.self)
}

struct RevealAsk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask who a label of an approved excerpt stands for (editor).",
    discussion: """
      LABEL is what stands in the export, such as "defector A", "the father of defector A" or \
      탈북민 A씨: no name. The reason is asked for, or read from standard input with --reason -; write no \
      name into it: custodians, auditors and other editors see it.

      Example:
        evault reveal E-4K7QM2 "defector A" --as anna
        evault reveal show R-4K7QM2 --as anna
      """)

  @Argument(help: ArgumentHelp("The excerpt's code.", valueName: "excerpt"))
  var excerpt: ExcerptCode

  @Argument(help: ArgumentHelp("What stands in the export for the person.", valueName: "label"))
  var label: [String]

  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !label.isEmpty else { throw ValidationError("Missing expected argument '<label>'") }
  }

  func run() throws {
    let session = try global.unlock()
    let editor = try session.permit(EditorRole.self)
    let why = try ConfidentialInput.words(
      reason.reason, prompt: "Why must you know, without names? ")
    let code: Code
    do {
      code = try session.ask(
        label.joined(separator: " "), in: excerpt.code, reason: why, by: editor)
    } catch {
      guard error == .notFound else { throw error }
      throw Failure(
        .notFound, "No approved excerpt has the code \(excerpt.code.text).",
        next: "evault excerpt list shows them.")
    }
    let custodians = try session.roleList().first { $0.role == .custodian }?.members ?? []
    struct Document: Encodable {
      let question: Code
      let status: RevealStatus
      let custodians: [String]
    }
    try global.output.result(Document(question: code, status: .waiting, custodians: custodians)) {
      "\(code)\n"
    }
    global.output.note(
      "A custodian (\(custodians.joined(separator: ", "))) decides: evault reveal answer \(code.text)\nThen you read it: evault reveal show \(code.text)"
    )
  }
}

struct RevealList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the questions: your own, or all of them (custodian).",
    discussion: """
      Example:
        evault reveal list --as river
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let questions = try session.questions(by: try session.permit(EditorRole.self))
    try global.output.result(["questions": questions]) {
      guard !questions.isEmpty else { return "There are no questions.\n" }
      var table = Table("CODE", "STATE", "ASKED", "BY", "EXCERPT", "LABEL")
      for question in questions {
        table.add(
          "\(question.code.text)", "\(question.status.rawValue)",
          "\(String(question.asked.prefix(10)))", "\(question.by)", "\(question.excerpt.text)",
          "\(question.label)")
      }
      return table.rendered(for: global.output)
    }
  }
}

struct RevealShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Read what became of your question (editor).",
    discussion: """
      The answer is confidential: into a pipe or file it goes with --output only. Every reading is \
      logged. Nobody else can open it.

      Example:
        evault reveal show R-4K7QM2 --as anna
      """)

  @Argument(help: ArgumentHelp("The question's code.", valueName: "code"))
  var question: RevealCode

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let (question, person) = try session.revealed(
      question.code, by: try session.permit(EditorRole.self))
    struct Document: Encodable {
      let question: RevealSummary
      let reason: String
      let decider: String?
      let decision: String?
      let person: RevealedPerson?
    }
    let document = Document(
      question: question.summary, reason: question.reason, decider: question.decider,
      decision: question.decision, person: person)
    try place.show(document, global.output) { RevealText.of(question, person) }
  }
}

/// A question and its answer as text.
enum RevealText {
  static func of(_ question: RevealQuestion, _ person: RevealedPerson?) -> String {
    let summary = question.summary
    var lines = [
      "\(summary.code) · \(summary.by) asks who \(summary.label) in \(summary.excerpt) is",
      "because: \(question.reason)",
    ]
    if let decider = question.decider {
      let why = question.decision.flatMap { $0.isEmpty ? nil : ": \($0)" } ?? ""
      lines.append("\(summary.status.rawValue) by \(decider)\(why)")
    } else {
      lines.append("No custodian has decided yet.")
    }
    if let person {
      let names =
        person.names.isEmpty ? "(no name is recorded)" : person.names.joined(separator: " / ")
      let who = person.relation.map { "\($0) of \(person.source)" } ?? "\(person.source)"
      lines += ["", "\(names) (\(who))"]
      if person.changedSince { lines.append(changed) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let changed = """
    The records or the policy have changed since it was approved: read what left before relying on \
    this.
    """
}
