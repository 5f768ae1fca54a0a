import Sealing

/// A drop that was just sealed.
public struct SealedDrop: Sendable {
  /// What to tell a custodian.
  public let code: Code
  /// The file.
  public let bytes: [UInt8]
}

/// A file that is to go with a testimony.
public struct FileToAttach {
  /// Open for reading; not closed.
  let descriptor: Int32
  /// Without its directory; `nil` for a pipe.
  let name: String?

  public init(_ descriptor: Int32, named name: String?) {
    self.descriptor = descriptor
    self.name = name
  }
}

/// Sealing away from the vault: no vault, no passphrase, and nothing that opens it again.
extension FieldKit {
  /// Makes what is sealed of a payload and the drop's nonce: signed or not.
  private typealias Signing = (_ payload: [UInt8], _ nonce: [UInt8]) throws -> FieldDropRecord

  /// Seals a testimony and who gave it to the custodians of the kit's vault, unsigned.
  ///
  /// Both files are checked as the vault would, so that the office is not surprised.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Throws: ``VaultError/input(_:)`` with the place of what is wrong;
  ///   ``FieldFault/kitExpired(_:)``.
  public func seal(
    testimony: [UInt8], source: [UInt8], now: UInt64 = Session.systemClock()
  ) throws(VaultError) -> SealedDrop {
    try vaultErrors {
      try drop(of: try payload(testimony, source, now)) { payload, _ in
        FieldDropRecord(unsigned: payload)
      }
    }
  }

  /// As ``seal(testimony:source:now:)``, signed by a key that need not be a name.
  public func seal(
    testimony: [UInt8], source: [UInt8], signedBy key: borrowing DocumenterKey,
    now: UInt64 = Session.systemClock()
  ) throws(VaultError) -> SealedDrop {
    try vaultErrors {
      try drop(of: try payload(testimony, source, now)) {
        FieldDropRecord($0, for: self, nonce: $1, by: key)
      }
    }
  }

  /// As ``seal(testimony:source:now:)``, with files that go with the testimony.
  ///
  /// Each is read once and sealed on all cores, in little memory.
  ///
  /// - Parameters:
  ///   - path: a file that is not there yet. It appears when all is sealed and durable.
  ///   - progress: is told how many bytes of all files are sealed.
  /// - Returns: what to tell a custodian.
  /// - Throws: ``InputFault/emptyFile``, ``InputFault/fileName``; ``VaultError/file(_:)``.
  public func seal(
    testimony: [UInt8], source: [UInt8], attaching files: [FileToAttach], into path: String,
    now: UInt64 = Session.systemClock(), progress: (_ bytes: Int) -> Void = { _ in }
  ) throws(VaultError) -> Code {
    try vaultErrors {
      try write(try payload(testimony, source, now), files, into: path, progress) { payload, _ in
        FieldDropRecord(unsigned: payload)
      }
    }
  }

  /// As ``seal(testimony:source:attaching:into:now:progress:)``, signed by a key that need not be a
  /// name.
  public func seal(
    testimony: [UInt8], source: [UInt8], attaching files: [FileToAttach], into path: String,
    signedBy key: borrowing DocumenterKey, now: UInt64 = Session.systemClock(),
    progress: (_ bytes: Int) -> Void = { _ in }
  ) throws(VaultError) -> Code {
    try vaultErrors {
      try write(try payload(testimony, source, now), files, into: path, progress) {
        FieldDropRecord($0, for: self, nonce: $1, by: key)
      }
    }
  }

  private func payload(
    _ testimony: [UInt8], _ source: [UInt8], _ now: UInt64
  ) throws -> DropPayload {
    guard !isExpired(at: now) else { throw FieldFault.kitExpired(lastDay) }
    _ = try TestimonyFile(testimony)
    _ = try SourceDocument(yaml: source)
    return DropPayload(testimony: testimony, source: source)
  }

  private func drop(of payload: DropPayload, _ signing: Signing) throws -> SealedDrop {
    let nonce = Random.bytes(FieldDrop.nonceSize)
    let record = try signing(try Codec.encode(payload), nonce)
    let drop = try FieldDrop(record, to: self, nonce: nonce)
    return SealedDrop(code: drop.code(of: self), bytes: drop.bytes)
  }

  /// The files are sealed first, because the record has their hashes.
  private func write(
    _ payload: DropPayload, _ files: [FileToAttach], into path: String,
    _ progress: (Int) -> Void, _ signing: Signing
  ) throws -> Code {
    guard (1...AttachedFile.most).contains(files.count) else { throw InputFault.selection }
    for file in files { try IncomingAttachment.check(name: file.name) }
    let drop = try UnfinishedFile(at: path)
    let key = try RecordKey()
    let nonce = Random.bytes(FieldDrop.nonceSize)
    let front = try FieldDrop.front(FieldDrop.carrying, of: key, to: self, nonce)
    try FileDescriptor.write(front, to: drop.descriptor, at: 0)
    var (place, done) = (front.count, 0)
    var payload = payload
    payload.attachments = []
    for (index, file) in files.enumerated() {
      let sealed = try ObjectSealing.seal(
        from: file.descriptor, to: drop.descriptor, at: place,
        under: try FieldDrop.objectKey(index + 1, of: key, to: self, nonce)
      ) { progress(done + $0) }
      guard let layout = ObjectLayout(size: sealed.size) else { throw InputFault.emptyFile }
      place += layout.sealedSize
      done += sealed.size
      payload.attachments?.append(
        AttachedFile(name: file.name, size: sealed.size, sha256: HexBytes(sealed.sha256.bytes)))
    }
    let record = try signing(try Codec.encode(payload), nonce)
    let body = try FieldDrop.body(record, under: key, to: self, nonce)
    try FileDescriptor.write(
      body + UInt32(body.count).bigEndianBytes, to: drop.descriptor, at: place)
    try drop.flush()
    try drop.publish()
    return FieldDrop.code(self, nonce)
  }
}
