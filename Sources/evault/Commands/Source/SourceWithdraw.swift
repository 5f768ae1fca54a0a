import ArgumentParser
import EvidenceVault

struct SourceWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Enter that a source has withdrawn the consent (custodian).",
    discussion: """
      From this moment nothing more of the source is drafted, approved or exported. What was approved \
      loses its bytes, so that no editor can take it any more; drafts are refused. What went out \
      before cannot be called back: it is listed, with who took it and when.

      Originals and working copies stay and can be read inside. A later evault source update does not \
      lift the withdrawal; with --consent-again it does.

      A reason is asked for, which auditors see. Running it again shows the list again.

      Example:
        evault source withdraw S-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The source's code.", valueName: "code"))
  var source: SourceCode

  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let reason = try reason.text("Why is the consent withdrawn, without names?")
    let done = try session.withdrawSource(
      try session.currentSource(source.code, by: custodian), reason: reason, by: custodian)
    struct Document: Encodable {
      let source: Code
      let releases: [WithdrawnRelease]
      /// Releases of others that named the person on the record.
      let naming: [Code]
      let refusedDrafts: [Code]
      let remnantsDestroyed: Bool
    }
    let document = Document(
      source: done.source, releases: done.releases, naming: done.naming,
      refusedDrafts: done.drafts, remnantsDestroyed: done.remnantsDestroyed)
    try global.output.result(document) { Self.text(done, global.output) }
    if !done.remnantsDestroyed {
      global.output.warn(
        "Another program has the vault open, so old bytes may still be in the files. Run this again when nobody works."
      )
    }
  }

  private static func text(_ done: SourceWithdrawal, _ output: Output) -> String {
    var text = "The consent of \(done.source.text) is withdrawn.\n"
    if !done.drafts.isEmpty {
      text += "Refused drafts: \(done.drafts.map(\.text).joined(separator: ", "))\n"
    }
    if !done.naming.isEmpty {
      text +=
        "Stopped, because they named the source on the record: \(done.naming.map(\.text).joined(separator: ", "))\n"
    }
    guard !done.releases.isEmpty else { return text + "Nothing had been released.\n" }
    var table = Table("EXCERPT", "AUDIENCE", "POLICY", "APPROVED", "BY", "TAKEN BY")
    for release in done.releases {
      let taken = release.deliveries.map { "\($0.by) \($0.time.prefix(10)) \($0.format)" }
      table.add(
        "\(release.excerpt.text)", "\(release.audience)", "\(release.policy)",
        "\(String(release.approved?.prefix(10) ?? "-"))", "\(release.approvedBy ?? "-")",
        "\(taken.isEmpty ? "not noted; see evault log show" : taken.joined(separator: ", "))")
    }
    return text + "What had been released, and no editor can take any more:\n\n"
      + table.rendered(for: output)
  }
}
