import ArgumentParser
import EvidenceVault
import Glibc
import Sealing

/// What the detectors found in an excerpt, as a custodian sees it: advice before a decision.
struct FindingsAdvice {
  let findings: [ExcerptFinding]

  /// What to do with findings, below them.
  static let remark = """
    Nobody has decided on these: they are guesses, and more may be there. Add what should not leave \
    to a source record, or leave its sentence out with --sentences.
    """
  static let none = """
    The detectors found nothing that no record knows. They miss things: read the text.
    """

  /// The findings with their words; for where confidential text goes.
  func text(for place: ConfidentialOutput.Destination) -> String {
    let columns = place == .terminal ? Terminal.columns(STDOUT_FILENO) : nil
    guard !findings.isEmpty else {
      return LineWrap.paragraphs(Self.none, columns: columns) + "\n"
    }
    var table = Table("PLACE", "KIND", "WORDS")
    for finding in findings {
      let kind = finding.kind.replacing("_", with: " ")
      table.add("\(finding.place)", "\(kind)", "\(finding.words)")
    }
    return table.rendered(for: place) + "\n" + LineWrap.paragraphs(Self.remark, columns: columns)
      + "\n"
  }

  /// Says how many there are, and nothing of the text; silent for none.
  func note(_ excerpt: Code, _ output: Output) {
    guard !findings.isEmpty else { return }
    output.note(
      "\(findings.count) finding\(findings.count == 1 ? "" : "s") that no record knows; see evault excerpt show \(excerpt.text)"
    )
  }
}

extension FindingsAdvice {
  /// Shows the findings of an excerpt where somebody sits who will be asked; the log keeps that they
  /// were opened.
  ///
  /// - Returns: whether they were shown.
  static func shownAtTerminal(
    _ excerpt: Code, _ session: Session, _ custodian: borrowing Permit<CustodianRole>,
    _ output: Output
  ) throws -> Bool {
    guard !output.json, Ask.isPossible, Terminal.isTerminal(STDOUT_FILENO) else { return false }
    let findings = try session.findings(in: excerpt, by: custodian)
    guard !findings.isEmpty else { return true }
    let place = ConfidentialOutput.Destination.terminal
    try place.write(FindingsAdvice(findings: findings).text(for: place) + "\n")
    return true
  }
}
