import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// What an entry of the log brings into the roster is what its act says.
struct ActTests {
  let office: Office

  init() throws { office = try Office() }

  private func forger(_ handle: String) throws -> Forger {
    try Forger(try office.unlock(handle), office.store)
  }

  /// Acts that may bring roster entries, of which all are open to the founder.
  private static let acts = Act.allCases.filter { $0.changesRoster && $0 != .founded }

  @Test func `a change of the roster cannot be logged as another`() throws {
    let river = try forger("river")
    let rows = office.store.rows
    let held = try river.held(.auditor)
    let next = try river.newRole(.auditor, 2)
    let heirs = river.session.state.roster.heirs(of: .auditor)
    let changes: [(RosterChange, [(RosterEntry.Signer, Forger.Sign)])] = [
      (.admit(member: try newcomer(), roles: [.intake]), [river.me, river.member]),
      (.entitle(member: river.id("edda"), role: .researcher), [river.me]),
      (.revoke(member: river.id("gone"), role: .intake), [river.me]),
      (.remove(member: river.id("edda")), [river.me]),
      (.epoch(river.epoch(next), holders: heirs), [river.me, river.by(held), river.by(next)]),
    ]
    for (change, signers) in changes {
      for act in Self.acts {
        office.store.rows = rows
        try river.append(act, roster: [try river.entry(change, signers)])
        #expect(
          isRefused(at: river.session.state.logCount) == !Self.fits(act, change),
          "\(change.act) as \(act)")
      }
    }
  }

  @Test func `a grant is a grant, also beside an admission`() throws {
    let stew = try office.unlock("stew")
    _ = try stew.grantRole(.auditor, to: "edda", fingerprint: nil)
    let river = try forger("river")
    let rows = office.store.rows
    let held = try river.held(.auditor)
    let change = RosterChange.grant(member: river.id("edda"), role: .auditor, epoch: 1)
    for act in Self.acts {
      office.store.rows = rows
      try river.append(act, roster: [try river.entry(change, [river.me, river.by(held)])])
      #expect(isRefused(at: river.session.state.logCount) == (act != .roleGranted), "\(act)")
    }
  }

  @Test func `two changes are not one act, and an act of the roster changes it`() throws {
    let river = try forger("river")
    let admit = RosterChange.admit(member: try newcomer(), roles: [])
    let rows = office.store.rows
    for act in Self.acts {
      office.store.rows = rows
      try river.append(act)
      #expect(isRefused(at: river.session.state.logCount), "\(act)")
    }
    let remove = RosterChange.remove(member: river.id("edda"))
    let grant = RosterChange.grant(member: river.id("edda"), role: .auditor, epoch: 1)
    let epoch = RosterChange.epoch(
      river.epoch(try river.newRole(.auditor, 2)), holders: [])
    #expect(Act.memberAdmitted.permits([admit, grant, grant], closed: []))
    #expect(!Act.memberAdmitted.permits([admit, remove], closed: []))
    #expect(!Act.memberAdmitted.permits([grant, admit], closed: []))
    #expect(!Act.memberRemoved.permits([remove, remove], closed: []))
    #expect(!Act.roleGranted.permits([grant, remove], closed: []))
    #expect(!Act.roleRotated.permits([epoch, grant], closed: []))
    #expect(Act.roleRotated.permits([epoch], closed: []))
    #expect(!Act.epochReopened.permits([epoch], closed: [.editor]))
    #expect(Act.epochReopened.permits([epoch], closed: [.auditor]))
    #expect(!Act.sourceAdded.permits([grant], closed: []))
  }

  @Test func `a steward cannot log what another steward has signed`() throws {
    let river = try forger("river")
    let stew = try forger("stew")
    let entry = try stew.entry(.remove(member: stew.id("edda")), [stew.me])
    try river.append(.memberRemoved, roster: [entry])
    #expect(isRefused(at: river.session.state.logCount))
  }

  /// A removal has two acts, by why it happened.
  private static func fits(_ act: Act, _ change: RosterChange) -> Bool {
    if case .remove = change { return act == .memberRemoved || act == .memberLost }
    return act == change.act
  }

  /// Whether a new device refuses the entry of this number.
  private func isRefused(at number: UInt64) -> Bool {
    do {
      _ = try office.unlock("cora", on: Device())
      return false
    } catch { return error as? VaultError == .integrity(.log(number)) }
  }

  private func newcomer() throws -> RosterMember {
    let session = try office.unlock("stew")
    let keys = try MemberKeys(new: session.me.vault, genesis: session.me.genesis)
    return RosterMember(handle: "fresh", keys: keys.publicKeys)
  }
}
