import Anonymity
import Foundation

/// What a transaction needs to redact with: everybody known, and the register of working copies.
struct RedactionWork {
  let transaction: Transaction
  private(set) var records: [SourceRecord]
  private var codes: Set<Code>
  private(set) var desk: RedactionDesk
  var register: LabelRegister
  private var written: LabelRegister

  /// - Parameter audience: whose labels are given out.
  init(_ transaction: Transaction, audience: String, changing changed: SourceRecord? = nil) throws {
    self.transaction = transaction
    var records = try transaction.sources()
    if let changed {
      records.removeAll { $0.code == changed.code }
      records.append(changed)
    }
    self.records = records
    codes = Set(records.map(\.code))
    desk = RedactionDesk(records)
    register = try transaction.register(audience)
    written = register
  }

  /// Redacts anew every working copy in which a changed source is named.
  ///
  /// Old versions and their keys are gone with the transaction.
  private mutating func redactAgain(naming changed: SourceRecord) throws {
    let only = RedactionDesk([changed])
    let acceptance = Acceptance(transaction: transaction, desk: desk)
    try transaction.openAll(.original) { bodies in
      for original in try Codec.decodeAll(OriginalRecord.self, bodies)
      where only.mentions(original) {
        try acceptance.writeWorkingCopy(original, register: &register)
      }
    }
  }

  /// Keeps a source that the vault does not have yet, and redacts what names the person.
  mutating func add(_ document: SourceDocument) throws -> SourceRecord {
    let record = SourceRecord(
      code: try transaction.newCode(.source, .source), document: document)
    records.append(record)
    codes.insert(record.code)
    desk = RedactionDesk(records)
    try keep(record)
    return record
  }

  /// Writes a source and redacts what names the person.
  mutating func keep(_ record: SourceRecord) throws {
    try redactAgain(naming: record)
    try transaction.put(
      .source, record.code.text, listing: try Codec.encode(SourceSummary(record)),
      body: try Codec.encode(record))
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
    records.first { $0.document == document }?.code
  }
}

extension RedactionDesk {
  /// Whether anybody of this desk is named in a testimony.
  func mentions(_ original: OriginalRecord) -> Bool {
    if !matcher.matches(in: Array(original.file)).isEmpty { return true }
    return original.title.map { !matcher.matches(in: Array($0.utf8)).isEmpty } ?? false
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
