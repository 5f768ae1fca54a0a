import ArgumentParser
import EvidenceVault
import Glibc
import Sealing

struct RevealAnswer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Look at a question, and tell the asker who it is (custodian).",
    discussion: """
      Shows the question and the person, asks whether the asker may know, and for a reason, which the \
      asker, other editors and auditors see. Names and the source's code are then sealed to the asker \
      alone. Without a terminal it only shows, with --output; --confirmed answers without showing.

      Who asked does not answer, as long as there is another custodian.

      Example:
        evault reveal answer R-4K7QM2 --as river
        evault reveal answer R-4K7QM2 --output - --as river
        evault reveal answer R-4K7QM2 --confirmed --reason - --as river
      """)

  @Argument(help: ArgumentHelp("The question's code.", valueName: "code"))
  var question: RevealCode

  @Flag(help: "You know who it is, and the asker may know.")
  var confirmed = false

  @OptionGroup var reason: ReasonOption
  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    if confirmed {
      let session = try global.unlock()
      let custodian = try session.permit(CustodianRole.self)
      let reason = try reason.text("Why may the asker know, without names?")
      try answer(session, custodian, reason)
    } else {
      try look(try confidential.checkedDestination())
    }
  }

  private func look(_ place: ConfidentialOutput.Destination) throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let candidate = try session.candidate(for: question.code, by: custodian)
    try show(candidate, place)
    if place == .terminal, Ask.isPossible, !global.output.json {
      guard try Ask.confirm("May \(candidate.question.summary.by) know this?") else {
        throw Failure(
          .refused, "Nothing was answered.",
          next: "To refuse it for good: evault reveal refuse \(question.code.text)")
      }
      try answer(session, custodian, try reason.text("Why, without names?"))
    } else {
      global.output.note(
        "Nothing was answered. If the asker may know: evault reveal answer \(question.code.text) --confirmed"
      )
    }
  }

  private func show(
    _ candidate: RevealCandidate, _ place: ConfidentialOutput.Destination
  ) throws {
    let person = try person(candidate)
    struct Document: Encodable {
      let question: RevealSummary
      let reason: String
      let person: RevealedPerson
    }
    let document = Document(
      question: candidate.question.summary, reason: candidate.question.reason, person: person)
    try place.show(document, global.output) { RevealText.of(candidate.question, person) }
  }

  private func answer(
    _ session: Session, _ custodian: borrowing Permit<CustodianRole>, _ reason: String
  ) throws {
    do {
      try session.answer(question.code, reason: reason, by: custodian)
    } catch {
      guard error == .notFound else { throw error }
      throw Self.unresolved("Nobody, or more than one person, could be meant by the label")
    }
    try global.output.result(["question": question.code.text, "status": "answered"]) {
      "\(question.code) is answered, to the asker alone.\n"
    }
  }

  private func person(_ candidate: RevealCandidate) throws -> RevealedPerson {
    switch candidate.finding {
    case .person(let person): return person
    case .nobody:
      throw Self.unresolved("Nobody in \(candidate.question.summary.excerpt.text) has the label")
    case .several:
      throw Self.unresolved("More than one person could be meant by the label")
    }
  }

  private static func unresolved(_ what: ScreenText) -> Failure {
    Failure(
      .notFound, "\(what), or there is no such question. Nothing was answered.",
      next:
        "evault reveal list shows the question. Refuse it with evault reveal refuse R, and tell the asker to give the label exactly as it stands in the export."
    )
  }
}

struct RevealRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: "Refuse a question (custodian).",
    discussion: """
      The reason is asked for, or read from standard input with --reason -; the asker, other editors \
      and auditors see it.

      Example:
        evault reveal refuse R-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The question's code.", valueName: "code"))
  var question: RevealCode

  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why is it refused, without names?")
    try session.refuseReveal(question.code, reason: reason, by: custodian)
    try global.output.result(["question": question.code.text, "status": "refused"]) {
      "\(question.code) is refused.\n"
    }
  }
}
