import Foundation
public import Sealing

/// A drop file as it travels: sealed to the custodians by somebody who has their kit and nothing else.
///
/// drop = "EvDrop" 00 01 ‖ kit id (16) ‖ nonce (16) ‖ boxed key (105) ‖ body; with attachments
/// "EvDrop" 00 02 ‖ … ‖ boxed key ‖ sealed files ‖ body ‖ length of the body (4);
/// Docs/Specs/field-kit.md. Every byte is covered by box, commitment or tag.
public struct FieldDrop: Sendable {
  /// The most bytes of a drop file without what is attached: room for twice base64 of the largest
  /// testimony and source file.
  public static let limit = 40 << 20
  /// The version of a drop without attachments, and of one with them.
  static let (plain, carrying): (UInt8, UInt8) = (1, 2)
  private static let magic = Array("EvDrop".utf8) + [0]
  static let nonceSize = 16
  private static let boxedSize = 105
  private static let front = 8 + 16 + nonceSize + boxedSize
  private static let least = front + 1 + Digest.size + AEAD.overhead
  private static let lengthSize = 4

  /// The file, without what is attached.
  public let bytes: [UInt8]
  let kitID: [UInt8]
  let nonce: [UInt8]
  /// The sealed files of attachments; `nil` for a drop without.
  let attached: AttachedPart?

  /// The part of a drop file that holds sealed files, one behind the other.
  struct AttachedPart: Sendable {
    let file: OpenFile
    let range: Range<Int>
  }

  /// Reads the outside of a drop file without attachments.
  ///
  /// - Throws: ``FieldFault/notADrop``; ``FieldFault/dropPiped`` for the bytes of one that has some.
  public init(_ bytes: [UInt8]) throws(FieldFault) {
    guard !bytes.starts(with: Self.magic + [Self.carrying]) else { throw .dropPiped }
    try self.init(bytes, nil)
  }

  /// Reads the outside of a drop file with attachments, which stay in the file until they are taken in.
  ///
  /// - Returns: `nil` for everything else, a pipe too.
  /// - Throws: ``FieldFault/notADrop``; ``VaultError/file(_:)``.
  public init?(carrying file: OpenFile) throws(VaultError) {
    let found: FieldDrop? = try vaultErrors {
      guard let size = file.size, let head = try file.bytes(0..<8),
        head == Self.magic + [Self.carrying]
      else { return nil }
      let end = size - Self.lengthSize
      guard end >= Self.least, let length = try file.bytes(end..<size) else {
        throw FieldFault.notADrop
      }
      let count = length.reduce(0) { $0 << 8 | Int($1) }
      guard count <= Self.limit - Self.front, end - count > Self.front,
        let front = try file.bytes(0..<Self.front), let body = try file.bytes(end - count..<end)
      else { throw FieldFault.notADrop }
      return try FieldDrop(
        front + body, AttachedPart(file: file, range: Self.front..<end - count))
    }
    guard let found else { return nil }
    self = found
  }

  private init(_ bytes: [UInt8], _ attached: AttachedPart?) throws(FieldFault) {
    let version = attached == nil ? Self.plain : Self.carrying
    guard bytes.count <= Self.limit, bytes.count >= Self.least,
      bytes.starts(with: Self.magic + [version])
    else { throw .notADrop }
    self.bytes = bytes
    kitID = Array(bytes[8..<24])
    nonce = Array(bytes[24..<40])
    self.attached = attached
  }

  /// Seals a record to the key of a kit. The key of the body is kept nowhere.
  init(
    _ record: FieldDropRecord, to kit: FieldKit, nonce: [UInt8]
  ) throws {
    let key = try RecordKey()
    bytes =
      try Self.front(Self.plain, of: key, to: kit, nonce)
      + (try Self.body(record, under: key, to: kit, nonce))
    kitID = kit.id
    self.nonce = nonce
    attached = nil
  }

  /// What stands before everything that is under the drop's key: how it is found, and its box.
  static func front(
    _ version: UInt8, of key: borrowing RecordKey, to kit: FieldKit, _ nonce: [UInt8]
  ) throws -> [UInt8] {
    magic + [version] + kit.id + nonce
      + (try BoxedKey.seal(key, to: [kit.box], context: boxContext(kit, nonce)))
  }

  static func body(
    _ record: FieldDropRecord, under key: borrowing RecordKey, to kit: FieldKit, _ nonce: [UInt8]
  ) throws -> [UInt8] {
    try key.seal(
      listing: [], body: try Codec.encode(record), context(kit, nonce, version: 1)
    ).body
  }

