import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// What a removed member opens of what is written later: nothing.
struct RemovalTests {
  let office: Office

  init() throws { office = try Office() }

  /// Rows whose bodies were not there before.
  private func later(_ now: InMemoryState, than before: InMemoryState) -> InMemoryState {
    var rows = now
    for (id, row) in before.records where rows.records[id]?.body == row.body {
      rows.records[id] = nil
    }
    for number in before.details.keys { rows.details[number] = nil }
    return rows
  }

  /// Writes a record of every kind, as the roles of the session allow.
  private func write(_ session: Session, drops: Int = 1) throws {
    for _ in 0..<drops {
      if session.roles.contains(.intake) || session.roles.contains(.custodian) {
        _ = try session.handIn(Office.testimonyFile(7), source: Office.sourceFile)
      }
    }
    guard session.roles.contains(.custodian) else { return }
    let custodian = try session.permit(CustodianRole.self)
    let researcher = try session.permit(ResearcherRole.self)
    let added = try session.addTestimony(
      Office.testimonyFile(8), source: .document(Office.strangerFile), by: custodian)
    try session.updateSource(added.source, Office.strangerFile, by: custodian)
    try session.addNote("later", to: added.testimony, by: researcher)
    let draft = try session.draftExcerpt(
      of: added.testimony, audience: "desk", policy: "public", selection: "1-2", by: researcher)
    try session.approve(draft, conditionsMet: true, reason: "", by: custodian)
  }

  @Test func `removed by a steward alone: nothing written before or after a holder unlocks opens`()
    throws
  {
    try office.addFieldRecords()
    let ring = KeyRing(try office.unlock("gone"))
    try ring.harvest(office.store.rows)
    #expect(try ring.kinds(office.store.rows) == MatrixTests.custodian)
    // An open session of a holder, from before.
    let cora = try office.unlock("cora")
    _ = try cora.permit(CustodianRole.self)
    let closed = try office.unlock("stew").removeMember("gone")
    #expect(Set(closed) == [.editor, .researcher, .custodian, .auditor])
    let before = office.store.rows

    try write(try office.unlock("inka"), drops: 5)
    try write(cora)
    #expect(cora.state.roster.epochs[.custodian]?.closed == true)
    _ = try office.unlock("stew").members()
    try ring.harvest(office.store.rows)
    #expect(try ring.records(later(office.store.rows, than: before), cross: true) == [:])
    #expect(ring.details(later(office.store.rows, than: before)) == 0)
    // The holder whose session was open reads what was boxed while the epoch was closed.
    let custodian = try cora.permit(CustodianRole.self)
    #expect(try cora.inbox(by: custodian).drops.count == 7)
    #expect(try cora.sources(by: custodian).count == 2)
    #expect(try cora.testimonies(by: try cora.permit(ResearcherRole.self)).count == 3)

    // Reopened: the same, and every holder reads everything.
    let river = try office.unlock("river")
    #expect(river.state.roster.epochs.values.allSatisfy { !$0.closed })
    try write(river)
    try ring.harvest(office.store.rows)
    #expect(try ring.records(later(office.store.rows, than: before), cross: true) == [:])
    #expect(ring.details(later(office.store.rows, than: before)) == 0)
    for handle in ["river", "cora"] {
      let holder = KeyRing(try office.unlock(handle))
      try holder.harvest(office.store.rows)
      let all = Dictionary(
        grouping: office.store.rows.leaves.all.compactMap {
          MapKey($0.key.bytes).flatMap(river.lookup.kind(of:))
        }, by: { $0 }
      ).mapValues(\.count).filter { $0.key != .rosterHead }
      #expect(try holder.records(office.store.rows, cross: false) == all)
    }
    let audra = KeyRing(try office.unlock("audra"))
    try audra.harvest(office.store.rows)
    #expect(audra.details(office.store.rows) == office.store.rows.details.count)
    // The old records, whose wraps went: his keys are good for nothing in the newest database.
    #expect(try ring.records(office.store.rows, cross: true) == [:])
    #expect(ring.details(office.store.rows) == 0)
  }

