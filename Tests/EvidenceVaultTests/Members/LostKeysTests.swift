import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Members whose keys are lost.
struct LostKeysTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func `who lost the keys is replaced in one step, with the same rights`() throws {
    let ring = KeyRing(try office.unlock("cora"))
    try ring.harvest(office.store.rows)
    let (badge, print) = try Office.request("cora-2", in: office.store)
    let river = try office.unlock("river")
    let (closed, pending) = try river.loseMember("cora", for: "cora-2", fingerprint: print)
    #expect(closed == [] && pending.roles == [])
    let before = office.store.rows
    let again = try office.unlock(badge, on: Device())
    #expect(again.roles == [.member, .editor, .researcher, .custodian])
    try office.writeLater(again)
    try ring.harvest(office.store.rows)
    #expect(try ring.records(office.store.rows, cross: true) == [:])
    #expect(ring.details(office.store.rows.newer(than: before)) == 0)
    #expect(throws: VaultError.notAdmitted) { try office.unlock("cora") }
    let acts = try river.log(newest: .max, by: try river.permit(AuditorRole.self)).map(\.act)
    #expect(acts.contains("memberLost") && acts.contains("memberAdmitted"))
    #expect(try river.exposure(of: "cora").lost)
    #expect(try river.exposure(of: "cora-2").left == nil)
    _ = try office.unlock("stew", on: Device())
  }

  @Test func `a steward who holds nothing leaves the keys for a holder to give`() throws {
    let (badge, print) = try Office.request("reza-2", in: office.store)
    let stew = try office.unlock("stew")
    let (closed, pending) = try stew.loseMember("reza", for: "reza-2", fingerprint: print)
    #expect(Set(closed) == [.researcher, .editor] && Set(pending.roles) == [.researcher, .editor])
    let cora = try office.unlock("cora")
    #expect(try cora.grantRole(.researcher, to: "reza-2", fingerprint: print).roles == [])
    let again = try office.unlock(badge, on: Device())
    #expect(again.roles == [.member, .editor, .researcher])
    #expect(try again.testimonies(by: try again.permit(ResearcherRole.self)).count == 1)
  }

  @Test func `without the right fingerprint nobody goes and nobody comes`() throws {
    _ = try Office.request("cora-2", in: office.store)
    let river = try office.unlock("river")
    let count = river.entries
    for (newcomer, error) in [
      ("cora-2", VaultError.refused(.fingerprintDiffers)), ("cora-3", .notFound),
      ("river", .notFound),
    ] {
      #expect(throws: error) {
        _ = try river.loseMember("cora", for: newcomer, fingerprint: "0000-0000")
      }
    }
    #expect(river.entries == count)
    #expect(try river.members().contains { $0.handle == "cora" && !$0.removed })
    _ = try office.unlock("cora")
  }

  @Test func `neither the last holder nor whoever has just used the keys is declared lost`() throws
  {
    let stew = try office.unlock("stew")
    _ = try stew.removeMember("gone")
    for handle in ["river", "cora", "audra"] { _ = try office.unlock(handle) }
    _ = try stew.removeMember("cora")
    #expect(throws: VaultError.refused(.lastHolder(.custodian))) {
      _ = try stew.loseMember("river")
    }
    let river = try office.unlock("river")
    _ = try river.loseMember("stew")
    #expect(throws: VaultError.refused(.ownKeys)) { _ = try river.loseMember("river") }
    #expect(throws: VaultError.roleMissing(.steward)) {
      _ = try office.unlock("edda").loseMember("reza")
    }
  }
}
