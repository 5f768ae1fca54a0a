/// Testimonies that are taken in within one transaction, with one reading of all sources.
final class TestimonyBatch {
  private let transaction: Transaction
  private var work: RedactionWork

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    work = try RedactionWork(transaction, audience: Audience.internalName)
  }

  /// Takes one testimony in, with its source if no record says exactly the same.
  func add(
    _ file: TestimonyFile, _ source: SourceReference.Read, documenter: String
  ) throws -> Accepted {
    let code: Code
    switch source {
    case .code(let known):
      guard work.records.contains(where: { $0.code == known }) else { throw VaultError.notFound }
      code = known
    case .document(let document):
      // The same file again is the same person: two records of one name would make every mention
      // of it ambiguous.
      let known = work.records.first { $0.document == document }
      code = try known?.code ?? work.add(document).code
    }
    let testimony = try Acceptance(transaction: transaction, desk: work.desk).accept(
      file, source: code, documenter: documenter, register: &work.register)
    return Accepted(testimony: testimony, source: code)
  }

  /// Writes the register, if labels were given out since.
  func finishLabels() throws { try work.finish() }
}
