import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// What each member opens with all keys and the whole database, nothing checked.
struct MatrixTests {
  static let custodian: Set<RecordKind> = [
    .source, .original, .working, .excerpt, .release, .drop, .register, .note, .review, .policy,
    .reveal, .delivery, .groups, .told, .attachment, .kit, .receipt, .moved, .commitments,
  ]
  static let researcher: Set<RecordKind> = [
    .working, .excerpt, .note, .release, .policy, .reveal, .delivery,
  ]
  static let editor: Set<RecordKind> = [.release, .policy, .reveal, .delivery]

  @Test(
    arguments: [
      ("edda", editor, false), ("reza", researcher, false), ("inka", [], false),
      ("audra", [], true), ("stew", [], false), ("cora", custodian, false),
      ("river", custodian, true),
    ] as [(String, Set<RecordKind>, Bool)])
  func `a member opens by keys what the roles are for, and nothing else`(
    handle: String, kinds: Set<RecordKind>, details: Bool
  ) throws {
    let office = try Office()
    try office.addFieldRecords()
    let ring = KeyRing(try office.unlock(handle))
    let rows = office.store.rows
    try ring.harvest(rows)
    #expect(try ring.kinds(rows) == kinds)
    #expect(ring.details(rows) == (details ? rows.details.count : 0))
  }

  @Test func `every kind of record is in the database that the matrix is tried on`() throws {
    let office = try Office()
    try office.addFieldRecords()
    let session = try office.unlock("river")
    let kinds = Set(
      office.store.rows.leaves.all.compactMap {
        MapKey($0.key.bytes).flatMap(session.lookup.kind(of:))
      })
    // A vault that was never restored has no leaf of a restore, which has no row to open either.
    #expect(kinds == Set(RecordKind.allCases.filter { $0 != .restore }))
  }

  @Test func `who waits to be admitted gets no key at all`() throws {
    let office = try Office()
    #expect(throws: VaultError.notAdmitted) { try office.unlock("waiting") }
    let badge = try Office.badge("waiting")
    let rows = office.store.rows
    let row = try #require(RowID(badge.keys.rowID).flatMap { rows.cells[$0] })
    let me = try badge.keys.open(row)
    for cell in rows.cells.values { #expect((try? me.box.open(cell)) == nil) }
    for wrap in rows.wraps.all {
      for start in stride(from: 1, to: wrap.value.count - 103, by: 104) {
        #expect((try? me.box.open(Array(wrap.value[(start + 8)..<(start + 104)]))) == nil)
      }
    }
  }

  @Test func `an interviewer cannot read back what was handed in`() throws {
    let office = try Office()
    let inka = try office.unlock("inka")
    let code = try inka.handIn(Office.testimonyFile(2), source: Office.sourceFile)
    let ring = KeyRing(inka)
    try ring.harvest(office.store.rows)
    #expect(try ring.kinds(office.store.rows) == [])
    #expect(throws: VaultError.roleMissing(.custodian)) { _ = try inka.permit(CustodianRole.self) }
    let cora = try office.unlock("cora")
    let custodian = try cora.permit(CustodianRole.self)
    #expect(try cora.drop(code, by: custodian).documenter == "inka")
  }

  @Test func `a steward who gives himself every role still opens nothing`() throws {
    let office = try Office()
    let stew = try office.unlock("stew")
    for role in [Role.custodian, .auditor] {
      let pending = try stew.grantRole(role, to: "stew", fingerprint: nil)
      #expect(pending.roles.contains(role))
    }
    // Rotations and removals by the others hand him nothing either.
    let cora = try office.unlock("cora")
    for role in [Role.custodian, .researcher, .editor] { _ = try cora.rotateRole(role) }
    _ = try office.unlock("audra").rotateRole(.auditor)
    _ = try office.unlock("stew").removeMember("gone")
    _ = try office.unlock("river")
    let ring = KeyRing(try office.unlock("stew"))
    try ring.harvest(office.store.rows)
    #expect(Set(ring.roles.map(\.role)) == [.member])
    #expect(try ring.kinds(office.store.rows) == [])
    #expect(ring.details(office.store.rows) == 0)
  }

  @Test func `a denial to an unlocked member is one entry, and gives no permit`() throws {
    let office = try Office()
    let edda = try office.unlock("edda")
    let before = edda.entries
    #expect(throws: VaultError.roleMissing(.custodian)) { _ = try edda.permit(CustodianRole.self) }
    #expect(edda.entries == before + 1)
    #expect(throws: VaultError.roleMissing(.steward)) { _ = try edda.removeMember("reza") }
    #expect(edda.entries == before + 2)
    #expect(throws: VaultError.roleMissing(.intake)) {
      try edda.handIn(Office.testimonyFile(), source: Office.sourceFile)
    }
    #expect(edda.entries == before + 3)
    let audra = try office.unlock("audra")
    let auditor = try audra.permit(AuditorRole.self)
    let lines = try audra.log(newest: 4, by: auditor)
    #expect(lines.map(\.act) == ["denied", "denied", "denied", "logRead"])
    #expect(lines[0].member == "edda" && lines[0].subjects == ["custodian"])
  }
}
