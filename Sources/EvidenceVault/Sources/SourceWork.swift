import Anonymity

extension Session {
  /// Keeps a new source. Working copies that name the person are redacted anew.
  ///
  /// - Parameter document: a source file (YAML).
  /// - Throws: ``VaultError/input(_:)`` with line, column and what was expected;
  ///   ``VaultRefusal/sourceKnown(_:)`` when a record says exactly the same.
  public func addSource(
    _ document: [UInt8], by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Code {
    try vaultErrors {
      let document = try SourceDocument(yaml: document)
      return try write { transaction in
        var work = try RedactionWork(transaction, audience: Audience.internalName)
        if let known = work.people.records.first(where: { $0.document == document }) {
          throw VaultError.refused(.sourceKnown(known.code))
        }
        let record = try work.add(document)
        try work.finish()
        try transaction.log(.sourceAdded, [record.code.text], reason: "")
        return record.code
      }
    }
  }

  /// Replaces what is known of a source. Working copies that name the person are redacted anew, and
  /// what an editor may still export is what the new record allows.
  ///
  /// - Parameter consentAgain: the person agrees again after a withdrawal, which otherwise stays. What
  ///   the withdrawal destroyed does not come back.
  /// - Throws: ``VaultError/notFound``, ``VaultError/input(_:)``.
  public func updateSource(
    _ code: Code, _ document: [UInt8], consentAgain: Bool = false,
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      let document = try SourceDocument(yaml: document)
      try write { transaction in
        let before = try transaction.source(code)
        var record = SourceRecord(before, document: document)
        if consentAgain { record.withdrawn = nil }
        var work = try RedactionWork(
          transaction, audience: Audience.internalName, changing: record)
        try work.keep(record)
        try work.finish()
        try transaction.restateReleases(
          of: work.given, before: before.document.consent, after: record, work.people)
        let noLonger = Set(before.document.consent.onRecord).subtracting(
          document.consent.onRecord)
        _ = try transaction.stopReleases(naming: record, for: noLonger, butOf: work.given)
        let lifted = before.withdrawn != nil && consentAgain
        try transaction.log(
          .sourceUpdated, [before.code.text] + (lifted ? ["consent-again"] : []), reason: "")
      }
    }
  }

  /// Who the sources are, by code.
  public func sources(
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [SourceSummary] {
    try vaultErrors {
      try write { try $0.log(.sourcesListed, [], reason: "") }
      return try read { reader in
        let held = try self.holding(.custodian, self.state, reader.store)
        return try reader.listings(SourceSummary.self, .source, held, self.me)
          .sorted { $0.code.text < $1.code.text }
      }
    }
  }

  /// Other sources that have a name or alias in common with this one, and are therefore withheld
  /// with it where a text says no more than that. Gives out codes only.
  ///
  /// - Throws: ``VaultError/notFound``.
  public func namesakes(
    of code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [Code] {
    try vaultErrors {
      try read { reader in
        let held = try self.holding(.custodian, self.state, reader.store)
        let records = try reader.all(SourceRecord.self, .source, held, self.me)
        func names(_ record: SourceRecord) -> [String] {
          record.document.names + record.document.aliases
        }
        guard let own = records.first(where: { $0.code == code }) else {
          throw VaultError.notFound
        }
        // Every spelling of this one's: 김철수 and Kim Chol-su are one name to a reader.
        let mine = SpellingSet(
          names(own) + own.document.names.flatMap { NameVariants.of($0).map(\.text) })
        return records.filter { $0.code != code && names($0).contains(where: mine.contains) }
          .map(\.code).sorted { $0.text < $1.text }
      }
    }
  }

  /// All that is known of a source; logged before it is opened.
  ///
  /// - Throws: ``VaultError/notFound``.
  public func source(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> SourceRecord {
    try vaultErrors {
      let bytes = try logThenOpen(.sourceOpened, .source, code, reason: reason)
      return try Codec.decode(SourceRecord.self, bytes)
    }
  }

  /// The log entry is durable before the first plaintext byte.
  func logThenOpen(
    _ act: Act, _ kind: RecordKind, _ code: Code, reason: String
  ) throws -> [UInt8] {
    guard let role = kind.role else { preconditionFailure("a kind without rows") }
    let code = try write { transaction in
      let code = try kind == .source ? transaction.current(code) : code
      guard try transaction.reader.leaf(kind, code.text) != nil else { throw VaultError.notFound }
      try transaction.log(act, [code.text], reason: reason)
      return code
    }
    return try read { reader in
      try reader.open(
        kind, code.text, try self.holding(role, self.state, reader.store), self.me)
    }
  }
}

extension Transaction {
  func source(_ code: Code) throws -> SourceRecord {
    try Codec.decode(SourceRecord.self, try open(.source, try current(code).text))
  }
}
