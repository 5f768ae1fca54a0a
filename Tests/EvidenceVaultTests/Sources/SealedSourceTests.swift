import Anonymity
import Foundation
import Sealing
import Testing

@testable import EvidenceVault

/// Spellings that are sealed beside a source.
struct SealedSourceTests {
  private static let file = Array(
    """
    names: ["김철수", "Kim Chol-su"]
    relatives: [{relation: father, names: ["김영호"]}]
    consent: {audiences: [desk]}
    """.utf8)

  private func record(_ code: String = "S-7QH2MX", _ yaml: [UInt8] = file) throws -> SourceRecord {
    SourceRecord(
      code: try #require(Code(code, .source)), document: try SourceDocument(yaml: yaml))
  }

  private func body(_ code: Code, _ session: Session) throws -> [UInt8] {
    try session.write { try $0.open(.source, code.text) }
  }

  /// Writes a source with other spellings beside it.
  private func rewrite(
    _ code: Code, _ session: Session, _ change: (inout [String: Any]?) -> Void
  ) throws {
    var json = try #require(
      try JSONSerialization.jsonObject(with: Data(try body(code, session))) as? [String: Any])
    var spelled = json["spelled"] as? [String: Any]
    #expect(spelled != nil)
    change(&spelled)
    json["spelled"] = spelled
    let changed = Array(try JSONSerialization.data(withJSONObject: json))
    try session.write { transaction in
      try transaction.put(.source, code.text, listing: [], body: changed)
      try transaction.log(.sourceUpdated, [code.text], reason: "")
    }
  }

  @Test func `whoever writes a source seals its spellings, and whoever reads it is shown none`()
    throws
  {
    let session = try newVault()
    let custodian = try session.permit(CustodianRole.self)
    let code = try session.addSource(Self.file, by: custodian)
    func expectSpelled(_ names: [String]) throws {
      let sealed = try Codec.decode(SealedSource.self, try body(code, session))
      #expect(sealed.spellings?.map(\.name) == names)
      #expect(sealed.spellings?.map { $0.spellings() } == names.map { NameSpellings($0) })
      let shown = try session.source(code, reason: "", by: custodian)
      #expect(shown == sealed.record)
      let text = String(decoding: try Codec.encode(shown), as: UTF8.self) + shown.document.yaml
      #expect(!text.contains("spelled") && !text.contains("packed") && !text.contains("Gim"))
    }
    try expectSpelled(["김철수", "Kim Chol-su", "김영호"])
    try session.updateSource(code, Array("names: [\"박하나\"]\n".utf8), by: custodian)
    try expectSpelled(["박하나"])
    try session.holdSource(code, reason: "asked for", by: custodian)
    try expectSpelled(["박하나"])
    let other = try session.addSource(Self.file, by: custodian)
    _ = try session.mergeSources(code, other, by: custodian)
    try expectSpelled(["박하나", "김철수", "Kim Chol-su", "김영호"])
  }

  @Test(arguments: ["older", "rules", "damaged", "cut", "others"])
  func `spellings that are not there, or not of these rules, or no spellings, are made`(
    _ what: String
  ) throws {
    let session = try newVault()
    let custodian = try session.permit(CustodianRole.self)
    let code = try session.addSource(Self.file, by: custodian)
    try rewrite(code, session) { spelled in
      var packed = Data(base64Encoded: spelled?["packed"] as? String ?? "") ?? Data()
      switch what {
      case "older":
        spelled = nil
        return
      case "rules": spelled?["rules"] = NameSpellings.rules + 1
      case "damaged": packed[packed.startIndex + 14] = 0x7F
      case "cut": packed = packed.dropLast()
      default:
        packed = Data(PackedSpellings.bytes(of: [PackedSpellings("Ann", NameSpellings("Ann"))]))
      }
      spelled?["packed"] = packed.base64EncodedString()
    }
    let text = "I met Gim Cheol-su and Ким Ён Хо. 철수는 갔다."
    let added = try session.addTestimony(Array(text.utf8), source: .code(code), by: custodian)
    let copy = try session.testimony(
      added.testimony, by: try session.permit(ResearcherRole.self)
    ).text
    #expect(!copy.contains("Cheol") && !copy.contains("Ён") && !copy.contains("철수"), "\(copy)")
  }

  @Test func `no source says how the name of another is spelled`() throws {
    let session = try newVault()
    let custodian = try session.permit(CustodianRole.self)
    let code = try session.addSource(Self.file, by: custodian)
    let other = try session.addSource(Array("names: [Grace Holloway]\n".utf8), by: custodian)
    let none = PackedSpellings("김철수", NameSpellings(""))
    try rewrite(other, session) { spelled in
      spelled?["packed"] = Data(PackedSpellings.bytes(of: [none])).base64EncodedString()
    }
    let added = try session.addTestimony(
      Array("I met Gim Cheol-su.".utf8), source: .code(code), by: custodian)
    let copy = try session.testimony(
      added.testimony, by: try session.permit(ResearcherRole.self)
    ).text
    #expect(!copy.contains("Cheol"), "\(copy)")
  }

  @Test func `a working copy is the same whether all identifiers are known or those it may hold`()
    throws
  {
    let names = [
      "[\"김철수\", \"金哲洙\"]", "[\"김영호\", \"Kim Yong-ho\"]", "[\"Кузнецов Иван Петрович\"]",
      "[\"Кузнецова Анна\"]", "[Grace Holloway]", "[\"박하나\"]", "[\"Ким Чхоль\"]", "[\"欧阳建国\"]",
      "[\"Mary Ann Smith-Jones\"]", "[\"이설주\", \"Ri Sol-ju\"]",
    ]
    let records = try names.enumerated().map { number, list in
      try record(
        "S-7QH2M\(number)",
        Array(
          """
          names: \(list)
          aliases: ["Kestrel \(number % 3)"]
          born: 198\(number)-03-14
          phones: ["+7 900 555-100\(number)"]
          places: [{name: Dandong}]
          relatives: [{relation: father, names: ["김영호", "Петров Пётр"]}]
          """.utf8))
    }
    let people = People(records)
    let spelled = people.identities.identifiers.filter { $0.kind == .name }.map(\.text)
    var texts = [
      "They worked from six to nine.", "아침 교대는 내려갔다.", "Часов никто не считал.", "早班的人。",
    ]
    for start in stride(from: 0, to: spelled.count, by: 331) {
      let (one, two) = (spelled[start], spelled[(start * 7 + 3) % spelled.count])
      texts += [
        "He met \(one) in Dandong, and Mr. \(two). +7 900 555-1003.",
        "\(one)씨는 \(two)의 아버지를 만났다. Kestrel 1.",
        "Он знал \(one), а также Кима и \(two). 14 марта 1983 года.",
      ]
    }
    for text in texts {
      let original = OriginalRecord(
        version: Version1(), code: try #require(Code("T-7QH2MX", .testimony)),
        source: records[0].code, file: Data(text.utf8), title: String(text.prefix(30)), date: nil,
        language: Language.guess(from: text).rawValue, textOffset: 0, documenter: "river",
        commitmentSeed: HexBytes([UInt8](repeating: 7, count: 32)))
      var registers = [LabelRegister](
        repeating: LabelRegister(audience: Audience.internalName), count: 2)
      let whole = try people.desk(for: original.texts).workingCopy(
        of: original, register: &registers[0])
      let few = try people.writingDesk(for: original.texts).workingCopy(
        of: original, register: &registers[1])
      #expect(try Codec.encode(few) == Codec.encode(whole), "\(text)")
      #expect(registers[0] == registers[1])
    }
  }
}
