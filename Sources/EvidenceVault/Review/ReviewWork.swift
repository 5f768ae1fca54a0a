import Anonymity

extension Session {
  /// What the detectors find in the words that would leave if the excerpt were approved now, with
  /// what was decided; logged before it is opened.
  ///
  /// In the order of the text, title first.
  ///
  /// - Throws: ``VaultError/notFound``.
  public func findings(
    in excerpt: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [ExcerptFinding] {
    try vaultErrors {
      let record = try Codec.decode(
        ExcerptRecord.self, try logThenOpen(.excerptOpened, .excerpt, excerpt, reason: ""))
      return try write { transaction in
        try Releasing(
          transaction: transaction, excerpt: record, conditionsMet: false, date: nil, words: [],
          fileName: nil
        ).findings()
      }
    }
  }

  /// Decides on findings of a draft. All of them, or none, are recorded under the member's handle.
  ///
  /// - Parameters:
  ///   - rulings: by the ``ExcerptFinding/id`` of a finding as ``findings(in:by:)`` gives it now.
  ///   - reason: why; sealed to the custodians.
  /// - Throws: ``VaultError/notFound`` for a finding, source or relative that is not there,
  ///   ``VaultRefusal/excerptState`` for what is no draft any more.
  public func decide(
    _ rulings: [String: Ruling], in excerpt: Code, reason: String,
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      try write { transaction in
        let record = try transaction.excerpt(excerpt)
        guard record.status == .draft else { throw VaultError.refused(.excerptState) }
        let findings = try Releasing(
          transaction: transaction, excerpt: record, conditionsMet: false, date: nil, words: [],
          fileName: nil
        ).findings()
        var review = try transaction.review(excerpt)
        for (id, ruling) in rulings.sorted(by: { $0.key < $1.key }) {
          guard let finding = findings.first(where: { $0.id == id }) else {
            throw VaultError.notFound
          }
          review.add(
            try transaction.decision(
              ruling, on: finding, reason: reason, by: self.handle,
              at: Timestamp.text(max(self.clock(), transaction.state.newest))))
        }
        try transaction.put(review)
        try transaction.log(.findingsDecided, [excerpt.text, "\(rulings.count)"], reason: "")
      }
    }
  }
}

extension Transaction {
  fileprivate func decision(
    _ ruling: Ruling, on finding: ExcerptFinding, reason: String, by handle: String, at time: String
  ) throws -> Decision {
    func made(_ action: Decision.Action, entity: String? = nil, words: String? = nil) -> Decision {
      Decision(
        spot: finding.spot, kind: finding.kind, action: action, entity: entity, words: words,
        by: handle, at: time, reason: reason)
    }
    switch ruling {
    case .keep:
      // It is one of several people's full name: only whose is in doubt.
      guard finding.kind != Doubt.Reason.sharedName.rawValue else {
        throw VaultError.refused(.nameKept)
      }
      return made(.keep)
    case .suppress: return made(.suppress)
    case .generalise(let words):
      let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !line.isEmpty else { throw InputFault.emptyText }
      return made(.generalise, words: line)
    case .replace(let source, let relative):
      let record = try self.source(source)
      guard let relative else { return made(.replace, entity: record.entity) }
      guard record.relativeEntities.indices.contains(relative - 1) else {
        throw VaultError.notFound
      }
      return made(.replace, entity: record.relativeEntities[relative - 1])
    case .record(let source, let relation, let name):
      try enter(name, relation, into: source)
      return made(.record)
    }
  }

  /// Enters a name into a source record, and redacts every text that has it.
  private func enter(_ name: String, _ relation: String?, into source: Code) throws {
    let before = try self.source(source)
    var document = before.document
    if let relation {
      document.relatives.append(SourceDocument.Relative(relation: relation, names: [name]))
    } else {
      document.aliases.append(name)
    }
    // What people enter here is read as strictly as a source file.
    let checked = try SourceDocument(yaml: Array(document.yaml.utf8))
    let record = SourceRecord(before, document: checked)
    var work = try RedactionWork(self, audience: Audience.internalName, changing: record)
    try work.keep(record)
    try work.finish()
    try log(.sourceUpdated, [source.text], reason: "")
  }
}
