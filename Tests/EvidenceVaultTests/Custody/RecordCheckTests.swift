import Storage
import Testing

@testable import EvidenceVault

struct RecordCheckTests {
  @Test func `a changed and a missing record are counted by kind, and the rest is looked at`()
    throws
  {
    let store = InMemoryStore()
    let session = try newVault(store)
    let samples = try SampleCase(session)
    #expect(try session.check().allSatisfy { $0.damaged == 0 })

    let changed = session.lookup.record(.working, samples.testimonies[0].text).id
    let missing = session.lookup.record(.original, samples.testimonies[1].text).id
    try store.write { writing in
      var body = try #require(try writing.record(changed))
      let listing = try #require(try writing.listings([changed])[0])
      body[40] ^= 1
      try writing.setRecord(changed, (listing, body))
      try writing.setRecord(missing, nil)
    }
    var seen = 0
    let kinds = try session.check { done, total in
      seen = done
      #expect(done <= total)
    }
    #expect(kinds.filter { $0.damaged > 0 }.map(\.kind) == ["original", "testimony"])
    #expect(kinds.reduce(0) { $0 + $1.damaged } == 2)
    #expect(kinds.reduce(0) { $0 + $1.records } == seen)
  }
}
