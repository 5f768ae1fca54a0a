import Sealing
import Storage

extension Session {
  /// The most bytes that the name of a file may have.
  private static let nameLimit = 255

  /// Seals a file and adds it to a testimony; when this returns it is durable, file and record.
  ///
  /// The file is read once, from its beginning to its end: sealed on all cores while it is hashed. A run that is
  /// killed leaves nothing, or a sealed file that no record names; see ``checkObjects(progress:)``.
  ///
  /// - Parameters:
  ///   - source: a file or pipe; not closed.
  ///   - name: how the file is called, without its directory; `nil` for a pipe.
  ///   - progress: is told how many bytes of the file are sealed.
  /// - Throws: ``VaultError/notFound`` for an unknown testimony; ``VaultError/input(_:)`` with
  ///   ``InputFault/emptyFile`` or ``InputFault/fileName``; ``VaultError/file(_:)``.
  public func addAttachment(
    from source: Int32, named name: String?, to testimony: Code,
    by permit: borrowing Permit<CustodianRole>, progress: (_ bytes: Int) -> Void = { _ in }
  ) throws(VaultError) -> Attachment {
    try vaultErrors {
      if let name, name.isEmpty || name.utf8.count > Self.nameLimit || name.contains("/") {
        throw InputFault.fileName
      }
      let directory = try objects()
      let (code, vault) = try read { reader in
        guard try reader.leaf(.original, testimony.text) != nil else { throw VaultError.notFound }
        return (try reader.newAttachmentCode(), self.state.roster.vault)
      }
      let key = lookup.record(.attachment, code.text)
      let recordKey = try RecordKey()
      let objectKey = try ObjectKey(
        of: recordKey, RecordContext(vault: vault, record: key.id.bytes, version: 1))
      let object = objectKey.name
      let file = try directory.create(object)
      let sealed = try ObjectSealing.seal(
        from: source, to: file.descriptor, under: objectKey, progress: progress)
      try file.hideTime()
      try file.flush()
      let record = AttachmentRecord(
        version: Version1(), code: code, testimony: testimony, name: name,
        type: MediaType.of(sealed.head), size: sealed.size, sha256: HexBytes(sealed.sha256.bytes),
        hashSalt: HexBytes(Random.bytes(32)), addedBy: handle,
        added: Timestamp.text(max(clock(), state.newest)))
      let draft = try RecordDraft(
        key, version: 1, under: recordKey, listing: try Codec.encode(record.summary),
        body: try Codec.encode(record), vault: vault)
      try write { transaction in
        guard try transaction.reader.leaf(.original, testimony.text) != nil else {
          throw VaultError.notFound
        }
        guard try transaction.map.leaf(key) == nil else { throw StoreError.conflict }
        // Within the transaction, so that nobody takes it for an orphan before its record is there.
        try file.publish()
        do {
          try transaction.put(draft, .custodian, before: nil)
          try transaction.log(
            .attachmentAdded,
            [code.text, testimony.text, "sha256-" + Hex.encode(record.commitment.bytes)],
            reason: "")
        } catch {
          try? directory.remove([object])
          throw error
        }
      }
      return Attachment(record)
    }
  }
}

extension Reader {
  fileprivate func newAttachmentCode() throws -> Code {
    while true {
      let code = Code.random(.attachment)
      if try leaf(.attachment, code.text) == nil { return code }
    }
  }
}
