import Foundation
import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// What whoever can write the files can do to those of attachments.
struct ObjectAttackTests {
  let office: Office
  let river: Session
  let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
  let code: Code
  let name: String
  let sealed: [UInt8]

  private static let header = 33
  private static let chunk = 65_536

  init() throws {
    office = try Office()
    river = try office.unlock("river")
    code = try river.attach(bytes, to: office.codes.testimony).code
    name = try river.objectName(of: code, by: try river.permit(CustodianRole.self))
    sealed = try office.store.object(name)
  }

  /// Whole chunks and the last one.
  private var chunks: [[UInt8]] {
    stride(from: Self.header, to: sealed.count, by: Self.chunk).map {
      Array(sealed[$0..<min($0 + Self.chunk, sealed.count)])
    }
  }

  private func joined(_ parts: [[UInt8]]) -> [UInt8] {
    sealed.prefix(Self.header) + parts.flatMap { $0 }
  }

  /// Nothing but a beginning of the right bytes is given out, no file appears, and check tells.
  private func expectRefused(_ altered: [UInt8]?, _ what: String) throws {
    office.store.setObject(name, altered)
    let given = try river.extracted(code)
    #expect(given.error == .integrity(.object), "\(what)")
    #expect(bytes.starts(with: given.bytes), "\(what)")
    let out = NSTemporaryDirectory() + "/" + UUID().uuidString
    let custodian = try river.permit(CustodianRole.self)
    #expect(throws: VaultError.integrity(.object), "\(what)") {
      _ = try river.extractAttachment(code, to: .newFile(out), reason: "", by: custodian)
    }
    #expect(!FileManager.default.fileExists(atPath: out), "\(what)")
    office.store.setObject(name, sealed)
  }

  @Test func `a changed byte anywhere is refused, and no wrong byte is given out`() throws {
    var places = Set([0, 1, 32, 33, sealed.count - 1, sealed.count - 16, sealed.count - 17])
    for start in stride(from: Self.header, to: sealed.count, by: Self.chunk) {
      places.formUnion([start, min(start + Self.chunk, sealed.count) - 1])
    }
    for place in places.sorted() {
      var altered = sealed
      altered[place] ^= 0x10
      try expectRefused(altered, "byte \(place)")
    }
  }

  @Test func `swapped, doubled, dropped and cut chunks are refused`() throws {
    let whole = chunks
    #expect(whole.count == 4)
    try expectRefused(joined([whole[1], whole[0], whole[2], whole[3]]), "swapped")
    try expectRefused(joined([whole[0], whole[0], whole[2], whole[3]]), "one in another's place")
    try expectRefused(joined([whole[0], whole[0], whole[1], whole[2], whole[3]]), "doubled")
    try expectRefused(joined([whole[0], whole[1], whole[3]]), "dropped")
    try expectRefused(joined([whole[0], whole[1], whole[2]]), "without the last")
    try expectRefused(joined([]), "header alone")
    try expectRefused([], "empty")
    try expectRefused(nil, "missing")
    try expectRefused(Array(sealed.dropLast()), "a byte cut")
    try expectRefused(sealed + [0], "a byte more")
    try expectRefused(sealed + whole[3], "a chunk behind the last")
  }

  @Test func `another attachment's file, and another vault's, are refused`() throws {
    let custodian = try river.permit(CustodianRole.self)
    let other = try river.attach(bytes, to: office.codes.testimony)
    let its = try office.store.object(try river.objectName(of: other.code, by: custodian))
    #expect(its.count == sealed.count)
    try expectRefused(its, "another attachment's")
    // Chunk by chunk, under the right header.
    for number in 0..<4 {
      var mixed = sealed
      let place = Self.header + number * Self.chunk
      let end = min(place + Self.chunk, sealed.count)
      mixed.replaceSubrange(place..<end, with: its[place..<end])
      try expectRefused(mixed, "chunk \(number) of another attachment")
    }
    // The same record, key and all, under another vault's id.
    let key = try RecordKey()
    let context = RecordContext(
      vault: try #require(VaultID(Random.bytes(16))),
      record: river.lookup.record(.attachment, code.text).id.bytes, version: 1)
    let there = try ObjectKey(of: key, context)
    let path = NSTemporaryDirectory() + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try UnfinishedFile(at: path)
    _ = try piped(bytes) {
      try ObjectSealing.seal(from: $0, to: file.descriptor, under: there)
    }
    try file.publish()
    try expectRefused(Array(try Data(contentsOf: URL(filePath: path))), "another vault's")
  }

  @Test func `an older version of a file, put back, is refused`() throws {
    let custodian = try river.permit(CustodianRole.self)
    _ = try river.rotateRecords(by: custodian)
    let now = try river.objectName(of: code, by: custodian)
    #expect(now != name && !office.store.objectNames.contains(name))
    let fresh = try office.store.object(now)
    office.store.setObject(now, sealed)
    #expect(try river.extracted(code).error == .integrity(.object))
    office.store.setObject(now, fresh)
    #expect(try river.extracted(code).bytes == bytes)
  }

  @Test func `links, pipes, directories and files of two names are refused`() throws {
    let path = office.store.path(name)
    let aside = path + ".moved"
    let files = FileManager.default
    let tricks: [(String, () throws -> Void)] = [
      ("symbolic link", { try files.createSymbolicLink(atPath: path, withDestinationPath: aside) }),
      ("hard link", { try files.linkItem(atPath: aside, toPath: path) }),
      (
        "directory", { try files.createDirectory(atPath: path, withIntermediateDirectories: false) }
      ),
      ("pipe", { #expect(unsafe mkfifo(path, 0o600) == 0) }),
    ]
    for (what, trick) in tricks {
      try files.moveItem(atPath: path, toPath: aside)
      try trick()
      let given = try river.extracted(code)
      #expect(given.error == .integrity(.object) && given.bytes.isEmpty, "\(what)")
      let found = try #require(try river.checkObjects())
      #expect(found.damaged == [code] && !found.foreign.isEmpty, "\(what)")
      try files.removeItem(atPath: path)
      try files.moveItem(atPath: aside, toPath: path)
    }
    #expect(try river.checkObjects()?.isClean == true)
  }

  @Test func `a custodian who seals other bytes under the right key is found out by the hash`()
    throws
  {
    let custodian = try river.permit(CustodianRole.self)
    let key = river.lookup.record(.attachment, code.text)
    var other = bytes
    other[70_000] ^= 1
    let path = NSTemporaryDirectory() + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try UnfinishedFile(at: path)
    try river.read { reader in
      let record = try reader.recordKey(
        key.id, .attachment, try river.holding(.custodian, river.state, reader.store), river.me)
      let forging = try ObjectKey(
        of: record,
        RecordContext(vault: river.state.roster.vault, record: key.id.bytes, version: 1))
      _ = try piped(other) {
        try ObjectSealing.seal(from: $0, to: file.descriptor, under: forging)
      }
    }
    try file.publish()
    office.store.setObject(name, Array(try Data(contentsOf: URL(filePath: path))))
    let out = NSTemporaryDirectory() + "/" + UUID().uuidString
    #expect(throws: VaultError.integrity(.object)) {
      _ = try river.extractAttachment(code, to: .newFile(out), reason: "", by: custodian)
    }
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try river.extracted(code).error == .integrity(.object))
    #expect(try river.checkObjects()?.damaged == [code])
  }
}
