import EvidenceVault
import Foundation
import SQLiteStore
import Testing

struct GoldenVaultTests {
  @Test(arguments: GoldenCase.remaining.map(\.handle))
  func `every member of the golden vault learns what was learned when it was made`(
    _ handle: String
  ) throws {
    let expected = try JSONDecoder().decode(
      [String: GoldenAnswers].self, from: Data(contentsOf: GoldenFiles.expected))
    let member = try #require(try GoldenFiles.members().first { $0.handle == handle })
    let place = try GoldenFiles.copy()
    defer { try? FileManager.default.removeItem(at: place) }
    let store = try SQLiteStore(opening: place.appending(path: "vault").path)
    #expect(try GoldenAnswers(of: member, in: store, pins: Device()) == expected[handle])
  }

  @Test func `the pins that were made with the golden vault still hold`() throws {
    let place = try GoldenFiles.copy()
    defer { try? FileManager.default.removeItem(at: place) }
    let store = try SQLiteStore(opening: place.appending(path: "vault").path)
    let pins = FilePinStore(directory: place.appending(path: "pins").path)
    for member in try GoldenFiles.members() where member.handle != GoldenCase.departed.handle {
      let session = try Vault.unlock(
        store, handle: member.handle, passphrase: try phrase(member.passphrase), pins: pins)
      #expect(session.handle == member.handle)
    }
  }

  @Test func `what was handed in comes back byte for byte`() throws {
    let expected = try JSONDecoder().decode(
      [String: GoldenAnswers].self, from: Data(contentsOf: GoldenFiles.expected))
    let originals = try #require(expected[GoldenCase.founder.handle]?.originals)
    for testimony in GoldenCase.testimonies {
      #expect(originals.values.contains { testimony.hasSuffix("---\n" + $0.text) })
    }
  }

  @Test func `a removed member does not open the golden vault`() throws {
    let place = try GoldenFiles.copy()
    defer { try? FileManager.default.removeItem(at: place) }
    let store = try SQLiteStore(opening: place.appending(path: "vault").path)
    #expect(throws: VaultError.notAdmitted) {
      try Vault.unlock(
        store, handle: GoldenCase.departed.handle,
        passphrase: try phrase(GoldenCase.departed.passphrase), pins: Device())
    }
  }
}
