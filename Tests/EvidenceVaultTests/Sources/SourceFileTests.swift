import Screen
import Testing

@testable import EvidenceVault

struct SourceFileTests {
  @Test(arguments: 1...5) func `a record is written as a file that reads back the same`(
    number: Int
  ) throws {
    let document = try SourceDocument(yaml: try Samples.source(number))
    #expect(try SourceDocument(yaml: Array(document.yaml.utf8)) == document)
  }

  @Test(arguments: [
    "a \"quoted\" \\ name", "two\nlines\tand a tab", "#no comment: [x, {y: z}]",
    "\u{200B}\u{202E}a",
    "- dash", "김철\u{1112}\u{1161}", "yes", "1.5", "\u{85}x\u{2028}", "\u{1F468}\u{200D}\u{1F33E}",
  ])
  func `whatever a name is made of comes back`(name: String) throws {
    var document = SourceDocument()
    document.names = [name]
    document.contact = name
    document.note = name
    document.relatives = [
      .init(
        relation: name, names: [name], aliases: [], phones: [], born: "1971",
        places: [.init(name: name, relation: nil)])
    ]
    let again = try SourceDocument(yaml: Array(document.yaml.utf8))
    #expect(again.names[0].unicodeScalars.elementsEqual(name.unicodeScalars))
    #expect(again == document)
  }

  @Test func `the same source file again is the same person`() throws {
    let session = try newVault()
    let custodian = try session.permit(CustodianRole.self)
    let file = try Samples.source(1)
    let text = Array("A text.".utf8)
    let first = try session.addTestimony(text, source: .document(file), by: custodian)
    let second = try session.addTestimony(text, source: .document(file), by: custodian)
    #expect(first.source == second.source)
    #expect(throws: VaultError.refused(.sourceKnown(first.source))) {
      try session.addSource(file, by: custodian)
    }
    #expect(try session.sources(by: custodian).count == 1)
    #expect(try session.namesakes(of: first.source, by: custodian).isEmpty)
  }

  @Test func `a refused release leaves no draft`() throws {
    let session = try newVault()
    let samples = try SampleCase(session)
    let custodian = try session.permit(CustodianRole.self)
    #expect(throws: VaultError.refused(.consentAudience)) {
      _ = try session.release(
        samples.testimonies[0], audience: "nobody", policy: "editor", selection: nil,
        conditionsMet: true, format: .txt, fileName: nil, by: custodian)
    }
    #expect(try session.excerpts(by: try session.permit(ResearcherRole.self)).isEmpty)
  }
}
