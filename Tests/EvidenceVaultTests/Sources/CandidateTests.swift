import Testing

@testable import EvidenceVault

/// What a name in Latin letters alone may be in its own script.
struct CandidateTests {
  private func candidates(_ names: String) throws -> [String] {
    let yaml = "names: [\(names)]\nconsent: {audiences: [desk]}\n"
    return NameSpelling.all(of: try SourceDocument(yaml: Array(yaml.utf8)))
      .filter { $0.reason == NameSpelling.candidate }.map(\.spelling)
  }

  @Test func `a Korean or Russian name in Latin letters has candidates`() throws {
    #expect(try candidates("\"Kim Chol-su\"").contains("김철수"))
    #expect(try candidates("\"Sergey Ivanov\"").contains("Сергей Иванов"))
    #expect(try candidates("\"Kim Chol-su\"").count <= 16)
  }

  @Test func `a name that is listed in its script, or is of neither, has none`() throws {
    #expect(try candidates("\"Kim Chol-su\", \"김철수\"").isEmpty)
    #expect(try candidates("\"Mary Smith\"").isEmpty)
  }

  @Test func `a candidate is not sought`() throws {
    let yaml = "names: [\"Kim Chol-su\"]\nconsent: {audiences: [desk]}\n"
    let session = try newVault()
    let custodian = try session.permit(CustodianRole.self)
    let taken = try session.addTestimony(
      Array("김철수는 갔다. Kim Cholsu left.".utf8), source: .document(Array(yaml.utf8)),
      by: custodian)
    let copy = try session.testimony(
      taken.testimony, by: try session.permit(ResearcherRole.self))
    #expect(copy.text.contains("김철수") && !copy.text.contains("Cholsu"))
  }
}
