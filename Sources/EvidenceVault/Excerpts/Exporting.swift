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
  /// - Throws: ``VaultError/notFound``, ``VaultRefusal/fileName``, ``VaultRefusal/screen(_:)``.
  public func export(
    _ code: Code, format: OutputFormat, fileName: String?,
    by permit: borrowing Permit<EditorRole>
  ) throws(VaultError) -> ReleaseCopy {
    try vaultErrors {
      try loggingRefusal(code) {
        try write { transaction in
          let release = try Codec.decode(
            ReleaseRecord.self, try transaction.open(.release, code.text))
          let copy = try transaction.screened(release, format, fileName)
          try transaction.deliver(release, format.rawValue, fileName: fileName)
          return copy
        }
      }
    }
  }

  /// Drafts, screens, approves and gives out in one step, for a custodian. A refusal leaves no draft,
  /// only its log entry.
  ///
  /// - Returns: the excerpt's code, the bytes, and what may identify somebody whom no record knows.
  /// - Throws: as ``draftExcerpt(of:audience:policy:selection:by:)`` and
  ///   ``approve(_:conditionsMet:date:reason:by:)``.
  public func release(
    _ testimony: Code, audience: String, policy: String, selection: String?,
    conditionsMet: Bool, date: DateConfirmation? = nil, format: OutputFormat,
    fileName: String?, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> (code: Code, copy: ReleaseCopy, findings: [ExcerptFinding]) {
    try vaultErrors {
      guard Audience.isValid(audience) else { throw InputFault.audience }
      _ = try BuiltIn.policy(policy)
      return try loggingRefusal(testimony) {
        try write { transaction in
          let draft = try transaction.draft(
            testimony, audience: audience, policy: policy, selection: selection)
          let code = draft.code
          let findings = try transaction.approve(
            draft, conditionsMet: conditionsMet, date: date, reason: "", fileName: fileName)
          let release = try Codec.decode(
            ReleaseRecord.self, try transaction.open(.release, code.text))
          let copy = try transaction.screened(release, format, fileName)
          try transaction.deliver(release, format.rawValue, fileName: fileName)
          return (code, copy, findings)
        }
      }
    }
  }
}

extension Transaction {
  fileprivate func screened(
    _ release: ReleaseRecord, _ format: OutputFormat, _ fileName: String?
  ) throws -> ReleaseCopy {
    guard let output = release.outputs.first(where: { $0.format == format.rawValue }) else {
      throw VaultError.integrity(.content)
    }
    var needles: [Needle] = []
    if state.roster.holds(session.myID, .custodian) {
      needles = try people().identities.needles(
        try BuiltIn.policy(release.policy), audience: release.audience)
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
