import Anonymity
import Screen
import Testing

@testable import EvidenceVault

/// How many people fit what an excerpt tells, and a policy that demands more.
struct RiskTests {
  let river: Session
  let office: Office

  init() throws {
    office = try Office()
    river = try office.unlock("river")
    // Five sources in the vault with Orla Testrand, who has no place.
    for (name, place, born) in [
      ("Vilem Okhotnik", "Dandong", 1989), ("Piet Zwart", "Dandong", 1989),
      ("Mira Probewald", "Dandong", 1970), ("Anna Vrba", "Moscow", 1989),
    ] {
      _ = try river.addSource(
        Array(
          """
          names: ["\(name)"]
          describe_as: {en: defector}
          born: \(born)
          places: [{name: \(place), relation: workplace}]
          relatives: [{relation: brother, names: ["Jan \(name.split(separator: " ")[1])"]}]
          consent: {audiences: [desk, public, court]}
          """.utf8), by: try river.permit(CustodianRole.self))
    }
  }

  private static let policyText = """
    name: quiet
    version: 1
    description: Places stay.
    review: none
    minimum_k: %
    identifiers:
      name: pseudonymise
      alias: pseudonymise
      phone: suppress
      email: suppress
      handle: suppress
      document: suppress
      birth_date: suppress
      place: keep
      employer: suppress
      contact: suppress
      code: suppress
    """

