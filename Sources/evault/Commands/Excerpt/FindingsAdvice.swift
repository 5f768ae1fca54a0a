import EvidenceVault
import Glibc
import Sealing

/// What was found in an excerpt, as a custodian sees it, and what was decided.
struct FindingsAdvice {
  let findings: [ExcerptFinding]

  static let none = """
    The detectors found nothing that no record knows. They miss things: read the text.
    """

  /// The findings with their words; for where confidential text goes.
  func text(for place: ConfidentialOutput.Destination) -> String {
    let columns = place == .terminal ? Terminal.columns(STDOUT_FILENO) : nil
    guard !findings.isEmpty else {
      return LineWrap.paragraphs(Self.none, columns: columns) + "\n"
    }
    var table = Table("PLACE", "KIND", "DECISION", "WORDS")
    for finding in findings {
      let kind = finding.kind.replacing("_", with: " ")
      table.add("\(finding.place)", "\(kind)", Self.decision(finding), "\(finding.words)")
    }
    return table.rendered(for: place) + "\n" + LineWrap.paragraphs(remark, columns: columns) + "\n"
  }

  private static func decision(_ finding: ExcerptFinding) -> ScreenText {
    if let decision = finding.decision {
      return "\(decision.action.rawValue), \(decision.by)"
    }
    return finding.isOpen ? "open" : "advice"
  }

  private var remark: String {
    let open = findings.count(where: \.isOpen)
    return open == 0
      ? "None of these awaits a decision. They are guesses, and more may be there: read the text."
      : "\(open) of these await\(open == 1 ? "s" : "") a decision: evault excerpt review. They are guesses, and more may be there: read the text."
  }
}
