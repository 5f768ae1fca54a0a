import Foundation
import Testing

@testable import EvidenceVault
@testable import Sealing
@testable import Storage

/// Files that come with a testimony in a drop file.
struct AttachedFileTests {
  let office: Office
  let cora: Session
  let kit: FieldKit
  let place = Place()
  let recording = (0..<150_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
  let scan = Array("%PDF-1.7 page".utf8)

  /// A directory of its own, which goes with it.
  final class Place {
    let path = NSTemporaryDirectory() + "/" + UUID().uuidString

    init() {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8]) throws -> String {
      let file = path + "/" + UUID().uuidString
      try Data(bytes).write(to: URL(filePath: file))
      return file
    }
  }

  init() throws {
    office = try Office()
    cora = try office.unlock("cora")
    kit = try cora.exportKit(by: try cora.permit(CustodianRole.self))
  }

  private func seal(
    _ files: [(bytes: [UInt8], name: String?)]
  ) throws -> String {
    let open = try files.map { try OpenFile(at: try place.write($0.bytes)) }
    let attached = zip(open, files).map { FileToAttach($0.descriptor, named: $1.name) }
    let path = place.path + "/" + UUID().uuidString + ".evault"
    _ = try kit.seal(
      testimony: Office.testimonyFile(5), source: Office.strangerFile, attaching: attached,
      into: path)
    withExtendedLifetime(open) {}
    return path
  }

  private func drop(_ path: String) throws -> FieldDrop {
    try #require(try FieldDrop(carrying: try OpenFile(at: path)))
  }

