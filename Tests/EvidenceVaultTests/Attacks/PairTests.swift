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

  /// What two open with all keys that both find, in whatever order.
  private func together(
    _ one: KeyRing, _ other: KeyRing, _ rows: InMemoryState
  ) throws -> Set<RecordKind> {
    for _ in 0..<2 {
      try one.harvest(rows)
      other.join(one)
      try other.harvest(rows)
      one.join(other)
    }
    return try one.kinds(rows).union(try other.kinds(rows))
  }

  @Test func `a steward and a holder make readers of the holder's role alone, and openly`()
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
    let kinds = try together(
      KeyRing(try office.unlock("stew")), KeyRing(try office.unlock("edda")), office.store.rows)
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
    let kinds = try together(
      KeyRing(stew), KeyRing(try office.unlock(badge, on: Device())), rows)
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
    let kinds = try together(ring, other, office.store.rows.newer(than: before))
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