  private func draft(
    _ text: String, of name: String = "Vilem Okhotnik", audience: String = "desk",
    demanding k: Int = 1, language: String = "en"
  ) throws -> Code {
    let custodian = try river.permit(CustodianRole.self)
    let policy = "quiet-\(k)"
    let yaml = Self.policyText.replacing("%", with: "\(k)")
      .replacing("name: quiet", with: "name: \(policy)")
    do { _ = try river.addPolicy(Array(yaml.utf8), by: custodian) } catch {
      guard error == .refused(.policyVersion) else { throw error }
    }
    let source = try #require(
      try river.sources(by: custodian).first { $0.name == name })
    let testimony = try river.addTestimony(
      Array("---\nlanguage: \(language)\ndate: 2024-05\n---\n\(text)\n".utf8),
      source: .code(source.code), by: custodian
    ).testimony
    return try river.draftExcerpt(
      of: testimony, audience: audience, policy: policy, selection: nil,
      by: try river.permit(ResearcherRole.self))
  }

  private func risk(_ code: Code) throws -> RiskReport {
    try river.risk(of: code, by: try river.permit(CustodianRole.self))
  }

  private func approve(_ code: Code) throws {
    try river.approve(
      code, conditionsMet: true, date: .today, reason: "",
      by: try river.permit(CustodianRole.self))
  }

  @Test func `k falls as more is told, and the facts that fit nobody else are named`() throws {
    let two = try #require(
      try risk(try draft("I am Vilem Okhotnik. I was 34 years old in Dandong.")).people.first)
    #expect(two.facts.map(\.words) == ["called “defector”", "Dandong (workplace)", "aged 34"])
    #expect(two.k == 2 && two.combinations.isEmpty)
    let three = try risk(
      try draft("I, Piet Zwart, was in Dandong.", of: "Piet Zwart"))
    #expect(three.people.map(\.k) == [3] && three.k == 3 && three.sources == 5)
    let one = try #require(
      try risk(try draft("I am Mira Probewald, 54 years old.", of: "Mira Probewald")).people.first)
    #expect(one.k == 1 && one.combinations == [["aged 54"]])
  }

  @Test(arguments: [
    ("en", "There were 20 workers and their manager in Shanghai."),
    ("ko", "상하이에는 노동자 20명과 그들의 지배인이 있었다."),
    ("zh", "上海有20名工人和他们的经理。"), ("ru", "В Шанхае было 20 рабочих и их начальник."),
  ])
  func `of 20 workers and their manager the manager is alone`(
    language: String, text: String
  ) throws {
    let report = try risk(try draft(text, language: language))
    #expect(report.k == 1 && report.posts.map(\.k) == [1] && report.posts.map(\.of) == [21])
    let reason = try #require(report.reasons.first)
    #expect(reason.ground == .group && reason.k == 1 && reason.place == "sentence 1")
  }

  @Test func `a stated group counts people and posts where its place is told`() throws {
    let custodian = try river.permit(CustodianRole.self)
    let file = """
      groups:
        - {name: the yard, place: 단동, size: 9, members: {interpreter: 2}}
        - {name: the mill, place: Moscow, size: 1}
      """
    try river.setGroups(try GroupsFile(yaml: Array(file.utf8)), by: custodian)
    #expect(try river.groups(by: custodian).map(\.name) == ["the yard", "the mill"])
    let report = try risk(try draft("I was in Dandong. The interpreter shouted."))
    #expect(report.people.first?.groups == [RiskReport.InGroup(group: "the yard", k: 9)])
    #expect(report.posts.map(\.k) == [2] && report.posts.map(\.group) == ["the yard"])
    #expect(report.k == 2)
    #expect(try risk(try draft("I was far. The interpreter shouted.")).posts.isEmpty)
  }

  @Test func `what the audience, the public and all were given before is joined`() throws {
    try approve(try draft("I was in Dandong.", audience: "desk"))
    try approve(try draft("I was 34 years old.", audience: "public"))
    try approve(try draft("My brother wept.", of: "Mira Probewald", audience: "court"))
    try approve(try draft("I was 54 years old.", of: "Mira Probewald", audience: "court"))
    let desk = try #require(try risk(try draft("It was late.")).people.first)
    #expect([desk.k, desk.public, desk.audience, desk.all] == [5, 3, 2, 2])
    let mira = try #require(
      try risk(try draft("My brother wept.", of: "Mira Probewald", audience: "desk")).people.first)
    #expect([mira.k, mira.public, mira.audience, mira.all] == [4, 4, 4, 1])
    // Mira's court releases are no part of the desk's.
    let court = try #require(
      try risk(try draft("It was late.", of: "Mira Probewald", audience: "court")).people.first)
    #expect(court.audience == 1 && court.k == 5)
  }

  @Test func `fewer people than the policy demands is a refusal that writes nothing but its entry`()
    throws
  {
    let code = try draft("I was 34 years old in Dandong.", demanding: 3)
    let before = river.entries
    #expect(throws: VaultError.refused(.risk(k: 2, demanded: 3))) { try approve(code) }
    #expect(river.entries == before + 1)
    let fine = try draft("I was in Dandong.", demanding: 3)
    try approve(fine)
    // Three fit the age alone; with the place, which the desk has, two do.
    #expect(throws: VaultError.refused(.risk(k: 2, demanded: 3))) {
      try approve(try draft("I was 34 years old.", demanding: 3))
    }
  }

  @Test func `who speaks under his own name is not counted`() throws {
    let custodian = try river.permit(CustodianRole.self)
    _ = try river.addSource(
      Array(
        "names: [\"Anna Offen\"]\nborn: 1950\nconsent: {audiences: [desk], on_record: [desk]}\n"
          .utf8), by: custodian)
    let report = try risk(
      try draft("I am Anna Offen, 74 years old.", of: "Anna Offen", demanding: 5))
    #expect(report.k == nil && report.people.map(\.isNamed) == [true])
  }

  @Test func `each look is one entry, and a researcher gets none by keys`() throws {
    let code = try draft("I was in Dandong.")
    let before = river.entries
    _ = try risk(code)
    #expect(river.entries == before + 1)
    let reza = try office.unlock("reza", on: Device(like: office.device))
    #expect(throws: VaultError.roleMissing(.custodian)) {
      _ = try reza.write { try $0.groups() }
    }
    #expect(throws: VaultError.roleMissing(.custodian)) {
      _ = try reza.write { try $0.allTold(but: code) }
    }
  }

  static let faults: [(String, Int, Int)] = [
    ("groups: [{name: a, size: 3}]", 1, 10), ("groups: [{place: Dandong, size: 3}]", 1, 10),
    ("groups: [{name: a, place: Dandong, size: 0}]", 1, 42),
    ("groups:\n  - {name: a, place: b, size: 3, members: {worker: 4}}", 2, 43),
    ("groups:\n  - {name: a, place: b, size: 3, members: {worker: few}}", 2, 52),
    ("groups:\n  - {name: a, place: b, size: 3, year: 4}", 2, 34), ("group: []", 1, 1),
    ("groups:\n  - name: a\n    name: b\n", 3, 5),
  ]

  @Test(arguments: faults)
  func `a fault of a groups file is refused with its place`(
    text: String, line: Int, column: Int
  ) {
    #expect {
      _ = try GroupsFile(yaml: Array(text.utf8))
    } throws: { error in
      guard case InputFault.document(let at, let column1, _) = error else { return false }
      return at == line && column1 == column
    }
  }

  @Test func `an empty list takes all groups out`() throws {
    let custodian = try river.permit(CustodianRole.self)
    try river.setGroups(try GroupsFile(yaml: Array("groups: []".utf8)), by: custodian)
    #expect(try river.groups(by: custodian).isEmpty)
  }
}
