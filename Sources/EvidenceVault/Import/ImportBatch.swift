import Sealing
import Storage

/// The rows of one transaction.
final class ImportBatch {
  private let transaction: Transaction
  private let batch: TestimonyBatch
  private var known: KnownRows
  /// Rows that a rehearsal would have taken in, those of this batch among them.
  private(set) var rehearsed: KnownRows
  /// Sources that the vault did not have.
  private(set) var added: [Code] = []

  init(_ transaction: Transaction, rehearsed: KnownRows) throws {
    self.transaction = transaction
    self.rehearsed = rehearsed
    batch = try TestimonyBatch(transaction)
    known = try transaction.importedRows()
  }

  /// - Returns: the code of each, in order.
  func addSources(_ documents: [SourceDocument]) throws -> [Code] {
    var new: [SourceDocument] = []
    for document in documents where try batch.known(.document(document)) == nil {
      if !new.contains(document) { new.append(document) }
    }
    added += try batch.addSources(new)
    return try documents.map { document in
      guard let code = try self.batch.known(.document(document)) else { throw VaultError.notFound }
      return code
    }
  }

  func take(_ rows: [Result<ReadRow, ImportRefusal>]) throws -> [ImportOutcome] {
    var outcomes: [ImportOutcome?] = []
    /// Rows to be taken in, and the first row of this batch that each other one repeats.
    var new: [(index: Int, row: ReadRow)] = []
    var repeated: [(index: Int, row: RowIdentity)] = []
    var seen = KnownRows()
    for (index, row) in rows.enumerated() {
      switch row {
      case .failure(let refusal): outcomes.append(.refused(refusal))
      case .success(let row):
        let outcome = try earlier(row)
        outcomes.append(outcome)
        guard outcome == nil else { continue }
        switch seen.outcome(row.identity) {
        case .refused(let refusal): outcomes[index] = .refused(refusal)
        case nil where try isSourceless(row): outcomes[index] = .refused(.unknownSource)
        case nil:
          seen.insert(row.identity, nil)
          new.append((index, row))
        default: repeated.append((index, row.identity))
        }
      }
    }
    for (index, accepted) in try store(new) { outcomes[index] = .taken(accepted) }
    for (index, row) in repeated { outcomes[index] = known.outcome(row) ?? rehearsed.outcome(row) }
    return outcomes.map { $0 ?? .known(nil) }
  }

  /// What is known of a row from before; `nil` when it is new.
  private func earlier(_ row: ReadRow) throws -> ImportOutcome? {
    if let outcome = known.outcome(row.identity) ?? rehearsed.outcome(row.identity) {
      return outcome
    }
    guard try transaction.reader.leaf(.receipt, row.dropCode) != nil else { return nil }
    let receipt = try Codec.decode(
      ReceiptRecord.self, try transaction.open(.receipt, row.dropCode))
    return .known(receipt.testimony)
  }

  private func isSourceless(_ row: ReadRow) throws -> Bool {
    guard case .code = row.source else { return false }
    return try batch.known(row.source) == nil
  }

  /// Writes new rows, their receipt, and the entry.
  private func store(
    _ new: [(index: Int, row: ReadRow)]
  ) throws -> [(index: Int, accepted: Accepted)] {
    guard !new.isEmpty else { return [] }
    var codes = try addSources(
      new.compactMap { if case .document(let document) = $0.row.source { document } else { nil } }
    )[...]
    let handle = transaction.session.handle
    let items = new.map { _, row in
      let source =
        if case .document = row.source, let code = codes.popFirst() {
          SourceReference.Read.code(code)
        } else { row.source }
      return TestimonyBatch.Item(file: row.file, source: source, documenter: handle)
    }
    var accepted: [Accepted] = []
    try batch.add(items, inOneEntry: true) { accepted.append($0) }
    let receipt = ImportReceipt(
      version: Version1(),
      rows: zip(new, accepted).map { new, accepted in
        ImportReceipt.Row(
          text: HexBytes(new.row.identity.text.bytes),
          row: new.row.identity.row.map { HexBytes($0.bytes) }, testimony: accepted.testimony)
      }, by: handle, at: Timestamp.text(transaction.nextTime()))
    try transaction.put(.receipt, receipt.code, listing: [], body: try Codec.encode(receipt))
    try transaction.log(.testimoniesImported, ["testimonies-\(new.count)"], reason: "")
    for (new, accepted) in zip(new, accepted) {
      known.insert(new.row.identity, accepted.testimony)
      rehearsed.insert(new.row.identity, accepted.testimony)
    }
    try keep()
    return zip(new, accepted).map { ($0.index, $1) }
  }

  /// Leaves what the next batch would read again with the session. If this transaction is not
  /// committed, the map will not have these summaries.
  private func keep() throws {
    let session = transaction.session
    session.importedRows = (
      try transaction.map.summary(prefix: transaction.lookup.prefix(of: .receipt)), known
    )
    session.people = (
      try transaction.map.summary(prefix: transaction.lookup.prefix(of: .source)), batch.people
    )
  }
}
