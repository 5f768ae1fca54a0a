import Foundation
import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

struct AttachmentTests {
  let office: Office

  init() throws { office = try Office() }

  private func path() -> String { NSTemporaryDirectory() + "/" + UUID().uuidString }

  @Test func `what was added comes out byte for byte, whole and in parts`() throws {
    let river = try office.unlock("river")
    let bytes = Random.bytes(200_000)
    let added = try river.attach(bytes, named: "clip.bin", to: office.codes.testimony)
    #expect(added.size == bytes.count && added.sha256 == Hex.encode(Digest.of(bytes).bytes))
    #expect(added.addedBy == "river" && added.name == "clip.bin")
    let whole = try river.extracted(added.code)
    #expect(whole.bytes == bytes && whole.error == nil)
    for range in [0...0, 65_519...65_520, 65_520...131_039, 199_999...500_000, 3...199_998] {
      let part = try river.extracted(added.code, range)
      #expect(part.error == nil)
      #expect(part.bytes == Array(bytes[range.clamped(to: 0...199_999)]))
    }
    #expect(try river.extracted(added.code, 200_000...200_001).error == .input(.range))
    let out = path()
    defer { try? FileManager.default.removeItem(atPath: out) }
    let custodian = try river.permit(CustodianRole.self)
    _ = try river.extractAttachment(added.code, to: .newFile(out), reason: "", by: custodian)
    #expect(FileManager.default.contents(atPath: out) == Data(bytes))
    #expect(throws: VaultError.file(.exists)) {
      _ = try river.extractAttachment(added.code, to: .newFile(out), reason: "", by: custodian)
    }
  }

  @Test func `a list has the attachments of one testimony, complete, and what each is`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let other = try river.addTestimony(
      Office.testimonyFile(9), source: .code(office.codes.source), by: custodian
    ).testimony
    let long = String(repeating: "n", count: 200)
    let first = try river.attach(Array("%PDF-1.7 …".utf8), named: long, to: other)
    let second = try river.attach([1], to: other)
    let list = try river.attachments(of: other, by: custodian)
    #expect(Set(list.map(\.code)) == [first.code, second.code])
    #expect(list.map(\.code.text) == list.map(\.code.text).sorted())
    let pdf = try #require(list.first { $0.code == first.code })
    #expect(pdf.type == "application/pdf" && pdf.name?.count == 60)
    #expect(try river.attachment(first.code, reason: "", by: custodian).name == long)
    #expect(list.first { $0.code == second.code }?.name == nil)
    let held = try river.attachments(of: office.codes.testimony, by: custodian)
    #expect(held.map(\.code) == [office.codes.attachment] && held[0].type == "audio/wav")
    // A leaf that storage takes away is missed.
    office.store.tamper { rows in
      let key = river.lookup.record(.attachment, second.code.text).id
      rows.records[key] = nil
    }
    #expect(throws: VaultError.integrity(.record)) {
      _ = try river.attachments(of: other, by: custodian)
    }
  }

  @Test func `what cannot be added leaves neither record nor file`() throws {
    let river = try office.unlock("river")
    let before = (office.store.objectNames, office.store.rows.records.count)
    let missing = try #require(Code("T-000000", .testimony))
    #expect(throws: VaultError.notFound) { _ = try river.attach([1], to: missing) }
    #expect(throws: VaultError.input(.emptyFile)) {
      _ = try river.attach([], to: office.codes.testimony)
    }
    for name in ["", "a/b", String(repeating: "n", count: 256)] {
      #expect(throws: VaultError.input(.fileName)) {
        _ = try river.attach([1], named: name, to: office.codes.testimony)
      }
    }
    #expect(before == (office.store.objectNames, office.store.rows.records.count))
  }

  @Test func `only custodians list, open and extract, and each is logged before`() throws {
    for handle in ["edda", "reza", "inka", "audra", "stew"] {
      let session = try office.unlock(handle)
      #expect(throws: VaultError.roleMissing(.custodian)) {
        _ = try session.permit(CustodianRole.self)
      }
    }
    let cora = try office.unlock("cora")
    let custodian = try cora.permit(CustodianRole.self)
    let before = cora.entries
    _ = try cora.attachments(of: office.codes.testimony, by: custodian)
    _ = try cora.attachment(office.codes.attachment, reason: "the court asks", by: custodian)
    _ = try cora.extracted(office.codes.attachment, 0...9)
    #expect(cora.entries == before + 3)
    let audra = try office.unlock("audra")
    let lines = try audra.log(newest: 4, by: try audra.permit(AuditorRole.self))
    #expect(
      lines.map(\.act) == [
        "attachmentsListed", "attachmentOpened", "attachmentExtracted", "logRead",
      ])
    #expect(lines[1].reason == "the court asks")
    #expect(lines[2].subjects == [office.codes.attachment.text, "bytes-0-9"])
    // An entry that does not become durable lets nothing out.
    office.store.failCommits(true)
    let given = try cora.extracted(office.codes.attachment)
    #expect(given.bytes.isEmpty && given.error == .storage(.full))
  }

  @Test func `the log commits to the hash, and the salt opens the commitment`() throws {
    let river = try office.unlock("river")
    let bytes = Random.bytes(5_000)
    let added = try river.attach(bytes, to: office.codes.testimony)
    let salt = try #require(Hex.decode(added.hashSalt))
    let commitment = Digest.of(
      .attachmentHash, salt, UInt64(5_000).bigEndianBytes, Digest.of(bytes).bytes)
    #expect(added.commitment == Hex.encode(commitment.bytes))
    let line = try #require(try river.log(newest: 2, by: try river.permit(AuditorRole.self)).first)
    #expect(line.act == "attachmentAdded")
    #expect(line.subjects.contains("sha256-" + added.commitment))
    #expect(!line.subjects.joined().contains(added.sha256))
  }

  @Test func `a sealed file has a name, a size and a time that tell nothing`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    var sizes: Set<Int> = []
    for count in [1, 700, 4_096] {
      let added = try river.attach(Random.bytes(count), to: office.codes.testimony)
      let name = try river.objectName(of: added.code, by: custodian)
      #expect(ObjectDirectory.isName(name))
      sizes.insert(try office.store.object(name).count)
      let attributes = try FileManager.default.attributesOfItem(atPath: office.store.path(name))
      #expect(attributes[.modificationDate] as? Date == Date(timeIntervalSince1970: 0))
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    #expect(sizes == [4_145])
    let names = try river.objectNames(ofTestimony: office.codes.testimony, by: custodian)
    #expect(names.map(\.name).sorted() == office.store.objectNames)
  }

  private static func text(_ words: String, zeros: Int = 0, then more: String = "") -> [UInt8] {
    var bytes = [UInt8](words.utf8)
    bytes += [UInt8](repeating: 0, count: zeros)
    bytes += [UInt8](more.utf8)
    return bytes
  }

  /// A file's first bytes, and what they are.
  private static func known() -> [(head: [UInt8], type: String)] {
    var known: [(head: [UInt8], type: String)] = []
    func add(_ head: [UInt8], _ type: String) { known.append((head: head, type: type)) }
    add(text("\u{FEFF}plain"), "text/plain")
    add([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg")
    add(text("....ftypqt  "), "video/quicktime")
    add(text("....ftypisom"), "video/mp4")
    add(text("....ftypM4A "), "audio/mp4")
    add([0xFF, 0xFB, 0x90], "audio/mpeg")
    add([0, 1, 2], "application/octet-stream")
    add(text("PK\u{3}\u{4}rest"), "application/zip")
    let office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    add(text("PK\u{3}\u{4}", zeros: 30, then: "word/document"), office)
    let open = "application/vnd.oasis.opendocument.text"
    add(text("PK\u{3}\u{4}", zeros: 26, then: "mimetype" + open), open)
    // The head may end within a character.
    add(Array(text("한글").dropLast()), "text/plain")
    add(text("a\u{7}"), "application/octet-stream")
    add(text("\u{1A}") + [0x45, 0xDF, 0xA3] + text("....webm"), "video/webm")
    return known
  }

  @Test func `a type is told by the first bytes`() {
    for (head, type) in Self.known() { #expect(MediaType.of(head) == type) }
  }
}
