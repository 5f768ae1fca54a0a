import Foundation
import Sealing
import Storage

/// A drop file as a custodian reads it before accepting.
public struct OpenedFieldDrop: Sendable {
  public let code: Code
  /// The kit that it was sealed with.
  public let kit: KitSummary
  /// The fingerprint of the documenter's key; `nil` where nobody signed.
  public let signer: String?
  /// How many drops of the same key were accepted before.
  public let earlier: Int
  /// Whether a testimony of the same words was accepted or refused before.
  public let before: EarlierDrop?
  public let testimony: RawText
  public let source: SourceDocument
  /// What came with it.
  public let attachments: [AttachedFile]
}

/// What became of a drop file that came before.
public enum EarlierDrop: Equatable, Sendable {
  case accepted(Code)
  /// Refused; or accepted, and erased since.
  case refusedOrErased

  /// The testimony that was made of it; `nil` where none is there.
  public var testimony: Code? {
    switch self {
    case .accepted(let code): code
    case .refusedOrErased: nil
    }
  }

  init(_ receipt: ReceiptRecord) {
    self = receipt.testimony.map { .accepted($0) } ?? .refusedOrErased
  }
}

/// A drop file that was taken in.
public struct AcceptedFieldDrop: Equatable, Sendable {
  public let drop: Code
  public let testimony: Code
  public let source: Code
  public let kit: KitSummary
  /// Codes of what came with it, in order.
  public let attachments: [Code]
  /// Whether only attachments came in, because the testimony was there.
  public let isLate: Bool
}

