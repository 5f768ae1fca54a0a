import Anonymity
import Foundation
import Screen

/// What of a source's consent an export must obey. It travels with the release, because an editor's
/// program has no source record; a custodian's rewrites it whenever the record changes.
struct ReleaseTerms: Codable, Equatable, Sendable {
  /// Why nothing of a release leaves any more.
  enum Block: String, Codable, Sendable {
    case audience, purpose
    /// The first day is after the one that was confirmed at the approval.
    case notYet = "not_yet"
    /// There are conditions that nobody has declared met for this release.
    case condition
    /// What was approved tells what the record now protects.
    case screen
    /// For good: its bytes are gone.
    case withdrawn
  }

  /// The last day on which it may leave.
  var expires: String?
  /// The day that the approving custodian confirmed; `nil` where the consent had no window then.
  let confirmed: String?
  /// The approving custodian declared the conditions of that time met.
  let conditionsMet: Bool
  var block: Block?

  /// What an approval makes.
  init(_ consent: SourceDocument.Consent, confirmed: String?, conditionsMet: Bool) {
    expires = consent.expires
    self.confirmed = confirmed
    self.conditionsMet = conditionsMet
  }

  /// - Parameters:
  ///   - today: by this machine's clock: ISO date, UTC.
  ///   - newest: of the newest entry in the log.
  /// - Throws: ``VaultError/refused(_:)`` with what stands against an export. Nobody is asked for the
  ///   day: where a person would have to say it, nothing leaves until a custodian approves anew.
  func check(today: String, newest: String) throws(VaultError) {
    switch block {
    case .withdrawn: throw .refused(.consentWithdrawn)
    case .audience: throw .refused(.consentAudience)
    case .purpose: throw .refused(.consentPurpose)
    case .notYet: throw .refused(.consentNotYet)
    case .condition: throw .refused(.consentCondition)
    case .screen: throw .refused(.screen(ScreenRefusal(places: [Self.changedRecord])))
    case nil: break
    }
    if ConsentTerms.hasEnded(expires, today: today, newest: newest) {
      throw .refused(.consentExpired)
    }
  }

  private static let changedRecord = "the text as it was approved, before the source record changed"

  /// These terms after a change of the source's record.
  func restated(
    _ release: ReleaseRecord, policy: Policy, before: SourceDocument.Consent, after: SourceRecord,
    isRefusedByScreen: Bool
  ) -> ReleaseTerms {
    guard block != .withdrawn else { return self }
    var terms = self
    let consent = after.document.consent
    terms.expires = consent.expires
    terms.block = nil
    let isNew = !Set(consent.conditions).isSubset(of: before.conditions)
    switch ConsentTerms(after).refusal(release.audience, purpose: policy.purpose) {
    case .consentAudience: terms.block = .audience
    case .consentPurpose: terms.block = .purpose
    // The record is marked since before this release; it has no bytes either way.
    case .consentWithdrawn: terms.block = .withdrawn
    default:
      if let first = consent.notBefore, confirmed.map({ $0 < first }) ?? true {
        terms.block = .notYet
      } else if !consent.conditions.isEmpty, !conditionsMet || isNew || block == .condition {
        terms.block = .condition
      } else if isRefusedByScreen {
        terms.block = .screen
      }
    }
    return terms
  }
}

extension ReleaseRecord {
  /// Whether the screen refuses what was approved, with what is known now.
  func isRefused(by screen: Screen) -> Bool {
    outputs.contains { output in
      guard let format = OutputFormat(rawValue: output.format) else { return true }
      let outgoing = Outgoing(
        bytes: Array(output.bytes), format: format, fileName: nil, metadata: [])
      guard case .clean = screen.verdict(on: outgoing) else { return true }
      return false
    }
  }

  /// Without a byte of what was approved, title included, for good.
  func withdrawn() -> ReleaseRecord {
    var terms = consent ?? ReleaseTerms(.init(), confirmed: nil, conditionsMet: false)
    terms.block = .withdrawn
    return ReleaseRecord(
      version: version, code: code, audience: audience, policy: policy,
      policyVersion: policyVersion, language: language, title: "", outputs: [], consent: terms)
  }

  /// What the listing shows of it.
  var summary: ReleaseSummary {
    ReleaseSummary(
      code: code, audience: audience, language: language, title: String(title.prefix(60)),
      withdrawn: consent?.block == .withdrawn ? true : nil)
  }
}

extension Transaction {
  func release(_ code: Code) throws -> ReleaseRecord {
    try Codec.decode(ReleaseRecord.self, try open(.release, code.text))
  }

  func put(_ release: ReleaseRecord) throws {
    try put(
      .release, release.code.text, listing: try Codec.encode(release.summary),
      body: try Codec.encode(release))
  }
}
