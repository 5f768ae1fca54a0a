import Foundation
import Testing

@testable import EvidenceVault
@testable import Sealing
@testable import Storage

/// Drop files, as they are made in the field and as an attacker would have them.
struct FieldDropTests {
  let office: Office
  let cora: Session
  let kit: FieldKit
  let drop: FieldDrop

  init() throws {
    office = try Office()
    cora = try office.unlock("cora")
    kit = try cora.exportKit(by: try cora.permit(CustodianRole.self))
    drop = try FieldDrop(
      try kit.seal(testimony: Office.testimonyFile(5), source: Office.strangerFile).bytes)
  }

  private func accept(
    _ drop: FieldDrop, by session: Session? = nil, as source: Code? = nil, isNew: Bool = false
  ) throws -> AcceptedFieldDrop {
    let session = session ?? cora
    return try session.accept(
      drop, as: source, isNew: isNew, by: try session.permit(CustodianRole.self))
  }

  private static func documenter() throws -> DocumenterKey {
    let made = try DocumenterKey.make(
      passphrase: try phrase(Office.phrase), parameters: .interactive)
    return try DocumenterKey(file: made.file, passphrase: try phrase(Office.phrase))
  }

  @Test func `a drop made without the vault is read, accepted under new keys, and logged`() throws {
    let custodian = try cora.permit(CustodianRole.self)
    let opened = try cora.fieldDrop(drop, by: custodian)
    #expect(opened.source.names == ["Mira Probewald"] && opened.signer == nil)
    #expect(opened.kit.code == kit.code && opened.kit.state == .current)
    #expect(opened.before == nil && opened.code == drop.code(of: kit))
    let done = try accept(drop)
    let original = try cora.original(done.testimony, reason: "", by: custodian)
    #expect(original.source == done.source)
    #expect(
      original.text.reveal(by: custodian).contains("Orla Testrand")
        && done.drop == opened.code)
    let reza = try office.unlock("reza")
    let working = try reza.testimony(done.testimony, by: try reza.permit(ResearcherRole.self))
    #expect(!working.text.contains("Testrand"))
    let audra = try office.unlock("audra", on: Device())
    let lines = try audra.log(newest: 6, by: try audra.permit(AuditorRole.self))
    #expect(
      lines.map(\.act) == [
        "kitExported", "fieldDropOpened", "fieldDropAccepted", "originalOpened",
        "testimonyOpened", "logRead",
      ] && lines[0].subjects == [kit.code.text])
    #expect(
      lines[2].subjects
        == [done.drop, done.testimony, done.source, kit.code].map(\.text))
    _ = try audra.verifyLogFromGenesis()
    #expect(try office.unlock("river").check().allSatisfy { $0.damaged == 0 })
  }

  @Test func `its author opens it with nothing that a field machine or an interviewer has`() throws
  {
    let key = try Self.documenter()
    let signed = try FieldDrop(
      try kit.seal(
        testimony: Office.testimonyFile(5), source: Office.strangerFile, signedBy: key
      ).bytes)
    let inka = try office.unlock("inka")
    let ring = KeyRing(inka)
    try ring.harvest(office.store.rows)
    for drop in [drop, signed] {
      let context = FieldDrop.boxContext(kit, drop.nonce)
      let share = Array(drop.boxed.dropFirst(9))
      #expect(try ring.boxes(share).isEmpty)
      #expect((try? BoxedKey.open(drop.boxed, by: inka.me.box, context: context)) == nil)
    }
    // Two seals of one text have no byte in common behind the kit's id but by chance.
    let again = try FieldDrop(
      try kit.seal(testimony: Office.testimonyFile(5), source: Office.strangerFile).bytes)
    #expect(again.nonce != drop.nonce && again.boxed.dropFirst(9) != drop.boxed.dropFirst(9)[...])
    #expect(again.bytes.suffix(4_096) != drop.bytes.suffix(4_096))
  }

  @Test func `every changed byte of a drop is refused`() throws {
    let reading = try cora.write { try $0.fieldReading }
    for index in drop.bytes.indices {
      #expect(throws: FieldFault.self, "\(index)") {
        _ = try reading.open(try drop.flipped(at: index), cora.me)
      }
    }
    #expect(try reading.open(drop, cora.me).code == drop.code(of: kit))
  }

  @Test func `cut, lengthened and huge files are refused`() throws {
    let whole = drop.bytes
    let before = cora.entries
    for length in [0, 7, 8, 40, 145, 200, 218, 219, 1_000, whole.count - 17, whole.count - 1] {
      #expect(throws: (any Error).self, "\(length)") {
        _ = try accept(try FieldDrop(Array(whole.prefix(length))))
      }
    }
    #expect(throws: VaultError.field(.dropAltered)) {
      _ = try accept(try FieldDrop(whole + [0]))
    }
    #expect(throws: FieldFault.notADrop) {
      _ = try FieldDrop([UInt8](repeating: 0, count: FieldDrop.limit + 1))
    }
    #expect(cora.entries == before)
  }

  @Test func `one testimony comes in once, whoever sends, seals or signs it again`() throws {
    let done = try accept(drop)
    let known = VaultError.field(.dropKnown(done.testimony))
    #expect(throws: known) { _ = try accept(drop) }
    #expect(throws: known) { _ = try accept(drop, by: try office.unlock("river")) }
    let key = try Self.documenter()
    let resigned = try kit.seal(
      testimony: Office.testimonyFile(5), source: Office.strangerFile, signedBy: key)
    #expect(throws: known) { _ = try accept(try FieldDrop(resigned.bytes)) }
    let other = try cora.exportKit(by: try cora.permit(CustodianRole.self))
    let resealed = try other.seal(
      testimony: Office.testimonyFile(5), source: Office.sourceFile)
    #expect(throws: known) { _ = try accept(try FieldDrop(resealed.bytes), isNew: true) }
    #expect(
      try cora.fieldDrop(drop, by: try cora.permit(CustodianRole.self)).before
        == .accepted(done.testimony))
  }

  @Test func `a refused drop stays refused`() throws {
    let custodian = try cora.permit(CustodianRole.self)
    #expect(try cora.refuse(drop, reason: "heard it twice", by: custodian) == drop.code(of: kit))
    #expect(try cora.fieldDrop(drop, by: custodian).before == .refusedOrErased)
    #expect(throws: VaultError.field(.dropRefused)) { _ = try accept(drop) }
    #expect(throws: VaultError.field(.dropRefused)) {
      _ = try cora.refuse(drop, reason: "", by: custodian)
    }
    let audra = try office.unlock("audra", on: Device())
    let line = try audra.log(newest: 3, by: try audra.permit(AuditorRole.self))[0]
    #expect(line.act == "fieldDropRefused" && line.reason == "heard it twice")
  }

  @Test func `a signature counts for its vault, kit and drop alone`() throws {
    let key = try Self.documenter()
    let signed = try FieldDrop(
      try kit.seal(
        testimony: Office.testimonyFile(6), source: Office.strangerFile, signedBy: key
      ).bytes)
    let custodian = try cora.permit(CustodianRole.self)
    #expect(
      try cora.fieldDrop(signed, by: custodian).signer == key.fingerprint)
    // A custodian can open it and seal its content anew; the signature does not come along.
    let record = try cora.write { transaction in
      try signed.record(kit, try transaction.dropKeys.open(signed, kit))
    }
    let other = try cora.exportKit(by: custodian)
    for (target, nonce) in [(other, signed.nonce), (kit, Random.bytes(16))] {
      let moved = try FieldDrop(record, to: target, nonce: nonce)
      #expect(throws: VaultError.field(.dropAltered)) { _ = try accept(moved) }
    }
    let half = try JSONSerialization.data(withJSONObject: [
      "version": 1, "payload": record.payload.base64EncodedString(),
      "signer": Hex.encode(key.publicKey.bytes),
    ])
    let unsigned = try Codec.decode(FieldDropRecord.self, Array(half))
    #expect(throws: VaultError.field(.dropAltered)) {
      _ = try accept(try FieldDrop(unsigned, to: kit, nonce: Random.bytes(16)))
    }
    let first = try accept(signed)
    #expect(first.kit.code == kit.code)
    let second = try kit.seal(
      testimony: Office.testimonyFile(8), source: Office.strangerFile, signedBy: key)
    #expect(try cora.fieldDrop(try FieldDrop(second.bytes), by: custodian).earlier == 1)
  }

  @Test func `a drop for another vault is refused, also with this vault's kit in front`() throws {
    let foreign = try newVault()
    let theirs = try foreign.exportKit(by: try foreign.permit(CustodianRole.self))
    let made = try FieldDrop(
      try theirs.seal(testimony: Office.testimonyFile(5), source: Office.strangerFile).bytes)
    #expect(throws: VaultError.field(.anotherVault)) { _ = try accept(made) }
    let transplanted = try FieldDrop(
      Array(made.bytes[..<8]) + kit.id + Array(made.bytes[24...]))
    #expect(throws: VaultError.field(.dropAltered)) { _ = try accept(transplanted) }
    #expect(throws: VaultError.field(.anotherVault)) {
      _ = try foreign.accept(drop, by: try foreign.permit(CustodianRole.self))
    }
    // Whoever opened it may seal its record for another vault; a signature does not hold there.
    let key = try Self.documenter()
    let signed = try FieldDrop(
      try theirs.seal(
        testimony: Office.testimonyFile(5), source: Office.strangerFile, signedBy: key
      ).bytes)
    let record = try foreign.write { transaction in
      try signed.record(theirs, try transaction.dropKeys.open(signed, theirs))
    }
    let sealed = try FieldDrop(record, to: kit, nonce: signed.nonce)
    #expect(throws: VaultError.field(.dropAltered)) { _ = try accept(sealed) }
  }

  @Test func `what the vault would not take is not sealed, and not accepted`() throws {
    let attempts: [([UInt8], [UInt8])] = [
      ([], Office.sourceFile), ([0xFF], Office.sourceFile), ([65, 0], Office.sourceFile),
      (Array("---\nauthor: x\n---\nHe left.".utf8), Office.sourceFile),
      ([UInt8](repeating: 65, count: TestimonyFile.limit + 1), Office.sourceFile),
      (Office.testimonyFile(5), Array("surname: x".utf8)), (Office.testimonyFile(5), []),
    ]
    for (testimony, source) in attempts {
      #expect {
        _ = try kit.seal(testimony: testimony, source: source)
      } throws: { error in
        if case VaultError.input = error { true } else { false }
      }
    }
    // A program of the sealer's own may seal it all the same.
    let before = cora.entries
    for (testimony, source) in attempts where testimony.count < 1_000 {
      let payload = try Codec.encode(DropPayload(testimony: testimony, source: source))
      let drop = try FieldDrop(
        FieldDropRecord(unsigned: payload), to: kit, nonce: Random.bytes(16))
      #expect {
        _ = try accept(drop)
      } throws: { error in
        if case VaultError.input = error { true } else { false }
      }
    }
    #expect(cora.entries == before)
  }
}
