import Anonymity
import Foundation
import Testing

@testable import EvidenceVault

private func document(_ consent: String) throws -> SourceDocument {
  try SourceDocument(
    yaml: Array(
      """
      names: ["윤보리"]
      places: [{name: Dandong}]
      employers: [{name: "Reedmoor Mill", generalise: "a mill"}]
      relatives: [{relation: father, names: ["윤가람"], places: [{name: Hunchun}]}]
      consent: {\(consent)}

      """.utf8))
}

@Suite struct ConsentLimitsTests {
  @Test func `a consent with areas and held kinds is read and written back the same`() throws {
    let read = try document(
      """
      audiences: [desk], withhold: [employer, {place: region}],
        conditions: ["has arrived", {until: "family has left", withhold: [place, {place: country}]}]
      """)
    #expect(read.consent.withhold == ["employer"])
    #expect(read.consent.placeLevel == "region")
    #expect(read.consent.conditions == ["has arrived"])
    #expect(
      read.consent.holds == [
        .init(until: "family has left", withhold: ["place"], placeLevel: "country")
      ])
    #expect(try SourceDocument(yaml: Array(read.yaml.utf8)) == read)
    let coded = try JSONDecoder().decode(SourceDocument.self, from: JSONEncoder().encode(read))
    #expect(coded == read)
  }

  @Test func `a record from before is read as it was`() throws {
    let plain = try document("audiences: [desk], withhold: employer, conditions: [\"has arrived\"]")
    #expect(plain.consent.placeLevel == nil && plain.consent.holds == nil)
    let json = String(decoding: try JSONEncoder().encode(plain), as: UTF8.self)
    #expect(!json.contains("holds") && !json.contains("placeLevel"))
    #expect(try JSONDecoder().decode(SourceDocument.self, from: Data(json.utf8)) == plain)
  }

  @Test(arguments: [
    "withhold: [{place: village}]", "withhold: [{employer: region}]", "withhold: [shoes]",
    "withhold: [{place: region}, {place: country}]", "conditions: [{until: x}]",
    "conditions: [{withhold: [place]}]", "conditions: [{until: x, withhold: []}]",
    "conditions: [{until: x, withhold: [place], when: now}]",
  ])
  func `a wrong limit is refused`(consent: String) {
    #expect(throws: InputFault.self) { try document(consent) }
  }

  private func redacted(
    _ consent: String, _ policy: String, met: Bool = false, language: Language = .en
  ) throws -> String {
    let record = SourceRecord(code: Code.random(.source), document: try document(consent))
    let people = People([record])
    let text = Array("She left Dandong for Hunchun and the Reedmoor Mill.".utf8)
    var desk = people.desk(for: [text])
    if met { desk.identities.conditionsMetOf = EntityID(raw: record.entity) }
    var register = LabelRegister(audience: "desk")
    return try RawText(text).redacted(
      by: desk.redactor(
        try BuiltIn.policy(policy), audience: "desk", language: language.rawValue),
      register: &register
    ).map(\.text).joined()
  }

  @Test func `a place is told no finer than the consent says, under every policy`() throws {
    for policy in ["court", "editor", "internal"] {
      let text = try redacted("withhold: [{place: country}]", policy)
      #expect(!text.contains("Dandong") && !text.contains("Hunchun"))
      #expect(text.contains("She left China for China"))
    }
    #expect(try redacted("withhold: [{place: division}]", "editor").contains("northeastern China"))
    #expect(try redacted("withhold: [place]", "court").contains("[place withheld]"))
    #expect(try redacted("", "court").contains("Dandong"))
  }

  @Test func `what a condition holds back leaves when it is declared met`() throws {
    let consent = "conditions: [{until: x, withhold: [employer, {place: region}]}]"
    let before = try redacted(consent, "court")
    #expect(!before.contains("Dandong") && !before.contains("Reedmoor"))
    #expect(before.contains("northeastern China"))
    let after = try redacted(consent, "court", met: true)
    #expect(after.contains("Dandong") && after.contains("Reedmoor"))
  }
}