  /// What seals an attachment.
  ///
  /// - Parameter number: which, from 1 on; it takes the place of a record's version.
  static func objectKey(
    _ number: Int, of key: borrowing RecordKey, to kit: FieldKit, _ nonce: [UInt8]
  ) throws(SealingError) -> ObjectKey {
    try ObjectKey(of: key, context(kit, nonce, version: UInt64(number)))
  }

  var boxed: [UInt8] { Array(bytes[40..<Self.front]) }

  /// The key's box is bound to vault, kit and nonce: 64 bytes, a length of its own among boxed keys.
  static func boxContext(_ kit: FieldKit, _ nonce: [UInt8]) -> [UInt8] {
    kit.vault.bytes + kit.hash.bytes + nonce
  }

  private static func id(_ kit: FieldKit, _ nonce: [UInt8]) -> [UInt8] {
    Digest.of(.dropFile, kit.hash.bytes, nonce).short
  }

  private static func context(
    _ kit: FieldKit, _ nonce: [UInt8], version: UInt64
  ) -> RecordContext {
    RecordContext(vault: kit.vault, record: id(kit, nonce), version: version)
  }

  /// What people call the drop.
  func code(of kit: FieldKit) -> Code { Self.code(kit, nonce) }

  static func code(_ kit: FieldKit, _ nonce: [UInt8]) -> Code {
    .drawn(from: id(kit, nonce), .drop)
  }

  /// Opens the body.
  ///
  /// - Throws: ``FieldFault/dropAltered`` for whatever is not what its sealer made.
  func record(_ kit: FieldKit, _ key: borrowing RecordKey) throws(FieldFault) -> FieldDropRecord {
    let context = Self.context(kit, nonce, version: 1)
    guard
      let plain = try? key.openBody(Array(bytes[Self.front...]), context),
      let record = try? Codec.decode(FieldDropRecord.self, plain),
      record.isSigned(for: kit, nonce)
    else { throw .dropAltered }
    return record
  }

  /// Opens what is attached; nothing of it is read yet but what its key is told by.
  ///
  /// - Parameter files: as the record lists them; `nil` where it has no list.
  /// - Throws: ``FieldFault/dropAltered`` where the sealed files are not those of the list;
  ///   ``InputFault/fileName``.
  func open(
    _ files: [AttachedFile]?, _ kit: FieldKit, _ key: borrowing RecordKey
  ) throws -> [OpenAttachedFile] {
    guard let attached, let files else {
      guard attached == nil, files == nil else { throw FieldFault.dropAltered }
      return []
    }
    guard (1...AttachedFile.most).contains(files.count) else { throw FieldFault.dropAltered }
    var place = attached.range.lowerBound
    var opened: [OpenAttachedFile] = []
    for (index, file) in files.enumerated() {
      try IncomingAttachment.check(name: file.name)
      guard let layout = ObjectLayout(size: file.size) else { throw FieldFault.dropAltered }
      let objectKey = try Self.objectKey(index + 1, of: key, to: kit, nonce)
      do throws(ObjectError) {
        let object = try SealedObject(attached.file, at: place, size: file.size, key: objectKey)
        opened.append(OpenAttachedFile(file: file, object: object))
      } catch {
        throw error == .notAuthentic ? FieldFault.dropAltered : error as any Error
      }
      place += layout.sealedSize
    }
    guard place == attached.range.upperBound else { throw FieldFault.dropAltered }
    return opened
  }
}

/// What is sealed in a drop file.
struct FieldDropRecord: Codable, Sendable {
  let version: Version1
  /// A ``DropPayload``.
  let payload: Data
  /// Who sealed it; absent where nobody signed.
  let signer: HexBytes?
  let signature: HexBytes?

  init(unsigned payload: [UInt8]) {
    version = Version1()
    self.payload = Data(payload)
    signer = nil
    signature = nil
  }

  init(
    _ payload: [UInt8], for kit: FieldKit, nonce: [UInt8], by key: borrowing DocumenterKey
  ) {
    version = Version1()
    self.payload = Data(payload)
    signer = HexBytes(key.publicKey.bytes)
    signature = HexBytes(key.sign(payload, kit, nonce: nonce))
  }

  /// Whether it is unsigned, or signed for this kit and nonce by the key that it names.
  fileprivate func isSigned(for kit: FieldKit, _ nonce: [UInt8]) -> Bool {
    switch (signer, signature) {
    case (nil, nil): true
    case (let signer?, let signature?):
      SigningPublicKey(signer.bytes)?.verifies(
        signature.bytes, .dropFile, kit.vault.bytes, kit.hash.bytes, nonce, Array(payload))
        ?? false
    default: false
    }
  }
}
