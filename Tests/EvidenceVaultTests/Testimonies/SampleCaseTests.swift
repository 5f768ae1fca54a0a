import Screen
import Testing

@testable import EvidenceVault

struct SampleCaseTests {
  @Test func `the sample case goes in, is read without names and leaves redacted`() throws {
    let session = try newVault()
    let samples = try SampleCase(session)
    let researcher = try session.permit(ResearcherRole.self)
    let custodian = try session.permit(CustodianRole.self)
    #expect(try session.testimonies(by: researcher).count == 10)
    let copy = try session.testimony(samples.testimonies[0], by: researcher)
    #expect(copy.sentences.count > 5)
    let (code, released) = try session.releaseKeepingFindings(
      samples.testimonies[0], audience: "desk", policy: "editor")
    #expect(String(decoding: released.bytes, as: UTF8.self).contains(code.text))
    let auditor = try session.permit(AuditorRole.self)
    #expect(try session.log(newest: 5, by: auditor).last?.act == "logRead")
    #expect(try session.rotateRecords(by: custodian).records == 33)
    #expect(try session.rotateRole(.custodian))
    #expect(try session.rotateRole(.auditor))
    #expect(try session.rotateRole(.member))
    #expect(
      try session.testimony(samples.testimonies[3], by: try session.permit(ResearcherRole.self))
        .sentences.count > 3)
    _ = try session.verifyLog()
    _ = try session.verifyLogFromGenesis()
  }
}
