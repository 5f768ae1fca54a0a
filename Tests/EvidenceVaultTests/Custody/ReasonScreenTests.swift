import EvidenceVault
import Testing

struct ReasonScreenTests {
  @Test func `a name in a reason is refused, and nothing is done or written`() throws {
    let session = try newVault()
    let samples = try SampleCase(session)
    let custodian = try session.permit(CustodianRole.self)
    let researcher = try session.permit(ResearcherRole.self)
    let draft = try session.draftExcerpt(
      of: samples.testimonies[0], audience: "desk", policy: "editor", selection: nil,
      by: researcher)
    let named = VaultError.refused(.screen(ScreenRefusal(places: ["reviewer's words"])))
    #expect(throws: named) {
      try session.refuseExcerpt(draft, reason: "because 김철수 is named", by: custodian)
    }
    #expect(throws: named) {
      _ = try session.original(
        samples.testimonies[0], reason: "KIM CHOL SU asked for it", by: custodian)
    }
    #expect(try session.excerpt(draft, by: researcher).summary.status == .draft)
    try session.refuseExcerpt(draft, reason: "sentence 3 says too much", by: custodian)
    #expect(
      try session.excerpt(draft, by: researcher).reason == "sentence 3 says too much")
    let auditor = try session.permit(AuditorRole.self)
    let reasons = try session.log(newest: 1_000, by: auditor).map(\.reason).joined()
    #expect(!reasons.contains("김철수") && !reasons.contains("KIM"))
  }
}
