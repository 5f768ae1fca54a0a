import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Somebody who was removed, with the storage, a steward or a holder at hand.
struct RemovedPairTests {
  let office: Office

  init() throws { office = try Office() }

  private func forger(_ handle: String) throws -> Forger {
    try Forger(try office.unlock(handle), office.store)
  }

  @Test func `somebody removed with the storage comes back in no way`() throws {
    let past = Device(like: office.device)
    let open = try office.unlock("gone")
    let ring = KeyRing(open)
    try ring.harvest(office.store.rows)
    let inka = try office.unlock("inka")
    let old = office.store.rows
    _ = try office.unlock("river").removeMember("gone")
    _ = try inka.members()
    let now = office.store.rows
    // His rows of before beside the present ones.
    office.store.tamper { state in
      for (id, body) in old.cells { state.cells[id] = state.cells[id] ?? body }
    }
    for device in [past, Device()] {
      #expect(throws: VaultError.self) { try office.unlock("gone", on: device) }
    }
    #expect(throws: VaultError.self) { try open.members() }
    // The whole past, as he saw it: he can go on there, alone.
    office.store.rows = old
    let alone = try office.unlock("gone", on: past)
    _ = try alone.removeMember("edda")
    for handle in ["river", "inka"] {
      #expect(throws: VaultError.self) { try office.unlock(handle) }
    }
    #expect(throws: VaultError.self) {
      try inka.handIn(Office.testimonyFile(), source: Office.sourceFile)
    }
    // What came later opens with nothing that is in either past.
    office.store.rows = now
    try office.writeLater(try office.unlock("cora"))
    for rows in [old, office.store.rows] { try ring.harvest(rows) }
    #expect(try ring.records(office.store.rows, cross: true) == [:])
    #expect(ring.details(office.store.rows.newer(than: now)) == 0)
  }

  @Test func `a steward and somebody removed open nothing of what came later`() throws {
    let gone = try forger("gone")
    let ring = KeyRing(gone.session)
    try ring.harvest(office.store.rows)
    let old = try gone.held(.custodian)
    _ = try office.unlock("stew").removeMember("gone")
    let before = office.store.rows
    // A second self whom the steward entitles and the old key grants.
    let (badge, print) = try Office.request("gone-2", in: office.store)
    _ = try office.unlock("stew").admit(
      "gone-2", fingerprint: print, roles: [.custodian, .auditor])
    let stew = try forger("stew")
    let rows = office.store.rows
    let next = try gone.newRole(.custodian, 2)
    let attempts: [RosterChange] = [
      .grant(member: stew.id("gone-2"), role: .custodian, epoch: 1),
      .epoch(gone.epoch(next), holders: [stew.id("gone-2")]),
      .epoch(gone.epoch(next), holders: stew.session.state.roster.heirs(of: .custodian)),
    ]
    for change in attempts {
      for signer in [stew.me, gone.me] {
        office.store.rows = rows
        let entry = try stew.entry(change, [signer, gone.by(old), gone.by(next)])
        try stew.append(change.act, roster: [entry])
        #expect(office.isRosterRefused())
      }
    }
    office.store.rows = rows
    try office.writeLater(try office.unlock("river"))
    let other = KeyRing(try office.unlock(badge, on: Device()))
    other.join(ring)
    let kinds = try ring.kinds(office.store.rows.newer(than: before), with: other)
    #expect(kinds == [])
    #expect(other.details(office.store.rows.newer(than: before)) == 0)
  }

  @Test func `a holder and somebody removed bring nobody in without a steward`() throws {
    let gone = try forger("gone")
    let cora = try forger("cora")
    _ = try office.unlock("river").removeMember("gone")
    let again = try forger("cora")
    let held = try again.held(.custodian)
    let next = try again.newRole(.custodian, held.epoch + 1)
    let heirs = again.session.state.roster.heirs(of: .custodian)
    let rows = office.store.rows
    let id = gone.session.myID
    let attempts: [(RosterChange, [(RosterEntry.Signer, Forger.Sign)])] = [
      (.grant(member: id, role: .custodian, epoch: held.epoch), [again.me, again.by(held)]),
      (.grant(member: id, role: .custodian, epoch: held.epoch), [gone.me, again.by(held)]),
      (
        .epoch(again.epoch(next), holders: heirs + [id]),
        [again.me, again.by(held), again.by(next)]
      ),
      (.entitle(member: id, role: .custodian), [gone.me, again.me]),
      (
        .rekey(
          member: id, keys: RosterMember(handle: "gone", keys: cora.session.me.publicKeys)),
        [gone.me, again.me]
      ),
    ]
    for (change, signers) in attempts {
      office.store.rows = rows
      try again.append(change.act, roster: [try again.entry(change, signers)])
      #expect(office.isRefused(by: ["river"]))
    }
  }

  @Test func `a holder cannot end another's tenure, nor a removed member's old roster come back`()
    throws
  {
    let cora = try forger("cora")
    let before = office.store.rows
    _ = try office.unlock("river").removeMember("gone")
    let rows = office.store.rows
    let again = try forger("cora")
    for change in [
      RosterChange.remove(member: again.id("river")),
      .revoke(member: again.id("river"), role: .custodian),
    ] {
      office.store.rows = rows
      try again.append(change.act, roster: [try again.entry(change, [again.me])])
      #expect(office.isRefused(by: ["river"]))
    }
    // The holder continues the old roster beside the new log.
    office.store.rows = rows
    office.store.tamper { $0.chains[.roster] = before.chains[.roster] }
    #expect(office.isRefused(by: ["river"]))
    #expect(throws: VaultError.self) { try cora.session.members() }
  }
}