extension Session {
  /// Opens a drop file; logged before it is opened.
  ///
  /// - Throws: ``FieldFault``; ``VaultError/input(_:)`` for files that the vault would not take.
  public func fieldDrop(
    _ drop: FieldDrop, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> OpenedFieldDrop {
    try vaultErrors {
      let (swept, now) = try write { transaction in
        let swept = try transaction.sweepDropKeys()
        let kit = try transaction.fieldReading.kit(of: drop, self.me).kit
        let now = transaction.kitTime
        try transaction.log(.fieldDropOpened, [drop.code(of: kit).text, kit.code.text], reason: "")
        return (swept, now)
      }
      if swept { _ = try store.destroyRemnants() }
      return try read { reader in
        let reading = FieldReading(
          reader: reader, held: try self.holding(.custodian, self.state, reader.store),
          vault: self.state.roster.vault, now: now)
        let contents = try reading.open(drop, self.me)
        return OpenedFieldDrop(
          code: contents.code, kit: contents.kit,
          signer: contents.signer.map(DocumenterKey.fingerprint),
          earlier: try contents.signer.map { try reading.accepted(by: $0, self.me) } ?? 0,
          before: try reading.receipt(contents, self.me).map(EarlierDrop.init),
          testimony: try RawText(contents.testimony.bytes), source: contents.source,
          attachments: contents.attached.map(\.file))
      }
    }
  }

  /// Takes a drop file into the vault under new keys, once, with all that is attached.
  ///
  /// When its testimony was accepted before, the attachments that this one lacks are added to it.
  ///
  /// - Parameters:
  ///   - source: a source that the vault has, when the drop is from the same person.
  ///   - isNew: the person is none of those whom the drop's source file resembles.
  ///   - progress: is told how many bytes of attachments are sealed, of how many.
  /// - Throws: ``FieldFault``, among them ``FieldFault/dropKnown(_:)`` for a testimony that came
  ///   before, and ``FieldFault/perhapsKnown(_:)`` where neither parameter says who it is.
  public func accept(
    _ drop: FieldDrop, as source: Code? = nil, isNew: Bool = false,
    by permit: borrowing Permit<CustodianRole>,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> AcceptedFieldDrop {
    try vaultErrors {
      if let late = try lateFiles(of: drop) { return try add(late, progress) }
      // Outside the transaction, because it may be long, and after all that can be refused.
      let files =
        drop.attached == nil
        ? []
        : try sealAnew(
          try write { try $0.openNew(drop, as: source, isNew: isNew).attached }, progress)
      let (accepted, swept) = try write { transaction in
        let swept = try transaction.sweepDropKeys()
        let contents = try transaction.openNew(drop, as: source, isNew: isNew)
        let batch = try TestimonyBatch(transaction)
        let reference: SourceReference =
          source.map { .code($0) } ?? .document(Array(contents.payload.source))
        let item = TestimonyBatch.Item(
          file: contents.testimony, source: try reference.read(),
          documenter: contents.documenter)
        var accepted: Accepted?
        try batch.add([item]) { next in
          try transaction.keepReceipt(contents, next)
          try transaction.log(
            .fieldDropAccepted,
            [contents.code, next.testimony, next.source, contents.kit.code].map(\.text), reason: "")
          try transaction.add(files, to: next.testimony)
          accepted = next
        }
        guard let accepted else { throw VaultError.notFound }
        return (
          AcceptedFieldDrop(
            drop: contents.code, testimony: accepted.testimony, source: accepted.source,
            kit: contents.kit, attachments: files.map(\.code), isLate: false), swept
        )
      }
      if swept { _ = try store.destroyRemnants() }
      return accepted
    }
  }

  /// What a drop brings to a testimony that is here.
  private struct Late {
    let contents: FieldContents
    let testimony: Code
    let source: Code
    /// None that the testimony has.
    let files: [OpenAttachedFile]
  }

  /// - Returns: `nil` for a drop of a testimony that is not here, or that brings nothing to it.
  private func lateFiles(of drop: FieldDrop) throws -> Late? {
    guard drop.attached != nil else { return nil }
    return try write { transaction in
      let reading = try transaction.fieldReading
      let contents = try reading.open(drop, self.me)
      guard let receipt = try reading.receipt(contents, self.me),
        let testimony = receipt.testimony, let source = receipt.source
      else { return nil }
      let held = try transaction.attachmentHashes(of: testimony)
      let files = contents.attached.filter { !held.contains($0.file.sha256) }
      guard !files.isEmpty else { return nil }
      try transaction.log(
        .fieldDropOpened, [contents.code.text, contents.kit.code.text], reason: "")
      return Late(contents: contents, testimony: testimony, source: source, files: files)
    }
  }

  private func add(
    _ late: Late, _ progress: (Int, Int) -> Void
  ) throws -> AcceptedFieldDrop {
    let files = try sealAnew(late.files, progress)
    try write { transaction in
      guard try transaction.reader.leaf(.original, late.testimony.text) != nil else {
        throw VaultError.notFound
      }
      try transaction.add(files, to: late.testimony)
    }
    return AcceptedFieldDrop(
      drop: late.contents.code, testimony: late.testimony, source: late.source,
      kit: late.contents.kit, attachments: files.map(\.code), isLate: true)
  }

  /// Seals the files of a drop under new keys.
  private func sealAnew(
    _ files: [OpenAttachedFile], _ progress: (Int, Int) -> Void
  ) throws -> [IncomingAttachment] {
    let total = files.reduce(0) { $0 + $1.file.size }
    var done = 0
    var drawn: Set<Code> = []
    return try files.map { file in
      var code = try read { try $0.newAttachmentCode() }
      while !drawn.insert(code).inserted { code = try read { try $0.newAttachmentCode() } }
      defer { done += file.file.size }
      return try IncomingAttachment(named: file.file.name, code, in: self) { target, key in
        try file.seal(to: target, under: key) { progress(done + $0, total) }
      }
    }
  }

  /// Enters that a drop file was refused, so that nobody accepts it later unawares. The file itself
  /// is outside the vault.
  ///
  /// - Returns: its code.
  public func refuse(
    _ drop: FieldDrop, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Code {
    try vaultErrors {
      try write { transaction in
        let contents = try transaction.openNew(drop)
        try transaction.keepReceipt(contents, nil)
        try transaction.log(
          .fieldDropRefused, [contents.code.text, contents.kit.code.text], reason: reason)
        return contents.code
      }
    }
  }
}

extension Transaction {
  /// What the attachments of a testimony are, by their hashes.
  fileprivate func attachmentHashes(of testimony: Code) throws -> Set<HexBytes> {
    let listed = try reader.listings(
      AttachmentSummary.self, .attachment, try holding(.custodian), session.me)
    return Set(
      try listed.filter { $0.testimony == testimony }.map {
        try Codec.decode(AttachmentRecord.self, try open(.attachment, $0.code.text)).sha256
      })
  }

  /// Opens a drop that may be accepted: its testimony is new, and it is clear who the person is.
  fileprivate func openNew(
    _ drop: FieldDrop, as source: Code?, isNew: Bool
  ) throws -> FieldContents {
    let contents = try openNew(drop)
    if source == nil, !isNew { try checkUnlike(contents.source) }
    return contents
  }

  /// Adds what came with a testimony, all or nothing.
  fileprivate func add(_ files: [IncomingAttachment], to testimony: Code) throws {
    do {
      for file in files { _ = try file.add(to: testimony, self) }
    } catch {
      for file in files { file.withdraw() }
      throw error
    }
  }

  /// Opens a drop whose testimony has neither been accepted nor refused.
  fileprivate func openNew(_ drop: FieldDrop) throws -> FieldContents {
    let reading = try fieldReading
    let contents = try reading.open(drop, session.me)
    guard let receipt = try reading.receipt(contents, session.me) else { return contents }
    throw receipt.testimony.map(FieldFault.dropKnown) ?? FieldFault.dropRefused
  }

  fileprivate func keepReceipt(_ contents: FieldContents, _ accepted: Accepted?) throws {
    let receipt = ReceiptRecord(
      version: Version1(), drop: contents.code, kit: contents.kit.code,
      signer: contents.signer.map { HexBytes($0.bytes) }, testimony: accepted?.testimony,
      source: accepted?.source, by: session.handle, at: Timestamp.text(nextTime()))
    try put(
      .receipt, ReceiptRecord.code(contents.payload.testimony, vault), listing: [],
      body: try Codec.encode(receipt))
  }

  /// A record that says exactly the same is the same person; one that is like it may be.
  fileprivate func checkUnlike(_ document: SourceDocument) throws {
    let records = try people().records
    guard !records.contains(where: { $0.document == document }) else { return }
    let like = LikenessSearch(document).search(records)
    guard like.isEmpty else { throw FieldFault.perhapsKnown(like.map(\.source)) }
  }
}
