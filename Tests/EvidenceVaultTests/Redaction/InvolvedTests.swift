import Anonymity
import Screen
import Testing

@testable import EvidenceVault

/// Two sources who have nothing to do with each other but towns.
private struct Towns {
  static let giver = "S-7QH2MX"
  let desk: RedactionDesk

  init() throws {
    let files = [
      (Self.giver, "names: [\"Orla Testrand\"]\nplaces: [{name: Surgut, relation: home}]"),
      (
        "S-0HJMZS",
        """
        names: ["김철수", "Kim Chol-su"]
        phones: ["+82 10-0000-4417"]
        places: [{name: Khabarovsk, relation: workplace}]
        employers: [{name: "Zelmer Works", generalise: "a mill"}]
        relatives: [{relation: father, names: ["Kim Yong-ho"], places: [{name: Hyesan, relation: home}]}]
        """
      ),
    ]
    desk = try people(files).desk
  }

  func redactor(_ text: String, choosing chosen: Set<Int> = []) throws -> Redactor {
    desk.redactor(
      try BuiltIn.policy("public"), audience: "public", language: "en",
      document: [Array(text.utf8)],
      givenBy: Code(Self.giver, .source), choosing: chosen)
  }

  func redacted(_ text: String, choosing chosen: Set<Int> = []) throws -> String {
    var register = LabelRegister(audience: "public")
    return try redactor(text, choosing: chosen).pieces(of: Array(text.utf8), register: &register)
      .map(\.text).joined()
  }
}

struct InvolvedTests {
  @Test func `the place of somebody else is a place like any other`() throws {
    let towns = try Towns()
    let text = "We drove from Khabarovsk to Hyesan."
    #expect(try towns.redacted(text) == text)
    #expect(try towns.redacted("I lived in Surgut.") == "I lived in Russia.")
    let sought = try towns.redactor(text).needles().map(\.text)
    #expect(!sought.contains("Khabarovsk") && !sought.contains("Hyesan"))
    #expect(sought.contains("Surgut"))
    // What is his alone is sought as ever.
    #expect(sought.contains("Kim Chol-su") && sought.contains("Zelmer Works"))
    #expect(sought.contains("+82 10-0000-4417"))
  }

  @Test(arguments: [
    "Kim Chol-su", "Kim Yong-ho", "김철수", "Chol-su", "010-0000-4417", "Zelmer Works", "Mr. Kim",
  ]) func `whatever names a source or a relative brings all their places back`(
    _ word: String
  ) throws {
    let towns = try Towns()
    let text = "We drove from Khabarovsk to Hyesan. There was \(word)."
    let words = try towns.redacted(text)
    #expect(!words.contains("Khabarovsk") && !words.contains("Hyesan"), "\(words)")
    let sought = try towns.redactor(text).needles().map(\.text)
    #expect(sought.contains("Khabarovsk") && sought.contains("Hyesan"))
  }

  @Test func `whom a decision names is involved, too`() throws {
    let towns = try Towns()
    let person = try #require(
      towns.desk.identities.persons.firstIndex { $0.relation == .father })
    #expect(try towns.redacted("To Khabarovsk.", choosing: [person]) == "To Russia.")
  }

  @Test func `a release may tell of a town in which others live, until it tells of them`() throws {
    let session = try newVault()
    let custodian = try session.permit(CustodianRole.self)
    func source(_ yaml: String) throws -> Code {
      try session.addSource(
        Array((yaml + "\nconsent: {audiences: [desk, public]}\n").utf8), by: custodian)
    }
    let other = "names: [\"Bela Quorn\"]\nplaces: [{name: Khabarovsk, relation: home}]"
    _ = try source(other)
    let giver = try source("names: [\"Orla Testrand\"]")
    func release(_ text: String) throws -> (code: Code, copy: ReleaseCopy?) {
      let testimony = try session.addTestimony(
        Array(text.utf8), source: .code(giver), by: custodian
      ).testimony
      return try session.release(
        testimony, audience: "desk", policy: "public", selection: nil, conditionsMet: true,
        format: .txt, fileName: nil, by: custodian)
    }
    let made = try release("We drove to Khabarovsk. Nobody waited.")
    #expect(String(decoding: try #require(made.copy).bytes, as: UTF8.self).contains("Khabarovsk"))
    // A second export screens again, and everything is searched.
    _ = try session.export(
      made.code, format: .md, fileName: "\(made.code.text).md",
      by: try session.permit(EditorRole.self))
    #expect(try session.screenVault(by: custodian).exposures.isEmpty)
    // Of one who is named the town is hidden.
    let named = try release("We drove to Khabarovsk. Bela Quorn waited.")
    let words = String(decoding: try #require(named.copy).bytes, as: UTF8.self)
    #expect(!words.contains("Khabarovsk") && words.contains("Russia"))
    // The giver's own town, learned later, exposes the first release.
    try session.updateSource(
      giver,
      Array(
        """
        names: ["Orla Testrand"]
        places: [{name: Khabarovsk, relation: home}]
        consent: {audiences: [desk, public]}

        """.utf8), by: custodian)
    let exposures = try session.screenVault(by: custodian).exposures
    #expect(exposures.map(\.release) == [made.code])
    #expect(throws: VaultError.self) {
      try session.export(
        made.code, format: .txt, fileName: nil, by: try session.permit(EditorRole.self))
    }
  }

  @Test(arguments: [
    ("OT: I left.\nQ: Why?", "OT"), ("Kim Chol-su came.\nKCS: I left.", "KCS"),
    ("Heard in OT_01.wav.", "OT"),
  ])
  func `initials of who gave a text or is named in it are withheld where they label a speaker`(
    _ text: String, _ initials: String
  ) throws {
    let towns = try Towns()
    let bytes = Array(text.utf8)
    let doubts = try towns.redactor(text).doubts(in: bytes).map {
      "\($0.reason.rawValue): \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
    #expect(doubts == ["uncertain_name: \(initials)"])
    let words = try towns.redacted(text)
    #expect(!words.contains(initials), "\(words)")
  }

  @Test(arguments: ["KCS: I left.", "MP: I left.", "OT was there.", "We saw OT: a ship"])
  func `initials of others, and letters elsewhere, stay`(_ text: String) throws {
    #expect(try Towns().redacted(text) == text)
  }
}
