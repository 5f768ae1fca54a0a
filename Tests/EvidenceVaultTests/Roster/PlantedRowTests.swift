import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Rows that go with the roster, put in by somebody who has the database.
struct PlantedRowTests {
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
