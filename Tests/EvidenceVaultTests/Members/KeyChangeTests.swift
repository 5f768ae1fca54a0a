import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// A member whose passphrase leaked takes new keys.
struct KeyChangeTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func `an old copy with the leaked passphrase opens nothing written afterwards`() throws {
    try office.addFieldRecords()
    // The thief has the passphrase and a copy of the files.
    let stolen = office.store.rows
    let ring = KeyRing(try office.unlock("cora"))
    try ring.harvest(office.store.rows)
    #expect(try ring.kinds(office.store.rows) == MatrixTests.custodian)
    let fresh = try office.freshBadge("cora")
    let old = try office.unlock("cora")
    let change = try old.changeKeys(try Office.badge("cora").keys, fresh.keys)
    #expect(change.closed == [] && change.remnantsDestroyed)
    let before = office.store.rows
    try office.writeLater(change.session)
    try ring.harvest(office.store.rows)
    #expect(try ring.records(office.store.rows.newer(than: before), cross: true) == [:])
    // What was there before is under new wraps, too, and the details as well.
    #expect(try ring.records(office.store.rows, cross: true) == [:])
    #expect(ring.details(office.store.rows.newer(than: before)) == 0)
    let start = before.chains[.log]?.count ?? 0
    for (index, row) in (office.store.rows.chains[.log] ?? []).enumerated().dropFirst(start) {
      for held in ring.roles where held.role == .member {
        #expect((try? held.keys.openChainRow(row, .log, number: UInt64(index))) == nil)
      }
    }
    // The old passphrase, the old session and the old row put back are of no use.
    #expect(throws: VaultError.notUnlocked) { try office.unlock("cora") }
    #expect(throws: VaultError.notAdmitted) { try old.members() }
    let now = office.store.rows
    office.store.tamper { state in
      for (id, body) in stolen.cells { state.cells[id] = state.cells[id] ?? body }
    }
    #expect(throws: VaultError.self) { try office.unlock("cora", on: Device()) }
    office.store.rows = now

