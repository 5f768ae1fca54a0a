import Foundation
import Testing

@testable import EvidenceVault
@testable import Sealing

/// A kit, drops and keys that another implementation made, by the specification.
struct FieldVectorTests {
  private struct File: Decodable {
    struct Drop: Decodable {
      let code: String
      let drop: HexBytes
    }
    let vault, oldSeed, seed, carried, kit, kitHash, documenterFile, documenterPublic: HexBytes
    let documenterPassphrase, testimony, source: HexBytes
    let oldEpoch, epoch: UInt32
    let code, fingerprint, lastDay, line, documenterFingerprint, receipt: String
    let lines: [String]
    let signed, unsigned, carrying: Drop
  }

  private let file: File
  private let kit: FieldKit

  init() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Vault/Vectors/primitives/field.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    file = try decoder.decode(File.self, from: try Data(contentsOf: path))
    kit = try FieldKit(bytes: file.kit.bytes)
  }

  private func role(_ seed: HexBytes, _ epoch: UInt32) throws -> RoleKeys {
    var bytes = seed.bytes
    let vault = try #require(VaultID(file.vault.bytes))
    return try RoleKeys(
      seed: try SecretBytes(moving: &bytes),
      RoleContext(vault: vault, role: Role.custodian.rawValue, epoch: epoch))
  }

  @Test func `a kit is read from lines and from one line, and is told by code and fingerprint`()
    throws
  {
    #expect(kit.hash.bytes == file.kitHash.bytes && kit.code.text == file.code)
    #expect(kit.fingerprint == file.fingerprint && kit.lastDay == file.lastDay)
    #expect(kit.line == file.line)
    let lines = kit.text.split(separator: "\n").map(String.init)
    #expect(Array(lines.suffix(12)) == file.lines)
    for text in [file.lines.joined(separator: "\n"), file.line, file.line + "\r\n"] {
      #expect(try FieldKit(file: Array(text.utf8)) == kit)
    }
  }

  @Test func `drops open with the kit's epoch, also as the next one carries it`() throws {
    let old = try role(file.oldSeed, file.oldEpoch)
    let carried = try role(file.seed, file.epoch).dropKey(
      carried: file.carried.bytes, epoch: file.oldEpoch)
    #expect(carried.publicKey == kit.box && old.box.publicKey == kit.box)
    for (made, signer) in [(file.signed, file.documenterPublic.bytes), (file.unsigned, nil)] {
      let drop = try FieldDrop(made.drop.bytes)
      #expect(drop.code(of: kit).text == made.code)
      let context = FieldDrop.boxContext(kit, drop.nonce)
      func record(_ key: borrowing BoxKey) throws -> FieldDropRecord {
        try drop.record(kit, try BoxedKey.open(drop.boxed, by: key, context: context))
      }
      for record in [try record(old.box), try record(carried)] {
        let payload = try Codec.decode(DropPayload.self, Array(record.payload))
        #expect(Array(payload.testimony) == file.testimony.bytes)
        #expect(Array(payload.source) == file.source.bytes)
        #expect(record.signer?.bytes == signer)
        #expect(ReceiptRecord.code(payload.testimony, kit.vault) == file.receipt)
      }
    }
  }

  @Test func `a drop with attachments opens, each byte of them`() throws {
    let path = NSTemporaryDirectory() + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(file.carrying.drop.bytes).write(to: URL(filePath: path))
    let drop = try #require(try FieldDrop(carrying: try OpenFile(at: path)))
    #expect(drop.code(of: kit).text == file.carrying.code)
    let key = try BoxedKey.open(
      drop.boxed, by: try role(file.oldSeed, file.oldEpoch).box,
      context: FieldDrop.boxContext(kit, drop.nonce))
    let record = try drop.record(kit, key)
    #expect(record.signer?.bytes == file.documenterPublic.bytes)
    let payload = try Codec.decode(DropPayload.self, Array(record.payload))
    let opened = try drop.open(payload.attachments, kit, key)
    #expect(opened.map(\.file.name) == ["page.pdf", nil])
    #expect(opened.map(\.file.size) == [13, 5_000])
    for (index, opened) in opened.enumerated() {
      let target = try UnfinishedFile(at: path + ".\(index)")
      let fresh = try FieldDrop.objectKey(9, of: try RecordKey(), to: kit, drop.nonce)
      #expect(
        try opened.seal(to: target.descriptor, under: fresh) { _ in }.sha256.bytes
          == opened.file.sha256.bytes)
    }
  }

  @Test func `a documenter's key opens with its passphrase alone`() throws {
    let key = try DocumenterKey(
      file: file.documenterFile.bytes,
      passphrase: try phrase(String(decoding: file.documenterPassphrase.bytes, as: UTF8.self)))
    #expect(key.publicKey.bytes == file.documenterPublic.bytes)
    #expect(key.fingerprint == file.documenterFingerprint)
    #expect(throws: VaultError.notUnlocked) {
      _ = try DocumenterKey(
        file: file.documenterFile.bytes, passphrase: try phrase("bodak-linem-sutor-halik"))
    }
    var low = file.documenterFile.bytes
    low[8 + 1] = 0
    #expect(throws: VaultError.sealing(.derivationBelowFloor)) {
      _ = try DocumenterKey(file: low, passphrase: try phrase("bodak-linem-sutor-halig"))
    }
    #expect(throws: VaultError.field(.notADocumenterKey)) {
      _ = try DocumenterKey(
        file: Array(file.documenterFile.bytes.dropLast()),
        passphrase: try phrase("bodak-linem-sutor-halig"))
    }
  }
}
