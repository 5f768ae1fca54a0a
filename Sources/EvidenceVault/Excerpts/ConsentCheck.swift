/// The day on which a custodian lets something out, looked at by a person.
///
/// A machine's clock can be wrong by years, and an embargo that trusts it alone lapses early. So
/// where a consent has a first or last day, the custodian is shown what the program takes for today
/// and says that it is so.
public struct DateConfirmation: Equatable, Sendable {
  /// ISO date, UTC, as the custodian was shown it.
  public let date: String
  /// The custodian knows that the newest entry of the log is from a clock that was ahead.
  public let logIsAhead: Bool

  public init(_ date: String, logIsAhead: Bool = false) {
    self.date = date
    self.logIsAhead = logIsAhead
  }
}

/// Whether a source's consent covers a release, on a day.
struct ConsentCheck {
  let terms: ConsentTerms
  let audience: String
  /// What the policy serves.
  let purpose: String?
  /// By this machine's clock: ISO date, UTC.
  let today: String
  /// Of the newest entry in the log: ISO date, UTC.
  let newest: String
  let confirmed: DateConfirmation?
  /// A custodian has declared every condition met.
  let conditionsMet: Bool

  /// - Throws: ``VaultError/refused(_:)`` with what stands against it.
  func run() throws(VaultError) {
    if let refusal = terms.refusal(audience, purpose: purpose) { throw .refused(refusal) }
    if let notBefore = terms.notBefore, today < notBefore { throw .refused(.consentNotYet) }
    if let expires = terms.expires, today > expires { throw .refused(.consentExpired) }
    guard !terms.hasConditions || conditionsMet else { throw .refused(.consentCondition) }
    if terms.hasWindow { try checkDay() }
  }

  private func checkDay() throws(VaultError) {
    if today < newest {
      guard confirmed?.logIsAhead == true else {
        throw .refused(.dateBeforeLog(today: today, newest: newest))
      }
      // Somebody's clock said so: a consent that would have ended by then is not taken to be open.
      if let expires = terms.expires, newest > expires { throw .refused(.consentExpired) }
    }
    guard let confirmed else { throw .refused(.dateUnconfirmed(today: today)) }
    guard confirmed.date == today else { throw .refused(.dateDiffers(today: today)) }
  }
}