  @Test func `a thousand later records of every kind do not open, and all holders read them`()
    throws
  {
    let ring = KeyRing(try office.unlock("gone"))
    try ring.harvest(office.store.rows)
    let cora = try office.unlock("cora")
    _ = try office.unlock("stew").removeMember("gone")
    let before = office.store.rows
    // Half of them before any holder unlocks, half after.
    for reopened in [false, true] {
      let session = reopened ? try office.unlock("cora") : cora
      _ = try session.members()
      #expect(session.state.roster.epochs[.custodian]?.closed == !reopened)
      let acts: [(Act, [RecordKind])] = [
        (.testimonyAdded, [.source, .original, .working, .register]), (.dropHandedIn, [.drop]),
        (.noteAdded, [.note]), (.excerptDrafted, [.excerpt]), (.excerptApproved, [.release]),
      ]
      try session.write { transaction in
        for (act, kinds) in acts {
          for kind in kinds {
            for number in 0..<63 {
              try transaction.put(
                kind, "\(kind)-\(reopened)-\(number)", listing: [1], body: [2])
            }
          }
          try transaction.log(act, [], reason: "")
        }
      }
      let now = later(office.store.rows, than: before)
      try ring.harvest(office.store.rows)
      #expect(try ring.records(now, cross: false) == [:])
      // Every wrap with every key, for a part.
      var part = now
      for id in now.records.keys.sorted().dropFirst(1) { part.records[id] = nil }
      #expect(try ring.records(part, cross: true) == [:])
    }
    let holder = KeyRing(cora)
    try holder.harvest(office.store.rows)
    let found = try holder.records(later(office.store.rows, than: before), cross: false)
    #expect(found.values.reduce(0, +) == 2 * 63 * 8)
  }

