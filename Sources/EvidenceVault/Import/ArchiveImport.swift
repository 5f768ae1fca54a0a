/// Takes in an archive of testimonies, some at a time: each call is one transaction with one entry of
/// the log, and what was taken in before is known again. So an import that was killed goes on when it
/// is run again, and doubles nothing.
///
/// Redaction, sealing and checks are those of ``Session/addTestimony(_:source:by:)``.
public final class ArchiveImport {
  private let session: Session
  /// Everything is done as it would be, and then taken back.
  public let isRehearsal: Bool
  /// What earlier batches of a rehearsal would have taken in.
  private var rehearsed = KnownRows()
  /// Source files by their bytes: many rows name the same.
  private var documents: [[UInt8]: SourceDocument] = [:]
  /// Sources that the vault did not have.
  public private(set) var addedSources: [Code] = []

  /// - Parameter isRehearsal: the vault stays as it is, and its log too; what is told is what an
  ///   import would have told.
  public init(_ session: Session, isRehearsal: Bool = false) {
    self.session = session
    self.isRehearsal = isRehearsal
  }

  /// Keeps sources before the testimonies that name them, all in one transaction. A source that the
  /// vault has exactly so is found and not doubled.
  ///
  /// - Returns: the code of each, in order.
  /// - Throws: ``VaultError/input(_:)`` for a file that is no source file.
  public func addSources(
    _ files: [[UInt8]], by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [Code] {
    try vaultErrors {
      let read = try files.map { try self.document($0) }
      return try self.write { transaction in
        let batch = try ImportBatch(transaction, rehearsed: self.rehearsed)
        return (try batch.addSources(read), batch)
      }
    }
  }

  /// Takes in the rows that are fit and new.
  ///
  /// - Returns: what became of each, in order.
  /// - Throws: what ends the import; then none of these rows was taken in.
  public func take(
    _ rows: [ImportRow], by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [ImportOutcome] {
    try vaultErrors {
      let sources = rows.map(self.source)
      let lookup = self.session.lookup
      let vault = self.session.state.roster.vault
      let read = Parallel.map(Array(zip(rows, sources))) { row, source in
        Result { () throws(ImportRefusal) in
          try ReadRow(row, source: try source.get(), lookup, vault)
        }
      }
      return try self.write { transaction in
        let batch = try ImportBatch(transaction, rehearsed: self.rehearsed)
        return (try batch.take(read), batch)
      }
    }
  }

  private func source(_ row: ImportRow) -> Result<SourceReference.Read, ImportRefusal> {
    switch row.source {
    case .code(let code): return .success(.code(code))
    case .document(let file):
      do throws(InputFault) { return .success(.document(try document(file))) } catch {
        return .failure(.source(error))
      }
    }
  }

  private func document(_ file: [UInt8]) throws(InputFault) -> SourceDocument {
    if let known = documents[file] { return known }
    let document = try SourceDocument(yaml: file)
    documents[file] = document
    return document
  }

  /// One transaction, which a rehearsal takes back by throwing what it was to return.
  private func write<Result>(
    _ body: (Transaction) throws -> (Result, ImportBatch)
  ) throws -> Result {
    let (result, batch): (Result, ImportBatch)
    if isRehearsal {
      var done: (Result, ImportBatch)?
      do {
        try session.write { transaction in
          done = try body(transaction)
          throw TakenBack()
        }
      } catch is TakenBack {}
      guard let done else { throw VaultError.notFound }
      (result, batch) = done
      rehearsed = batch.rehearsed
    } else {
      (result, batch) = try session.write(body)
    }
    addedSources += batch.added.filter { !addedSources.contains($0) }
    return result
  }

  private struct TakenBack: Error {}
}
