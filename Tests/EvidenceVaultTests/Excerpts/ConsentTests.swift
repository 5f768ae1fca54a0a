import Foundation
import Screen
import Testing

@testable import EvidenceVault

/// Consent is obeyed where an excerpt is drafted, approved and exported, by programs without the record.
struct ConsentTests {
  let office: Office
  let river: Session
  let testimony: Code
  let source: Code

  init() throws {
    office = try Office()
    river = try office.unlock("river")
    let taken = try river.addTestimony(
      Array("Vilem Okhotnik came late. Nobody asked why.".utf8),
      source: .document(Self.file("audiences: [desk, public]")),
      by: try river.permit(CustodianRole.self))
    testimony = taken.testimony
    source = taken.source
  }

  static func file(_ consent: String, _ more: String = "") -> [UInt8] {
    Array("names: [\"Vilem Okhotnik\"]\n\(more)\nconsent: {\(consent)}\n".utf8)
  }

  private func update(_ consent: String, _ more: String = "") throws {
    try river.updateSource(
      source, Self.file(consent, more), by: try river.permit(CustodianRole.self))
  }

  private func draft(
    _ audience: String = "desk", _ policy: String = "editor", as handle: String = "reza"
  ) throws -> Code {
    let session = try office.unlock(handle)
    return try session.draftExcerpt(
      of: testimony, audience: audience, policy: policy, selection: nil,
      by: try session.permit(ResearcherRole.self))
  }

  private func approve(
    _ code: Code, conditionsMet: Bool = false, _ date: DateConfirmation? = nil
  ) throws {
    let cora = try office.unlock("cora")
    try cora.approve(
      code, conditionsMet: conditionsMet, date: date, reason: "",
      by: try cora.permit(CustodianRole.self))
  }

  private func export(_ code: Code, as handle: String = "edda") throws -> [UInt8] {
    let session = try office.unlock(handle)
    return try session.export(
      code, format: .txt, fileName: nil, by: try session.permit(EditorRole.self)
    ).bytes
  }

  private func refuses(_ refusal: VaultRefusal, _ body: () throws -> Void) {
    #expect(throws: VaultError.refused(refusal), performing: body)
  }

  @Test(
    arguments: [
      ("audiences: [public]", .consentAudience),
      ("audiences: [desk], purposes: [court]", .consentPurpose),
      ("audiences: [desk], purposes: [\"Only the church's history\"]", .consentPurpose),
      ("audiences: [desk], expires: 2020-01-01", .consentExpired),
    ] as [(String, VaultRefusal)])
  func `a draft is refused for what the consent says already`(
    consent: String, refusal: VaultRefusal
  ) throws {
    try update(consent)
    refuses(refusal) { _ = try draft() }
    let audra = try office.unlock("audra")
    let line = try audra.log(newest: 2, by: try audra.permit(AuditorRole.self))[0]
    #expect(line.act == "exportRefused" && line.subjects == [testimony.text, "consent"])
  }

  @Test(
    arguments: [
      "audiences: [desk], not_before: 2999-01-01", "audiences: [desk], purposes: [PUBLICATION]",
      "audiences: [desk], conditions: [\"arrived\"]",
    ])
  func `a first day to come and conditions are no reason not to draft`(consent: String) throws {
    try update(consent)
    _ = try draft()
  }

  @Test func `a purpose is asked for at approval too, whatever the working copy said`() throws {
    let code = try draft()
    try update("audiences: [desk], purposes: [court, research]")
    refuses(.consentPurpose) { try approve(code) }
    try update("audiences: [desk], purposes: [court, publication]")
    try approve(code)
  }

  @Test(
    arguments: [
      ("audiences: [public]", .consentAudience),
      ("audiences: [desk], purposes: [research]", .consentPurpose),
      ("audiences: [desk], expires: 2020-01-01", .consentExpired),
      ("audiences: [desk], not_before: 2999-01-01", .consentNotYet),
      // A first day that nobody confirmed at the approval: no clock of an editor's decides.
      ("audiences: [desk], not_before: 2020-01-01", .consentNotYet),
      ("audiences: [desk], conditions: [\"arrived\"]", .consentCondition),
    ] as [(String, VaultRefusal)])
  func `what was approved leaves no more when the consent changes, and again when it changes back`(
    consent: String, refusal: VaultRefusal
  ) throws {
    let code = try draft()
    try approve(code)
    let bytes = try export(code)
    try update(consent)
    for handle in ["edda", "cora"] { refuses(refusal) { _ = try export(code, as: handle) } }
    try update("audiences: [desk, public]")
    #expect(try export(code) == bytes)
  }

  @Test(arguments: [-1, 0, 1])
  func `an editor's clock ten years wrong opens nothing that has ended or not begun`(
    decades: Int
  ) throws {
    let code = try draft()
    try approve(code)
    let clock = UInt64(
      Int64(Session.systemClock()) + Int64(decades) * Int64(EmbargoTests.decade))
    let edda = try office.unlock("edda", on: Device(), clock: { clock })
    let editor = try edda.permit(EditorRole.self)
    func export() throws { _ = try edda.export(code, format: .md, fileName: nil, by: editor) }
    try export()
    try update("audiences: [desk], expires: 2024-01-01")
    refuses(.consentExpired) { try export() }
    let soon = CalendarDate.text(Session.systemClock() + 86_400 * 30)
    try update("audiences: [desk], not_before: \(soon)")
    refuses(.consentNotYet) { try export() }
    // A clock that is ahead may close what is open; it is never the other way round.
    try update("audiences: [desk], expires: \(soon)")
    if decades == 1 { refuses(.consentExpired) { try export() } } else { try export() }
  }

