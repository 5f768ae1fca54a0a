import Anonymity
import Sealing
import Storage

/// One transaction of an erasure: all is looked up first, then redacted, then destroyed.
struct ErasureWork {
  let transaction: Transaction
  private let people: People

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    people = try transaction.people()
  }

  func erase(source asked: Code, keepScreening: Bool) throws -> Erasure {
    let record = try transaction.source(asked)
    // A code that was joined to another leads to that one.
    let code = record.code
    try transaction.checkHold(record)
    let alone = People([record])
    var (given, named) = try originals(of: code, naming: alone)
    named.sort { $0.code.text < $1.code.text }
    given.sort { $0.text < $1.text }
    let inbox = try ErasedDrops(transaction: transaction, record: record).find()
    let exposures = try exposures(alone, butOf: Set(given))
    let all = try dependents(of: Set(given), answersOn: Set(named.map(\.code)))

    let kept = try keepScreening ? screening(record) : nil
    let after = People(people.records.filter { $0.code != code } + (kept.map { [$0] } ?? []))
    try redact(named, withholding: keepScreening ? nil : alone, after)
    try forget(record, in: all.told)
    let objects = try destroy(given, all)
    for drop in inbox.own { try transaction.remove(.drop, drop.text) }
    for former in record.former ?? [] { try transaction.destroy(.moved, former.code) }
    try transaction.remove(.source, code.text)
    if let kept { try transaction.put(kept) }
    try close(.sourceErased, given.count, objects)
    return Erasure(
      testimonies: given, excerpts: all.excerpts.count, questions: all.questions.count,
      drops: inbox.own.count, attachments: objects.count, releases: all.releases,
      exposures: exposures, named: named.map(\.code), relatives: relatives(record),
      waiting: inbox.naming,
      screening: kept?.code, left: [])
  }

  func erase(testimony code: Code) throws -> Erasure {
    let original = try Codec.decode(
      OriginalRecord.self, try transaction.open(.original, code.text))
    if let record = people.records.first(where: { $0.code == original.source }) {
      try transaction.checkHold(record)
    }
    let all = try dependents(of: [code], answersOn: [])
    let objects = try destroy([code], all)
    try close(.testimonyErased, 1, objects)
    return Erasure(
      testimonies: [code], excerpts: all.excerpts.count, questions: all.questions.count, drops: 0,
      attachments: objects.count, releases: all.releases, exposures: [], named: [], relatives: [],
      waiting: [], screening: nil, left: [])
  }

  // MARK: - Looking up

  /// The testimonies that a source gave, and the others that name the person.
  private func originals(
    of source: Code, naming alone: People
  ) throws -> (given: [Code], named: [OriginalRecord]) {
    let desk = alone.desk
    var given: [Code] = []
    var named: [OriginalRecord] = []
    try transaction.each(OriginalRecord.self, .original) { originals in
      for original in originals {
        if original.source == source {
          given.append(original.code)
        } else if desk.mentions(original) {
          named.append(original)
        }
      }
    }
    return (given, named)
  }

  /// What came of testimonies.
  private struct Dependents {
    let excerpts: [ExcerptSummary]
    let questions: [Code]
    let releases: [WithdrawnRelease]
    /// What releases of other testimonies told.
    let told: [ToldRecord]
  }

  /// - Parameter others: testimonies of which answered questions go, too: an answer is sealed to the
  ///   asker, and may say who the erased is.
  private func dependents(
    of testimonies: Set<Code>, answersOn others: Set<Code>
  ) throws -> Dependents {
    let excerpts = try transaction.excerpts(of: testimonies)
    let answered = Set(try transaction.excerpts(of: others).map(\.code))
    let codes = Set(excerpts.map(\.code))
    let questions = try transaction.reader.listings(
      RevealSummary.self, .reveal, try transaction.holding(.editor), transaction.session.me
    ).filter {
      codes.contains($0.excerpt) || ($0.status == .answered && answered.contains($0.excerpt))
    }.map(\.code)
    let told = try transaction.all(ToldRecord.self, .told).filter { !codes.contains($0.excerpt) }
    return Dependents(
      excerpts: excerpts, questions: questions,
      releases: try transaction.session.report(
        excerpts.filter { $0.status == .approved }, transaction.reader),
      told: told)
  }

  private func exposures(_ alone: People, butOf given: Set<Code>) throws -> [Exposure] {
    let own = Set(try transaction.excerpts(of: given).map(\.code))
    let search = ReleaseSearch(alone) { try transaction.policy($0, for: $1) }
    var leaks: [ReleaseSearch.Leak] = []
    try transaction.each(ReleaseRecord.self, .release) { releases in
      leaks += try transaction.leaks(search, in: releases.filter { !own.contains($0.code) })
    }
    return try ExposureReport(transaction: transaction, search: search).exposures(leaks)
  }

  /// Records of others in which a relative has one of the person's names.
  private func relatives(_ record: SourceRecord) -> [Code] {
    let names = SpellingSet(
      record.document.names + record.document.aliases
        + record.document.names.flatMap { NameVariants.of($0).map(\.text) })
    return people.records.filter { other in
      other.code != record.code
        && other.document.relatives.contains {
          ($0.names + $0.aliases).contains(where: names.contains)
        }
    }.map(\.code).sorted { $0.text < $1.text }
  }

  // MARK: - Redacting

  /// What is needed to find the person, and nothing else, under a code that leads to nothing.
  private func screening(_ record: SourceRecord) throws -> SourceRecord {
    var document = record.document
    document.describeAs = [:]
    document.contact = nil
    document.note = nil
    document.consent = SourceDocument.Consent()
    var kept = SourceRecord(
      code: try transaction.newCode(.source, .source), document: document)
    kept.screenOnly = true
    return kept
  }

  /// Writes the working copies of others anew, and with `alone` their originals' withheld places.
  private func redact(
    _ named: [OriginalRecord], withholding alone: People?, _ after: People
  ) throws {
    guard !named.isEmpty else { return }
    let before = try transaction.register(Audience.internalName)
    var register = before
    let acceptance = Acceptance(
      transaction: transaction, desk: after.writingDesk(for: named.flatMap(\.texts)))
    for original in named {
      var original = original
      if let alone {
        original = try original.withholding(alone)
        try transaction.put(
          .original, original.code.text, listing: try Codec.encode(["code": original.code.text]),
          body: try Codec.encode(original))
      }
      try acceptance.writeWorkingCopy(original, register: &register)
    }
    guard register != before else { return }
    try transaction.put(
      .register, register.audience, listing: [], body: try Codec.encode(register))
  }

  /// Takes the person out of what other releases are known to have told.
  private func forget(_ record: SourceRecord, in told: [ToldRecord]) throws {
    for record in told.compactMap({ $0.without(record.entity) }) { try transaction.put(record) }
  }

  // MARK: - Destroying

  /// - Returns: the names of the attachments' files, to be removed when the transaction is durable.
  private func destroy(_ testimonies: [Code], _ all: Dependents) throws -> Set<String> {
    let objects = try destroyAttachments(of: Set(testimonies))
    try transaction.forgetRows(of: Set(testimonies))
    try forgetReceipts(of: testimonies)
    for code in testimonies {
      for kind in [RecordKind.original, .working, .note] { try transaction.destroy(kind, code) }
    }
    for excerpt in all.excerpts {
      for kind in [RecordKind.excerpt, .release, .review, .told, .delivery] {
        try transaction.destroy(kind, excerpt.code)
      }
    }
    for question in all.questions { try transaction.destroy(.reveal, question) }
    return objects
  }

  private func destroyAttachments(of testimonies: Set<Code>) throws -> Set<String> {
    let all = try transaction.reader.objectNames(
      of: testimonies, try transaction.holding(.custodian), transaction.session.me)
    for (attachment, _) in all { try transaction.remove(.attachment, attachment.text) }
    return Set(all.map(\.name))
  }

  /// The receipt of a drop file stays, so that it comes in no second time, and says no more what was
  /// made of it. Testimonies of the same bytes have one.
  private func forgetReceipts(of testimonies: [Code]) throws {
    let codes = try testimonies.map {
      ReceiptRecord.code(
        try Codec.decode(OriginalRecord.self, try transaction.open(.original, $0.text)).file,
        transaction.vault)
    }
    for code in Set(codes).sorted() {
      guard try transaction.map.leaf(transaction.lookup.record(.receipt, code)) != nil else {
        continue
      }
      let receipt = try Codec.decode(ReceiptRecord.self, try transaction.open(.receipt, code))
      guard let made = receipt.testimony, testimonies.contains(made) else { continue }
      try transaction.put(
        .receipt, code, listing: [], body: try Codec.encode(receipt.withoutTestimony))
    }
  }

  /// Writes the entry, which says how many and not of whom, and what is still to be done.
  private func close(_ act: Act, _ testimonies: Int, _ objects: Set<String>) throws {
    try transaction.log(act, ["testimonies-\(testimonies)"], reason: "")
    let before = try UnfinishedErasure(transaction.store)
    try UnfinishedErasure(Set(ErasureStep.allCases), objects: before.objects.union(objects))
      .write(transaction.store)
    try transaction.note(files: try transaction.session.supersededObjects(transaction.store))
  }
}

extension Transaction {
  /// Takes a record out that may not be there.
  fileprivate func destroy(_ kind: RecordKind, _ code: Code) throws {
    guard try map.leaf(lookup.record(kind, code.text)) != nil else { return }
    try remove(kind, code.text)
  }
}

extension ToldRecord {
  /// `nil` where it does not tell of this person.
  fileprivate func without(_ entity: String) -> ToldRecord? {
    guard people.contains(where: { $0.entity == entity }) else { return nil }
    return ToldRecord(
      excerpt: excerpt, audience: audience, people: people.filter { $0.entity != entity })
  }
}
