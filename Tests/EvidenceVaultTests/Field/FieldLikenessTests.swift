import Testing

@testable import EvidenceVault

/// Whether the person of a drop is a source already.
struct FieldLikenessTests {
  let office: Office
  let cora: Session
  let kit: FieldKit

  init() throws {
    office = try Office()
    cora = try office.unlock("cora")
    kit = try cora.exportKit(by: try cora.permit(CustodianRole.self))
  }

  private func accept(
    _ drop: FieldDrop, as source: Code? = nil, isNew: Bool = false
  ) throws -> AcceptedFieldDrop {
    try cora.accept(drop, as: source, isNew: isNew, by: try cora.permit(CustodianRole.self))
  }

  @Test func `whom a drop may be about is asked, and nobody is guessed`() throws {
    let files: [(String, [String])] = [
      ("names: [\"Orla Testrand\"]", ["name"]), ("names: [\"TESTRAND, Orla\"]", ["name"]),
      ("names: [\"Testrand Orla\"]\nphones: [\"89145557723\"]", ["name", "phone"]),
      ("names: [\"O\"]\nphones: [\"8 914 555 77 23\"]", ["phone"]),
    ]
    let custodian = try cora.permit(CustodianRole.self)
    for (number, (file, kinds)) in files.enumerated() {
      let drop = try FieldDrop(
        try kit.seal(testimony: Office.testimonyFile(20 + number), source: Array(file.utf8)).bytes)
      let source = try cora.fieldDrop(drop, by: custodian).source
      #expect(
        try cora.likenesses(of: source, by: custodian) == [
          SourceLikeness(source: office.codes.source, kinds: kinds)
        ])
      #expect(throws: VaultError.field(.perhapsKnown([office.codes.source]))) {
        _ = try accept(drop)
      }
      if number == 0 {
        #expect(try accept(drop, as: office.codes.source).source == office.codes.source)
      } else if number == 3 {
        #expect(try accept(drop, isNew: true).source != office.codes.source)
      }
    }
    // The very same record is the same person; a stranger is nobody's likeness.
    let same = try kit.seal(testimony: Office.testimonyFile(30), source: Office.sourceFile)
    #expect(try accept(try FieldDrop(same.bytes)).source == office.codes.source)
    let stranger = try kit.seal(testimony: Office.testimonyFile(5), source: Office.strangerFile)
    #expect(try accept(try FieldDrop(stranger.bytes)).source != office.codes.source)
  }
}
