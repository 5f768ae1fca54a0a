import Anonymity
import Storage

/// What joining two sources did.
public struct SourceMerge: Equatable, Sendable {
  /// The record that is left.
  public let source: Code
  /// The code that leads to it from now on.
  public let moved: Code
  /// The testimonies that came with it.
  public let testimonies: [Code]
  /// Audiences in which the person had two letters: what left before may call one person two.
  public let relabelled: [String]
  /// Releases of others that no editor gets any more: they named the person on the record.
  public let stopped: [Code]
  /// Whether the old rows are gone from the files, too; another process can be in the way.
  public let remnantsDestroyed: Bool
}

extension Session {
  /// Makes one record of two that are one person's.
  ///
  /// The first keeps code, entity and letters. Testimonies, letters, decisions and told facts of the
  /// second follow, its code leads to the first, and working copies are redacted anew.
  ///
  /// - Parameter document: what the record says from now on (YAML); `nil` for what both say together.
  /// - Throws: ``FieldFault/mergeSame``, ``FieldFault/mergeWithdrawn``,
  ///   ``FieldFault/mergeContradiction``, ``FieldFault/mergeDrops(_:)``; ``VaultError/notFound``, ``VaultError/input(_:)``.
  public func mergeSources(
    _ first: Code, _ second: Code, document: [UInt8]? = nil,
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> SourceMerge {
    try vaultErrors {
      let given = try document.map { try SourceDocument(yaml: $0) }
      let done = try write { transaction in
        try SourceMerging(transaction, first, second).run(given)
      }
      return SourceMerge(
        source: done.source, moved: done.moved, testimonies: done.testimonies,
        relabelled: done.relabelled, stopped: done.stopped,
        remnantsDestroyed: try store.destroyRemnants())
    }
  }
}

/// Two sources on their way to one, within a transaction.
private struct SourceMerging {
  let transaction: Transaction
  let kept: SourceRecord
  let gone: SourceRecord

  init(_ transaction: Transaction, _ first: Code, _ second: Code) throws {
    self.transaction = transaction
    kept = try transaction.source(first)
    gone = try transaction.source(second)
    guard kept.code != gone.code else { throw FieldFault.mergeSame }
    guard (kept.withdrawn == nil) == (gone.withdrawn == nil) else {
      throw FieldFault.mergeWithdrawn
    }
  }

  func run(_ given: SourceDocument?) throws -> SourceMerge {
    if let given {
      let dropped = DroppedFields(given, for: [kept.document, gone.document]).names
      guard dropped.isEmpty else { throw FieldFault.mergeDrops(dropped) }
    }
    let document = try given ?? JoinedDocument(kept.document, gone.document).document
    let record = SourceRecord(kept, absorbing: gone, document: document)
    // Before anything is written: a record is opened as the map has it.
    let registers = try transaction.all(LabelRegister.self, .register)
    var work = try RedactionWork(
      transaction, audience: Audience.internalName, changing: record, absorbing: gone)
    try work.keep(record)
    try work.finish()
    let consents = (kept.document.consent, gone.document.consent)
    try transaction.restateReleases(
      of: work.given.subtracting(work.followed), before: consents.0, after: record, work.people)
    try transaction.restateReleases(
      of: work.followed, before: consents.1, after: record, work.people, moved: work.moved)
    let noLonger = Set(consents.0.onRecord + consents.1.onRecord)
      .subtracting(document.consent.onRecord)
    let stopped = try transaction.stopReleases(naming: record, for: noLonger, butOf: work.given)
    let relabelled = try join(registers)
    let entities = record.entities(of: gone)
    try renameTold(entities)
    try renameDecisions(entities)
    try move()
    let testimonies = work.followed.sorted { $0.text < $1.text }
    try transaction.log(.sourceMerged, [kept.code.text, gone.code.text], reason: "")
    return SourceMerge(
      source: kept.code, moved: gone.code, testimonies: testimonies, relabelled: relabelled,
      stopped: stopped, remnantsDestroyed: false)
  }

  private func move() throws {
    try transaction.remove(.source, gone.code.text)
    let moved = MovedRecord(
      version: Version1(), code: gone.code, into: kept.code, by: transaction.session.handle,
      at: Timestamp.text(transaction.nextTime()))
    try transaction.put(.moved, gone.code.text, listing: [], body: try Codec.encode(moved))
  }

  /// - Returns: the audiences in which both had a letter.
  private func join(_ registers: [LabelRegister]) throws -> [String] {
    var both: [String] = []
    for before in registers where before.audience != Audience.internalName {
      if before.letters[kept.entity] != nil, before.letters[gone.entity] != nil {
        both.append(before.audience)
      }
      var register = before
      register.join(gone.entity, to: kept.entity)
      guard register != before else { continue }
      try transaction.put(
        .register, register.audience, listing: [], body: try Codec.encode(register))
    }
    return both.sorted()
  }

  private func renameTold(_ entities: [String: String]) throws {
    for record in try transaction.all(ToldRecord.self, .told) {
      let renamed = record.renamed(entities)
      if renamed != record { try transaction.put(renamed) }
    }
  }

  private func renameDecisions(_ entities: [String: String]) throws {
    for review in try transaction.all(ReviewRecord.self, .review) {
      let renamed = review.renamed(entities)
      if renamed.decisions != review.decisions { try transaction.put(renamed) }
    }
  }
}

extension ToldRecord {
  /// With the people under the entities that they have now; who was two is one.
  fileprivate func renamed(_ entities: [String: String]) -> ToldRecord {
    var renamed: [Person] = []
    for person in people {
      let entity = entities[person.entity] ?? person.entity
      if let index = renamed.firstIndex(where: { $0.entity == entity }) {
        let more = person.facts.filter { !renamed[index].facts.contains($0) }
        renamed[index] = Person(entity: entity, facts: renamed[index].facts + more)
      } else {
        renamed.append(Person(entity: entity, facts: person.facts))
      }
    }
    return ToldRecord(excerpt: excerpt, audience: audience, people: renamed)
  }
}
