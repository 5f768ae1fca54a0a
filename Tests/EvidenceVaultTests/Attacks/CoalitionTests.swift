import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// A steward, a holder, the storage and somebody removed, each alone and each two: each tries each goal.
///
/// Who holds a role opens what it is for, by right; what is counted is anything beyond that.
struct CoalitionTests {
  @Test func `the table has everybody alone and every pair`() {
    #expect(Coalition.all.count == 10)
    #expect(Set(Coalition.all.map { Set($0.attackers) }).count == 10)
  }

  // MARK: - To become a reader

  @Test(arguments: Coalition.all)
  func `nobody becomes a reader`(coalition: Coalition) throws {
    let raid = try Raid(coalition)
    for forger in raid.forgers {
      let own = try forger.newRole(
        .custodian, (raid.watch.state.roster.epochs[.custodian]?.number ?? 0) + 1)
      for change in wishes(forger, own, raid) {
        for signers in try raid.signatures(own) {
          // A steward gives rights, openly; a right gives no key.
          let rightful =
            if case .entitle = change { coalition.has(.steward) } else { false }
          #expect(try !raid.isTakenByRoster(change, signers) || rightful, "\(change)")
          // Two of whom one has no key write nothing that the other does not write alone.
          guard raid.forgers.count == coalition.attackers.count else { continue }
          let taken = raid.isTaken {
            try $0.append(change.act, roster: [try $0.entry(change, signers)])
          }
          #expect(!taken || rightful, "\(change)")
        }
      }
    }
    raid.office.store.rows = raid.present.rows
    if coalition.has(.steward) {
      let taken = raid.isTaken { stew in
        let change = RosterChange.entitle(member: stew.id("stew"), role: .auditor)
        try stew.append(change.act, roster: [try stew.entry(change, [stew.me])])
      }
      #expect(taken)
    }
    if coalition.has(.storage) { try plant(raid) }
    let opened = try raid.opens(raid.office.store.rows.newer(than: raid.past.rows))
    #expect(opened.kinds.isSubset(of: coalition.allowed) && opened.details == 0)
  }

  /// What would make somebody a reader.
  private func wishes(_ forger: Forger, _ own: HeldRole, _ raid: Raid) -> [RosterChange] {
    let id = forger.session.myID
    let roster = raid.watch.state.roster
    return [
      .entitle(member: id, role: .custodian),
      .grant(member: id, role: .custodian, epoch: own.epoch - 1),
      .epoch(forger.epoch(own), holders: roster.heirs(of: .custodian)),
      .epoch(forger.epoch(own), holders: roster.heirs(of: .custodian) + [id]),
      .rekey(
        member: raid.watch.myID,
        keys: RosterMember(handle: "river", keys: forger.session.me.publicKeys)),
    ]
  }

  /// The keeper gives every sealed row to somebody who only asked to be admitted, and the rows of the
  /// past to all.
  private func plant(_ raid: Raid) throws {
    let rows = raid.office.store.rows
    let badge = try Office.badge("waiting")
    let row = try #require(RowID(badge.keys.rowID).flatMap { rows.cells[$0] })
    let me = try badge.keys.open(row)
    let place = FirstGrant.row(me.publicKeys, me.vault)
    for cell in rows.cells.values where raid.forgers.isEmpty {
      raid.office.store.tamper { $0.cells[place] = cell }
      #expect(throws: VaultError.self) { try raid.office.unlock(badge, on: Device()) }
    }
    raid.office.store.rows = rows
    raid.putBack()
    for forger in raid.forgers {
      let session = try? raid.office.unlock(forger.session.handle, on: Device())
      let keyed = Set(session?.roles.filter(\.hasKeys) ?? [])
      let own: Set<Role> = forger.session.handle == "edda" ? [.member, .editor] : [.member]
      #expect(keyed.isSubset(of: own))
    }
  }

  // MARK: - To replay an old roster

