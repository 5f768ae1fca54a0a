import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Entries of the roster that somebody had no right to write.
struct ForgedRosterTests {
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

  @Test func `what the forger writes is taken when it is rightful`() throws {
    let stew = try forger("stew")
    try stew.append(
      .memberAdmitted,
      roster: [
        try stew.entry(.admit(member: try newcomer("fresh"), roles: []), [stew.me, stew.member])
      ])
    _ = try office.unlock("river")
    _ = try office.unlock("cora", on: Device())
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
        #expect(office.isRefused())
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
      #expect(office.isRefused())
    }
  }

  @Test func `a second self of a steward is entitled and gets no key by any rotation or removal`()
    throws
  {
    let stew = try office.unlock("stew")
    let (badge, fingerprint) = try Office.request("shade", in: office.store)
    let pending = try stew.admit(
      "shade", fingerprint: fingerprint, roles: [.custodian, .auditor])
    #expect(Set(pending.roles) == [.custodian, .researcher, .editor, .auditor])
    let cora = try office.unlock("cora")
    for role in [Role.custodian, .researcher, .editor] { _ = try cora.rotateRole(role) }
    _ = try office.unlock("stew").removeMember("gone")
    for handle in ["river", "audra", "cora"] { _ = try office.unlock(handle) }
    _ = try office.unlock("river").rotateRole(.auditor)
    let ring = KeyRing(try office.unlock(badge, on: Device()))
    try ring.harvest(office.store.rows)
    #expect(Set(ring.roles.map(\.role)) == [.member])
    #expect(try ring.kinds(office.store.rows) == [])
    #expect(ring.details(office.store.rows) == 0)
  }

  @Test func `the handle and the keys of a member, present or removed, are not given twice`() throws
  {
    _ = try office.unlock("river").removeMember("gone")
    let stew = try forger("stew")
    let rows = office.store.rows
    let cora = try #require(stew.session.state.roster.members[stew.id("cora")])
    let other = try newcomer("other")
    let forged = [
      try newcomer("gone"), try newcomer("cora"), RosterMember(handle: "cora2", keys: cora.keys),
      RosterMember(
        handle: "cora3",
        keys: MemberPublicKeys(
          box: cora.keys.box, signing: try #require(other.keys).signing)),
      RosterMember(
        handle: "cora4",
        keys: MemberPublicKeys(
          box: try #require(other.keys).box, signing: cora.keys.signing)),
      // Nothing can be sealed to a key of small order.
      RosterMember(
        handle: "zero",
        keys: MemberPublicKeys(
          box: try #require(BoxPublicKey([UInt8](repeating: 0, count: 32))),
          signing: try #require(other.keys).signing)),
    ]
    for member in forged {
      office.store.rows = rows
      try stew.append(
        .memberAdmitted,
        roster: [try stew.entry(.admit(member: member, roles: []), [stew.me, stew.member])])
      #expect(office.isRefused(), "\(member.handle)")
    }
  }

  @Test(arguments: ["edda", "cora", "audra", "inka"])
  func `who is no steward neither admits, entitles, revokes nor removes`(handle: String) throws {
    let forger = try forger(handle)
    let rows = office.store.rows
    let changes: [RosterChange] = [
      .admit(member: try newcomer("fresh"), roles: []),
      .entitle(member: forger.session.myID, role: .steward),
      .revoke(member: forger.id("reza"), role: .researcher), .remove(member: forger.id("gone")),
    ]
    for change in changes {
      for act in [Act.roleRotated, .memberAdmitted, .roleEntitled] {
        office.store.rows = rows
        try forger.append(
          act, roster: [try forger.entry(change, [forger.me, forger.member])])
        #expect(office.isRefused())
        // A steward's name over another's signature.
        office.store.rows = rows
        let pretended = (RosterEntry.Signer.member(forger.id("stew")), forger.me.1)
        try forger.append(act, roster: [try forger.entry(change, [pretended, forger.member])])
        #expect(office.isRefused())
      }
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
      #expect(office.isRefused(by: ["river"]))
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
    #expect(office.isRefused(by: ["river"]))
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
      #expect(office.isRefused())
    }
    office.store.rows = rows
    try stew.append(.logRead, as: gone.session.myID)
    #expect(office.isRefused())
  }

  @Test func `the last steward and the last holder stay`() throws {
    let river = try office.unlock("river")
    _ = try river.removeMember("gone")
    _ = try river.removeMember("stew")
    #expect(throws: VaultError.refused(.lastSteward)) { _ = try river.removeMember("river") }
    #expect(throws: VaultError.refused(.lastSteward)) {
      _ = try river.revokeRole(.steward, from: "river")
    }
    _ = try river.removeMember("audra")
    #expect(throws: VaultError.refused(.lastHolder(.auditor))) {
      _ = try river.revokeRole(.auditor, from: "river")
    }
    let forger = try forger("river")
    let rows = office.store.rows
    for change in [
      RosterChange.remove(member: forger.session.myID),
      .revoke(member: forger.session.myID, role: .auditor),
      .revoke(member: forger.session.myID, role: .steward),
    ] {
      office.store.rows = rows
      try forger.append(.memberRemoved, roster: [try forger.entry(change, [forger.me])])
      #expect(office.isRefused())
    }
  }

  @Test func `a key swapped in a stored entry is refused, whoever sealed the row anew`() throws {
    let stew = try forger("stew")
    let count = Int(stew.session.state.roster.count)
    let own = try newcomer("swapped")
    let rows = office.store.rows
    for number in 0..<count {
      let row = try #require(rows.chains[.roster]?[number])
      let entry = try RosterEntry(
        try stew.session.memberEpochs.open(
          ChainRow(number: UInt64(number), body: row), .roster), number: UInt64(number))
      let change: RosterChange
      switch entry.payload.change {
      case .admit(let member, let roles):
        change = .admit(
          member: RosterMember(handle: member.handle, keys: try #require(own.keys)), roles: roles)
      case .genesis(_, let epochs, let lookup):
        change = .genesis(founder: own, epochs: epochs, lookup: lookup)
      default: continue
      }
      // Signed anew by the steward, who was not the one to sign it.
      let forged = try RosterEntry(
        RosterPayload(
          version: Version1(), vault: entry.payload.vault, number: UInt64(number),
          previous: entry.payload.previous, change: change),
        signers: entry.signatures.map(\.signer)
      ) { _, bytes in stew.me.1(bytes) }
      office.store.rows = rows
      let sealed = try stew.session.memberEpochs.current.keys.sealChainRow(
        forged.bytes, .roster, number: UInt64(number))
      office.store.tamper { $0.chains[.roster]?[number] = sealed }
      #expect(office.isRefused())
    }
  }

  @Test func `a planted grant is found out by the one whom it is to fool`() throws {
    let stew = try forger("stew")
    let cora = try #require(stew.session.state.roster.members[stew.id("cora")])
    let rows = office.store.rows
    let own = try stew.newRole(.custodian, 1)
    let id = stew.session.lookup.row(
      .grant, stew.id("cora").bytes, [Role.custodian.rawValue], UInt32(1).bigEndianBytes)
    #expect(rows.cells[id] != nil)
    let forged = try own.keys.grant(to: cora.keys.box)
    office.store.tamper { $0.cells[id] = forged }
    let session = try office.unlock("cora")
    #expect(throws: VaultError.integrity(.grant(.custodian))) {
      _ = try session.permit(CustodianRole.self)
    }
    // A `member` key of the steward's own, and another lookup key.
    let first = FirstGrant.row(cora.keys, stew.session.me.vault)
    let member = try stew.newRole(.member, 1)
    for (epoch, lookup) in [
      (member, stew.session.lookup), (stew.session.memberEpochs.current, try Lookup.random()),
    ] {
      let grant = try FirstGrant.seal(
        epoch, to: cora.keys, lookup: lookup, pin: stew.session.state.pin)
      office.store.rows = rows
      office.store.tamper { $0.cells[first] = grant }
      #expect(office.isRefused(by: ["cora"]))
    }
  }

  @Test func `a card that is not the roster's is refused by every member`() throws {
    let stew = try forger("stew")
    let rows = office.store.rows
    let card = try #require(rows.headers["card"])
    let old = try Card(card)
    let member = stew.session.memberEpochs.current
    let own = try stew.newRole(.member, 1)
    struct Mirror: Encodable {
      let version = 1
      let vault: HexBytes
      let genesis: HexBytes
      let member: RosterEpoch
      let memberKeyID: HexBytes
      let custodians: [HexBytes]
    }
    func signed(_ mirror: Mirror, _ by: HeldRole) throws -> [UInt8] {
      let payload = try Codec.encode(mirror)
      return UInt32(payload.count).bigEndianBytes + payload + by.keys.signing.sign(.card, payload)
    }
    let mine = HexBytes(stew.session.me.box.publicKey.bytes)
    let cards: [[UInt8]?] = [
      nil, [], Array(card.dropLast()), card + [0],
      try signed(
        Mirror(
          vault: old.vault, genesis: old.genesis, member: old.member,
          memberKeyID: old.memberKeyID, custodians: [mine]), member),
      try signed(
        Mirror(
          vault: old.vault, genesis: old.genesis, member: stew.epoch(own),
          memberKeyID: HexBytes(own.keys.keyID), custodians: old.custodians), own),
    ]
    for forged in cards {
      office.store.rows = rows
      office.store.tamper { $0.headers["card"] = forged }
      #expect(office.isRefused())
    }
  }
}
