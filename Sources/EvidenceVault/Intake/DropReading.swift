import Foundation
import Sealing
import Storage

/// What was handed in, opened and found to be what a drop has to be.
struct OpenedDrop: Sendable {
  let code: Code
  let documenter: String
  let testimony: TestimonyFile
  let source: SourceDocument
  let payload: DropPayload
}

/// What the rows of a drop turned out to be.
enum DropFinding {
  case readable(OpenedDrop)
  /// The code where it can be told; who wrote it must be looked up.
  case unreadable(Code?, Unreadable)
}

/// Reads drops, which somebody without the custodians' keys may have written.
///
/// Such a writer's program can seal nonsense, and leave a key that does not open. Neither may keep
/// a custodian from the others' drops. What only storage can have done is refused as ever: rows
/// that are not those of the map, and a wrap that does not open or fit, because wraps come from
/// holders, who look before they wrap.
struct DropReading {
  let reader: Reader
  let held: HeldRole
  let roster: RosterState

  /// - Throws: ``VaultError/integrity(_:)`` for what is missing or changed.
  func read(_ key: MapKey, _ leaf: MapLeaf, _ me: borrowing MemberKeys) throws -> DropFinding {
    let id = key.id
    guard let listing = try reader.store.listings([id])[0],
      let body = try reader.store.record(id), Digest.of(listing) == leaf.listing,
      Digest.of(body) == leaf.body
    else { throw VaultError.integrity(.record) }
    let context = RecordContext(vault: roster.vault, record: id.bytes, version: leaf.version)
    if let wrapID = RowID(held.keys.wrapID(of: id.bytes)),
      let wrap = try reader.store.wraps([wrapID])[0]
    {
      let parts = Parts(try held.keys.unwrap(wrap, of: id.bytes), listing, body, context)
      guard parts.fits else { throw VaultError.integrity(.record) }
      return finding(parts, key)
    }
    guard let boxed = try reader.store.wraps([reader.lookup.boxed(id, .custodian)])[0] else {
      return .unreadable(nil, .key)
    }
    if PassedOver.isRecord(boxed, id, held) { return .unreadable(nil, .passedOver) }
    guard
      let recordKey = try? BoxedContext.open(
        boxed, held, me, BoxedContext.record(roster.vault, .custodian, id))
    else { return .unreadable(nil, .key) }
    let parts = Parts(recordKey, listing, body, context)
    return parts.fits ? finding(parts, key) : .unreadable(nil, .key)
  }

  /// Both parts under one key, as far as they open.
  private struct Parts {
    let listing: [UInt8]?
    let body: [UInt8]?

    init(
      _ key: borrowing RecordKey, _ listing: [UInt8], _ body: [UInt8], _ context: RecordContext
    ) {
      self.listing = try? key.openListing(listing, context)
      self.body = try? key.openBody(body, context)
    }

    /// Each part commits to its key, so a part that opens shows that the key is the writer's.
    var fits: Bool { listing != nil || body != nil }
  }

  private func finding(_ parts: Parts, _ key: MapKey) -> DropFinding {
    guard let listing = parts.listing,
      let words = try? Codec.decode([String: String].self, listing),
      let code = Code(words["code"] ?? "", .drop), reader.lookup.record(.drop, code.text) == key
    else { return .unreadable(nil, .content) }
    guard let body = parts.body, let opened = opened(body, code) else {
      return .unreadable(code, .content)
    }
    return .readable(opened)
  }

  /// A drop must be signed by the member whom it names: who sealed it cannot speak for another.
  private func opened(_ body: [UInt8], _ code: Code) -> OpenedDrop? {
    guard let record = try? Codec.decode(DropRecord.self, body),
      let member = roster.members[record.signer],
      record.isSigned(by: member.keys.signing, code: code, vault: roster.vault),
      let payload = try? Codec.decode(DropPayload.self, Array(record.payload)),
      payload.attachments == nil,
      let testimony = try? TestimonyFile(Array(payload.testimony)),
      let source = try? SourceDocument(yaml: Array(payload.source))
    else { return nil }
    return OpenedDrop(
      code: code, documenter: member.handle, testimony: testimony, source: source,
      payload: payload)
  }
}

extension LogHistory.Origin {
  /// Whether a key that does not open now may never have opened.
  ///
  /// It may if somebody who did not hold the role wrote the record and no holder touched it since.
  /// A holder's program wraps keys that open; and a rotation since would have wrapped this one, or
  /// marked it.
  func mayBeUnopenable(now epoch: UInt32, marked: Bool) -> Bool {
    !writer.held && !changedSince && writer.entry.act == .dropHandedIn
      && (marked || writer.epoch == epoch)
  }
}
