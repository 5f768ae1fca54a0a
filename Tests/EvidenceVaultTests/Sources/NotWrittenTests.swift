import Anonymity
import Screen
import Testing

@testable import EvidenceVault

/// Spellings that a source file takes out of what is sought.
struct NotWrittenTests {
  private static let head = "names: [\"조선\"]\n"
  private static let family = "relatives: [{relation: father, names: [\"조일\"]}]\n"

  private func document(_ yaml: String) throws -> SourceDocument {
    try SourceDocument(yaml: Array(yaml.utf8))
  }

  @Test func `what is left out reads back the same, and is absent where nothing is`() throws {
    let file = try document(
      """
      names: ["조선"]
      not_written: ["Cho Sen", "Jo \\"Seon\\""]
      relatives: [{relation: father, names: ["조일"], not_written: ["Cho Il"]}]
      """)
    #expect(file.notWritten == ["Cho Sen", "Jo \"Seon\""])
    #expect(file.relatives.first?.notWritten == ["Cho Il"])
    #expect(try document(file.yaml) == file)
    let without = try document(Self.head + Self.family)
    #expect(try document(Self.head + "not_written: []\n" + Self.family) == without)
    // A record of before has no such key and reads as this one does.
    let bytes = try Codec.encode(without)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("notWritten"))
    #expect(try Codec.decode(SourceDocument.self, bytes) == without)
    #expect(try Codec.decode(SourceDocument.self, try Codec.encode(file)) == file)
  }

  @Test(arguments: [
    ("names: [\"Ann Lee\"]\nnot_written: [\"Ann Leigh\", \"lee-ann\"]", 2, 28),
    ("names: [\"조선\"]\naliases: [Sunny]\nnot_written: [SUNNY]", 3, 15),
    ("names: [A B]\nrelatives: [{relation: son, names: [C D], not_written: [c d]}]", 2, 57),
  ])
  func `a listed name cannot be left out`(yaml: String, line: Int, column: Int) throws {
    #expect(
      throws: InputFault.document(
        line: line, column: column,
        expected: "a spelling that is not listed under names or aliases")
    ) { try document(yaml) }
  }

  @Test func `each person's own spellings are left out, and no others`() throws {
    let all = NameSpelling.all(of: try document(Self.head + Self.family))
    let mine = try #require(all.first { $0.person == "self" && $0.reason == "revised" }).spelling
    let his = try #require(all.first { $0.person == "father" && $0.reason == "revised" }).spelling
    let yaml =
      Self.head + "not_written: [\"\(mine.uppercased())\", \"\(his)\"]\n" + Self.family
    let left = NameSpelling.all(of: try document(yaml))
    // Its parts are left out with it.
    let gone = Set([mine] + mine.split { $0 == " " || $0 == "-" }.map(String.init))
    #expect(left == all.filter { $0.person != "self" || !gone.contains($0.spelling) })
    #expect(left.contains { $0.person == "father" && $0.spelling == his })
  }

  @Test func `what is listed is first, each spelling is there once, with its name and reason`()
    throws
  {
    let all = NameSpelling.all(
      of: try document(
        """
        names: ["김철수", "Kim Chol-su"]
        relatives: [{relation: son, names: ["김영호"]}, {relation: son, names: ["김영일"]}]
        """))
    #expect(all.prefix(2).map(\.spelling) == ["김철수", "Kim Chol-su"])
    #expect(all.prefix(3).map(\.reason).filter { $0 == NameSpelling.listed }.count == 2)
    let mine = all.filter { $0.person == "self" }
    #expect(Set(mine.map { $0.spelling.lowercased().filter(\.isLetter) }).count == mine.count)
    #expect(
      mine.contains {
        $0.spelling == "Gim Cheol-su" && $0.name == "김철수" && $0.reason == "revised"
      })
    #expect(Set(all.map(\.person)) == ["self", "son 1", "son 2"])
    let reasons = Set(Variant.Reason.allCases.map(\.rawValue) + [NameSpelling.listed])
    #expect(reasons.isSuperset(of: all.map(\.reason)))
  }

  @Test func `the list says what the matcher and the screen seek`() throws {
    let document = try document(Self.head + "not_written: [\"Jo Seon\"]\n" + Self.family)
    let record = SourceRecord(code: try #require(Code("S-7QH2MX", .source)), document: document)
    let sought = Set(
      People([record]).identities.identifiers.filter { $0.kind == .name }.map(\.text))
    #expect(sought == Set(NameSpelling.all(of: document).map(\.spelling)))
  }

  @Test func `a text in which a spelling was replaced has it again once it is left out`() throws {
    let session = try newVault()
    let custodian = try session.permit(CustodianRole.self)
    let researcher = try session.permit(ResearcherRole.self)
    let file = Self.head + "describe_as: {en: witness}\n"
    let spelling = try #require(
      NameSpelling.all(of: try document(file)).first { $0.reason == "revised" }
    ).spelling
    let opened = try session.addTestimony(
      Array("The old \(spelling) map hung there.".utf8), source: .document(Array(file.utf8)),
      by: custodian)
    func reading() throws -> String {
      try session.testimony(opened.testimony, by: researcher).sentences.joined()
    }
    #expect(try !reading().contains(spelling))
    let left = file + "not_written: [\"\(spelling)\"]\n"
    try session.updateSource(opened.source, Array(left.utf8), by: custodian)
    #expect(try reading() == "The old \(spelling) map hung there.")
    #expect(
      try !session.variants(of: opened.source, by: custodian).contains { $0.spelling == spelling })
    try session.updateSource(opened.source, Array(file.utf8), by: custodian)
    #expect(try !reading().contains(spelling))
  }
}
