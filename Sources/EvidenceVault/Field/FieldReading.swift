import Foundation
import Sealing

/// A drop file, opened and found to be what it has to be.
struct FieldContents {
  let code: Code
  let kit: KitSummary
  let signer: SigningPublicKey?
  let testimony: TestimonyFile
  let source: SourceDocument
  let payload: DropPayload
  let attached: [OpenAttachedFile]

  /// Who handed the testimony in, as the original says it.
  var documenter: String { signer.map(DocumenterKey.fingerprint) ?? "unsigned" }
}

/// Opens drop files, which anybody who has a kit may have made.
struct FieldReading {
  let reader: Reader
  let held: HeldRole
  let vault: VaultID
  /// By which kits run out.
  let now: UInt64

  /// The kit that a drop names.
  ///
  /// - Throws: ``FieldFault/anotherVault`` when this vault gave out no such kit.
  func kit(
    of drop: FieldDrop, _ me: borrowing MemberKeys
  ) throws -> (record: KitRecord, kit: FieldKit) {
    let code = FieldKit.code(id: drop.kitID)
    guard try reader.leaf(.kit, code.text) != nil else { throw FieldFault.anotherVault }
    let record = try Codec.decode(
      KitRecord.self, try reader.open(.kit, code.text, held, me))
    let kit = try record.opened()
    guard kit.id == drop.kitID, kit.vault == vault else { throw FieldFault.anotherVault }
    return (record, kit)
  }

  /// - Throws: ``FieldFault``; ``InputFault`` for files that the vault would not take.
  func open(_ drop: FieldDrop, _ me: borrowing MemberKeys) throws -> FieldContents {
    let (record, kit) = try kit(of: drop, me)
    let keys = DropKeys(store: reader.store, lookup: reader.lookup, held: held, now: now)
    let key = try keys.open(drop, kit)
    let sealed = try drop.record(kit, key)
    guard let payload = try? Codec.decode(DropPayload.self, Array(sealed.payload)) else {
      throw FieldFault.dropAltered
    }
    return FieldContents(
      code: drop.code(of: kit), kit: try KitSummary(record, kit, keys),
      signer: sealed.signer.flatMap { SigningPublicKey($0.bytes) },
      testimony: try TestimonyFile(Array(payload.testimony)),
      source: try SourceDocument(yaml: Array(payload.source)), payload: payload,
      attached: try drop.open(payload.attachments, kit, key))
  }

  /// What became of this testimony before, if it came in a drop file.
  func receipt(_ contents: FieldContents, _ me: borrowing MemberKeys) throws -> ReceiptRecord? {
    let code = ReceiptRecord.code(contents.payload.testimony, vault)
    guard try reader.leaf(.receipt, code) != nil else { return nil }
    return try Codec.decode(ReceiptRecord.self, try reader.open(.receipt, code, held, me))
  }

  /// How many drops of the same key were accepted.
  func accepted(by signer: SigningPublicKey, _ me: borrowing MemberKeys) throws -> Int {
    try reader.map.leaves(prefix: reader.lookup.prefix(of: .receipt)).count { key, leaf in
      let receipt = try Codec.decode(
        Receipt.self, try reader.body(key, leaf, .receipt, held, me))
      guard case .drop(let receipt) = receipt else { return false }
      return receipt.testimony != nil && receipt.signer?.bytes == signer.bytes
    }
  }
}

extension KitSummary {
  init(_ record: KitRecord, _ kit: FieldKit, _ keys: DropKeys) throws {
    self.init(
      code: record.code, by: record.by, issued: kit.issuedDay, lastDay: kit.lastDay,
      epoch: kit.epoch, state: try keys.state(of: kit))
  }
}

extension Transaction {
  var fieldReading: FieldReading {
    get throws {
      FieldReading(
        reader: reader, held: try holding(.custodian), vault: vault, now: kitTime)
    }
  }
}