    // The member goes on with everything, here and on a new device; the others do as well.
    let holder = KeyRing(try office.unlock(fresh, on: Device()))
    try holder.harvest(office.store.rows)
    #expect(try holder.records(office.store.rows, cross: false) == now.kinds(old.lookup))
    #expect(change.session.roles == [.member, .editor, .researcher, .custodian])
    for handle in ["river", "edda", "stew", "audra", "gone", "inka"] {
      _ = try office.unlock(handle)
      _ = try office.unlock(handle, on: Device())
    }
    let members = try change.session.members().filter { $0.handle == "cora" }
    #expect(members.map(\.fingerprint) == [change.fingerprint] && members[0].rights == [.custodian])
  }

  @Test func `a steward and an auditor change keys, and the log says so`() throws {
    let fresh = try office.freshBadge("gone")
    let change = try office.unlock("gone").changeKeys(try Office.badge("gone").keys, fresh.keys)
    _ = try change.session.removeMember("edda")
    let lines = try change.session.log(
      newest: .max, by: try change.session.permit(AuditorRole.self))
    let line = try #require(lines.first { $0.act == "memberKeysChanged" })
    #expect(line.member == "gone" && line.subjects == ["gone", change.fingerprint])
    #expect(lines.allSatisfy { $0.unreadable == nil })
    _ = try office.unlock("river", on: Device())
  }

  @Test func `whoever has the old keys changes them no second time`() throws {
    let thief = try office.unlock("inka")
    let forger = try Forger(try office.unlock("inka"), office.store)
    _ = try thief.changeKeys(
      try Office.badge("inka").keys, try office.freshBadge("inka").keys)
    #expect(throws: VaultError.self) {
      _ = try forger.session.changeKeys(
        try Office.badge("inka").keys, try office.freshBadge("inka").keys)
    }
    #expect(throws: VaultError.self) {
      _ = try forger.session.handIn(Office.testimonyFile(), source: Office.sourceFile)
    }
    // Nor under the newest state of the vault.
    let stew = try Forger(try office.unlock("stew"), office.store)
    let next = NextKeys(
      try MemberKeys(new: stew.session.me.vault, genesis: stew.session.me.genesis))
    let entry = try stew.entry(
      .rekey(
        member: forger.session.myID,
        keys: RosterMember(handle: "inka", keys: next.keys.publicKeys)),
      [forger.me, Self.by(next)])
    try stew.append(.memberKeysChanged, roster: [entry])
    #expect(office.isRosterRefused())
  }

  private static func by(_ next: NextKeys) -> (RosterEntry.Signer, Forger.Sign) {
    (.member(next.id), { next.keys.signing.sign(.roster, $0) })
  }

  @Test func `only the old keys and the new together change a member's keys`() throws {
    let inka = try Forger(try office.unlock("inka"), office.store)
    let stew = try Forger(try office.unlock("stew"), office.store)
    let rows = office.store.rows
    let next = NextKeys(
      try MemberKeys(new: inka.session.me.vault, genesis: inka.session.me.genesis))
    let keys = next.keys.publicKeys
    let cora = try #require(stew.session.state.roster.members[stew.id("cora")])
    func rekey(_ handle: String, _ keys: MemberPublicKeys) -> RosterChange {
      .rekey(member: inka.session.myID, keys: RosterMember(handle: handle, keys: keys))
    }
    let mixed = MemberPublicKeys(box: cora.keys.box, signing: keys.signing)
    let small = MemberPublicKeys(
      box: try #require(BoxPublicKey([UInt8](repeating: 0, count: 32))), signing: keys.signing)
    func named(_ keys: MemberPublicKeys) -> (RosterEntry.Signer, Forger.Sign) {
      (.member(MemberID(keys.id(in: inka.session.me.vault))), Self.by(next).1)
    }
    let attempts: [(RosterChange, [(RosterEntry.Signer, Forger.Sign)])] = [
      (rekey("inka", keys), [inka.me]),
      (rekey("inka", keys), [Self.by(next)]),
      (rekey("inka", keys), [inka.me, (.member(next.id), inka.me.1)]),
      (rekey("inka", keys), [(.member(inka.session.myID), Self.by(next).1), Self.by(next)]),
      (rekey("inka2", keys), [inka.me, Self.by(next)]),
      (rekey("cora", keys), [inka.me, Self.by(next)]),
      (rekey("inka", cora.keys), [inka.me, (.member(stew.id("cora")), inka.me.1)]),
      (rekey("inka", mixed), [inka.me, named(mixed)]),
      (rekey("inka", small), [inka.me, named(small)]),
      (rekey("inka", inka.session.me.publicKeys), [inka.me]),
    ]
    for (change, signers) in attempts {
      office.store.rows = rows
      try inka.append(.memberKeysChanged, roster: [try inka.entry(change, signers)])
      #expect(office.isRosterRefused())
    }
    // A steward cannot do it for another; a member can.
    office.store.rows = rows
    try stew.append(
      .memberKeysChanged,
      roster: [try stew.entry(rekey("inka", keys), [stew.me, Self.by(next)])])
    #expect(office.isRosterRefused())
    office.store.rows = rows
    try inka.append(
      .memberKeysChanged,
      roster: [try inka.entry(rekey("inka", keys), [inka.me, Self.by(next)])])
    _ = try office.unlock("river", on: Device())
  }

  @Test func `no keys change while something may wait for the old ones alone`() throws {
    let cora = try Forger(try office.unlock("cora"), office.store)
    _ = try office.unlock("stew").removeMember("gone")
    // Sealed to the holders' own keys, because the role is closed.
    let code = try office.unlock("inka").handIn(
      Office.testimonyFile(3), source: Office.sourceFile)
    #expect(throws: VaultError.refused(.epochClosed(.editor))) {
      _ = try cora.session.changeKeys(
        try Office.badge("cora").keys, try office.freshBadge("cora").keys)
    }
    _ = try cora.session.read { _ in }
    let next = NextKeys(
      try MemberKeys(new: cora.session.me.vault, genesis: cora.session.me.genesis))
    let rows = office.store.rows
    try cora.append(
      .memberKeysChanged,
      roster: [
        try cora.entry(
          .rekey(
            member: cora.session.myID,
            keys: RosterMember(handle: "cora", keys: next.keys.publicKeys)),
          [cora.me, Self.by(next)])
      ])
    #expect(office.isRosterRefused(by: ["river"]))
    office.store.rows = rows
    // Once the role is open again, it goes and the drop is there.
    let change = try office.unlock("cora").changeKeys(
      try Office.badge("cora").keys, try office.freshBadge("cora").keys)
    let custodian = try change.session.permit(CustodianRole.self)
    #expect(try change.session.drop(code, by: custodian).documenter == "inka")
  }

  @Test func `killed at any step, one of the passphrases opens everything`() throws {
    let rows = office.store.rows
    let fresh = try office.freshBadge("cora")
    var (steps, finished, both) = (0, false, Set<Bool>())
    while !finished {
      office.store.rows = rows
      let device = Device(like: office.device)
      let session = try office.unlock("cora", on: device)
      office.store.cutPower(after: steps)
      do {
        _ = try session.changeKeys(try Office.badge("cora").keys, fresh.keys)
        finished = true
      } catch {}
      office.store.cutPower(after: nil)
      let isNew = (try? office.unlock("cora", on: Device(like: device))) == nil
      both.insert(isNew)
      let ring = KeyRing(
        isNew ? try office.unlock(fresh, on: device) : try office.unlock("cora", on: device))
      try ring.harvest(office.store.rows)
      #expect(
        try ring.records(office.store.rows, cross: false)
          == office.store.rows.kinds(session.lookup), "step \(steps)")
      #expect(ring.session.state.roster.epochs.values.allSatisfy { !$0.closed })
      steps += 17
    }
    #expect(both == [true, false])
  }
}