  @Test func `a condition that is new after the approval is declared met by nobody`() throws {
    try update("audiences: [desk], conditions: [\"arrived\"]")
    let code = try draft()
    refuses(.consentCondition) { try approve(code) }
    try approve(code, conditionsMet: true)
    try update("audiences: [desk], conditions: [\"arrived\"]", "note: an unrelated change")
    _ = try export(code)
    try update("audiences: [desk], conditions: [\"arrived\", \"sister told\"]")
    refuses(.consentCondition) { _ = try export(code) }
    // Also after another update that changes no condition.
    try update("audiences: [desk], conditions: [\"arrived\", \"sister told\"]", "note: later")
    refuses(.consentCondition) { _ = try export(code) }
  }

  @Test func `a confirmed first day still holds, and a later one does not`() throws {
    try update("audiences: [desk], not_before: 2020-01-01")
    let code = try draft()
    try approve(code, .today)
    try update("audiences: [desk], not_before: 2020-06-01, expires: 2999-01-01")
    _ = try export(code)
    try update("audiences: [desk], not_before: 2999-01-01")
    refuses(.consentNotYet) { _ = try export(code) }
  }

  @Test func `what the record protects since the approval is not exported by an editor`() throws {
    let code = try draft("desk", "court")
    try approve(code)
    _ = try export(code)
    try update("audiences: [desk]", "aliases: [\"Nobody asked\"]")
    #expect {
      try export(code)
    } throws: { error in
      if case VaultError.refused(.screen) = error { true } else { false }
    }
  }

  @Test func `the working copy follows its source also where the source is not named`() throws {
    let custodian = try river.permit(CustodianRole.self)
    let silent = try river.addTestimony(
      Array("Nobody is named here. It rained.".utf8), source: .code(source), by: custodian
    ).testimony
    try update("audiences: [public]")
    let reza = try office.unlock("reza")
    refuses(.consentAudience) {
      _ = try reza.draftExcerpt(
        of: silent, audience: "desk", policy: "editor", selection: nil,
        by: try reza.permit(ResearcherRole.self))
    }
  }

  @Test func `working copy and release say no word that somebody typed`() throws {
    try update(
      """
      audiences: [desk], purposes: [publication, "The Okhotnik file"],
      conditions: ["his Daughter arrived"], description: "a Welder"
      """)
    let code = try draft()
    try approve(code, conditionsMet: true)
    let texts = try river.write { transaction in
      let terms = try Codec.decode(
        WorkingRecord.self, try transaction.open(.working, testimony.text)
      ).consent
      #expect(terms?.purposes == ["publication"] && terms?.hasConditions == true)
      return try [Codec.encode(terms), Codec.encode(transaction.release(code).consent)]
    }
    for text in texts {
      for word in ["Okhotnik", "Daughter", "Welder"] {
        #expect(!String(decoding: text, as: UTF8.self).contains(word))
      }
    }
  }

  @Test func `records of an older program still open, and the record itself decides`() throws {
    let code = try draft()
    try approve(code)
    let second = try draft()
    try update("audiences: [public]")
    try river.write { transaction in
      var working = try Codec.decode(
        WorkingRecord.self, try transaction.open(.working, testimony.text))
      working.consent = nil
      try transaction.put(
        .working, testimony.text, listing: try Codec.encode(TestimonySummary(working)),
        body: try Codec.encode(working))
      var release = try transaction.release(code)
      release.consent = nil
      try transaction.put(release)
      try transaction.log(.sourceUpdated, [source.text], reason: "")
    }
    _ = try draft()
    refuses(.consentAudience) { try approve(second) }
    _ = try export(code)
    // The next change of the record gives the release what it lacked.
    try update("audiences: [court]")
    refuses(.consentAudience) { _ = try export(code) }
  }

  @Test(
    arguments: [
      "Okhotnik the welder", "welder from Dandong", "welder of Probewerk", "brother of Anna Feld",
    ])
  func `a label may not hold what the record lists`(word: String) throws {
    let more = """
      places: [{name: "Dandong"}]
      aliases: ["Okhotnik"]
      employers: [{name: "Probewerk"}]
      relatives: [{relation: sister, names: ["Anna Feld"]}]
      """
    _ = try SourceDocument(
      yaml: Self.file("audiences: [desk]", more + "\ndescribe_as: {en: welder}"))
    #expect {
      try SourceDocument(
        yaml: Self.file("audiences: [desk]", more + "\ndescribe_as: {en: \"\(word)\"}"))
    } throws: { error in
      if case InputFault.document = error { true } else { false }
    }
  }

  @Test func `a custodian reads what was agreed to in words, and the log has it`() throws {
    try update(
      "audiences: [desk], description: \"a worker\", conditions: [\"arrived\"]",
      "describe_as: {en: worker}")
    let code = try draft()
    let cora = try office.unlock("cora")
    let agreement = try cora.agreement(for: code, by: try cora.permit(CustodianRole.self))
    #expect(agreement.description == "a worker" && agreement.conditions == ["arrived"])
    #expect(agreement.describeAs == ["en": "worker"] && !agreement.saysNothing)
    let audra = try office.unlock("audra")
    let line = try audra.log(newest: 2, by: try audra.permit(AuditorRole.self))[0]
    #expect(line.act == "sourceOpened" && line.subjects == [source.text, code.text])
  }
}
