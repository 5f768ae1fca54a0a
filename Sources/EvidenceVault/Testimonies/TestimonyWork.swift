import Foundation
import Sealing

/// Where a testimony's source is.
public enum SourceReference: Sendable {
  /// A source that the vault has.
  case code(Code)
  /// A source file (YAML) of a person whom the vault does not have yet.
  case document([UInt8])
}

/// What taking a testimony in made.
public struct Accepted: Equatable, Sendable {
  public let testimony: Code
  public let source: Code
}

extension Session {
  /// Hands a testimony in and accepts it in one step.
  ///
  /// - Throws: ``VaultError/input(_:)``, ``VaultError/notFound`` for an unknown source.
  public func addTestimony(
    _ file: [UInt8], source: SourceReference, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Accepted {
    try vaultErrors {
      try addTestimonies([(file, source)], by: permit)[0]
    }
  }

  /// Takes several testimonies in: all or none, each with its own log entry.
  public func addTestimonies(
    _ files: [(file: [UInt8], source: SourceReference)],
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [Accepted] {
    try vaultErrors {
      let read = try Parallel.map(files) { file in
        Result { (try TestimonyFile(file.file), try file.source.read()) }
      }.map { try $0.get() }
      return try write { transaction in
        let batch = try TestimonyBatch(transaction)
        let handle = self.handle
        var accepted: [Accepted] = []
        try batch.add(
          read.map { TestimonyBatch.Item(file: $0, source: $1, documenter: handle) }
        ) { next in
          try transaction.log(
            .testimonyAdded, [next.testimony.text, next.source.text], reason: "")
          accepted.append(next)
        }
        return accepted
      }
    }
  }

  /// All testimonies, by code; titles with labels in the place of names.
  public func testimonies(
    by permit: borrowing Permit<ResearcherRole>
  ) throws(VaultError) -> [TestimonySummary] {
    try vaultErrors {
      try write { try $0.log(.testimoniesListed, [], reason: "") }
      return try read { reader in
        let held = try self.holding(.researcher, self.state, reader.store)
        return try reader.listings(TestimonySummary.self, .working, held, self.me)
          .sorted { $0.code.text < $1.code.text }
      }
    }
  }

  /// A testimony without names, with notes; logged before it is opened.
  public func testimony(
    _ code: Code, by permit: borrowing Permit<ResearcherRole>
  ) throws(VaultError) -> WorkingCopy {
    try vaultErrors {
      let bytes = try logThenOpen(.testimonyOpened, .working, code, reason: "")
      let working = try Codec.decode(WorkingRecord.self, bytes)
      let notes = try read { reader in
        try reader.notes(code, try self.holding(.researcher, self.state, reader.store), self.me)
      }
      return WorkingCopy(working, notes: notes.notes)
    }
  }

  /// A testimony with its names; logged with the reason before it is opened.
  public func original(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> OriginalTestimony {
    try vaultErrors {
      let bytes = try logThenOpen(.originalOpened, .original, code, reason: reason)
      let original = try Codec.decode(OriginalRecord.self, bytes)
      return OriginalTestimony(
        code: original.code, source: original.source,
        text: try RawText(Array(original.file.dropFirst(original.textOffset))),
        title: try original.title.map { try RawText(Array($0.utf8)) })
    }
  }

  /// Adds a researcher's note to a testimony.
  ///
  /// - Throws: ``VaultError/notFound``, ``InputFault/emptyText``.
  public func addNote(
    _ text: String, to code: Code, by permit: borrowing Permit<ResearcherRole>
  ) throws(VaultError) {
    try vaultErrors {
      guard !text.isEmpty else { throw InputFault.emptyText }
      try write { transaction in
        guard try transaction.reader.leaf(.working, code.text) != nil else {
          throw VaultError.notFound
        }
        var record = try transaction.reader.notes(
          code, try transaction.holding(.researcher), self.me)
        record.notes.append(TestimonyNote(by: self.handle, text: text))
        try transaction.put(.note, code.text, listing: [], body: try Codec.encode(record))
        try transaction.log(.noteAdded, [code.text], reason: "")
      }
    }
  }
}

extension SourceReference {
  /// A reference whose file, if it is one, has been read.
  enum Read: Sendable {
    case code(Code)
    case document(SourceDocument)
  }

  func read() throws(InputFault) -> Read {
    switch self {
    case .code(let code): .code(code)
    case .document(let bytes): .document(try SourceDocument(yaml: bytes))
    }
  }
}

extension WorkingCopy {
  init(_ working: WorkingRecord, notes: [TestimonyNote]) {
    self.init(
      code: working.code, title: working.title.map(\.text).joined(), date: working.date,
      language: working.language,
      sentences: working.sentences.map { $0.map(\.text).joined() }, notes: notes)
  }
}

extension Reader {
  func notes(
    _ code: Code, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> NoteRecord {
    guard try leaf(.note, code.text) != nil else {
      return NoteRecord(version: Version1(), notes: [])
    }
    return try Codec.decode(NoteRecord.self, try open(.note, code.text, held, me))
  }
}
