import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Two who should not trust each other work together: a steward, a holder, the storage, somebody removed.
struct PairTests {
  let office: Office

  init() throws { office = try Office() }

  private func forger(_ handle: String) throws -> Forger {
    try Forger(try office.unlock(handle), office.store)
  }

  @Test func `a steward and a holder let in readers of the holder's role alone, and openly`()
    throws
  {
    let stew = try forger("stew")
    let edda = try forger("edda")
    let rows = office.store.rows
    let editor = try edda.held(.editor)
    let own = try stew.newRole(.custodian, 2)
    let heirs = stew.session.state.roster.heirs(of: .custodian)
    let attempts: [(RosterChange, [(RosterEntry.Signer, Forger.Sign)])] = [
      (
        .grant(member: stew.session.myID, role: .custodian, epoch: 1),
        [edda.me, edda.pretending(.custodian, 1, editor)]
      ),
      (
        .epoch(stew.epoch(own), holders: heirs),
        [stew.me, edda.me, edda.pretending(.custodian, 1, editor), stew.by(own)]
      ),
      (
        .epoch(stew.epoch(own), holders: [stew.session.myID]),
        [edda.me, stew.me, edda.pretending(.custodian, 1, editor), stew.by(own)]
      ),
    ]
    for (change, signers) in attempts {
      office.store.rows = rows
      try stew.append(.roleRotated, roster: [try stew.entry(change, signers)])
      #expect(office.isRosterRefused())
    }
    office.store.rows = rows
    // What they may do, they do openly.
    _ = try office.unlock("stew").grantRole(.custodian, to: "stew", fingerprint: nil)
    let print = try #require(
      try office.unlock("edda").members().first { $0.handle == "stew" }?.fingerprint)
    _ = try office.unlock("edda").grantRole(.editor, to: "stew", fingerprint: print)
    let kinds = try KeyRing(try office.unlock("stew")).kinds(
      office.store.rows, with: KeyRing(try office.unlock("edda")))
    #expect(kinds == MatrixTests.editor)
    let river = try office.unlock("river")
    #expect(try river.members().first { $0.handle == "stew" }?.holds == [.member, .editor])
    let lines = try river.log(newest: 4, by: try river.permit(AuditorRole.self))
    #expect(lines.contains { $0.act == "roleGranted" && $0.member == "edda" })
  }

  @Test func `a steward with the storage gets no key, and keeps no right that was taken`() throws {
    let past = Device(like: office.device)
    let before = office.store.rows
    let river = try office.unlock("river")
    _ = try river.revokeRole(.steward, from: "stew")
    let now = office.store.rows
    // The roster of before, alone and with everything else.
    office.store.tamper { $0.chains[.roster] = before.chains[.roster] }
    #expect(throws: VaultError.self) { try office.unlock("river") }
    #expect(throws: VaultError.self) { try office.unlock("cora", on: Device()) }
    office.store.rows = before
    let stew = try office.unlock("stew", on: past)
    let (badge, print) = try Office.request("shade", in: office.store)
    _ = try stew.admit("shade", fingerprint: print, roles: [.custodian, .auditor])
    #expect(throws: VaultError.integrity(.forked)) { try office.unlock("river") }
    #expect(throws: VaultError.integrity(.forked)) { try river.members() }
    // In that history, too, nobody has given a key; and every sealed row tried in every place gives none.
    let rows = office.store.rows
    let kinds = try KeyRing(stew).kinds(
      rows, with: KeyRing(try office.unlock(badge, on: Device())))
    #expect(kinds == [])
    // The entry of before, moved behind the present ones, is not permitted.
    office.store.rows = now
    let late = try Forger(try office.unlock("stew", on: Device()), office.store)
    try late.append(
      .roleEntitled,
      roster: [
        try late.entry(.entitle(member: late.session.myID, role: .custodian), [late.me])
      ])
    #expect(office.isRefused())
  }

  @Test func `a holder with the storage is not sealed to after the role was taken`() throws {
    let ring = KeyRing(try office.unlock("cora"))
    try ring.harvest(office.store.rows)
    let inka = try office.unlock("inka")
    let old = office.store.rows
    _ = try office.unlock("stew").revokeRole(.custodian, from: "cora")
    let before = office.store.rows
    // Card, grants and wraps of before are put back, so that others seal to the old key.
    office.store.tamper { state in
      state.headers["card"] = old.headers["card"]
      for (id, body) in old.cells { state.cells[id] = state.cells[id] ?? body }
      for wrap in old.wraps.all where state.wraps[wrap.key] == nil {
        state.wraps.set(wrap.key, wrap.value)
      }
    }
    #expect(throws: VaultError.integrity(.header)) { try office.unlock("inka", on: Device()) }
    // A session that was open knows the roster and does not look at the card.
    let code = try inka.handIn(Office.testimonyFile(4), source: Office.sourceFile)
    try ring.harvest(office.store.rows)
    let later = office.store.rows.newer(than: before)
    #expect(try ring.records(later, cross: true) == [:] && ring.details(later) == 0)
    office.store.tamper { $0.headers["card"] = before.headers["card"] }
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    #expect(try river.drop(code, by: custodian).documenter == "inka")
    try office.writeLater(river)
    try ring.harvest(office.store.rows)
    let rest = office.store.rows.newer(than: before)
    #expect(try ring.records(rest, cross: true) == [:] && ring.details(rest) == 0)
  }
}
