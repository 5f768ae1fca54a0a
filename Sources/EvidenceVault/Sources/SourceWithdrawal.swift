import Sealing
import Storage

/// What a withdrawal stopped, and what had gone out before.
public struct SourceWithdrawal: Equatable, Sendable {
  public let source: Code
  /// What was released of the source's testimonies; its bytes are gone from the vault.
  public let releases: [WithdrawnRelease]
  /// Releases of other sources' testimonies that named the person on the record; no editor gets them
  /// any more.
  public let naming: [Code]
  /// Drafts that were refused with it.
  public let drafts: [Code]
  /// Whether the old rows are gone from the files, too; another process can be in the way.
  public let remnantsDestroyed: Bool
}

/// A release that was withdrawn, and to whom it had gone.
public struct WithdrawnRelease: Codable, Equatable, Sendable {
  public let excerpt: Code
  public let testimony: Code
  public let audience: String
  public let policy: String
  /// Who approved it: a handle.
  public let approvedBy: String?
  /// When: ISO 8601, UTC, by the log.
  public let approved: String?
  /// Empty where nothing was noted: exports of older programs are in the custody log alone.
  public let deliveries: [Delivery]
}

extension Session {
  /// Enters that a source has withdrawn the consent: from this moment nothing more of the source is
  /// drafted, approved or exported.
  ///
  /// The mark is on the record and not in the document, so that an update of the document does not
  /// undo it. What was released loses its bytes, so that no editor's key opens them; drafts are
  /// refused. Originals and working copies stay: what was agreed to is taken back, nobody asked to be
  /// forgotten. A second withdrawal lists the same again.
  ///
  /// - Parameter reason: for auditors; screened like every reason.
  /// - Throws: ``VaultError/notFound``.
  public func withdrawSource(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> SourceWithdrawal {
    try vaultErrors {
      let (approved, naming, drafts) = try write { transaction in
        var record = try transaction.source(code)
        let code = record.code
        record.withdrawn =
          record.withdrawn
          ?? ConsentWithdrawal(
            by: self.handle, at: Timestamp.text(max(self.clock(), transaction.state.newest)))
        var work = try RedactionWork(
          transaction, audience: Audience.internalName, changing: record)
        try work.keep(record)
        try work.finish()
        let given = work.given
        let excerpts = try transaction.excerpts(of: given)
        let approved = excerpts.filter { $0.status == .approved }
        for excerpt in approved {
          try transaction.put(try transaction.release(excerpt.code).withdrawn())
        }
        let naming = try transaction.stopReleases(
          naming: record, for: Set(record.document.consent.onRecord), butOf: given)
        try transaction.log(
          .sourceWithdrawn, [code.text] + (approved.map(\.code) + naming).map(\.text),
          reason: reason)
        let drafts = excerpts.filter { $0.status == .draft }.map(\.code)
        for draft in drafts { try transaction.refuseWithdrawn(draft) }
        return (approved, naming, drafts)
      }
      let releases = try read { try self.report(approved, $0) }
      return SourceWithdrawal(
        source: code, releases: releases, naming: naming, drafts: drafts,
        remnantsDestroyed: try store.destroyRemnants())
    }
  }

  /// Whether a source has withdrawn the consent. Gives out nothing else of the record.
  ///
  /// - Throws: ``VaultError/notFound``.
  public func isWithdrawn(
    _ code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Bool {
    try vaultErrors {
      try read { reader in
        let held = try self.holding(.custodian, self.state, reader.store)
        let code = try reader.current(code, held, self.me)
        return try Codec.decode(
          SourceRecord.self, try reader.open(.source, code.text, held, self.me)
        ).withdrawn != nil
      }
    }
  }

  func report(
    _ approved: [ExcerptSummary], _ reader: Reader
  ) throws -> [WithdrawnRelease] {
    guard !approved.isEmpty else { return [] }
    let keys = approved.map { lookup.record(.release, $0.code.text) }
    let origins = try history(reader.store).origins(of: Set(keys), .custodian)
    let editors = try holding(.editor, state, reader.store)
    return try zip(approved, keys).map { excerpt, key in
      let origin = origins[key]?.writer
      return WithdrawnRelease(
        excerpt: excerpt.code, testimony: excerpt.testimony, audience: excerpt.audience,
        policy: excerpt.policy, approvedBy: origin?.handle,
        approved: origin.map { Timestamp.text($0.entry.time) },
        deliveries: try reader.deliveries(excerpt.code, editors, me))
    }
  }
}

extension Transaction {
  /// Refuses a draft, with a reason that researchers see and its own entry.
  fileprivate func refuseWithdrawn(_ code: Code) throws {
    let reason = "The source has withdrawn the consent."
    var draft = try excerpt(code)
    draft.status = .refused
    draft.reviewer = session.handle
    draft.reason = reason
    try put(draft)
    try log(.excerptRefused, [code.text], reason: reason)
  }
}
