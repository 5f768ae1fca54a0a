import Screen
import Testing

@testable import EvidenceVault

extension Session {
  /// Keeps every finding of a draft that awaits a decision; the name of two is suppressed.
  func keepFindings(in excerpt: Code) throws {
    let custodian = try permit(CustodianRole.self)
    let open = try findings(in: excerpt, by: custodian).filter(\.isOpen)
    guard !open.isEmpty else { return }
    try decide(
      Dictionary(
        uniqueKeysWithValues: open.map {
          ($0.id, $0.kind == "shared_name" ? Ruling.suppress : .keep)
        }), in: excerpt,
      reason: "read", by: custodian)
  }

  /// Drafts, keeps what the detectors find, approves, and gives out.
  func releaseKeepingFindings(
    _ testimony: Code, audience: String, policy: String, sentences: String? = nil,
    conditionsMet: Bool = true, date: DateConfirmation? = .today, format: OutputFormat = .txt
  ) throws -> (code: Code, copy: ReleaseCopy) {
    let draft = try draftExcerpt(
      of: testimony, audience: audience, policy: policy, selection: sentences,
      by: try permit(ResearcherRole.self))
    try keepFindings(in: draft)
    #expect(
      try approve(
        draft, conditionsMet: conditionsMet, date: date, reason: "",
        by: try permit(CustodianRole.self)) == .approved)
    return (
      draft,
      try export(draft, format: format, fileName: nil, by: try permit(EditorRole.self))
    )
  }
}
