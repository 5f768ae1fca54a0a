import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// The office with a recovery of two in three, made once.
struct RecoveryTests {
  private struct Kept: Sendable {
    let rows: InMemoryState
    let pins: [String: [UInt8]]
    let draft: RecoveryDraft
  }
  private static let kept = Result { try make() }

  private static func make() throws -> Kept {
    let office = try Office()
    let river = try office.unlock("river")
    let draft = try river.draftRecovery(threshold: 2, of: 3)
    let made = try river.admitRecovery(draft, roles: Role.assignable)
    #expect(made.waiting == [])
    return Kept(rows: office.store.rows, pins: office.device.all, draft: draft)
  }

  let office: Office
  let draft: RecoveryDraft

  init() throws {
    let kept = try Self.kept.get()
    office = try Office()
    office.store.rows = kept.rows
    for (name, pin) in kept.pins { try office.device.save(name, pin) }
    draft = kept.draft
  }

  private func open(_ shares: [RecoveryShare]) throws -> Session {
    try Vault.unlock(office.store, shares: shares, pins: Device())
  }

  private func fault(_ body: () throws -> some Any) -> ShareError? {
    do {
      _ = try body()
      return nil
    } catch {
      guard case .refused(.shares(let fault)) = error as? VaultError else { return nil }
      return fault
    }
  }

  @Test func `two shares admit a member with every role, who reads what was there`() throws {
    let session = try open([draft.shares[2], draft.shares[0]])
    let before = session.entries
    let made = try session.recover(as: "fresh", passphrase: try phrase(Office.phrase))
    #expect(made.waiting == [] && Set(made.roles) == Set(Role.assignable))
    #expect(session.entries == before + 1)
    let fresh = try Vault.unlock(
      office.store, handle: "fresh", passphrase: try phrase(Office.phrase), pins: Device())
    #expect(fresh.roles == Set(Role.allCases))
    _ = try fresh.original(
      office.codes.testimony, reason: "", by: try fresh.permit(CustodianRole.self))
    let line = try #require(
      try fresh.log(newest: 3, by: try fresh.permit(AuditorRole.self)).first)
    #expect(line.act == "recoveryUsed" && line.member == draft.set.handle)
    #expect(line.subjects.first == "fresh")
    // Who lost the passphrase goes, and so does the recovery that was used.
    #expect(try fresh.removeMember("river") == [])
    #expect(try fresh.removeMember(draft.set.handle) == [])
    #expect(fault { try open(Array(draft.shares.prefix(2))) } == .removed)
  }

  @Test func `the shares open after every role was rotated and a member removed`() throws {
    let river = try office.unlock("river")
    for role in Role.keyed { _ = try river.rotateRole(role) }
    #expect(try river.removeMember("gone") == [])
    let session = try open([draft.shares[1], draft.shares[2]])
    let before = session.entries
    let drilled = try session.drillRecovery()
    #expect(drilled.waiting == [])
    #expect(Set(drilled.roles) == Set(Role.assignable))
    #expect(session.entries == before + 1)
    #expect(try office.unlock("river").members().contains { $0.handle == draft.set.handle })
  }

  @Test func `a removed recovery opens nothing`() throws {
    let river = try office.unlock("river")
    let open = try self.open(Array(draft.shares.prefix(2)))
    _ = try river.removeMember(draft.set.handle)
    #expect(throws: VaultError.self) { try open.drillRecovery() }
    #expect(throws: VaultError.self) {
      try open.recover(as: "fresh", passphrase: try phrase(Office.phrase))
    }
    #expect(fault { try self.open(Array(draft.shares.prefix(2))) } == .removed)
  }

  @Test func `too few, of another set, of another vault, and made-up shares open nothing`() throws {
    let shares = draft.shares
    #expect(fault { try open([]) } == .tooFew(have: 0, need: 2))
    #expect(fault { try open([shares[0]]) } == .tooFew(have: 1, need: 2))
    #expect(fault { try open([shares[0], shares[0]]) } == .repeated(number: 1))
    let river = try office.unlock("river")
    let second = try river.draftRecovery(threshold: 2, of: 3)
    #expect(fault { try open([shares[0], second.shares[1]]) } == .otherSet)
    // A set that is on paper and was never taken in.
    #expect(fault { try open(second.shares) } == .openNothing)
    let elsewhere = HostileStore(try Office.another())
    #expect(
      fault { try Vault.unlock(elsewhere, shares: shares, pins: Device()) } == .otherVault)
    // Shares of another secret, with the words of this set.
    let forged = try RecoverySecret().split(draft.set)
    #expect(fault { try open([shares[0], forged[1]]) } == .openNothing)
  }

  @Test func `a steward makes a recovery that waits for the holders, and a drill says so`() throws {
    let stew = try office.unlock("stew")
    let own = try stew.draftRecovery(threshold: 2, of: 2)
    let made = try stew.admitRecovery(own, roles: [.steward, .custodian])
    #expect(made.roles == [.steward] && made.waiting == [.editor, .researcher, .custodian])
    let drilled = try open(own.shares).drillRecovery()
    #expect(drilled.waiting == [.editor, .researcher, .custodian])
    #expect(throws: VaultError.roleMissing(.steward)) {
      try office.unlock("cora").draftRecovery(threshold: 2, of: 3)
    }
    #expect(throws: VaultError.roleMissing(.steward)) {
      try office.unlock("cora").admitRecovery(own, roles: [.custodian])
    }
    #expect(throws: VaultError.input(.shares)) { try stew.draftRecovery(threshold: 1, of: 3) }
  }

  @Test func `paper is no person: the last steward and holder stay, and answer themselves`() throws
  {
    let session = try newVault()
    let draft = try session.draftRecovery(threshold: 2, of: 2)
    _ = try session.admitRecovery(draft, roles: Role.assignable)
    #expect(throws: VaultError.refused(.lastSteward)) { try session.removeMember("river") }
    #expect(throws: VaultError.refused(.lastHolder(.custodian))) {
      try session.revokeRole(.custodian, from: "river")
    }
    #expect(throws: VaultError.input(.handle)) {
      try Vault.request(
        in: session.store, handle: draft.set.handle, passphrase: try phrase(Office.phrase))
    }
  }

  @Test func `that none is wanted is one entry, by a steward`() throws {
    let river = try office.unlock("river")
    let before = river.entries
    try river.declineRecovery()
    #expect(river.entries == before + 1)
    #expect(throws: VaultError.roleMissing(.steward)) {
      try office.unlock("edda").declineRecovery()
    }
  }
}
