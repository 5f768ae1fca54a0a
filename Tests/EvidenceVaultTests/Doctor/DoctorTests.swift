import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// What could cost a vault its secrets or records is told.
struct DoctorTests {
  @Test func `one person alone is one steward and one holder of all`() throws {
    let session = try newVault()
    let found = try session.weaknesses()
    #expect(
      found == [
        .oneSteward("river"), .oneHolder(.custodian, "river"), .oneHolder(.auditor, "river"),
        .noRecovery, .cheapPassphrases,
      ])
    let loss = try session.loss(of: "river")
    #expect(loss.lastSteward && loss.roles.allSatisfy(\.others.isEmpty))
    #expect(loss.details == session.state.logCount && loss.records.isEmpty)
  }

  @Test func `requests, drops, closed roles and kept keys are told until they are settled`() throws
  {
    let office = try Office()
    let stew = try office.unlock("stew")
    #expect(stew.entries == office.store.rows.chains[.log]?.count)
    let before = try stew.weaknesses()
    #expect(before.contains(.requestWaiting("waiting", 1)))
    #expect(before.contains { if case .dropsWaiting(1, _) = $0 { true } else { false } })
    #expect(!before.contains { if case .oneHolder = $0 { true } else { false } })
    #expect(!before.contains { if case .keptKeys = $0 { true } else { false } })
    _ = try stew.removeMember("gone")
    _ = try stew.grantRole(.auditor, to: "edda", fingerprint: nil)
    let count = stew.entries
    let after = try stew.weaknesses()
    #expect(stew.entries == count)
    for role in [Role.editor, .researcher, .custodian, .auditor] {
      #expect(after.contains { Self.isClosed($0, role) })
    }
    #expect(after.contains(.closed(.auditor, holders: ["audra", "river"])))
    #expect(after.contains(.keysAwaited("edda", .auditor, holders: ["audra", "river"])))
    let kept = office.store.rows.kinds(stew.lookup).values.reduce(0, +)
    #expect(after.contains(.keptKeys(kept, members: ["gone"])))

    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    _ = try river.rotateRecords(by: custodian)
    _ = try river.refuse(office.codes.drop, reason: "", by: custodian)
    _ = try river.refuseRequests("waiting")
    _ = try river.revokeRole(.auditor, from: "edda")
    #expect(try river.weaknesses() == [.noRecovery, .cheapPassphrases])
  }

  private static func isClosed(_ weakness: Weakness, _ role: Role) -> Bool {
    if case .closed(role, let holders) = weakness { !holders.isEmpty } else { false }
  }

  @Test func `who has written nothing for half a year is told`() throws {
    let office = try Office()
    let now = Session.systemClock()
    let later: @Sendable () -> UInt64 = { now + 200 * 86_400 }
    let stew = try office.unlock("stew", clock: later)
    let silent = try stew.weaknesses().compactMap {
      if case .silent(let handle, _) = $0 { handle } else { nil }
    }
    #expect(silent == ["audra", "cora", "edda", "gone", "inka", "reza", "river"])
    _ = try office.unlock("edda", clock: later).releases(
      by: try office.unlock("edda", clock: later).permit(EditorRole.self))
    #expect(
      try !stew.weaknesses().contains {
        if case .silent("edda", _) = $0 { true } else { false }
      })
  }

  @Test func `what would be lost with a member is what nobody else's keys open`() throws {
    let office = try Office()
    let stew = try office.unlock("stew")
    #expect(try stew.loss(of: "cora").records.isEmpty)
    #expect(try stew.loss(of: "cora").roles.map(\.role) == [.editor, .researcher, .custodian])
    #expect(try stew.loss(of: "cora").roles.allSatisfy { $0.others.contains("river") })
    #expect(try stew.loss(of: "inka").roles.isEmpty)
    for handle in ["gone", "cora"] { _ = try office.unlock("river").removeMember(handle) }
    let loss = try stew.loss(of: "river")
    let ring = KeyRing(try office.unlock("reza"))
    try ring.harvest(office.store.rows)
    let others = try ring.records(office.store.rows, cross: false)
    let all = office.store.rows.kinds(stew.lookup)
    let lost = all.filter { others[$0.key] == nil }
    #expect(
      Dictionary(uniqueKeysWithValues: loss.records.map { ($0.kind, $0.count) })
        == Dictionary(uniqueKeysWithValues: lost.map { ($0.key.word, $0.value) }))
    #expect(!loss.lastSteward && loss.details == 0)
    #expect(throws: VaultError.refused(.notAMember)) { try stew.loss(of: "gone") }
  }
}