  @Test func `removed by a holder: the epochs are new at once`() throws {
    let ring = KeyRing(try office.unlock("gone"))
    try ring.harvest(office.store.rows)
    let river = try office.unlock("river")
    #expect(try river.removeMember("gone") == [])
    let before = office.store.rows
    try write(river)
    try ring.harvest(office.store.rows)
    #expect(try ring.records(office.store.rows, cross: true) == [:])
    #expect(ring.details(office.store.rows) == 0)
    // Later rows of the chains do not open either.
    let start = before.chains[.log]?.count ?? 0
    for (index, row) in (office.store.rows.chains[.log] ?? []).enumerated().dropFirst(start) {
      for held in ring.roles where held.role == .member {
        #expect(
          (try? held.keys.openChainRow(row, .log, number: UInt64(index))) == nil)
      }
    }
    #expect(throws: VaultError.notAdmitted) { try office.unlock("gone") }
    #expect(throws: VaultError.notAdmitted) { try office.unlock("gone", on: Device()) }
  }

  @Test func `an open session of the removed reads and writes nothing more`() throws {
    let gone = try office.unlock("gone")
    let custodian = try gone.permit(CustodianRole.self)
    _ = try office.unlock("river").removeMember("gone")
    let count = office.store.rows.chains[.log]?.count
    #expect(throws: VaultError.self) { try gone.sources(by: custodian) }
    #expect(throws: VaultError.self) { try gone.removeMember("reza") }
    #expect(throws: VaultError.self) {
      try gone.handIn(Office.testimonyFile(), source: Office.sourceFile)
    }
    #expect(throws: VaultError.self) { try gone.members() }
    #expect(office.store.rows.chains[.log]?.count == count)
    _ = try office.unlock("river")
  }

  @Test func `a steward who removes himself leaves rows that he cannot read`() throws {
    let gone = try office.unlock("gone")
    let ring = KeyRing(gone)
    try ring.harvest(office.store.rows)
    let edda = try office.unlock("edda")
    let closed = try gone.removeMember("gone")
    #expect(Set(closed) == [.member, .editor, .researcher, .custodian, .auditor])
    let before = office.store.rows
    // Nobody has unlocked since; a session that was open goes on.
    _ = try edda.releases(by: try edda.permit(EditorRole.self))
    let start = before.chains[.log]?.count ?? 0
    let rows = try #require(office.store.rows.chains[.log])
    #expect(rows.count > start)
    for (index, row) in rows.enumerated().dropFirst(start) {
      for held in ring.roles where held.role == .member {
        #expect((try? held.keys.openChainRow(row, .log, number: UInt64(index))) == nil)
      }
    }
    for handle in ["river", "cora", "audra", "edda", "reza", "inka", "stew"] {
      _ = try office.unlock(handle)
      _ = try office.unlock(handle, on: Device())
    }
    let river = try office.unlock("river")
    #expect(river.state.roster.epochs.values.allSatisfy { !$0.closed })
    #expect(try river.sources(by: try river.permit(CustodianRole.self)).count == 1)
  }

  @Test func `a revoked role is closed, and what is written for it stays shut`() throws {
    let ring = KeyRing(try office.unlock("reza"))
    try ring.harvest(office.store.rows)
    let reza = try office.unlock("reza")
    let permit = try reza.permit(ResearcherRole.self)
    let closed = try office.unlock("stew").revokeRole(.researcher, from: "reza")
    #expect(Set(closed) == [.researcher, .editor])
    let before = office.store.rows
    try write(try office.unlock("cora"))
    try ring.harvest(office.store.rows)
    #expect(try ring.records(later(office.store.rows, than: before), cross: true) == [:])
    // The permit is of no use any more, the denial is logged, and the vault stays sound.
    let entries = reza.entries
    #expect(throws: VaultError.roleMissing(.researcher)) { try reza.testimonies(by: permit) }
    #expect(throws: VaultError.roleMissing(.researcher)) {
      try reza.addNote("x", to: office.codes.testimony, by: permit)
    }
    #expect(reza.entries == entries + 2)
    _ = try office.unlock("river")
    _ = try office.unlock("river", on: Device())
  }

  @Test func `a role that was taken in between brings down one act, not the vault`() throws {
    let river = try office.unlock("river")
    for (handle, role) in [
      ("inka", Role.intake), ("stew", .steward), ("gone", .custodian), ("audra", .auditor),
      ("edda", .editor),
    ] {
      let session = try office.unlock(handle)
      _ = try river.revokeRole(role, from: handle)
      // Not through the library's own look at the roster: straight into the transaction.
      for act in Act.allCases where !session.state.roster.permits(act, session.myID, first: false) {
        #expect(throws: VaultError.self) { try session.write { try $0.log(act, [], reason: "") } }
      }
      let state = try river.read { _ in river.state.roster }
      for act in Act.allCases where !state.permits(act, session.myID, first: false) {
        #expect(throws: VaultError.roleMissing(act.role)) {
          try session.write { try $0.log(act, [], reason: "") }
        }
      }
      _ = try office.unlock("river", on: Device())
    }
  }

  @Test func `only who holds the keys brings a role back; the others leave it closed`() throws {
    _ = try office.unlock("stew").removeMember("gone")
    for handle in ["edda", "reza", "inka", "stew"] {
      let session = try office.unlock(handle)
      #expect(session.state.roster.epochs[.custodian]?.closed == true)
      #expect(session.state.roster.epochs[.auditor]?.closed == true)
    }
    // edda and reza are heirs of what they hold themselves.
    #expect(try office.unlock("edda").state.roster.epochs[.editor]?.closed == false)
    #expect(try office.unlock("reza").state.roster.epochs[.researcher]?.closed == false)
    #expect(try office.unlock("audra").state.roster.epochs[.auditor]?.closed == false)
    #expect(try office.unlock("cora").state.roster.epochs[.custodian]?.closed == false)
  }

  @Test func `a damaged record keeps nobody from unlocking or from being removed`() throws {
    let river = try office.unlock("river")
    let key = river.lookup.record(.source, office.codes.source.text)
    let held = try river.read { try river.holding(.custodian, river.state, $0.store) }
    let id = key.id
    let wrap = try #require(RowID(held.keys.wrapID(of: id.bytes)))
    office.store.tamper { $0.wraps.set(wrap, [1, 2, 3]) }
    #expect(try river.removeMember("gone") == [.custodian])
    #expect(throws: VaultError.notAdmitted) { try office.unlock("gone") }
    let cora = try office.unlock("cora")
    let custodian = try cora.permit(CustodianRole.self)
    #expect(throws: VaultError.integrity(.record)) {
      try cora.source(office.codes.source, reason: "", by: custodian)
    }
    #expect(
      try cora.original(office.codes.testimony, reason: "", by: custodian).code
        == office.codes.testimony)
  }
}
