import Sealing
import Storage

/// A file that is sealed and durable, and has neither a name nor a record yet.
///
/// Until it is added it is nothing: it goes when this object or the process does.
final class IncomingAttachment {
  /// The most bytes that the name of a file may have.
  private static let nameLimit = 255

  let code: Code
  private let key: MapKey
  private let name: String?
  private let sealed: ObjectSealing.Sealed
  /// Taken by the record.
  private var recordKey: RecordKey?
  private let directory: ObjectDirectory
  private let file: UnfinishedFile
  private let object: String

  /// - Throws: ``InputFault/fileName`` for what no file can be called.
  static func check(name: String?) throws(InputFault) {
    guard let name else { return }
    guard !name.isEmpty, name.utf8.count <= nameLimit, !name.contains("/") else { throw .fileName }
  }

  /// - Parameters:
  ///   - name: how the file is called, without its directory; `nil` for a pipe.
  ///   - seal: seals the file's bytes into a descriptor.
  init(
    named name: String?, _ code: Code, in session: Session,
    seal: (Int32, borrowing ObjectKey) throws -> ObjectSealing.Sealed
  ) throws {
    try Self.check(name: name)
    self.name = name
    self.code = code
    key = session.lookup.record(.attachment, code.text)
    directory = try session.objects()
    let recordKey = try RecordKey()
    let objectKey = try ObjectKey(
      of: recordKey,
      RecordContext(vault: session.state.roster.vault, record: key.id.bytes, version: 1))
    object = objectKey.name
    file = try directory.create(object)
    sealed = try seal(file.descriptor, objectKey)
    self.recordKey = consume recordKey
    try file.hideTime()
    try file.flush()
  }

  /// Within a transaction: gives the file its name, writes its record and the log entry.
  ///
  /// - Throws: `conflict` when the code has been given out meanwhile.
  func add(to testimony: Code, _ transaction: Transaction) throws -> AttachmentRecord {
    guard let recordKey = recordKey.take(), try transaction.map.leaf(key) == nil else {
      throw StoreError.conflict
    }
    let session = transaction.session
    let record = AttachmentRecord(
      version: Version1(), code: code, testimony: testimony, name: name,
      type: MediaType.of(sealed.head), size: sealed.size, sha256: HexBytes(sealed.sha256.bytes),
      hashSalt: HexBytes(Random.bytes(32)), addedBy: session.handle,
      added: Timestamp.text(max(session.clock(), transaction.state.newest)))
    let draft = try RecordDraft(
      key, version: 1, under: recordKey, listing: try Codec.encode(record.summary),
      body: try Codec.encode(record), vault: transaction.vault)
    // Within the transaction, so that nobody takes it for an orphan before its record is there.
    try file.publish()
    do {
      try transaction.put(draft, .custodian, before: nil)
      try transaction.log(
        .attachmentAdded,
        [code.text, testimony.text, "sha256-" + Hex.encode(record.commitment.bytes)],
        reason: "")
    } catch {
      withdraw()
      throw error
    }
    return record
  }

  /// Takes the name away again, after a transaction that came to nothing.
  func withdraw() { try? directory.remove([object]) }
}

extension Reader {
  func newAttachmentCode() throws -> Code {
    while true {
      let code = Code.random(.attachment)
      if try leaf(.attachment, code.text) == nil { return code }
    }
  }
}