  private func bytes(_ path: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: path) ?? Data())
  }

  private func accept(_ drop: FieldDrop) throws -> AcceptedFieldDrop {
    try cora.accept(drop, by: try cora.permit(CustodianRole.self))
  }

  private var kept: [String] { office.store.objectNames.sorted() }

  @Test func `what is attached comes in with its testimony, byte for byte, under new keys`() throws
  {
    let path = try seal([(recording, "talk.wav"), (scan, nil)])
    let drop = try drop(path)
    let custodian = try cora.permit(CustodianRole.self)
    let shown = try cora.fieldDrop(drop, by: custodian).attachments
    #expect(shown.map(\.name) == ["talk.wav", nil] && shown.map(\.size) == [150_000, scan.count])
    var told: [Int] = []
    let done = try cora.accept(drop, by: custodian) { done, of in
      told.append(done)
      #expect(of == recording.count + scan.count)
    }
    #expect(told.last == recording.count + scan.count && told == told.sorted())
    for (code, bytes) in zip(done.attachments, [recording, scan]) {
      let given = try cora.extracted(code)
      #expect(given.bytes == bytes && given.error == nil)
    }
    let list = try cora.attachments(of: done.testimony, by: custodian)
    #expect(Set(list.map(\.code)) == Set(done.attachments) && list.count == 2)
    #expect(
      try cora.attachment(done.attachments[1], reason: "", by: custodian).type == "application/pdf")
    // Nothing of the sealed files is in the vault as it came.
    let sent = bytes(path)
    for name in kept {
      #expect(!sent.contains(try office.store.object(name).dropFirst(33).prefix(64)))
    }
    let audra = try office.unlock("audra", on: Device())
    // One is that of the office.
    let acts = try audra.log(newest: 20, by: try audra.permit(AuditorRole.self)).map(\.act)
    #expect(acts.filter { $0 == "attachmentAdded" }.count == 3)
    _ = try audra.verifyLogFromGenesis()
    #expect(try office.unlock("river").check().allSatisfy { $0.damaged == 0 })
    #expect(throws: VaultError.field(.dropKnown(done.testimony))) { _ = try accept(drop) }
  }

  @Test func `what was forgotten comes later, once`() throws {
    let bare = try kit.seal(testimony: Office.testimonyFile(5), source: Office.strangerFile)
    let first = try accept(try FieldDrop(bare.bytes))
    let late = try drop(try seal([(scan, "scan.pdf")]))
    let done = try accept(late)
    #expect(done.isLate && done.testimony == first.testimony && done.source == first.source)
    #expect(try cora.extracted(done.attachments[0]).bytes == scan)
    #expect(throws: VaultError.field(.dropKnown(first.testimony))) { _ = try accept(late) }
    let more = try accept(try drop(try seal([(scan, "again.pdf"), (recording, "talk.wav")])))
    #expect(more.attachments.count == 1)
    #expect(try cora.extracted(more.attachments[0]).bytes == recording)
    _ = try office.unlock("audra", on: Device()).verifyLogFromGenesis()
    #expect(try office.unlock("river").check().allSatisfy { $0.damaged == 0 })
  }

  @Test func `a signature covers what is attached`() throws {
    let made = try DocumenterKey.make(
      passphrase: try phrase(Office.phrase), parameters: .interactive)
    let key = try DocumenterKey(file: made.file, passphrase: try phrase(Office.phrase))
    let file = try OpenFile(at: try place.write(scan))
    let path = place.path + "/signed.evault"
    _ = try kit.seal(
      testimony: Office.testimonyFile(5), source: Office.strangerFile,
      attaching: [FileToAttach(file.descriptor, named: "a")], into: path, signedBy: key)
    let signed = try drop(path)
    let custodian = try cora.permit(CustodianRole.self)
    #expect(try cora.fieldDrop(signed, by: custodian).signer == key.fingerprint)
    // Who opened it may list other files; the signature does not hold then.
    let sealed = try cora.write { transaction in
      try signed.record(kit, try transaction.dropKeys.open(signed, kit))
    }
    var payload = try Codec.decode(DropPayload.self, Array(sealed.payload))
    payload.attachments = []
    let other = try JSONSerialization.data(withJSONObject: [
      "version": 1, "payload": Data(try Codec.encode(payload)).base64EncodedString(),
      "signer": Hex.encode(sealed.signer?.bytes ?? []),
      "signature": Hex.encode(sealed.signature?.bytes ?? []),
    ])
    let forged = try FieldDrop(
      try Codec.decode(FieldDropRecord.self, Array(other)), to: kit, nonce: signed.nonce)
    #expect(throws: VaultError.field(.dropAltered)) { _ = try accept(forged) }
  }

  @Test func `a changed byte anywhere is refused, and nothing stays`() throws {
    let sent = bytes(try seal([(recording, "talk.wav"), (scan, "scan.pdf")]))
    let before = (cora.entries, kept, office.store.rows.records.count)
    let first = try #require(ObjectLayout(size: recording.count)).sealedSize
    let second = try #require(ObjectLayout(size: scan.count)).sealedSize
    // Of each part some: `every changed byte of a drop is refused` has all of the front and the body.
    var places = Set([0, 7, 8, 23, 24, 39, 40, 48, 49, 144, sent.count - 5]).union(
      sent.count - 4..<sent.count)
    for start in [145, 145 + first, 145 + first + second] {
      places.formUnion([start - 16, start - 1, start, start + 1, start + 32, start + 33])
    }
    places.formUnion(stride(from: 145, to: sent.count, by: 4_001))
    for index in places.sorted() {
      var changed = sent
      changed[index] ^= 1
      let path = try place.write(changed)
      #expect(throws: (any Error).self, "byte \(index)") {
        let file = try OpenFile(at: path)
        _ = try accept(try FieldDrop(carrying: file) ?? FieldDrop(changed))
      }
      try FileManager.default.removeItem(atPath: path)
    }
    #expect(before == (cora.entries, kept, office.store.rows.records.count))
  }

  @Test func `files that were swapped, cut, doubled or taken away are refused`() throws {
    let one = Array("one file of some bytes".utf8)
    let sent = bytes(try seal([(one, "a"), (one, "b")]))
    let before = (cora.entries, kept)
    let size = try #require(ObjectLayout(size: one.count)).sealedSize
    let front = Array(sent[..<145])
    let a = Array(sent[145..<145 + size])
    let b = Array(sent[145 + size..<145 + 2 * size])
    let rest = Array(sent[(145 + 2 * size)...])
    var plain = front
    plain[7] = FieldDrop.plain
    let shorter = Array(rest.dropLast(5)) + Array(rest.suffix(4))
    func joined(_ parts: [UInt8]...) -> [UInt8] { parts.flatMap(\.self) }
    let altered: [[UInt8]] = [
      joined(front, b, a, rest), joined(front, a, a, rest), joined(front, a, rest),
      joined(front, rest), joined(front, a, b, b, rest), joined(front, [0], a, b, rest),
      joined(front, a, b, [0], rest), joined(front, a, b, shorter), joined(sent, [0]),
      Array(sent.dropLast()), joined(front, a, b), Array(sent.prefix(146)),
      joined(plain, a, b, rest), joined(plain, Array(rest.dropLast(4))),
    ]
    for (index, changed) in altered.enumerated() {
      let file = try OpenFile(at: try place.write(changed))
      #expect(throws: (any Error).self, "\(index)") {
        _ = try accept(try FieldDrop(carrying: file) ?? FieldDrop(changed))
      }
    }
    #expect(before == (cora.entries, kept))
    let whole = try OpenFile(at: try place.write(sent))
    #expect(try accept(try #require(try FieldDrop(carrying: whole))).attachments.count == 2)
  }

  @Test func `a list without files, or files without a list, is refused`() throws {
    var payload = DropPayload(testimony: Office.testimonyFile(5), source: Office.strangerFile)
    payload.attachments = []
    let listed = try FieldDrop(
      FieldDropRecord(unsigned: try Codec.encode(payload)), to: kit, nonce: Random.bytes(16))
    #expect(throws: VaultError.field(.dropAltered)) { _ = try accept(listed) }
    payload.attachments = [
      AttachedFile(name: "a", size: 3, sha256: HexBytes([UInt8](repeating: 0, count: 32)))
    ]
    let promised = try FieldDrop(
      FieldDropRecord(unsigned: try Codec.encode(payload)), to: kit, nonce: Random.bytes(16))
    #expect(throws: VaultError.field(.dropAltered)) { _ = try accept(promised) }
  }

  @Test func `a list that says another hash, size or name is refused, and nothing stays`() throws {
    let before = (cora.entries, kept)
    let right = Digest.of(scan).bytes
    let lists: [(name: String?, size: Int, sha256: [UInt8])] = [
      ("a", scan.count, [UInt8](repeating: 0, count: 32)), ("a", scan.count + 1, right),
      ("a", 0, right), ("a", -1, right), ("a", Int.max, right), ("a/b", scan.count, right),
      ("", scan.count, right), ("a", scan.count, Array(right.dropLast())),
    ]
    for list in lists {
      let key = try RecordKey()
      let nonce = Random.bytes(16)
      let file = try UnfinishedFile(at: place.path + "/" + UUID().uuidString)
      let front = try FieldDrop.front(FieldDrop.carrying, of: key, to: kit, nonce)
      try FileDescriptor.write(front, to: file.descriptor, at: 0)
      let source = try OpenFile(at: try place.write(scan))
      _ = try ObjectSealing.seal(
        from: source.descriptor, to: file.descriptor, at: front.count,
        under: try FieldDrop.objectKey(1, of: key, to: kit, nonce))
      var payload = DropPayload(testimony: Office.testimonyFile(5), source: Office.strangerFile)
      payload.attachments = [
        AttachedFile(name: list.name, size: list.size, sha256: HexBytes(list.sha256))
      ]
      let body = try FieldDrop.body(
        FieldDropRecord(unsigned: try Codec.encode(payload)), under: key, to: kit, nonce)
      let size = try #require(ObjectLayout(size: scan.count)).sealedSize
      try FileDescriptor.write(
        body + UInt32(body.count).bigEndianBytes, to: file.descriptor, at: front.count + size)
      let whole = try OpenFile(at: "/proc/self/fd/\(file.descriptor)")
      #expect(throws: (any Error).self, "\(list)") {
        _ = try accept(try #require(try FieldDrop(carrying: whole)))
      }
    }
    #expect(before == (cora.entries, kept))
  }

  @Test func `what cannot be attached makes no drop`() throws {
    let files: [[(bytes: [UInt8], name: String?)]] = [
      [], [([], "a")], [(scan, "a/b")], [(scan, "")],
      [(scan, String(repeating: "n", count: 256))],
    ]
    for some in files {
      #expect {
        _ = try seal(some)
      } throws: { error in
        if case VaultError.input = error { true } else { false }
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    #expect(!names.contains { $0.hasSuffix("evault") || $0.hasSuffix("partial") })
  }

  @Test func `a person who must be named is asked for before anything is sealed`() throws {
    let path = try seal([(recording, "talk.wav")])
    let custodian = try cora.permit(CustodianRole.self)
    let like =
      String(decoding: Office.strangerFile, as: UTF8.self) + "\nphones: [\"+7 914 555-77-23\"]\n"
    _ = try cora.addTestimony(
      Office.testimonyFile(9), source: .document(Array(like.utf8)), by: custodian)
    let before = kept
    var told = 0
    #expect {
      _ = try cora.accept(try drop(path), by: custodian) { _, _ in told += 1 }
    } throws: { error in
      if case VaultError.field(.perhapsKnown) = error { true } else { false }
    }
    #expect(told == 0 && kept == before)
    #expect(try cora.accept(try drop(path), isNew: true, by: custodian).attachments.count == 1)
  }

  @Test func `through a pipe it is refused with the reason`() throws {
    let sent = bytes(try seal([(scan, "a")]))
    #expect(throws: FieldFault.dropPiped) { _ = try FieldDrop(sent) }
    #expect(try FieldDrop(carrying: try OpenFile(at: try place.write(scan))) == nil)
  }
}
