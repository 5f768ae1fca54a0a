/// Why a source may not be erased: a court, an investigation.
public struct LegalHold: Codable, Equatable, Sendable {
  /// The handle of who entered it.
  public let by: String
  /// ISO 8601, UTC.
  public let since: String
  /// For custodians; auditors see it in the log.
  public let reason: String
}

extension Session {
  /// Enters that a source may not be erased, nor any testimony of the source, until the hold is
  /// released. A second hold stands in the place of the first.
  ///
  /// It binds this program, not the keys: a custodian with a program of his own can destroy what he can
  /// open. The log then says that it was done.
  ///
  /// - Parameter reason: for auditors and custodians; screened like every reason.
  /// - Throws: ``VaultError/notFound``, ``InputFault/emptyText`` without a reason.
  public func holdSource(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      guard !reason.isEmpty else { throw InputFault.emptyText }
      try write { transaction in
        // Before a row changes: it reads everybody.
        try ReasonScreen(transaction: transaction).check(reason)
        var record = try transaction.source(code)
        record.hold = LegalHold(
          by: self.handle, since: Timestamp.text(transaction.nextTime()), reason: reason)
        try transaction.put(record)
        try transaction.log(.sourceHeld, [record.code.text], reason: reason)
      }
    }
  }

  /// Releases a hold: the source may be erased again.
  ///
  /// - Throws: ``VaultError/notFound``, ``VaultRefusal/notHeld``.
  public func releaseHold(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      try write { transaction in
        // Before a row changes: it reads everybody.
        try ReasonScreen(transaction: transaction).check(reason)
        var record = try transaction.source(code)
        guard record.hold != nil else { throw VaultError.refused(.notHeld) }
        record.hold = nil
        try transaction.put(record)
        try transaction.log(.sourceHoldReleased, [record.code.text], reason: reason)
      }
    }
  }
}

extension Transaction {
  /// - Throws: ``VaultRefusal/legalHold(by:since:)``.
  func checkHold(_ record: SourceRecord) throws {
    guard let hold = record.hold else { return }
    throw VaultError.refused(.legalHold(by: hold.by, since: String(hold.since.prefix(10))))
  }
}
