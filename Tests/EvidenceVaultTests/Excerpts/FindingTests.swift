import Screen
import Testing

@testable import EvidenceVault

/// What the detectors tell a custodian about words that leave.
struct FindingTests {
  let office: Office
  let river: Session

  init() throws {
    office = try Office()
    river = try office.unlock("river")
  }

  func draft(
    _ text: String, source: String = "names: [\"Vilem Okhotnik\"]\nconsent: {audiences: [desk]}\n",
    policy: String = "editor", sentences: String? = nil
  ) throws -> Code {
    let testimony = try river.addTestimony(
      Array(text.utf8), source: .document(Array(source.utf8)),
      by: try river.permit(CustodianRole.self)
    ).testimony
    return try river.draftExcerpt(
      of: testimony, audience: "desk", policy: policy, selection: sentences,
      by: try river.permit(ResearcherRole.self))
  }

  private func findings(_ code: Code) throws -> [ExcerptFinding] {
    try river.findings(in: code, by: try river.permit(CustodianRole.self))
  }

  static let english = """
    ---
    title: What Vilem Okhotnik saw
    language: en
    ---
    Vilem Okhotnik came late. He called +7 914 555-31-88 twice. Nothing came of it. There were 20 \
    workers and their manager in Shanghai.
    """

  @Test func `a phone and a counted group that no record has are found at their sentences`() throws
  {
    let found = try findings(try draft(Self.english))
    #expect(found.map(\.place) == ["sentence 2", "sentence 4", "sentence 4"])
    #expect(found.map(\.kind) == ["phone", "counted_group", "unique_post"])
    #expect(
      found.map(\.words)
        == ["+7 914 555-31-88", "20 workers and their manager", "their manager"])
    let group = try #require(found.first { $0.kind == "counted_group" })
    #expect(group.reason == "group" && group.confidence == "medium")
  }

  @Test func `an excerpt's findings have the numbers of the testimony and nothing left out`() throws
  {
    let found = try findings(try draft(Self.english, sentences: "1,4"))
    #expect(found.map(\.place) == ["sentence 4", "sentence 4"])
  }

  @Test func `a title is searched`() throws {
    let found = try findings(
      try draft("---\ntitle: Write to mira@example.org\nlanguage: en\n---\nIt was late.\n"))
    #expect(found.map(\.place) == ["title"] && found.map(\.words) == ["mira@example.org"])
  }

  @Test func `a Korean name with a title that no record has is found`() throws {
    let found = try findings(
      try draft(
        "---\nlanguage: ko\n---\n밤에 나갔습니다. 그때 박정호 부장이 문을 닫았습니다.\n"))
    #expect(found.contains { $0.place == "sentence 2" && $0.words.contains("박정호") })
    #expect(found.allSatisfy { $0.place == "sentence 2" })
  }

  static let known: [(text: String, source: String)] = [
    (
      """
      ---
      title: Vilem Okhotnik's night
      language: en
      ---
      I am Vilem Okhotnik. In the morning Vilem Okhotnik's father called +7 914 555-31-88. Then Jan \
      Okhotnik wrote to vilem@example.org. Later Vilem Okhotnik, Jan Okhotnik and I left.
      """,
      """
      names: ["Vilem Okhotnik"]
      describe_as: {en: defector}
      phones: ["+7 914 555-31-88"]
      emails: ["vilem@example.org"]
      relatives: [{relation: father, names: ["Jan Okhotnik"]}]
      consent: {audiences: [desk]}
      """
    ),
    (
      """
      ---
      title: 김철수의 밤
      language: ko
      ---
      저는 김철수입니다. 김철수가 먼저 나갔고 김영호 씨는 남았습니다. 김철수 부장은 +7 914 555-31-88로 걸었습니다. \
      그 사람은 김철수라고 했습니다. 김철수와 김영호를 보았습니다. 김철수 씨에게 말했습니다.
      """,
      """
      names: ["김철수"]
      describe_as: {en: defector, ko: 탈북민}
      phones: ["+7 914 555-31-88"]
      relatives: [{relation: father, names: ["김영호"]}]
      consent: {audiences: [desk]}
      """
    ),
    (
      """
      ---
      language: ru
      ---
      Меня зовут Ким Чхольсу. Вчера Ким Чхольсу звонил по номеру +7 914 555-31-88. Потом пришёл \
      Ким Ёнхо. Господин Ким Чхольсу молчал.
      """,
      """
      names: ["Ким Чхольсу"]
      describe_as: {ru: перебежчик}
      phones: ["+7 914 555-31-88"]
      relatives: [{relation: father, names: ["Ким Ёнхо"]}]
      consent: {audiences: [desk]}
      """
    ),
    (
      "---\nlanguage: zh\n---\n我叫金哲洙。金哲洙先生打了+7 914 555-31-88。后来金英浩来了。\n",
      """
      names: ["金哲洙"]
      phones: ["+7 914 555-31-88"]
      relatives: [{relation: father, names: ["金英浩"]}]
      consent: {audiences: [desk]}
      """
    ),
  ]

  @Test(arguments: known.indices, ["editor", "public"])
  func `labels and notes of what is withheld are no findings`(index: Int, policy: String) throws {
    let sample = Self.known[index]
    let code = try draft(sample.text, source: sample.source, policy: policy)
    #expect(try findings(code) == [])
  }

  @Test func `who speaks under his own name is known, and is no finding`() throws {
    let text =
      "---\nlanguage: en\n---\nMy name is Vilem Okhotnik. His friend was named Piet Zwart.\n"
    let source = "names: [\"Vilem Okhotnik\"]\nconsent: {audiences: [desk], on_record: [desk]}\n"
    let code = try draft(text, source: source)
    #expect(try findings(code).map(\.place) == ["sentence 2"])
    let copy = try river.releaseKeepingFindings(
      try #require(
        try river.excerpts(by: try river.permit(ResearcherRole.self))
          .first { $0.code == code }
      ).testimony, audience: "desk", policy: "editor"
    ).copy
    #expect(String(decoding: copy.bytes, as: UTF8.self).contains("Vilem Okhotnik"))
  }

  @Test
  func `who is the only one is found under every policy, whatever the ladder made of the post`()
    throws
  {
    let text = "---\nlanguage: en\n---\nIt was late. He was the only foreman at the site.\n"
    let (desk, open) = (
      try findings(try draft(text)), try findings(try draft(text, policy: "public"))
    )
    #expect(desk.map(\.words) == ["only foreman"] && desk.map(\.place) == ["sentence 2"])
    #expect(open.map(\.words) == ["only person in charge"])
    #expect(open.map(\.kind) == ["unique_post"] && open.allSatisfy { $0.isOpen })
    #expect(open.map(\.id) == desk.map(\.id) && open.map(\.place) == desk.map(\.place))
  }

  @Test func `the policy has settled a post that it told more coarsely and nothing singles out`()
    throws
  {
    let text = "---\nlanguage: en\n---\nIt was late. We asked the manager for bread.\n"
    #expect(try findings(try draft(text, policy: "public")).isEmpty)
  }

  @Test func `a label is no part of a finding`() throws {
    // Read as words of the text, "супруг" of "супруг или супруга официанта" would be her name.
    let source = """
      names: ["Вилем Охотник"]
      describe_as: {en: waitress, ru: официант}
      relatives: [{relation: spouse, names: ["Ядвига Охотник"]}]
      consent: {audiences: [desk]}
      """
    let text = "Он женат, её зовут Ядвига Охотник. Мы спросили Миру Сандман."
    let found = try findings(try draft("---\nlanguage: ru\n---\n\(text)", source: source))
    #expect(found.map(\.words) == ["Миру Сандман"])
  }

  @Test func `a number that the layout of a release puts on one line is one finding`() throws {
    let found = try findings(
      try draft("---\nlanguage: en\n---\nIt was late. Call +7 914\n  555-31-88 at once.\n"))
    #expect(found.map(\.words) == ["+7 914 555-31-88"] && found.map(\.place) == ["sentence 2"])
  }

  @Test func `looking at findings gives nobody a letter`() throws {
    let code = try draft(Self.english)
    let registers = try river.write { try $0.register("desk") }
    _ = try findings(code)
    #expect(try river.write { try $0.register("desk") } == registers)
  }

  @Test func `a researcher gets none: the keys are missing, not only the permit`() throws {
    let code = try draft(Self.english)
    let reza = try office.unlock("reza", on: Device())
    #expect(throws: VaultError.roleMissing(.custodian)) {
      _ = try reza.findings(in: code, by: try reza.permit(CustodianRole.self))
    }
    #expect(throws: VaultError.roleMissing(.custodian)) {
      _ = try reza.write { transaction in
        try Releasing(
          transaction: transaction, excerpt: try transaction.excerpt(code), conditionsMet: false,
          date: nil, words: [], fileName: nil
        ).findings()
      }
    }
  }
}
