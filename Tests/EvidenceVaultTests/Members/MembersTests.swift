import EvidenceVault
import Sealing
import Storage
import Testing

struct MembersTests {
  @Test func `a founder opens the vault again with the passphrase`() throws {
    let store = InMemoryStore()
    let device = Device()
    let founder = try Vault.create(
      in: store, handle: "river", passphrase: try phrase("bodak-linem-sutor-halig"),
      parameters: .interactive, pins: device)
    #expect(founder.roles == Set(Role.allCases))
    let again = try Vault.unlock(
      store, handle: "river", passphrase: try phrase("bodak-linem-sutor-halig"), pins: device)
    #expect(again.handle == "river")
    #expect(throws: VaultError.notUnlocked) {
      try Vault.unlock(
        store, handle: "river", passphrase: try phrase("bodak-linem-sutor-halih"), pins: device)
    }
  }

  @Test func `a newcomer is admitted by fingerprint, and removed`() throws {
    let store = InMemoryStore()
    let device = Device()
    let other = Device()
    let founder = try Vault.create(
      in: store, handle: "river", passphrase: try phrase("bodak-linem-sutor-halig"),
      parameters: .interactive, pins: device)
    let request = try Vault.request(
      in: store, handle: "stone", passphrase: try phrase("megar-tilon-basik-rodun"))
    #expect(request.vaultFingerprint == (try founder.cardFingerprint()))
    #expect(throws: VaultError.refused(.fingerprintDiffers)) {
      try founder.admit("stone", fingerprint: "0000-0000", roles: [.custodian])
    }
    let pending = try founder.admit(
      "stone", fingerprint: request.fingerprint, roles: [.custodian])
    #expect(pending.roles == [])
    let stone = try Vault.unlock(
      store, handle: "stone", passphrase: try phrase("megar-tilon-basik-rodun"), pins: other)
    #expect(stone.roles == [.member, .custodian, .researcher, .editor])
    _ = try stone.permit(CustodianRole.self)
    #expect(throws: VaultError.roleMissing(.auditor)) { _ = try stone.permit(AuditorRole.self) }
    #expect(try stone.rotateRole(.custodian))
    _ = try founder.permit(CustodianRole.self)
    let closed = try founder.removeMember("stone")
    #expect(closed == [])
    #expect(throws: VaultError.self) { _ = try stone.permit(CustodianRole.self) }
    #expect(throws: VaultError.self) {
      try Vault.unlock(
        store, handle: "stone", passphrase: try phrase("megar-tilon-basik-rodun"), pins: other)
    }
    let again = try Vault.unlock(
      store, handle: "river", passphrase: try phrase("bodak-linem-sutor-halig"), pins: Device())
    #expect(again.roles == Set(Role.allCases))
  }
}
