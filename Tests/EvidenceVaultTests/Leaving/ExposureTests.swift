import Screen
import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// What the report says of a member is what the member's keys open.
struct ExposureTests {
  let office: Office

  init() throws { office = try Office() }

  private func counts(_ exposure: MemberExposure) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: exposure.records.map { ($0.kind, $0.records) })
  }

  private func counts(_ kinds: [RecordKind: Int]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: kinds.map { ($0.key.word, $0.value) })
  }

  @Test(arguments: ["river", "edda", "reza", "inka", "audra", "stew", "cora", "gone"])
  func `the report counts what the member's keys open`(handle: String) throws {
    let ring = KeyRing(try office.unlock(handle))
    try ring.harvest(office.store.rows)
    let stew = try office.unlock("stew")
    let exposure = try stew.exposure(of: handle)
    #expect(counts(exposure) == counts(try ring.records(office.store.rows, cross: false)))
    #expect(exposure.records.allSatisfy { $0.records == $0.unchanged })
    #expect(exposure.details == UInt64(ring.details(office.store.rows)))
    #expect(exposure.entries == stew.state.logCount && exposure.left == nil)
    #expect(
      Set(exposure.keys.filter { $0.until == nil }.map(\.role))
        == Set(ring.session.roles.filter(\.hasKeys).map(\.word)))
  }

  @Test func `what comes after a removal is not in the report, and what came before stays`() throws
  {
    let gone = try office.unlock("gone")
    let custodian = try gone.permit(CustodianRole.self)
    _ = try gone.original(office.codes.testimony, reason: "a quote", by: custodian)
    _ = try gone.original(office.codes.testimony, reason: "", by: custodian)
    _ = try gone.export(
      office.codes.release, format: .txt, fileName: nil, by: try gone.permit(EditorRole.self))
    let ring = KeyRing(gone)
    let then = office.store.rows
    try ring.harvest(then)
    let river = try office.unlock("river")
    _ = try river.removeMember("gone")
    let first = try river.exposure(of: "gone")
    #expect(first.left?.by == "river" && !first.lost && first.admitted.by == "river")
    #expect(counts(first) == counts(try ring.records(then, cross: false)))
    // The row of the removal opens, its detail does not.
    #expect(first.entries == first.left.map { $0.entry + 1 })
    #expect(first.details == first.left?.entry)
    #expect(first.keys.allSatisfy { $0.until == first.left })
    #expect(first.rights.allSatisfy { $0.until == first.left } && first.rights.count == 4)
    let opened = try #require(first.opened)
    let original = try #require(opened.first { $0.act == "originalOpened" })
    #expect(original.on == [office.codes.testimony.text] && original.times == 2)
    #expect(first.released?.exports.map(\.release) == [office.codes.release])
    #expect(first.lasting.contains(.releases) && first.lasting.contains(.details))
    #expect(first.acts.first { $0.act == "originalOpened" }?.times == 2)

    try office.writeLater(try office.unlock("cora"))
    let second = try river.exposure(of: "gone")
    #expect(counts(second) == counts(first) && second.entries == first.entries)
    // New record keys take from him what he kept of the present files.
    #expect(second.records.contains { $0.unchanged > 0 })
    _ = try river.rotateRecords(by: try river.permit(CustodianRole.self))
    let third = try river.exposure(of: "gone")
    #expect(counts(third) == counts(first) && third.records.allSatisfy { $0.unchanged == 0 })
  }

  @Test func `records whose keys were kept are counted by the record`() throws {
    let river = try office.unlock("river")
    _ = try river.removeMember("gone")
    let custodian = try river.permit(CustodianRole.self)
    try river.updateSource(
      office.codes.source, Office.sourceFile + Array("\nnote: moved\n".utf8), by: custodian)
    let exposure = try river.exposure(of: "gone")
    let source = try #require(exposure.records.first { $0.kind == "source" })
    #expect(source.records == 1 && source.unchanged == 0)
    let original = try #require(exposure.records.first { $0.kind == "original" })
    #expect(original.records == 1 && original.unchanged == 1)
  }

  @Test func `a late grant reaches back to where its epoch began, in older copies of the files`()
    throws
  {
    let then = office.store.rows
    let river = try office.unlock("river")
    _ = try river.refuse(office.codes.drop, reason: "", by: try river.permit(CustodianRole.self))
    let print = try #require(
      try river.members().first { $0.handle == "edda" }?.fingerprint)
    _ = try river.grantRole(.custodian, to: "edda", fingerprint: print)
    let ring = KeyRing(try office.unlock("edda"))
    try ring.harvest(office.store.rows)
    #expect(try ring.records(then, cross: false)[.drop] == 1)
    #expect(try counts(river.exposure(of: "edda"))["drop"] == 1)
    // After a rotation a grant does not.
    _ = try river.rotateRole(.custodian)
    let reza = try #require(try river.members().first { $0.handle == "reza" }?.fingerprint)
    _ = try river.grantRole(.custodian, to: "reza", fingerprint: reza)
    let other = KeyRing(try office.unlock("reza"))
    try other.harvest(office.store.rows)
    #expect(try other.records(then, cross: false)[.drop] == nil)
    #expect(try counts(river.exposure(of: "reza"))["drop"] == nil)
    let spans = try river.exposure(of: "edda").keys.filter { $0.role == "custodian" }
    #expect(spans.map(\.epoch) == [1, 2] && spans[0].until == spans[1].from)
    #expect(spans[1].until == nil)
  }

  @Test func `who holds neither role gets the roster's part alone, and reading details is logged`()
    throws
  {
    let stew = try office.unlock("stew")
    let before = stew.entries
    let plain = try stew.exposure(of: "gone")
    #expect(plain.opened == nil && plain.released == nil && stew.entries == before)
    let audra = try office.unlock("audra")
    let audited = try audra.exposure(of: "gone")
    #expect(audited.opened != nil && audited.released == nil && audra.entries == before + 1)
    let edda = try office.unlock("edda")
    let released = try edda.exposure(of: "gone")
    #expect(released.opened == nil && released.released != nil)
    #expect(edda.entries == before + 2)
    let line = try #require(
      try audra.log(newest: 2, by: try audra.permit(AuditorRole.self)).first)
    #expect(line.act == "exposureRead" && line.member == "edda" && line.subjects == ["gone"])
    #expect(throws: VaultError.refused(.notAMember)) { try stew.exposure(of: "nobody") }
  }

  @Test func `the log entry is durable before a detail is given out`() throws {
    let audra = try office.unlock("audra")
    office.store.failCommits(true)
    #expect(throws: VaultError.storage(.full)) { try audra.exposure(of: "gone") }
    office.store.failCommits(false)
    office.store.failReads(true)
    #expect(throws: VaultError.self) { try audra.exposure(of: "gone") }
  }

  @Test func `who was let in by the leaver is named, and a change of keys is one member`() throws {
    let gone = try office.unlock("gone")
    let waiting = try #require(try gone.waitingMembers().first)
    _ = try gone.admit("waiting", fingerprint: waiting.fingerprint, roles: [.intake])
    let river = try office.unlock("river")
    #expect(try river.exposure(of: "gone").through == ["waiting"])
    let change = try gone.changeKeys(
      try Office.badge("gone").keys, try office.freshBadge("gone").keys)
    let exposure = try river.exposure(of: "gone")
    #expect(exposure.left == nil && exposure.fingerprint == change.fingerprint)
    #expect(exposure.keys.filter { $0.role == "custodian" }.map(\.epoch) == [1, 2])
    #expect(exposure.through == ["waiting"] && exposure.lasting.contains(.through))
    _ = try river.removeMember("waiting")
    #expect(try river.exposure(of: "gone").through == [])
  }

  @Test func `a history that is not the verified one gives no report`() throws {
    let stew = try office.unlock("stew")
    let lines = try #require(office.store.rows.chains[.log])
    office.store.tamper { $0.chains[.log]?[3] = lines[4] }
    #expect(throws: VaultError.integrity(.log(3))) { try stew.exposure(of: "gone") }
  }
}
