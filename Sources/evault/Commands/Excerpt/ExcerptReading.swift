import Anonymity
import ArgumentParser
import EvidenceVault

struct ExcerptListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List excerpts (researcher), or the approved ones (editor).",
    discussion: """
      Into a pipe or file it goes with --output only.

      Example:
        evault excerpt list --as brook
      """)

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    if session.roles.contains(.researcher) {
      let excerpts = try session.excerpts(by: try session.permit(ResearcherRole.self))
      try place.show(["excerpts": excerpts], global.output) {
        var table = Table("CODE", "STATUS", "AUDIENCE", "POLICY", "TESTIMONY")
        for excerpt in excerpts {
          table.add(
            "\(excerpt.code.text)", "\(excerpt.status.rawValue)", "\(excerpt.audience)",
            "\(excerpt.policy)", "\(excerpt.testimony.text)")
        }
        return table.rendered(for: place)
      }
    } else {
      let releases = try session.releases(by: try session.permit(EditorRole.self))
      try place.show(["excerpts": releases], global.output) {
        var table = Table("CODE", "AUDIENCE", "LANG", "TITLE")
        for release in releases {
          table.add(
            "\(release.code.text)", "\(release.audience)", "\(release.language)",
            release.withdrawn == true ? "(withdrawn)" : "\(release.title)")
        }
        return table.rendered(for: place)
      }
    }
  }
}

struct ExcerptShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Read an excerpt in the words of the working copy (researcher).",
    discussion: """
      The letters of labels are those of the working copy; what leaves has its audience's, as evault \
      excerpt review shows them. A custodian is also shown the findings and what was decided on them. An editor reads the \
      approved text with evault export E --output -.

      Example:
        evault excerpt show E-4K7QM2 --as brook
      """)

  @Argument(help: ArgumentHelp("The excerpt's code.", valueName: "code"))
  var excerpt: ExcerptCode

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let opened = try session.excerpt(
      excerpt.code, by: try session.permit(ResearcherRole.self))
    let findings =
      session.roles.contains(.custodian)
      ? try session.findings(in: excerpt.code, by: try session.permit(CustodianRole.self)) : nil
    struct Document: Encodable {
      let code: Code
      let testimony: Code
      let audience: String
      let policy: String
      let status: ExcerptStatus
      let selection: String?
      let drafter: String
      let reviewer: String?
      let reason: String?
      let sentences: [String]
      /// Absent for who is no custodian.
      let findings: [ExcerptFinding]?
    }
    let summary = opened.summary
    let document = Document(
      code: summary.code, testimony: summary.testimony, audience: summary.audience,
      policy: summary.policy, status: summary.status, selection: opened.selection,
      drafter: opened.drafter, reviewer: opened.reviewer, reason: opened.reason,
      sentences: opened.sentences, findings: findings)
    try place.show(document, global.output) {
      let advice = findings.map { "\n" + FindingsAdvice(findings: $0).text(for: place) }
      return Self.text(document: opened, letters: place == .terminal) + (advice ?? "")
    }
  }

  private static func text(document opened: Excerpt, letters: Bool) -> String {
    let summary = opened.summary
    var lines = [
      "\(summary.code) · \(summary.status.rawValue) · for \(summary.audience) under \(summary.policy)",
      "\(summary.testimony), sentences \(opened.selection ?? "all"), drafted by \(opened.drafter)",
    ]
    if letters, summary.audience != "internal" {
      lines.append(
        "In the words and letters of the working copy: what leaves has letters of its own")
    }
    if let reviewer = opened.reviewer { lines.append("Decided by \(reviewer)") }
    if let reason = opened.reason, !reason.isEmpty { lines.append("Reason: \(reason)") }
    let numbers = opened.selection.flatMap { try? SentenceSelection(parsing: $0) }
      .map { $0.ranges.flatMap { Array($0) } }
    let fitting = numbers?.count == opened.sentences.count ? numbers : nil
    return lines.joined(separator: "\n") + "\n\n"
      + NumberedSentences.text(opened.sentences, numbers: fitting).drop(while: { $0 == "\n" })
  }
}
