import Sealing
import Storage

extension Session {
  /// Where the sealed files are.
  ///
  /// - Throws: ``StoreError/unsuitable`` for a store that keeps no files.
  func objects() throws -> ObjectDirectory {
    guard let directory = store.directory else { throw StoreError.unsuitable }
    return ObjectDirectory(directory + "/objects")
  }

  /// Takes sealed files away whose records are gone. To be called when the transaction that took
  /// the records out is durable; a name that is not there is passed over.
  func destroyObjects(_ names: [String]) throws { try objects().remove(names) }
}

extension Reader {
  func objectNames(
    of testimonies: Set<Code>, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> [(attachment: Code, name: String)] {
    try listings(AttachmentSummary.self, .attachment, held, me)
      .filter { testimonies.contains($0.testimony) }
      .map { ($0.code, try objectName(of: $0.code, held, me)) }
  }

  func objectName(
    of attachment: Code, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> String {
    let key = lookup.record(.attachment, attachment.text)
    guard let leaf = try map.leaf(key) else { throw VaultError.notFound }
    return try objectName(key, leaf, held, me)
  }

  /// The name of the object that belongs to a verified leaf.
  func objectName(
    _ key: MapKey, _ leaf: MapLeaf, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> String {
    let recordKey = try self.recordKey(key.id, .attachment, held, me)
    return try ObjectKey(of: recordKey, context(key, leaf, held)).name
  }

  /// An attachment's record, and its object, open and of the right length.
  ///
  /// - Throws: ``IntegrityFault/record``; ``IntegrityFault/object``.
  func attachment(
    _ key: MapKey, _ leaf: MapLeaf, in objects: ObjectDirectory, _ held: HeldRole,
    _ me: borrowing MemberKeys
  ) throws -> OpenAttachment {
    let body = try self.body(key, leaf, .attachment, held, me)
    let record = try Codec.decode(AttachmentRecord.self, body)
    // Its commitment was compared when the body was opened.
    let recordKey = try self.recordKey(key.id, .attachment, held, me)
    let objectKey = try ObjectKey(of: recordKey, context(key, leaf, held))
    let name = objectKey.name
    let file = try Self.openObject(name, in: objects)
    return OpenAttachment(
      record: record, name: name,
      object: try SealedObject(file, size: record.size, key: objectKey))
  }

  private static func openObject(
    _ name: String, in objects: ObjectDirectory
  ) throws -> OpenFile {
    do throws(FileError) { return try objects.open(name) } catch {
      guard error == .missing || error == .unsuitable else { throw VaultError.file(error) }
      throw VaultError.integrity(.object)
    }
  }

  private func context(_ key: MapKey, _ leaf: MapLeaf, _ held: HeldRole) -> RecordContext {
    RecordContext(vault: held.keys.context.vault, record: key.id.bytes, version: leaf.version)
  }
}

/// An attachment whose sealed file is open.
struct OpenAttachment {
  let record: AttachmentRecord
  /// Of the sealed file.
  let name: String
  let object: SealedObject

  /// - Throws: ``IntegrityFault/object`` for another hash than the record's. `nil`, for a part of a file,
  ///   says nothing.
  func compare(_ digest: Digest?) throws {
    guard digest == nil || digest?.bytes == record.sha256.bytes else {
      throw VaultError.integrity(.object)
    }
  }
}
