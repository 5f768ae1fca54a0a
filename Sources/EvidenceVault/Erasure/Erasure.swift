/// What an erasure destroyed, and what it could not reach.
public struct Erasure: Equatable, Sendable {
  /// The codes that are gone; nothing in the vault says so any more.
  public let testimonies: [Code]
  /// How many drafts, releases and questions went with them.
  public let excerpts: Int
  public let questions: Int
  /// How many waiting drops of the source were destroyed.
  public let drops: Int
  /// How many attachments, their sealed files included.
  public let attachments: Int
  /// What had been released of these testimonies, and who took it.
  public let releases: [WithdrawnRelease]
  /// Releases of others' testimonies that name the person; they are out, and stay.
  public let exposures: [Exposure]
  /// Others' testimonies that name the person. Their working copies do not any more; their originals,
  /// which only custodians open, are what others said.
  public let named: [Code]
  /// Records of others that list the person as a relative.
  public let relatives: [Code]
  /// Waiting drops of others that name the person.
  public let waiting: [Code]
  /// Under which code the person is still sought, where that was asked for.
  public let screening: Code?
  /// What is still to be done; nothing when it is finished.
  public let left: [ErasureStep]
}

/// What comes after the transaction in which something was erased. Each is done by the next command of
/// a member who can.
public enum ErasureStep: String, Codable, CaseIterable, Sendable {
  /// Old rows are in the files still, because another program has the vault open, or sealed files of
  /// attachments are to be removed.
  case files
  /// The next epoch of a role that could read what was erased.
  case custodian, researcher, editor
  /// Log details that name the codes; only an auditor can tell which.
  case details

  /// Whose next epoch it is.
  var role: Role? {
    switch self {
    case .custodian: .custodian
    case .researcher: .researcher
    case .editor: .editor
    case .files, .details: nil
    }
  }
}

extension Session {
  /// Destroys a source and all that came of the source: record, testimonies, working copies, notes,
  /// excerpts, releases, questions and waiting drops, with their keys; then what is left in the files;
  /// then draws the next epochs of the roles that could read them, and destroys the details of the log
  /// that name the codes.
  ///
  /// The person is redacted everywhere first: what others said is withheld where it names the person.
  /// Old backups still have everything, and so has whoever copied it.
  ///
  /// - Parameter keepScreening: keeps the identifiers, under a new code, so that later texts are searched
  ///   for the person. The source chooses.
  /// - Throws: ``VaultError/notFound``, ``VaultRefusal/legalHold(by:since:)``.
  public func eraseSource(
    _ code: Code, keepScreening: Bool, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Erasure {
    try vaultErrors {
      let done = try write { transaction in
        try ErasureWork(transaction).erase(source: code, keepScreening: keepScreening)
      }
      return done.with(left: try finishErasure())
    }
  }

  /// Destroys one testimony and all that came of it; the source's record stays. Otherwise as
  /// ``eraseSource(_:keepScreening:by:)``.
  ///
  /// - Throws: ``VaultError/notFound``, ``VaultRefusal/legalHold(by:since:)`` of its source.
  public func eraseTestimony(
    _ code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Erasure {
    try vaultErrors {
      let done = try write { transaction in
        try ErasureWork(transaction).erase(testimony: code)
      }
      return done.with(left: try finishErasure())
    }
  }
}

/// What an erasure would destroy, told before somebody is asked whether it is meant.
extension Session {
  /// What ``eraseSource(_:keepScreening:by:)`` would do. Nothing is changed; the log has it as a look at
  /// the source.
  public func planErasure(
    ofSource code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Erasure {
    try vaultErrors {
      _ = try logThenOpen(.sourceOpened, .source, code, reason: "before an erasure")
      return try plan { try ErasureWork($0).erase(source: code, keepScreening: false) }
    }
  }

  /// What ``eraseTestimony(_:by:)`` would do. Nothing is changed; the log has it as a look at the
  /// original.
  public func planErasure(
    ofTestimony code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Erasure {
    try vaultErrors {
      _ = try logThenOpen(.originalOpened, .original, code, reason: "before an erasure")
      return try plan { try ErasureWork($0).erase(testimony: code) }
    }
  }

  private struct Planned: Error { let erasure: Erasure }

  /// Does it in a transaction that comes to nothing.
  private func plan(_ erase: (Transaction) throws -> Erasure) throws -> Erasure {
    do {
      try write { transaction -> Never in throw Planned(erasure: try erase(transaction)) }
    } catch let planned as Planned {
      return planned.erasure
    }
  }
}

extension Erasure {
  fileprivate func with(left: [ErasureStep]) -> Erasure {
    Erasure(
      testimonies: testimonies, excerpts: excerpts, questions: questions, drops: drops,
      attachments: attachments, releases: releases, exposures: exposures, named: named,
      relatives: relatives,
      waiting: waiting, screening: screening, left: left)
  }
}
