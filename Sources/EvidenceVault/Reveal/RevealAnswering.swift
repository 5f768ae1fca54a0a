import Sealing

/// A question as the custodian who decides on it sees it.
public struct RevealCandidate: Equatable, Sendable {
  public enum Finding: Equatable, Sendable {
    case person(RevealedPerson)
    /// Nobody in the release has the label.
    case nobody
    /// More than one person could be meant.
    case several
  }

  public let question: RevealQuestion
  public let finding: Finding
}

extension Session {
  /// A waiting question, and whom the label stands for; logged before it is given out.
  ///
  /// - Throws: ``VaultError/notFound``, ``VaultRefusal/revealState``, ``VaultRefusal/revealOwn``.
  public func candidate(
    for code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> RevealCandidate {
    try vaultErrors {
      try write { transaction in
        let record = try transaction.waiting(code)
        let finding: RevealCandidate.Finding
        switch try LabelLookup(transaction: transaction).answer(record.label, in: record.excerpt) {
        case .nobody: finding = .nobody
        case .several: finding = .several
        case .person(let person):
          finding = .person(person)
          try transaction.log(.sourceOpened, [person.source.text, code.text], reason: "")
        }
        return RevealCandidate(question: RevealQuestion(record), finding: finding)
      }
    }
  }

  /// Answers a question: seals who it is to the asker alone.
  ///
  /// - Parameter reason: why; editors and auditors see it. It is screened.
  /// - Throws: ``VaultError/notFound`` also where the label stands for nobody, or for more than one;
  ///   ``VaultRefusal/revealState``, ``VaultRefusal/revealOwn``, ``VaultRefusal/notAMember`` and
  ///   ``VaultRefusal/notEntitled`` for an asker who may not have it any more.
  public func answer(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      try write { transaction in
        var record = try transaction.waiting(code)
        let roster = transaction.state.roster
        guard let asker = roster.members[record.asker], !asker.removed else {
          throw VaultError.refused(.notAMember)
        }
        guard roster.holds(record.asker, .editor) else {
          throw VaultError.refused(.notEntitled)
        }
        let answer = try LabelLookup(transaction: transaction)
          .answer(record.label, in: record.excerpt)
        guard case .person(let person) = answer else { throw VaultError.notFound }
        record.status = .answered
        record.answer = try RevealSeal(
          person, for: record, to: asker.keys.box, transaction.vault)
        try transaction.decide(&record, .revealAnswered, reason)
      }
    }
  }

  /// Refuses a question, with a reason that the asker sees.
  ///
  /// - Throws: ``VaultError/notFound``, ``VaultRefusal/revealState``.
  public func refuseReveal(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      try write { transaction in
        var record = try transaction.reveal(code)
        guard record.status == .waiting else { throw VaultError.refused(.revealState) }
        record.status = .refused
        try transaction.decide(&record, .revealRefused, reason)
      }
    }
  }
}

extension Transaction {
  /// A question that waits and that this member may answer: one's own only where nobody else could.
  fileprivate func waiting(_ code: Code) throws -> RevealRecord {
    let record = try reveal(code)
    guard record.code == code else { throw VaultError.integrity(.content) }
    guard record.status == .waiting else { throw VaultError.refused(.revealState) }
    let others = state.roster.members.contains { id, member in
      id != session.myID && !member.isRecovery && state.roster.holds(id, .custodian)
    }
    guard record.asker != session.myID || !others else { throw VaultError.refused(.revealOwn) }
    return record
  }

  fileprivate func decide(_ record: inout RevealRecord, _ act: Act, _ reason: String) throws {
    record.decider = session.handle
    record.decision = reason
    try put(record)
    try log(act, [record.code.text, record.excerpt.text], reason: reason)
  }
}
