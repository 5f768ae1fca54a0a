import Screen
import Testing

@testable import EvidenceVault

/// Decisions on findings, and that none is left open when something leaves.
struct ReviewTests {
  let office: Office
  let river: Session

  init() throws {
    office = try Office()
    river = try office.unlock("river")
  }

  static let text = """
    ---
    title: What Vilem Okhotnik saw
    language: en
    ---
    Vilem Okhotnik came late. He called +7 914 555-31-88 twice. A friend was named Piet Zwart. \
    Somebody wrote to cook@example.org. Vilem Okhotnik left.
    """
  static let source = """
    names: ["Vilem Okhotnik"]
    describe_as: {en: defector}
    relatives: [{relation: brother, names: ["Petr Okhotnik"]}]
    consent: {audiences: [desk]}
    """

  private func draft(policy: String = "public") throws -> (excerpt: Code, source: Code) {
    let added = try river.addTestimony(
      Array(Self.text.utf8), source: .document(Array(Self.source.utf8)),
      by: try river.permit(CustodianRole.self))
    let excerpt = try river.draftExcerpt(
      of: added.testimony, audience: "desk", policy: policy, selection: nil,
      by: try river.permit(ResearcherRole.self))
    return (excerpt, added.source)
  }

  private func findings(_ code: Code) throws -> [ExcerptFinding] {
    try river.findings(in: code, by: try river.permit(CustodianRole.self))
  }

  private func finding(_ kind: String, in code: Code) throws -> ExcerptFinding {
    try #require(try findings(code).first { $0.kind == kind })
  }

  private func decide(_ ruling: Ruling, _ kind: String, in code: Code) throws {
    try river.decide(
      [try finding(kind, in: code).id: ruling], in: code, reason: "looked at",
      by: try river.permit(CustodianRole.self))
  }

  private func approve(_ code: Code) throws -> Approval {
    try river.approve(
      code, conditionsMet: false, reason: "", by: try river.permit(CustodianRole.self))
  }

  private func exported(_ code: Code) throws -> String {
    let copy = try river.export(
      code, format: .txt, fileName: nil, by: try river.permit(EditorRole.self))
    return String(decoding: copy.bytes, as: UTF8.self)
  }

  @Test func `a draft with open findings is not approved, and nothing of it can be exported`()
    throws
  {
    let excerpt = try draft().excerpt
    let open = try findings(excerpt).count(where: \.isOpen)
    #expect(open >= 3)
    #expect(throws: VaultError.refused(.findingsOpen(open, excerpt))) { try approve(excerpt) }
    #expect(throws: VaultError.notFound) { try exported(excerpt) }
  }

  @Test func `each decision does to the words what it says, and leaves the others open`() throws {
    let (excerpt, source) = try draft()
    let before = try findings(excerpt).count(where: \.isOpen)
    try decide(.suppress, "phone", in: excerpt)
    #expect(try findings(excerpt).count(where: \.isOpen) == before - 1)
    try decide(.generalise("a kitchen's mailbox"), "email", in: excerpt)
    try decide(.replace(source: source, relative: 1), "person_name", in: excerpt)
    try river.keepFindings(in: excerpt)
    #expect(try approve(excerpt) == .approved)
    let text = try exported(excerpt)
    #expect(text.contains("called [withheld] twice"))
    #expect(text.contains("wrote to a kitchen's mailbox"))
    #expect(text.contains(/A friend was named the brother of defector [A-Z]\./))
    #expect(!text.contains("Zwart") && !text.contains("555") && !text.contains("cook@"))
  }

  @Test func `a name that is withheld at one place is asked about at every other`() throws {
    let text = """
      ---
      title: The yard
      language: en
      ---
      A friend was named Piet Zwart. Then Zwart left, and the pietists stayed. He was named Piet Zwart. \
      Nobody else saw Piet.
      """
    let added = try river.addTestimony(
      Array(text.utf8), source: .document(Array(Self.source.utf8)),
      by: try river.permit(CustodianRole.self))
    let excerpt = try river.draftExcerpt(
      of: added.testimony, audience: "desk", policy: "public", selection: nil,
      by: try river.permit(ResearcherRole.self))
    let named = try findings(excerpt).filter { $0.kind == "person_name" }
    let first = try #require(named.first)
    #expect(first.words.contains("Piet Zwart"))
    let others = Set(named.dropFirst().map(\.id))
    try river.decide(
      [first.id: .suppress], in: excerpt, reason: "", by: try river.permit(CustodianRole.self))
    let open = try findings(excerpt).filter { $0.isOpen && $0.kind == "person_name" }
    #expect(open.map(\.words) == ["Zwart", "Piet Zwart", "Piet"])
    #expect(others.isSubset(of: open.map(\.id)))
    #expect(throws: VaultError.self) { try self.approve(excerpt) }
    for finding in open {
      try river.decide(
        [finding.id: .suppress], in: excerpt, reason: "", by: try river.permit(CustodianRole.self))
    }
    #expect(try findings(excerpt).allSatisfy { !$0.isOpen })
    #expect(try approve(excerpt) == .approved)
    let words = try exported(excerpt)
    #expect(!words.contains("Zwart") && !words.contains("Piet") && words.contains("pietists"))
  }

