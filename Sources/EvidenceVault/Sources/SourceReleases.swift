import Anonymity
import Screen

extension Transaction {
  /// The excerpts of testimonies, by code.
  func excerpts(of testimonies: Set<Code>) throws -> [ExcerptSummary] {
    guard !testimonies.isEmpty else { return [] }
    return try reader.listings(
      ExcerptSummary.self, .excerpt, try holding(.researcher), session.me
    ).filter { testimonies.contains($0.testimony) }.sorted { $0.code.text < $1.code.text }
  }

  /// Rewrites what the releases of a source's testimonies say of the consent, where it changes.
  ///
  /// - Parameters:
  ///   - after: the record as it is from now on.
  ///   - people: everybody known from now on.
  ///   - moved: originals that the transaction has written.
  func restateReleases(
    of testimonies: Set<Code>, before: SourceDocument.Consent, after: SourceRecord,
    _ people: People, moved: [Code: OriginalRecord] = [:]
  ) throws {
    for summary in try excerpts(of: testimonies) where summary.status == .approved {
      var release = try release(summary.code)
      let policy = try policy(release.policy, for: release.audience)
      let screen = Screen(
        needles: people.identities.needles(
          policy, audience: release.audience,
          involving: try involved(in: release.code, people, moved: moved)))
      let terms =
        release.consent ?? ReleaseTerms(before, confirmed: nil, conditionsMet: false)
      let restated = terms.restated(
        release, policy: policy, before: before, after: after,
        isRefusedByScreen: release.isRefused(by: screen))
      guard restated != release.consent else { continue }
      release.consent = restated
      try put(release)
    }
  }
  /// Stops what names somebody on the record who is so no longer: other sources' releases for these
  /// audiences.
  ///
  /// - Returns: the excerpts.
  func stopReleases(
    naming record: SourceRecord, for audiences: Set<String>, butOf testimonies: Set<Code>
  ) throws -> [Code] {
    guard !audiences.isEmpty else { return [] }
    let people = People([record])
    let others = try reader.listings(
      ExcerptSummary.self, .excerpt, try holding(.researcher), session.me
    ).filter {
      $0.status == .approved && audiences.contains($0.audience)
        && !testimonies.contains($0.testimony)
    }
    var stopped: [Code] = []
    for summary in others.sorted(by: { $0.code.text < $1.code.text }) {
      var release = try release(summary.code)
      let needles = people.identities.needles(
        try policy(release.policy, for: release.audience), audience: release.audience,
        involving: try involved(in: release.code, people))
      guard release.isRefused(by: Screen(needles: needles)) else { continue }
      var terms = release.consent ?? ReleaseTerms(.init(), confirmed: nil, conditionsMet: false)
      guard terms.block == nil else { continue }
      terms.block = .screen
      release.consent = terms
      try put(release)
      stopped.append(summary.code)
    }
    return stopped
  }
}
