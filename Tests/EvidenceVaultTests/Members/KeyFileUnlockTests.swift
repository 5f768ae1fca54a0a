import EvidenceVault
import Foundation
import Sealing
import Storage
import Testing

/// A key file beside the passphrase.
struct KeyFileUnlockTests {
  @Test func `without the right key file a right passphrase is a wrong one`() throws {
    let store = InMemoryStore()
    let device = Device()
    let one = try KeyFile()
    let two = try KeyFile()
    let words = "bodak-linem-sutor-halig"
    let founder = try Vault.create(
      in: store, handle: "river", passphrase: try phrase(words).mixed(with: one),
      parameters: .interactive, pins: device)
    #expect(founder.handle == "river")
    func refused(_ passphrase: borrowing Passphrase) -> VaultError? {
      do {
        _ = try Vault.unlock(store, handle: "river", passphrase: passphrase, pins: device)
        return nil
      } catch { return error }
    }
    let refusals = [
      refused(try phrase(words)), refused(try phrase(words).mixed(with: two)),
      refused(try phrase("bodak-linem-sutor-halih").mixed(with: one)),
    ]
    #expect(refusals == [.notUnlocked, .notUnlocked, .notUnlocked])
    // Taken away again, and only with it.
    let right = try phrase(words).mixed(with: one)
    let session = try Vault.unlock(store, handle: "river", passphrase: right, pins: device)
    #expect(try session.changePassphrase(from: right, to: try phrase(words)))
    #expect(refused(right) == .notUnlocked)
    let plain = refused(try phrase(words))
    #expect(plain == nil)
  }
}
