/// Whether a source's consent covers a release, at a time.
struct ConsentCheck {
  let consent: SourceDocument.Consent
  let audience: String
  /// ISO date, UTC.
  let today: String
  /// A custodian has declared every condition met.
  let conditionsMet: Bool

  /// - Throws: ``VaultError/refused(_:)`` with what stands against it.
  func run() throws(VaultError) {
    guard consent.audiences.contains(audience) || audience == Audience.internalName else {
      throw .refused(.consentAudience)
    }
    if let notBefore = consent.notBefore, today < notBefore { throw .refused(.consentNotYet) }
    if let expires = consent.expires, today > expires { throw .refused(.consentExpired) }
    guard consent.conditions.isEmpty || conditionsMet else { throw .refused(.consentCondition) }
  }
}
