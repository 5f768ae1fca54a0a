import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Members and rights that somebody had no right to write into the roster.
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
      #expect(office.isRosterRefused(), "\(member.handle)")
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
      // A steward's name over another's signature, too.
      let pretended = (RosterEntry.Signer.member(forger.id("stew")), forger.me.1)
      for signer in [forger.me, pretended] {
        let entry = try forger.entry(change, [signer, forger.member])
        for act in [Act.memberAdmitted, .roleEntitled] {
          office.store.rows = rows
          try forger.append(act, roster: [entry])
          #expect(office.isRefused())
        }
        // An act that anybody may do.
        office.store.rows = rows
        try forger.append(.roleRotated, roster: [entry])
        #expect(office.isRosterRefused())
      }
    }
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
      #expect(office.isRosterRefused())
    }
  }
}
