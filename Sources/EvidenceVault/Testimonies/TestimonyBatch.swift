/// Testimonies that are taken in within one transaction, with one reading of all sources.
final class TestimonyBatch {
  private let transaction: Transaction
  private var work: RedactionWork
  /// Codes given out here; the map learns of them when they are stored.
  private var drawn: Set<Code> = []

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    work = try RedactionWork(transaction, audience: Audience.internalName)
  }

  /// A testimony that was read, its source, and who handed it in.
  struct Item {
    let file: TestimonyFile
    let source: SourceReference.Read
    let documenter: String
  }

  /// Takes testimonies in one after the other, each with its source if no record says exactly the
  /// same. They are redacted and sealed on other threads; letters are given, and rows written, in
  /// order on this one.
  ///
  /// - Parameter stored: is called when one is in the store, before the next is written.
  func add(_ items: [Item], stored: (Accepted) throws -> Void) throws {
    let texts = items.flatMap(\.file.texts)
    var desk: RedactionDesk?
    var rest = items[...]
    while let first = rest.first {
      // A new source has what was taken in before redacted anew: all of it must be there by then.
      let known = try code(of: first.source)
      let source = try known ?? addSource(of: first.source)
      if known == nil || desk == nil { desk = work.people.writingDesk(for: texts) }
      guard let desk else { return }
      let run = try rest.prefix { try code(of: $0.source) != nil }
      rest = rest.dropFirst(run.count)
      var waiting = run
      let acceptance = Acceptance(transaction: transaction, desk: desk)
      try Parallel.stream { () -> OriginalRecord? in
        guard let item = waiting.popFirst() else { return nil }
        return acceptance.original(
          item.file, try newCode(), source: try code(of: item.source) ?? source,
          documenter: item.documenter)
      } plan: { original in
        Result { try desk.draft(of: original) }
      } turn: { draft in
        acceptance.prepare(try draft.get(), register: &work.register)
      } work: { prepared in
        Result { try prepared.sealed() }
      } take: { sealed in
        let sealed = try sealed.get()
        try acceptance.store(sealed)
        try work.write(sealed.register)
        try stored(sealed.accepted)
      }
    }
  }

  private func newCode() throws -> Code {
    while true {
      let code = try transaction.newCode(.testimony, .original)
      if drawn.insert(code).inserted { return code }
    }
  }

  /// The code of a source that the vault has; the same file again is the same person: two records
  /// of one name would make every mention of it ambiguous.
  private func code(of source: SourceReference.Read) throws -> Code? {
    switch source {
    case .code(let named):
      if work.has(named) { return named }
      let known = try transaction.current(named)
      guard work.has(known) else { throw VaultError.notFound }
      return known
    case .document(let document): return work.code(of: document)
    }
  }

  private func addSource(of source: SourceReference.Read) throws -> Code {
    switch source {
    case .code(let known): known
    case .document(let document): try work.add(document).code
    }
  }
}
