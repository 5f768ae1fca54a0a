import Sealing
import Storage
import Testing

@testable import EvidenceVault

/// A researcher has the keys of working copies, and may have the vault's files as well.
struct ResealedRecordTests {
  /// Seals one part of the working copy anew, under its own key and version, without an entry.
  private func reseal(_ part: RecordOpening.Part, _ office: Office, _ session: Session) throws {
    let key = session.lookup.record(.working, office.codes.testimony.text)
    let sealed = try session.read { reader in
      let held = try session.holding(.researcher, session.state, reader.store)
      let leaf = try #require(try reader.map.leaf(key))
      return try reader.recordKey(key.id, .working, held, session.me).seal(
        listing: try reader.listing(key, leaf, .working, held, session.me),
        body: try reader.body(key, leaf, .working, held, session.me),
        RecordContext(
          vault: session.me.vault, record: key.id.bytes, version: leaf.version))
    }
    try office.store.write { writing in
      let listing = try #require(try writing.listings([key.id])[0])
      let body = try #require(try writing.record(key.id))
      try writing.setRecord(
        key.id, part == .listing ? (sealed.listing, body) : (listing, sealed.body))
    }
  }

  @Test func `what is sealed anew under its own key is not what the log says, also in bulk`() throws
  {
    for part in [RecordOpening.Part.listing, .body] {
      let office = try Office()
      let session = try office.unlock("river")
      try reseal(part, office, session)
      func list() throws(VaultError) -> Int {
        try session.testimonies(by: try session.permit(ResearcherRole.self)).count
      }
      func search() throws(VaultError) -> Int {
        try session.search("waited", by: try session.permit(ResearcherRole.self)).count
      }
      if part == .listing {
        #expect(throws: VaultError.integrity(.record)) { try list() }
        #expect(try search() == 1)
      } else {
        #expect(throws: VaultError.integrity(.record)) { try search() }
        #expect(try list() == 1)
      }
    }
  }
}
