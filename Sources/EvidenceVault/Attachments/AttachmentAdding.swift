import Sealing

extension Session {
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
      let code = try read { reader in
        guard try reader.leaf(.original, testimony.text) != nil else { throw VaultError.notFound }
        return try reader.newAttachmentCode()
      }
      let incoming = try IncomingAttachment(named: name, code, in: self) { target, key in
        try ObjectSealing.seal(from: source, to: target, under: key, progress: progress)
      }
      return Attachment(
        try write { transaction in
          guard try transaction.reader.leaf(.original, testimony.text) != nil else {
            throw VaultError.notFound
          }
          return try incoming.add(to: testimony, transaction)
        })
    }
  }
}
