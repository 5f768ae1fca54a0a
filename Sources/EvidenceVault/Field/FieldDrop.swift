import Foundation
import Sealing

/// A drop file as it travels: sealed to the custodians by somebody who has their kit and nothing else.
///
/// drop = "EvDrop" 00 01 ‖ kit id (16) ‖ nonce (16) ‖ boxed key (105) ‖ body;
/// Docs/Specs/field-kit.md. Every byte is covered by box, commitment or tag.
public struct FieldDrop: Sendable {
  /// The most bytes of a drop file: room for twice base64 of the largest testimony and source file.
  public static let limit = 40 << 20
  private static let magic = Array("EvDrop".utf8) + [0, 1]
  private static let boxedSize = 105
  private static let front = 8 + 16 + 16 + boxedSize

  public let bytes: [UInt8]
  let kitID: [UInt8]
  let nonce: [UInt8]

  /// Reads the outside of a drop file.
  ///
  /// - Throws: ``FieldFault/notADrop``.
  public init(_ bytes: [UInt8]) throws(FieldFault) {
    guard bytes.count <= Self.limit, bytes.count >= Self.front + 1 + Digest.size + AEAD.overhead,
      bytes.starts(with: Self.magic)
    else { throw .notADrop }
    self.bytes = bytes
    kitID = Array(bytes[8..<24])
    nonce = Array(bytes[24..<40])
  }

  /// Seals a record to the key of a kit. The key of the body is kept nowhere.
  init(
    _ record: FieldDropRecord, to kit: FieldKit, nonce: [UInt8]
  ) throws {
    let key = try RecordKey()
    let boxed = try BoxedKey.seal(key, to: [kit.box], context: Self.boxContext(kit, nonce))
    let body = try key.seal(
      listing: [], body: try Codec.encode(record), Self.context(kit, nonce)
    ).body
    bytes = Self.magic + kit.id + nonce + boxed + body
    kitID = kit.id
    self.nonce = nonce
  }

  var boxed: [UInt8] { Array(bytes[40..<Self.front]) }

  /// The key's box is bound to vault, kit and nonce: 64 bytes, a length of its own among boxed keys.
  static func boxContext(_ kit: FieldKit, _ nonce: [UInt8]) -> [UInt8] {
    kit.vault.bytes + kit.hash.bytes + nonce
  }

  private static func id(_ kit: FieldKit, _ nonce: [UInt8]) -> [UInt8] {
    Digest.of(.dropFile, kit.hash.bytes, nonce).short
  }

  private static func context(_ kit: FieldKit, _ nonce: [UInt8]) -> RecordContext {
    RecordContext(vault: kit.vault, record: id(kit, nonce), version: 1)
  }

  /// What people call the drop.
  func code(of kit: FieldKit) -> Code { .drawn(from: Self.id(kit, nonce), .drop) }

  /// Opens the body.
  ///
  /// - Throws: ``FieldFault/dropAltered`` for whatever is not what its sealer made.
  func record(_ kit: FieldKit, _ key: borrowing RecordKey) throws(FieldFault) -> FieldDropRecord {
    guard
      let plain = try? key.openBody(Array(bytes[Self.front...]), Self.context(kit, nonce)),
      let record = try? Codec.decode(FieldDropRecord.self, plain),
      record.isSigned(for: kit, nonce)
    else { throw .dropAltered }
    return record
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
