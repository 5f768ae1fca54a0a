import Foundation

extension Session {
  /// The most characters of a label.
  private static let labelLimit = 200

  /// Asks who a label of a release stands for. Nothing is said about the label now: that there is
  /// such a person is part of the answer.
  ///
  /// - Parameters:
  ///   - label: as it stands in the export, "defector A"; it contains no name. At most 200 characters.
  ///   - reason: why; not empty. Custodians, auditors and other editors see it.
  /// - Returns: the question's code.
  /// - Throws: ``VaultError/notFound`` for what no custodian has approved, ``InputFault/emptyText``,
  ///   ``InputFault/tooLarge(limit:)``.
  public func ask(
    _ label: String, in excerpt: Code, reason: String, by permit: borrowing Permit<EditorRole>
  ) throws(VaultError) -> Code {
    try vaultErrors {
      let label = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isSaid = reason.contains { !$0.isWhitespace }
      guard !label.isEmpty, isSaid else { throw InputFault.emptyText }
      guard label.count <= Self.labelLimit else {
        throw InputFault.tooLarge(limit: Self.labelLimit)
      }
      return try write { transaction in
        guard try transaction.reader.leaf(.release, excerpt.text) != nil else {
          throw VaultError.notFound
        }
        // A custodian's program knows the names, and other editors will read the label.
        try ReasonScreen(transaction: transaction).check(label)
        let record = RevealRecord(
          version: Version1(), code: try transaction.newCode(.reveal, .reveal), excerpt: excerpt,
          label: label, asker: self.myID, handle: self.handle, reason: reason,
          asked: Timestamp.text(max(self.clock(), transaction.state.newest)), status: .waiting)
        try transaction.put(record)
        try transaction.log(.revealAsked, [record.code.text, excerpt.text], reason: reason)
        return record.code
      }
    }
  }

  /// Questions and how far they have come: all for a custodian, one's own for everybody else.
  public func questions(
    by permit: borrowing Permit<EditorRole>
  ) throws(VaultError) -> [RevealSummary] {
    try vaultErrors {
      try write { try $0.log(.excerptsListed, ["questions"], reason: "") }
      return try read { reader in
        let held = try self.holding(.editor, self.state, reader.store)
        let isCustodian = self.state.roster.holds(self.myID, .custodian)
        return try reader.map.leaves(prefix: self.lookup.prefix(of: .reveal)).compactMap {
          let record = try Codec.decode(
            RevealRecord.self, try reader.body($0.key, $0.leaf, .reveal, held, self.me))
          return isCustodian || record.asker == self.myID ? RevealSummary(record) : nil
        }.sorted { ($0.asked, $0.code.text) < ($1.asked, $1.code.text) }
      }
    }
  }

  /// What became of one's own question; logged before an answer is opened.
  ///
  /// - Returns: the question, and the person once a custodian has answered.
  /// - Throws: ``VaultError/notFound``; ``VaultRefusal/revealState`` for somebody else's, which is
  ///   logged; ``VaultError/integrity(_:)`` for an answer that is not this question's.
  public func revealed(
    _ code: Code, by permit: borrowing Permit<EditorRole>
  ) throws(VaultError) -> (question: RevealQuestion, person: RevealedPerson?) {
    try vaultErrors {
      let record = try write { transaction -> RevealRecord? in
        let record = try transaction.reveal(code)
        guard record.asker == self.myID else {
          try transaction.log(.denied, [code.text], reason: "")
          return nil
        }
        try transaction.log(.revealRead, [code.text], reason: "")
        return record
      }
      guard let record else { throw VaultError.refused(.revealState) }
      guard record.code == code else { throw VaultError.integrity(.content) }
      return (RevealQuestion(record), try record.answer?.open(record, by: self.me))
    }
  }
}
