import Sealing
import Storage

extension Session {
  /// Seals the next attachment's file anew under a new key, in a transaction of its own.
  ///
  /// The long part is outside the transaction; its record is written only if nobody wrote it meanwhile.
  ///
  /// - Parameter after: the key of the one before.
  /// - Returns: its key; `nil` when there is none left.
  func rotateNextAttachment(after: [UInt8]?) throws -> [UInt8]? {
    guard let old = try read({ try self.nextAttachment(after: after, $0) }) else { return nil }
    let version = old.leaf.version + 1
    let vault = state.roster.vault
    let recordKey = try RecordKey()
    let objectKey = try ObjectKey(
      of: recordKey, RecordContext(vault: vault, record: old.key.id.bytes, version: version))
    let directory = try objects()
    let name = objectKey.name
    let file = try directory.create(name)
    let sealed = try ObjectSealing.seal(
      from: old.attachment.object, to: file.descriptor, under: objectKey)
    try old.attachment.compare(sealed.sha256)
    try file.hideTime()
    try file.flush()
    let draft = try RecordDraft(
      old.key, version: version, under: recordKey,
      listing: try Codec.encode(old.attachment.record.summary), body: old.body, vault: vault)
    try write { transaction in
      guard try transaction.map.leaf(old.key) == old.leaf else { throw StoreError.conflict }
      try file.publish()
      do {
        try transaction.put(draft, .custodian, before: old.leaf)
        try self.setCursor(
          RotationCursor(
            kind: RecordKind.attachment.rawValue, after: old.key.bytes,
            entry: transaction.state.logCount, objects: [old.attachment.name]),
          transaction)
        try transaction.log(.recordsRotated, ["1"], reason: "")
      } catch {
        try? directory.remove([name])
        throw error
      }
    }
    try directory.remove([old.attachment.name])
    return old.key.bytes
  }

  /// An attachment as it is before its rotation.
  private struct Old {
    let key: MapKey
    let leaf: MapLeaf
    let body: [UInt8]
    let attachment: OpenAttachment
  }

  private func nextAttachment(after: [UInt8]?, _ reader: Reader) throws -> Old? {
    guard let (key, leaf) = try reader.next(.attachment, after: after) else { return nil }
    let held = try holding(.custodian, state, reader.store)
    return Old(
      key: key, leaf: leaf, body: try reader.body(key, leaf, .attachment, held, me),
      attachment: try reader.attachment(key, leaf, in: try objects(), held, me))
  }
}
