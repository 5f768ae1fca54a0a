import EvidenceVault
import Glibc
import Sealing

/// What the source agreed to in words, shown to a custodian who lets something out.
enum AgreementAdvice {
  /// Shows it where somebody sits; silent where there is nothing to read. The log keeps that the
  /// record was opened.
  ///
  /// - Parameter code: of an excerpt, or of a testimony.
  static func showAtTerminal(
    _ code: Code, _ session: Session, _ custodian: borrowing Permit<CustodianRole>,
    _ output: Output
  ) throws {
    guard !output.json, !output.quiet, Ask.isPossible, Terminal.isTerminal(STDOUT_FILENO) else {
      return
    }
    let agreement = try session.agreement(for: code, by: custodian)
    guard !agreement.saysNothing else { return }
    try ConfidentialOutput.Destination.terminal.write(text(agreement))
  }

  static func text(_ agreement: Agreement) -> String {
    var lines: [String] = []
    if let withdrawn = agreement.withdrawn {
      lines.append("\(agreement.source) has withdrawn the consent, on \(withdrawn.prefix(10)).")
    }
    if let description = agreement.description {
      let labels = agreement.describeAs.sorted { $0.key < $1.key }
        .map { "\($0.key): \($0.value)" }.joined(separator: ", ")
      lines += [
        "\(agreement.source) agreed to be described as: \(description)",
        "Labels say: \(labels.isEmpty ? "source" : labels)",
        "Whether that, and the text, is no finer than what was agreed to is yours to judge.",
      ]
    }
    if !agreement.conditions.isEmpty {
      lines.append("Conditions, of which each must be met before anything leaves:")
      lines += agreement.conditions.map { "- \($0)" }
    }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
