import EvidenceVault

/// `evault screen --all`
struct ScreenAll {
  let global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    let bar = Progress("Screening", quiet: global.quiet || global.json)
    let screening = try session.screenVault(by: custodian, progress: bar.advance)
    bar.finish()
    try global.output.result(screening) { Self.text(screening, global.output) }
    guard screening.exposures.isEmpty else {
      throw Failure(
        .refused, "\(ExposureWarning.count(screening.exposures)) somebody who is protected now.",
        next: """
          Ask each who took one to call it back or take it down, and not to export it again.
          Tell the source: evault source show S says how to reach the person safely.
          Export a corrected one: evault excerpt create T --audience A --policy P
          """)
    }
  }

  private static func text(_ screening: VaultScreening, _ output: Output) -> String {
    var text = "Working copies: \(screening.testimonies) compared, "
    text += "\(screening.redacted.count) made anew"
    text += codes(screening.redacted) + "\n"
    text +=
      "Drafts: \(screening.drafts) screened, \(screening.blocked.count) could not be approved\n"
    text += "Releases: \(screening.releases) searched, \(screening.exposures.count) exposed\n"
    if !screening.blocked.isEmpty {
      var table = Table("DRAFT", "NAMES SOMEBODY AT")
      for draft in screening.blocked {
        table.add("\(draft.excerpt.text)", "\(draft.places.joined(separator: "; "))")
      }
      text += "\n" + table.rendered(for: output)
    }
    for exposure in screening.exposures { text += "\n" + self.text(exposure) }
    return text
  }

  private static func codes(_ codes: [Code]) -> String {
    guard !codes.isEmpty else { return "" }
    return ": " + codes.prefix(20).map(\.text).joined(separator: " ")
      + (codes.count > 20 ? " …" : "")
  }

  private static func text(_ exposure: Exposure) -> String {
    let kinds = exposure.kinds.map { $0.replacing("_", with: " ") }.joined(separator: ", ")
    let sources = exposure.sources.map(\.text).joined(separator: ", ")
    let approved = exposure.approved.map { ", approved \($0)" } ?? ""
    let shown: ScreenText = """
      \(exposure.release.text) of \(exposure.testimony.text), for \(exposure.audience) under \(exposure.policy)\(approved)
        names    \(sources) (\(kinds))
        where    \(exposure.places.joined(separator: "; ")); in \(exposure.formats.joined(separator: ", "))

      """
    var text = shown.text
    for delivery in exposure.deliveries {
      let line: ScreenText = "  taken    \(delivery.time) by \(delivery.by), \(delivery.format)\n"
      text += line.text
    }
    if exposure.deliveries.isEmpty { text += "  taken    by nobody, as far as the vault knows\n" }
    return text
  }
}