  @Test(arguments: Coalition.all)
  func `no old roster comes back`(coalition: Coalition) throws {
    let raid = try Raid(coalition)
    let store = raid.office.store
    if let writer = raid.writer {
      // Every entry that was signed once, as the next; two who write the same try the newest.
      let entries = Array((store.rows.chains[.roster] ?? []).enumerated())
      for row in coalition.attackers.count == 1 ? entries[...] : entries.suffix(4) {
        let sealed = ChainRow(number: UInt64(row.offset), body: row.element)
        guard let bytes = try? writer.session.memberEpochs.open(sealed, .roster) else { continue }
        let entry = try RosterEntry(bytes, number: UInt64(row.offset))
        #expect(!raid.isTaken { try $0.append(entry.payload.change.act, roster: [entry]) })
        // The same change, signed anew by whoever writes it.
        let change = entry.payload.change
        if case .entitle = change, coalition.has(.steward) { continue }
        #expect(try !raid.isTakenByRoster(change, [writer.me]), "\(change)")
      }
    }
    guard coalition.has(.storage) else { return }
    store.rows = raid.present.rows
    store.tamper { $0.chains[.roster] = raid.past.rows.chains[.roster] }
    #expect(raid.isRefused)
    #expect(throws: VaultError.self) { try raid.office.unlock("cora", on: Device()) }
    store.rows = raid.past.rows
    #expect(raid.isRefused)
    store.rows = raid.present.rows
    #expect(!raid.isRefusedByDevice)
  }

  // MARK: - To fork the vault

  @Test(arguments: Coalition.all)
  func `nobody forks the vault`(coalition: Coalition) throws {
    let raid = try Raid(coalition)
    let store = raid.office.store
    // Behind another entry than the newest.
    #expect(!raid.isTaken { try $0.append(.denied, previous: Digest.of([1])) })
    guard coalition.has(.storage) else { return }
    for chain in Chain.allCases {
      store.rows = raid.present.rows
      store.tamper { $0.chains[chain] = raid.past.rows.chains[chain] }
      #expect(raid.isRefused)
    }
    // Whoever was a member then goes on from there, until that history is the longer one.
    let length = raid.present.rows.chains[.log]?.count ?? 0
    for forger in raid.forgers {
      store.rows = raid.past.rows
      let session = try raid.office.unlock(
        forger.session.handle, on: Device(like: raid.past.device))
      while session.entries <= length + 1 {
        try write(session)
        #expect(raid.isRefused)
      }
    }
    store.rows = raid.present.rows
    #expect(!raid.isRefusedByDevice)
  }

  /// One entry of whatever this member may do.
  private func write(_ session: Session) throws {
    guard session.roles.contains(.custodian) else {
      #expect(throws: VaultError.roleMissing(.custodian)) {
        _ = try session.permit(CustodianRole.self)
      }
      return
    }
    _ = try session.sources(by: try session.permit(CustodianRole.self))
  }

  // MARK: - To open what came later

  @Test(arguments: Coalition.all)
  func `nobody opens what came later`(coalition: Coalition) throws {
    let raid = try Raid(coalition)
    let office = raid.office
    if coalition.has(.steward) {
      // All that a steward may do, for himself.
      let stew = try office.unlock("stew")
      _ = try stew.grantRole(.auditor, to: "stew", fingerprint: nil)
    }
    if coalition.has(.holder) {
      let edda = try office.unlock("edda")
      if coalition.has(.steward) {
        let print = try edda.members().first { $0.handle == "stew" }?.fingerprint
        _ = try edda.grantRole(.editor, to: "stew", fingerprint: print)
      }
      _ = try edda.rotateRole(.editor)
    }
    if coalition.has(.storage) { raid.putBack() }
    let before = office.store.rows
    let river = try office.unlock("river")
    _ = try river.rotateRole(.custodian)
    try office.writeLater(river)
    let later = office.store.rows.newer(than: before)
    #expect(later.records.count > 5)
    let opened = try raid.opens(later)
    #expect(opened.kinds.isSubset(of: coalition.allowed) && opened.details == 0)
    guard coalition.attackers == [.holder] else { return }
    // What is looked for can be found: the holder opens the release, and a custodian everything.
    #expect(opened.kinds.contains(.release))
    let ring = KeyRing(river)
    try ring.harvest(office.store.rows)
    #expect(try ring.kinds(later).isSuperset(of: [.source, .original, .working, .drop]))
  }
}
