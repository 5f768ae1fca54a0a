import Anonymity

/// What of a source's consent a draft must obey. It travels with the working copy, which researchers
/// read, so it has no name and none of the words in which a description or a condition is written.
struct ConsentTerms: Codable, Equatable, Sendable {
  /// What the words may serve; `nil` for whatever is asked. Only those that a policy can name: others
  /// are free text, match no policy, and are left out.
  let purposes: [String]?
  let audiences: [String]
  let notBefore: String?
  let expires: String?
  /// A custodian must declare something met before anything leaves.
  let hasConditions: Bool
  let withdrawn: Bool

  /// Whether the consent depends on the day.
  var hasWindow: Bool { notBefore != nil || expires != nil }

  /// What stands against an audience and a purpose, whatever the day; `nil` for nothing.
  ///
  /// - Parameter purpose: the one that the policy serves. A policy that names none serves none that
  ///   was agreed to.
  func refusal(_ audience: String, purpose: String?) -> VaultRefusal? {
    if withdrawn { return .consentWithdrawn }
    guard audiences.contains(audience) || audience == Audience.internalName else {
      return .consentAudience
    }
    if let purposes, !purposes.contains(purpose ?? "") { return .consentPurpose }
    return nil
  }

  /// Whether the last day is over by either of two days: a consent that may have ended has ended.
  static func hasEnded(_ expires: String?, today: String, newest: String) -> Bool {
    expires.map { max(today, newest) > $0 } ?? false
  }
}

extension ConsentTerms {
  init(_ source: SourceRecord) {
    let consent = source.document.consent
    purposes =
      consent.purposes.isEmpty
      ? nil : consent.purposes.map { $0.lowercased() }.filter(Handle.isValid)
    audiences = consent.audiences
    notBefore = consent.notBefore
    expires = consent.expires
    hasConditions = !consent.conditions.isEmpty
    withdrawn = source.withdrawn != nil
  }
}

extension Transaction {
  /// By this machine's clock: ISO date, UTC.
  var today: String { CalendarDate.text(session.clock()) }
  /// Of the newest entry in the log: ISO date, UTC.
  var newestDay: String { CalendarDate.text(state.newest) }

  /// What a draft must obey that its drafter's program can know. A first day that is still to come is
  /// no reason not to draft.
  ///
  /// - Throws: ``VaultError/refused(_:)``.
  func checkDraft(_ terms: ConsentTerms?, audience: String, policy: Policy) throws(VaultError) {
    // A working copy of an older program has none; the approval looks at the record itself.
    guard let terms else { return }
    if let refusal = terms.refusal(audience, purpose: policy.purpose) {
      throw .refused(refusal)
    }
    if ConsentTerms.hasEnded(terms.expires, today: today, newest: newestDay) {
      throw .refused(.consentExpired)
    }
  }
}