  @Test func `a kept finding leaves its words, and is kept with who and why`() throws {
    let excerpt = try draft().excerpt
    try decide(.keep, "phone", in: excerpt)
    let kept = try finding("phone", in: excerpt)
    #expect(!kept.isOpen)
    #expect(kept.decision?.by == "river" && kept.decision?.reason == "looked at")
    #expect(kept.decision?.action == .keep)
    try river.keepFindings(in: excerpt)
    #expect(try approve(excerpt) == .approved)
    #expect(try exported(excerpt).contains("+7 914 555-31-88"))
  }

  @Test func `a decision to keep does not keep what a record learns later`() throws {
    let (excerpt, source) = try draft()
    try river.keepFindings(in: excerpt)
    try river.updateSource(
      source, Array((Self.source + "\nphones: [\"+7 914 555-31-88\"]\n").utf8),
      by: try river.permit(CustodianRole.self))
    #expect(try approve(excerpt) == .approved)
    #expect(!(try exported(excerpt).contains("555-31-88")))
  }

  @Test func `a new person is entered into the record, and every text is redacted anew`() throws {
    let (excerpt, source) = try draft()
    try decide(
      .record(source: source, relation: "friend", name: "Piet Zwart"), "person_name", in: excerpt)
    #expect(try findings(excerpt).allSatisfy { $0.kind != "person_name" })
    let record = try river.source(
      source, reason: "", by: try river.permit(CustodianRole.self))
    #expect(record.document.relatives.last?.names == ["Piet Zwart"])
    try river.keepFindings(in: excerpt)
    #expect(try approve(excerpt) == .approved)
    #expect(try exported(excerpt).contains("a friend of defector "))
    // Taken out again, the words are undecided: the decision was that a record covers them.
    let other = try river.draftExcerpt(
      of: try #require(
        try river.excerpts(by: try river.permit(ResearcherRole.self)).first { $0.code == excerpt }
      ).testimony, audience: "desk", policy: "public", selection: nil,
      by: try river.permit(ResearcherRole.self))
    try river.updateSource(
      source, Array(Self.source.utf8), by: try river.permit(CustodianRole.self))
    #expect(try finding("person_name", in: other).isOpen)
  }

  @Test func `what a reviewer writes in place of words is screened`() throws {
    let excerpt = try draft().excerpt
    try decide(.generalise("the phone of Orla Testrand"), "phone", in: excerpt)
    try river.keepFindings(in: excerpt)
    #expect {
      _ = try approve(excerpt)
    } throws: { error in
      if case VaultError.refused(.screen) = error { true } else { false }
    }
  }

  @Test func `nobody decides on what is approved, or on a finding that is not there`() throws {
    let excerpt = try draft().excerpt
    let custodian = try river.permit(CustodianRole.self)
    #expect(throws: VaultError.notFound) {
      try river.decide(["text-0-5-phone": .keep], in: excerpt, reason: "", by: custodian)
    }
    let id = try finding("phone", in: excerpt).id
    try river.keepFindings(in: excerpt)
    #expect(try approve(excerpt) == .approved)
    #expect(throws: VaultError.refused(.excerptState)) {
      try river.decide([id: .suppress], in: excerpt, reason: "", by: custodian)
    }
  }

  @Test func `one step stops at open findings and leaves the draft to go on with`() throws {
    let excerpt = try draft().excerpt
    let testimony = try #require(
      try river.excerpts(by: try river.permit(ResearcherRole.self)).first { $0.code == excerpt }
    ).testimony
    var left: Code?
    do throws(VaultError) {
      _ = try river.release(
        testimony, audience: "desk", policy: "public", selection: nil, conditionsMet: false,
        format: .txt, fileName: nil, by: try river.permit(CustodianRole.self))
    } catch {
      guard case .refused(.findingsOpen(let count, let code)) = error else { throw error }
      #expect(count >= 3)
      left = code
    }
    let code = try #require(left)
    try river.keepFindings(in: code)
    #expect(try approve(code) == .approved)
  }

  @Test func `a date is offered in coarser words`() throws {
    let added = try river.addTestimony(
      Array("---\nlanguage: en\n---\nIt began on 9 May 2024 at night.\n".utf8),
      source: .document(Array(Self.source.utf8)), by: try river.permit(CustodianRole.self))
    let excerpt = try river.draftExcerpt(
      of: added.testimony, audience: "desk", policy: "court", selection: nil,
      by: try river.permit(ResearcherRole.self))
    #expect(
      try finding("date", in: excerpt).suggestions == [
        "May 2024", "spring 2024", "2024", "the 2020s",
      ])
  }

  @Test func `the name of two is replaced by whose it is, or withheld, and never kept`() throws {
    let other = Self.source.replacing("defector", with: "witness")
    let second = try river.addSource(
      Array(other.utf8), by: try river.permit(CustodianRole.self))
    let excerpt = try draft().excerpt
    let shared = try findings(excerpt).filter { $0.kind == "shared_name" }
    #expect(shared.count == 3 && shared.allSatisfy { $0.isOpen && $0.persons.count == 2 })
    #expect(shared[0].persons.contains(second.text))
    let custodian = try river.permit(CustodianRole.self)
    #expect(throws: VaultError.refused(.nameKept)) {
      try river.decide([shared[0].id: .keep], in: excerpt, reason: "", by: custodian)
    }
    for finding in shared {
      try river.decide(
        [finding.id: .replace(source: second, relative: nil)], in: excerpt, reason: "",
        by: custodian)
    }
    try river.keepFindings(in: excerpt)
    #expect(try approve(excerpt) == .approved)
    #expect(try exported(excerpt).contains(/Witness [A-Z] came late/))
  }
}
