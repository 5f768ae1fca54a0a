import Sealing
import Storage

/// Where the bytes of an attachment go.
public enum AttachmentDestination: Equatable, Sendable {
  /// A file that is not there yet. It appears when the last byte has been verified.
  case newFile(String)
  /// An open descriptor. It gets each chunk as soon as that chunk has been verified.
  case descriptor(Int32)
}

extension Session {
  /// The attachments of a testimony, by code, complete by proof; logged.
  ///
  /// - Throws: ``VaultError/notFound`` for an unknown testimony.
  public func attachments(
    of testimony: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [AttachmentSummary] {
    try vaultErrors {
      try write { transaction in
        guard try transaction.reader.leaf(.original, testimony.text) != nil else {
          throw VaultError.notFound
        }
        try transaction.log(.attachmentsListed, [testimony.text], reason: "")
      }
      return try read { reader in
        let held = try self.holding(.custodian, self.state, reader.store)
        return try reader.listings(AttachmentSummary.self, .attachment, held, self.me)
          .filter { $0.testimony == testimony }.sorted { $0.code.text < $1.code.text }
      }
    }
  }

  /// What an attachment is, without opening its file; logged with the reason.
  public func attachment(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Attachment {
    try vaultErrors {
      Attachment(
        try Codec.decode(
          AttachmentRecord.self,
          try logThenOpen(.attachmentOpened, .attachment, code, reason: reason)))
    }
  }

  /// Gives out the file of an attachment, or a part of it; logged with the reason before.
  ///
  /// Of a whole file the SHA-256 is compared with the record's: before a new file gets its name, and after the last
  /// byte to a descriptor.
  ///
  /// - Parameters:
  ///   - range: bytes of the file, counted from 0, both included; all when `nil`. What lies beyond
  ///     the end is left out.
  ///   - progress: is told how many bytes of how many are done.
  /// - Throws: ``VaultError/integrity(_:)`` with ``IntegrityFault/object``: no byte that is not the
  ///   file's was given out. ``InputFault/range`` when the file ends before. ``VaultError/file(_:)``.
  public func extractAttachment(
    _ code: Code, range: ClosedRange<Int>? = nil, to destination: AttachmentDestination,
    reason: String, by permit: borrowing Permit<CustodianRole>,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> Attachment {
    try vaultErrors {
      var file: UnfinishedFile?
      if case .newFile(let path) = destination { file = try UnfinishedFile(at: path) }
      let part = range.map { ["bytes-\($0.lowerBound)-\($0.upperBound)"] } ?? []
      let opened = try logThenOpenFile(code, part, reason: reason)
      let size = opened.record.size
      if let range, range.lowerBound < 0 || range.lowerBound >= size { throw InputFault.range }
      let bytes = range.map { $0.lowerBound..<min($0.upperBound, size - 1) + 1 }
      let count = bytes?.count ?? size
      switch destination {
      case .newFile:
        guard let file else { throw FileError.inputOutput }
        try opened.compare(
          try opened.object.extract(bytes, to: file.descriptor) { progress($0, count) })
        try file.flush()
        try file.publish()
      case .descriptor(let descriptor):
        let digest = try opened.object.read(bytes) {
          progress($0, count)
        } take: { part throws(FileError) in
          try FileDescriptor.write(part, to: descriptor)
        }
        try opened.compare(digest)
      }
      return Attachment(opened.record)
    }
  }

  /// Logs that an attachment's file leaves, then opens it.
  ///
  /// - Parameter how: subjects of the entry beside the code.
  func logThenOpenFile(
    _ code: Code, _ how: [String], reason: String
  ) throws -> OpenAttachment {
    let key = lookup.record(.attachment, code.text)
    try write { transaction in
      guard try transaction.map.leaf(key) != nil else { throw VaultError.notFound }
      try transaction.log(.attachmentExtracted, [code.text] + how, reason: reason)
    }
    return try read { reader in
      guard let leaf = try reader.map.leaf(key) else { throw VaultError.notFound }
      return try reader.attachment(
        key, leaf, in: try self.objects(),
        try self.holding(.custodian, self.state, reader.store), self.me)
    }
  }
}
