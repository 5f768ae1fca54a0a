import ArgumentParser
import EvidenceVault

struct TestimonyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Read a testimony without names (researcher), or as handed in (custodian).",
    discussion: """
      Sentences are numbered for evault excerpt create --sentences. The letters of labels are those \
      of the working copy; a release has its audience's. --original shows the text with \
      all names; the log keeps that, and the reason. In a file the original is byte for byte what \
      was handed in after the front matter.

      Example:
        evault testimony show T-4K7QM2 --as brook
      """)

  @Argument(help: ArgumentHelp("The testimony's code.", valueName: "code"))
  var testimony: TestimonyCode

  @Flag(help: "The text as it was handed in, names and all (custodian).")
  var original = false

  @OptionGroup var reason: ReasonOption
  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if !original, reason.reason != nil {
      throw ValidationError("--reason goes with --original.")
    }
  }

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    if original {
      try showOriginal(session, place)
    } else {
      try showWorkingCopy(session, place)
    }
  }

  private func showWorkingCopy(
    _ session: Session, _ place: ConfidentialOutput.Destination
  ) throws {
    let copy = try session.testimony(
      testimony.code, by: try session.permit(ResearcherRole.self))
    struct Document: Encodable {
      let code: Code
      let title: String
      let date: String?
      let language: String
      let sentences: [String]
      let notes: [TestimonyNote]
    }
    let document = Document(
      code: copy.code, title: copy.title, date: copy.date, language: copy.language,
      sentences: copy.sentences, notes: copy.notes)
    try place.show(document, global.output) {
      let facts = [copy.code.text, copy.date, copy.language].compactMap { $0 }
      var text = facts.joined(separator: " · ") + "\n"
      if place == .terminal {
        text += "The working copy, with letters of its own: each audience gets others.\n"
      }
      if !copy.title.isEmpty { text += copy.title + "\n" }
      text +=
        "\n" + NumberedSentences.text(copy.sentences).drop(while: { $0 == "\n" })
      for note in copy.notes { text += "\nNote by \(note.by): \(note.text)\n" }
      return text
    }
  }

  private func showOriginal(
    _ session: Session, _ place: ConfidentialOutput.Destination
  ) throws {
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why do you open the original of \(testimony.code.text)?")
    let opened = try session.original(testimony.code, reason: reason, by: custodian)
    struct Document: Encodable {
      let code: Code
      let source: Code
      let title: String?
      let text: String
    }
    let document = Document(
      code: opened.code, source: opened.source,
      title: opened.title?.reveal(by: custodian), text: opened.text.reveal(by: custodian))
    try place.show(document, global.output) {
      guard place == .terminal else { return document.text }
      let title = document.title.map { $0 + "\n" } ?? ""
      return "\(document.code) · \(document.source)\n" + title + "\n"
        + document.text.drop(while: { $0 == "\n" })
    }
  }
}

/// Sentences with the numbers that a selection names, line breaks as they were.
enum NumberedSentences {
  /// - Parameter numbers: those of the sentences in their text; from 1 on when absent.
  static func text(_ sentences: [String], numbers: [Int]? = nil) -> String {
    var text = ""
    for (index, sentence) in sentences.enumerated() {
      let number = numbers.map { $0[index] } ?? index + 1
      let lead = sentence.prefix(while: \.isWhitespace)
      text += lead + "[\(number)] " + sentence.dropFirst(lead.count)
    }
    while text.last == "\n" { text.removeLast() }
    return text.isEmpty ? text : text + "\n"
  }
}
