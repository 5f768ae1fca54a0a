import Anonymity

extension Session {
  /// How many people fit what an excerpt tells, in the words that would leave if it were approved
  /// now; logged before anything is opened.
  ///
  /// - Throws: ``VaultError/notFound``.
  public func risk(
    of excerpt: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> RiskReport {
    try vaultErrors {
      let record = try Codec.decode(
        ExcerptRecord.self, try logThenOpen(.riskRead, .excerpt, excerpt, reason: ""))
      return try write { transaction in
        let weighing = try Releasing(
          transaction: transaction, excerpt: record, conditionsMet: false, date: nil, words: [],
          fileName: nil
        ).weighing()
        let policy = try transaction.policy(record.policy, for: record.audience)
        return try transaction.report(weighing, demanded: policy.minimumK)
      }
    }
  }
}

extension Transaction {
  func report(_ weighing: Weighing, demanded: Int) throws -> RiskReport {
    let earlier = try allTold(but: weighing.excerpt.code)
    return weighing.report(
      try crowd(), earlier: earlier.records, unweighed: earlier.missing, demanded: demanded)
  }

  /// Refuses what fits fewer people than the policy demands.
  ///
  /// - Throws: ``VaultRefusal/risk(k:demanded:)``.
  func checkRisk(_ weighing: Weighing, _ policy: Policy) throws {
    // A policy that demands one person refuses nothing: the vault need not be counted.
    guard policy.minimumK > 1 else { return }
    if let k = try report(weighing, demanded: policy.minimumK).k, k < policy.minimumK {
      throw VaultError.refused(.risk(k: k, demanded: policy.minimumK))
    }
  }
}
