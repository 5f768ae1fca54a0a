import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Requests that lead to nothing.
struct RequestTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func `a request under the name of a removed member is told apart and not admitted`()
    throws
  {
    let stew = try office.unlock("stew")
    _ = try stew.removeMember("gone")
    // With a passphrase of his own, so that no row is in the way.
    let header = try office.store.read { try Header($0) }
    let keys = try header.keys(try phrase("megar-tilon-basik-rodun"), handle: "gone")
    let print = try MemberRequest.leave(office.store, "gone", keys, header).fingerprint
    let waiting = try stew.waitingMembers()
    #expect(waiting.map(\.handle) == ["gone", "waiting"])
    #expect(waiting.map(\.handleTaken) == [true, false])
    for typed in [print, "0000-0000"] {
      #expect(throws: VaultError.refused(.handleUsed)) {
        _ = try stew.admit("gone", fingerprint: typed, roles: [.intake])
      }
    }
    #expect(try stew.refuseRequests("gone").refused.map(\.fingerprint) == [print])
    #expect(try stew.waitingMembers().map(\.handle) == ["waiting"])
  }

  @Test func `a refused request is gone and logged, and the name can be asked for again`() throws {
    let stew = try office.unlock("stew")
    let first = try #require(try stew.waitingMembers().first).fingerprint
    let before = stew.entries
    let header = try office.store.read { try Header($0) }
    let keys = try header.keys(try phrase("megar-tilon-basik-rodun"), handle: "waiting")
    let second = try MemberRequest.leave(office.store, "waiting", keys, header).fingerprint
    #expect(throws: VaultError.notFound) { _ = try stew.refuseRequests("nobody") }
    #expect(throws: VaultError.refused(.fingerprintDiffers)) {
      _ = try stew.refuseRequests("waiting", fingerprint: "0000-0000")
    }
    #expect(stew.entries == before && office.store.rows.requests.count == 2)
    #expect(
      try stew.refuseRequests("waiting", fingerprint: first).refused.map(\.fingerprint) == [first])
    #expect(office.store.rows.requests.count == 1 && stew.entries == before + 1)
    let audra = try office.unlock("audra")
    let line = try #require(
      try audra.log(newest: 2, by: try audra.permit(AuditorRole.self)).first)
    #expect(
      line.act == "requestRefused" && line.member == "stew" && line.subjects == ["waiting", first])
    _ = try stew.admit("waiting", fingerprint: second, roles: [.intake])
    #expect(throws: VaultError.notAdmitted) { _ = try office.unlock("waiting", on: Device()) }
    _ = try office.unlock("river", on: Device())
  }

  @Test(arguments: ["edda", "cora", "audra", "inka", "reza"])
  func `who is no steward refuses nobody, and that is logged`(handle: String) throws {
    let session = try office.unlock(handle)
    let before = session.entries
    #expect(throws: VaultError.roleMissing(.steward)) {
      _ = try session.refuseRequests("waiting")
    }
    #expect(session.entries == before + 1)
    #expect(try session.waitingMembers().map(\.handle) == ["waiting"])
  }
}
