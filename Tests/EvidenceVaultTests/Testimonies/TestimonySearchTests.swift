import Testing

@testable import EvidenceVault

struct TestimonySearchTests {
  private let office: Office
  private let river: Session

  init() throws {
    office = try Office()
    river = try office.unlock("river")
  }

  private func search(_ words: String) throws -> [FoundTestimony] {
    try river.search(words, by: try river.permit(ResearcherRole.self))
  }

  @Test func `a testimony is found that has all words, with the sentences that have one`() throws {
    let found = try #require(try search("WAITED \"at nine\"").first)
    #expect(found.testimony.code == office.codes.testimony && found.more == 0)
    #expect(
      found.passages.map(\.sentence) == [2, 4]
        && found.passages.map(\.text) == ["The gate closed at nine.", "We waited until morning."])
    #expect(try search("waited \"gate waited\"").isEmpty)
  }

  @Test func `names are not found, and what stands in their place is`() throws {
    #expect(try search("Testrand").isEmpty)
    #expect(try search("witness").first?.passages.first?.sentence == 1)
  }

  @Test func `notes are searched with the text`() throws {
    try river.addNote(
      "Compare the second winter.", to: office.codes.testimony,
      by: try river.permit(ResearcherRole.self))
    let found = try #require(try search("winter waited").first)
    #expect(found.passages.map(\.note) == [nil, "river"])
    #expect(found.passages.map(\.sentence) == [4, nil])
  }

  @Test func `long surroundings are cut round the words`() throws {
    let long = String(repeating: "one two three ", count: 40)
    let added = try river.addTestimony(
      Array("\(long)lantern \(long)".utf8), source: .code(office.codes.source),
      by: try river.permit(CustodianRole.self))
    let found = try #require(try search("lantern").first { $0.testimony.code == added.testimony })
    let text = try #require(found.passages.first?.text)
    #expect(text.hasPrefix("… ") && text.hasSuffix(" …") && text.contains("three lantern one"))
    #expect(text.count <= FoundTestimony.Passage.longest + 4)
  }

  @Test func `many places are counted, and nothing to search for is said`() throws {
    let added = try river.addTestimony(
      Array("Lamp one. Lamp two. Lamp three. Lamp four. Lamp five.".utf8),
      source: .code(office.codes.source), by: try river.permit(CustodianRole.self))
    let found = try search("lamp")
    #expect(found.map(\.testimony.code) == [added.testimony])
    #expect(found.first?.passages.count == 3 && found.first?.more == 2)
    let before = river.entries
    #expect(throws: VaultError.input(.emptyText)) { _ = try search(" … ") }
    #expect(river.entries == before)
  }
}
