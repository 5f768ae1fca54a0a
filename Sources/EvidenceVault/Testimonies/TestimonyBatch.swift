/// Testimonies that are taken in within one transaction, with one reading of all sources.
final class TestimonyBatch {
  private let transaction: Transaction
  private var work: RedactionWork
  /// Codes given out here; the map learns of them when they are stored.
  private var drawn: Set<Code> = []

  /// Everybody known, those who were added among them.
  var people: People { work.people }

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
  /// - Parameters:
  ///   - inOneEntry: all of them are one entry of the log, so that the register is written once.
  ///   - stored: is called when one is in the store, before the next is written.
  func add(
    _ items: [Item], inOneEntry: Bool = false, stored: (Accepted) throws -> Void
  ) throws {
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
        if !inOneEntry { try work.write(sealed.register) }
        try stored(sealed.accepted)
      }
    }
    if inOneEntry { try work.finish() }
  }

  /// The code of a source, if the vault has it.
  func known(_ source: SourceReference.Read) throws -> Code? {
    do { return try code(of: source) } catch VaultError.notFound { return nil }
  }

  /// Keeps sources that the vault does not have yet, each with its own log entry.
  func addSources(_ documents: [SourceDocument]) throws -> [Code] {
    guard !documents.isEmpty else { return [] }
    var codes: [Code] = []
    try work.add(documents) { record in
      try transaction.log(.sourceAdded, [record.code.text], reason: "")
      codes.append(record.code)
    }
    return codes
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
