import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Epochs and grants that somebody had no right to write into the roster.
struct ForgedEpochTests {
  let office: Office

  init() throws { office = try Office() }

  private func forger(_ handle: String) throws -> Forger {
    try Forger(try office.unlock(handle), office.store)
  }

  private func newcomer(_ handle: String) throws -> RosterMember {
    let session = try office.unlock("stew")
    let keys = try MemberKeys(new: session.me.vault, genesis: session.me.genesis)
    return RosterMember(handle: handle, keys: keys.publicKeys)
  }

  @Test func `a steward cannot declare an epoch of a role that he does not hold`() throws {
    let rows = office.store.rows
    let stew = try forger("stew")
    let own = try stew.newRole(.custodian, 2)
    let first = try stew.newRole(.custodian, 1)
    let heirs = stew.session.state.roster.heirs(of: .custodian)
    for holders in [[stew.session.myID], heirs] {
      for signers in [
        [stew.me, stew.by(own)], [stew.me, stew.pretending(.custodian, 1, own), stew.by(own)],
        [stew.me, stew.pretending(.custodian, 1, first), stew.by(own)],
      ] {
        office.store.rows = rows
        let entry = try stew.entry(.epoch(stew.epoch(own), holders: holders), signers)
        try stew.append(.roleRotated, roster: [entry])
        #expect(office.isRosterRefused())
      }
    }
  }

  @Test func `a steward cannot grant what he does not hold, to himself or to a second self`() throws
  {
    let stew = try forger("stew")
    _ = try stew.session.grantRole(.custodian, to: "stew", fingerprint: nil)
    let again = try forger("stew")
    let fake = try again.newRole(.custodian, 1)
    let rows = office.store.rows
    for signers in [
      [again.me], [again.me, again.by(fake)], [again.me, again.member],
    ] {
      office.store.rows = rows
      try again.append(
        .roleGranted,
        roster: [
          try again.entry(
            .grant(member: again.session.myID, role: .custodian, epoch: 1), signers)
        ])
      #expect(office.isRosterRefused())
    }
  }

  @Test func `a holder cannot grant without a steward, nor choose the heirs`() throws {
    let cora = try forger("cora")
    let rows = office.store.rows
    let held = try cora.held(.custodian)
    let next = try cora.newRole(.custodian, 2)
    let heirs = cora.session.state.roster.heirs(of: .custodian)
    let spare = try cora.newRole(.custodian, 3)
    let sameKeys = try cora.held(.researcher)
    let changes: [(RosterChange, [(RosterEntry.Signer, Forger.Sign)])] = [
      (.grant(member: cora.id("edda"), role: .custodian, epoch: 1), [cora.me, cora.by(held)]),
      (.grant(member: cora.id("river"), role: .custodian, epoch: 1), [cora.me, cora.by(held)]),
      (.grant(member: cora.id("edda"), role: .member, epoch: 1), [cora.me, cora.member]),
      (.grant(member: cora.id("edda"), role: .editor, epoch: 2), [cora.me, cora.by(held)]),
      (
        .epoch(cora.epoch(next), holders: heirs + [cora.id("edda")]),
        [cora.me, cora.by(held), cora.by(next)]
      ),
      (
        .epoch(cora.epoch(next), holders: [cora.session.myID]),
        [cora.me, cora.by(held), cora.by(next)]
      ),
      (.epoch(cora.epoch(next), holders: heirs), [cora.me, cora.by(held)]),
      (.epoch(cora.epoch(next), holders: heirs), [cora.me, cora.by(next)]),
      (.epoch(cora.epoch(next), holders: heirs), [cora.by(held), cora.by(next)]),
      (.epoch(cora.epoch(spare), holders: heirs), [cora.me, cora.by(held), cora.by(spare)]),
      (
        .epoch(
          RosterEpoch(
            next.keys.context, role: .custodian, keys: sameKeys.keys.publicKeys), holders: heirs),
        [cora.me, cora.by(held), cora.pretending(.custodian, 2, sameKeys)]
      ),
    ]
    for (change, signers) in changes {
      office.store.rows = rows
      try cora.append(.roleRotated, roster: [try cora.entry(change, signers)])
      #expect(office.isRosterRefused(by: ["river"]))
    }
  }

  @Test func `one number has one epoch`() throws {
    let cora = try forger("cora")
    let held = try cora.held(.custodian)
    let heirs = cora.session.state.roster.heirs(of: .custodian)
    _ = try office.unlock("river").rotateRole(.custodian)
    let later = try forger("cora")
    let twin = try later.newRole(.custodian, 2)
    try later.append(
      .roleRotated,
      roster: [
        try later.entry(
          .epoch(later.epoch(twin), holders: heirs), [later.me, later.by(held), later.by(twin)])
      ])
    #expect(office.isRosterRefused(by: ["river"]))
  }

  @Test func `who was removed opens no epoch, grants nothing and writes no entry`() throws {
    let gone = try forger("gone")
    let old = try gone.held(.custodian)
    let heirsBefore = gone.session.state.roster.heirs(of: .custodian)
    // Only a steward removes, so that the custodian's epoch stays closed.
    _ = try office.unlock("stew").removeMember("gone")
    #expect(throws: VaultError.self) { try gone.session.read { _ in } }
    let rows = office.store.rows
    let stew = try forger("stew")
    let heirs = stew.session.state.roster.heirs(of: .custodian)
    let next = try gone.newRole(.custodian, 2)
    let attempts: [(RosterChange, [(RosterEntry.Signer, Forger.Sign)])] = [
      (.epoch(gone.epoch(next), holders: heirs), [gone.me, gone.by(old), gone.by(next)]),
      (.epoch(gone.epoch(next), holders: heirsBefore), [gone.me, gone.by(old), gone.by(next)]),
      (
        .epoch(gone.epoch(next), holders: heirs),
        [(.member(stew.id("cora")), gone.me.1), gone.by(old), gone.by(next)]
      ),
      // With a steward's help.
      (.epoch(gone.epoch(next), holders: heirs), [stew.me, gone.by(old), gone.by(next)]),
      (.grant(member: stew.session.myID, role: .custodian, epoch: 1), [gone.me, gone.by(old)]),
      (.admit(member: try newcomer("fresh"), roles: []), [gone.me, stew.member]),
      (.remove(member: stew.id("audra")), [gone.me]),
    ]
    for (change, signers) in attempts {
      office.store.rows = rows
      try stew.append(.roleRotated, roster: [try stew.entry(change, signers)])
      #expect(office.isRosterRefused())
    }
    office.store.rows = rows
    try stew.append(.logRead, as: gone.session.myID)
    #expect(office.isRefused())
  }
}
