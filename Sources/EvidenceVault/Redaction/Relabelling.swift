import Anonymity
import Foundation

/// What a transaction needs to redact with: everybody known, and the register of working copies.
struct RedactionWork {
  let transaction: Transaction
  private(set) var people: People
  /// What is known until now of the source that changes.
  private let before: SourceRecord?
  private var codes: Set<Code>
  var register: LabelRegister
  private var written: LabelRegister
  /// The testimonies that the changed source gave.
  private(set) var given: Set<Code> = []
  /// Those of them that an absorbed source gave.
  private(set) var followed: Set<Code> = []
  /// Their originals, which cannot be opened before the transaction has ended.
  private(set) var moved: [Code: OriginalRecord] = [:]
  private let absorbed: SourceRecord?

  /// - Parameters:
  ///   - audience: whose labels are given out.
  ///   - absorbed: a source that is part of the changed one from now on.
  init(
    _ transaction: Transaction, audience: String, changing changed: SourceRecord? = nil,
    absorbing absorbed: SourceRecord? = nil
  ) throws {
    self.transaction = transaction
    self.absorbed = absorbed
    let people = try transaction.people()
    self.people = changed.map { people.with($0, without: absorbed?.code) } ?? people
    before = changed.flatMap { changed in people.records.first { $0.code == changed.code } }
    codes = Set(people.records.map(\.code))
    register = try transaction.register(audience)
    written = register
    if let absorbed, let changed { register.join(absorbed.entity, to: changed.entity) }
  }

  /// Redacts anew every working copy in which a changed source is named, or was: what is sought no
  /// more stands there again as it was said. Those that the source gave are written anew in any case,
  /// because they say what the consent is.
  ///
  /// Old versions and their keys are gone with the transaction.
  private mutating func redactAgain(naming changed: [SourceRecord]) throws {
    guard let first = changed.first else { return }
    let only = People(changed + [before, absorbed].compactMap { $0 }).desk
    let givers = Set(changed.map(\.code))
    try transaction.each(OriginalRecord.self, .original) { originals in
      let named = try originals.filter {
        givers.contains($0.source) || $0.source == absorbed?.code || only.mentions($0)
      }.map { try follow($0, first.code) }
      given.formUnion(named.lazy.filter { givers.contains($0.source) }.map(\.code))
      guard !named.isEmpty else { return }
      let desk = people.writingDesk(for: named.flatMap(\.texts))
      let acceptance = Acceptance(transaction: transaction, desk: desk)
      for original in named { try acceptance.writeWorkingCopy(original, register: &register) }
    }
  }

  /// An original that an absorbed source gave is another's from now on; bytes and seed stay.
  private mutating func follow(_ original: OriginalRecord, _ source: Code) throws -> OriginalRecord
  {
    guard let absorbed, original.source == absorbed.code else { return original }
    let moved = original.given(by: source)
    try transaction.put(
      .original, moved.code.text, listing: try Codec.encode(["code": moved.code.text]),
      body: try Codec.encode(moved))
    followed.insert(moved.code)
    self.moved[moved.code] = moved
    return moved
  }

  /// Keeps a source that the vault does not have yet, and redacts what names the person.
  mutating func add(_ document: SourceDocument) throws -> SourceRecord {
    let record = SourceRecord(
      code: try transaction.newCode(.source, .source), document: document)
    people = people.with(record)
    codes.insert(record.code)
    try keep(record)
    return record
  }

  /// Keeps several sources that the vault does not have yet; everything is redacted anew once for all
  /// of them.
  ///
  /// - Parameter stored: is called when one is in the store, before the next is written.
  mutating func add(
    _ documents: [SourceDocument], stored: (SourceRecord) throws -> Void
  ) throws {
    var records: [SourceRecord] = []
    for document in documents {
      var code = try transaction.newCode(.source, .source)
      while codes.contains(code) { code = try transaction.newCode(.source, .source) }
      codes.insert(code)
      records.append(SourceRecord(code: code, document: document))
    }
    people = people.with(records)
    try redactAgain(naming: records)
    try finish()
    for record in records {
      try transaction.put(record, knowing: people.spellings)
      try stored(record)
    }
  }

  /// Writes a source and redacts what names the person.
  mutating func keep(_ record: SourceRecord) throws {
    try redactAgain(naming: [record])
    try transaction.put(record, knowing: people.spellings)
  }

  /// Writes the register, if labels were given out since the last time.
  mutating func finish() throws { try write(register) }

  /// Writes the register as it was at a moment since the last time.
  mutating func write(_ register: LabelRegister) throws {
    guard register != written else { return }
    try transaction.put(
      .register, register.audience, listing: [], body: try Codec.encode(register))
    written = register
  }

  func has(_ code: Code) -> Bool { codes.contains(code) }

  /// The source whose record says exactly this.
  func code(of document: SourceDocument) -> Code? {
    people.records.first { $0.document == document }?.code
  }
}

extension RedactionDesk {
  /// Whether anybody of this desk is named in a testimony.
  func mentions(_ original: OriginalRecord) -> Bool {
    original.texts.contains { !matcher.matches(in: $0).isEmpty }
  }
}

extension Transaction {
  /// The labels given out so far for an audience.
  func register(_ audience: String) throws -> LabelRegister {
    guard try reader.leaf(.register, audience) != nil else {
      return LabelRegister(audience: audience)
    }
    return try Codec.decode(LabelRegister.self, try open(.register, audience))
  }
}
