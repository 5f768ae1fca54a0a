import Foundation
public import Screen

extension Session {
  /// The exact bytes of an approved excerpt, screened; logged before they are given out.
  ///
  /// A custodian's program screens again with everybody whom the vault knows now, the file's name
  /// included. An editor's has no names to screen with: it gives out the bytes that a custodian had
  /// screened, under a name that tells nothing.
  ///
  /// - Parameter fileName: the name of the file that will be written, without its directory;
  ///   `nil` for standard output.
  /// - Throws: ``VaultError/notFound``, ``VaultRefusal/fileName``, ``VaultRefusal/screen(_:)``, and
  ///   what of the consent stands against it by now.
  public func export(
    _ code: Code, format: OutputFormat, fileName: String?,
    by permit: borrowing Permit<EditorRole>
  ) throws(VaultError) -> ReleaseCopy {
    try vaultErrors {
      try loggingRefusal(code) {
        try write { try $0.give(code, format, fileName) }
      }
    }
  }

  /// Drafts, screens, approves and gives out in one step, for a custodian.
  ///
  /// A refusal leaves no draft, only its log entry; but where findings await a decision, or another
  /// custodian must approve too, the draft stays, because the work goes on there.
  ///
  /// - Returns: the excerpt's code and the bytes; no bytes where another custodian must approve.
  /// - Throws: as ``draftExcerpt(of:audience:policy:selection:by:)`` and
  ///   ``approve(_:conditionsMet:date:reason:by:)``; ``VaultRefusal/findingsOpen(_:_:)`` with the
  ///   code of the draft.
  public func release(
    _ testimony: Code, audience: String, policy: String, selection: String?,
    conditionsMet: Bool, date: DateConfirmation? = nil, format: OutputFormat,
    fileName: String?, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> (code: Code, copy: ReleaseCopy?) {
    try vaultErrors {
      guard Audience.isValid(audience) else { throw InputFault.audience }
      return try loggingRefusal(testimony) {
        do {
          return try write { transaction in
            let draft = try transaction.draft(
              testimony, audience: audience, policy: policy, selection: selection)
            let approval = try transaction.approve(
              draft, conditionsMet: conditionsMet, date: date, reason: "", fileName: fileName)
            guard approval == .approved else { return (draft.code, nil) }
            return (draft.code, try transaction.give(draft.code, format, fileName))
          }
        } catch VaultError.refused(.findingsOpen(let count, _)) {
          let draft = try write { transaction in
            try transaction.draft(
              testimony, audience: audience, policy: policy, selection: selection)
          }
          throw VaultError.refused(.findingsOpen(count, draft.code))
        }
      }
    }
  }
}

extension Transaction {
  /// The bytes of a release, screened; the log entry comes with them.
  fileprivate func give(
    _ code: Code, _ format: OutputFormat, _ fileName: String?
  ) throws -> ReleaseCopy {
    let release = try release(code)
    try release.consent?.check(today: today, newest: newestDay)
    let copy = try screened(release, format, fileName)
    try deliver(release, format.rawValue, fileName: fileName)
    return copy
  }

  private func screened(
    _ release: ReleaseRecord, _ format: OutputFormat, _ fileName: String?
  ) throws -> ReleaseCopy {
    guard let output = release.outputs.first(where: { $0.format == format.rawValue }) else {
      throw VaultError.integrity(.content)
    }
    var needles: [Needle] = []
    if state.roster.holds(session.myID, .custodian) {
      let people = try people()
      needles = people.identities.needles(
        try policy(release.policy, for: release.audience), audience: release.audience,
        involving: try involved(in: release.code, people))
    } else if let fileName, fileName != "\(release.code).\(format.rawValue)" {
      throw VaultError.refused(.fileName)
    }
    let outgoing = Outgoing(
      bytes: Array(output.bytes), format: format, fileName: fileName, metadata: [])
    switch Screen(needles: needles).verdict(on: outgoing) {
    case .clean(let copy): return copy
    case .refused(let refusal):
      // It passed when it was approved: what is found now in its words was learned since.
      throw VaultError.refused(
        .screen(ScreenRefusal(refusal, format, inText: .learnedSince)))
    }
  }
}
