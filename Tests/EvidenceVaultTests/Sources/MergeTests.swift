import Anonymity
import Screen
import Testing

@testable import EvidenceVault
@testable import Storage

/// Two records that turn out to be one person's.
struct MergeTests {
  let office: Office
  let river: Session

  init() throws {
    office = try Office()
    river = try office.unlock("river")
  }

  private static let otherFile = """
    names: ["Orla Zeugin", "Orla Testrand"]
    emails: ["orla@example.org"]
    describe_as: {en: nurse, de: Zeugin}
    relatives: [{relation: father, names: ["Piet Zeugin"], phones: ["+7 914 555-88-11"]}]
    consent: {audiences: [desk, court], expires: 2099-01-01, withhold: [employer]}

    """

  private func add(_ yaml: String = otherFile) throws -> Code {
    try river.addSource(Array(yaml.utf8), by: try river.permit(CustodianRole.self))
  }

  private func testimony(_ text: String, of source: Code) throws -> Code {
    try river.addTestimony(
      Array("---\nlanguage: en\n---\n\(text)".utf8), source: .code(source),
      by: try river.permit(CustodianRole.self)
    ).testimony
  }

  @discardableResult private func merge(
    _ other: Code, document: String? = nil
  ) throws -> SourceMerge {
    try river.mergeSources(
      office.codes.source, other, document: document.map { Array($0.utf8) },
      by: try river.permit(CustodianRole.self))
  }

  private func record(_ code: Code) throws -> SourceRecord {
    try river.source(code, reason: "", by: try river.permit(CustodianRole.self))
  }

  private func read(_ code: Code) throws -> String {
    try river.testimony(code, by: try river.permit(ResearcherRole.self)).text
  }

  @Test func `testimonies follow, both codes lead to one record, and nothing is left over`() throws
  {
    let other = try add()
    let followed = try testimony("I am Orla Zeugin. Piet Zeugin slept.", of: other)
    let seed = try river.write { try $0.open(.original, followed.text) }
    #expect(try read(followed).contains("nurse B"))
    let done = try merge(other)
    #expect(done.source == office.codes.source && done.moved == other)
    #expect(done.testimonies == [followed] && done.remnantsDestroyed)
    for code in [office.codes.source, other] {
      let record = try record(code)
      #expect(record.code == office.codes.source)
      #expect(record.document.names == ["Orla Testrand", "Orla Zeugin"])
      #expect(record.document.emails == ["orla@example.org"] && record.former?.count == 1)
    }
    let custodian = try river.permit(CustodianRole.self)
    #expect(try river.sources(by: custodian).map(\.code) == [office.codes.source])
    #expect(
      try river.original(followed, reason: "", by: custodian).source == office.codes.source)
    let before = try Codec.decode(OriginalRecord.self, seed)
    let after = try Codec.decode(
      OriginalRecord.self, try river.write { try $0.open(.original, followed.text) })
    #expect(before.commitmentSeed == after.commitmentSeed && before.file == after.file)
    #expect(try read(followed).hasPrefix("I am witness A. The father of witness A slept."))
    #expect(try !read(office.codes.testimony).contains("Testrand"))
    // Every command takes the former code as well.
    #expect(try testimony("Nobody came.", of: other) != followed)
    #expect(try !river.isWithdrawn(other, by: custodian))
    try river.updateSource(other, Office.sourceFile, by: custodian)
    #expect(try record(other).document.emails.isEmpty)
    #expect(try record(other).former == [FormerSource(code: other, entity: try former(other))])
    #expect(try river.check().allSatisfy { $0.damaged == 0 })
    let cora = try office.unlock("cora", on: Device())
    _ = try cora.verifyLogFromGenesis()
    #expect(throws: VaultError.notFound) { _ = try self.record(Code.random(.source)) }
  }

  private func former(_ code: Code) throws -> String {
    try #require(try record(code).former?.first { $0.code == code }?.entity)
  }

  @Test func `it is one entry, and no row of the other source stays`() throws {
    let other = try add()
    let id = river.lookup.record(.source, other.text).id
    #expect(office.store.rows.records[id] != nil)
    try merge(other)
    #expect(office.store.rows.records[id] == nil)
    let audra = try office.unlock("audra", on: Device())
    let line = try audra.log(newest: 2, by: try audra.permit(AuditorRole.self))[0]
    #expect(line.act == "sourceMerged" && line.member == "river")
    #expect(line.subjects == [office.codes.source.text, other.text])
    let (leaf, now) = try river.write { transaction in
      (try transaction.reader.leaf(.source, other.text), try transaction.current(other))
    }
    #expect(leaf == nil && now == office.codes.source)
  }

  @Test func `a source that was joined twice is still found by its first code`() throws {
    let first = try add("names: [\"Mira Probewald\"]")
    let second = try add("names: [\"Mira Probe\"]")
    let custodian = try river.permit(CustodianRole.self)
    _ = try river.mergeSources(second, first, by: custodian)
    try merge(second)
    for code in [first, second] {
      #expect(try river.currentSource(code, by: custodian) == office.codes.source)
    }
    #expect(try record(first).former?.map(\.code) == [second, first])
    #expect(throws: VaultError.field(.mergeSame)) { try merge(first) }
    #expect(throws: VaultError.field(.mergeSame)) { try merge(office.codes.source) }
    #expect(throws: VaultError.notFound) { try merge(Code.random(.source)) }
  }

  @Test func `letters stay, none is given out again, and a label from before is still answered`()
    throws
  {
    let other = try add("names: [\"Vilem Okhotnik\"]\nconsent: {audiences: [desk, public]}")
    let told = try testimony("Vilem Okhotnik waited.", of: other)
    let release = try river.releaseKeepingFindings(told, audience: "desk", policy: "editor")
    let alone = try river.releaseKeepingFindings(told, audience: "public", policy: "public")
    let before = try river.write { try ($0.register("desk"), $0.register("public")) }
    let entities = (try record(office.codes.source).entity, try record(other).entity)
    let letter = try #require(before.0.letters[entities.1])
    #expect(before.0.letters[entities.0] != nil && before.1.letters[entities.0] == nil)
    let label = try #require(
      String(decoding: release.copy.bytes, as: UTF8.self).firstMatch(of: #/[a-z]+ [A-Z]/#)?.output)
    #expect(label.hasSuffix(" " + LabelLetter(index: letter).text))

    #expect(try merge(other).relabelled == ["desk"])
    let after = try river.write { try ($0.register("desk"), $0.register("public")) }
    #expect(after.0.letters[entities.0] == before.0.letters[entities.0])
    #expect(after.0.letters[entities.1] == letter)
    #expect(after.1.letters[entities.0] == before.1.letters[entities.1])
    let letterOf = LabelLetter(index: letter).text
    let answers = try river.write { transaction in
      let lookup = LabelLookup(transaction: transaction)
      return [
        try lookup.answer("witness \(letterOf)", in: release.code),
        try lookup.answer(
          "witness " + LabelLetter(index: after.0.letters[entities.0] ?? 0).text, in: release.code),
        try lookup.answer(
          "witness " + LabelLetter(index: after.1.letters[entities.0] ?? 0).text, in: alone.code),
      ]
    }
    for answer in answers {
      guard case .person(let person) = answer else {
        Issue.record("\(answer)")
        continue
      }
      #expect(person.source == office.codes.source)
    }
    // A newcomer's letter is neither.
    let third = try add("names: [\"Piet Zwart\"]\nconsent: {audiences: [desk]}")
    _ = try river.releaseKeepingFindings(
      try testimony("Piet Zwart slept.", of: third), audience: "desk", policy: "editor")
    let letters = try river.write { try $0.register("desk") }.letters
    let new = try #require(letters[try record(third).entity])
    #expect(![letters[entities.0], letters[entities.1]].contains(new))
  }

  @Test func `what releases told, and decisions that name one, are about the one who is left`()
    throws
  {
    let other = try add("names: [\"Vilem Okhotnik\"]\nconsent: {audiences: [desk]}")
    let entity = try record(other).entity
    let told = try testimony("Vilem Okhotnik waited. His phone was 914 555-31-88.", of: other)
    let custodian = try river.permit(CustodianRole.self)
    let draft = try river.draftExcerpt(
      of: told, audience: "desk", policy: "editor", selection: nil,
      by: try river.permit(ResearcherRole.self))
    let findings = try river.findings(in: draft, by: custodian).filter(\.isOpen)
    #expect(!findings.isEmpty)
    try river.decide(
      Dictionary(
        uniqueKeysWithValues: findings.map { ($0.id, .replace(source: other, relative: nil)) }),
      in: draft, reason: "read", by: custodian)
    try river.approve(draft, conditionsMet: true, reason: "", by: custodian)
    func people() throws -> Set<String> {
      let told = try river.write { try $0.all(ToldRecord.self, .told) }
      return Set(told.flatMap(\.people).map(\.entity))
    }
    func decided() throws -> Set<String> {
      Set(try river.write { try $0.review(draft) }.decisions.compactMap(\.entity))
    }
    #expect(try people().contains(entity) && decided() == [entity])
    try merge(other)
    let kept = try record(other).entity
    #expect(try people().contains(kept) && !people().contains(entity))
    #expect(try decided() == [kept])
  }

  @Test func `of two consents the narrower holds, and releases obey it`() throws {
    let other = try add()
    try merge(other)
    let consent = try record(other).document.consent
    #expect(consent.audiences == ["desk"] && consent.expires == "2099-01-01")
    #expect(consent.withhold == ["employer"])
    let document = try record(other).document
    #expect(document.describeAs == ["en": "witness", "de": "Zeugin"])

    // The office's release for the desk still leaves; one whose audience the other had not agreed to
    // does not.
    let again = try Office()
    let session = try again.unlock("river")
    let custodian = try session.permit(CustodianRole.self)
    let strict = try session.addSource(
      Array("names: [\"Vilem Okhotnik\"]\nconsent: {audiences: [court]}".utf8), by: custodian)
    _ = try session.mergeSources(again.codes.source, strict, by: custodian)
    let edda = try again.unlock("edda")
    #expect(throws: VaultError.refused(.consentAudience)) {
      _ = try edda.export(
        again.codes.release, format: .txt, fileName: nil, by: try edda.permit(EditorRole.self))
    }
    #expect(throws: VaultError.refused(.consentAudience)) {
      _ = try session.draftExcerpt(
        of: again.codes.testimony, audience: "desk", policy: "public", selection: nil,
        by: try session.permit(ResearcherRole.self))
    }
  }

  @Test func `what contradicts is not joined by the program, and may be by a person`() throws {
    for more in [
      "born: 1990-01-02", "consent: {purposes: [research]}", "places: [{name: witness}]",
    ] {
      let office = try Office()
      let river = try office.unlock("river")
      let custodian = try river.permit(CustodianRole.self)
      let own = Array(
        "names: [\"Orla Testrand\"]\nborn: 1989\ndescribe_as: {en: witness}\nconsent: {purposes: [publication]}"
          .utf8)
      try river.updateSource(office.codes.source, own, by: custodian)
      let other = try river.addSource(
        Array("names: [\"Vilem Okhotnik\"]\n\(more)".utf8), by: custodian)
      let before = river.entries
      #expect(throws: VaultError.field(.mergeContradiction), "\(more)") {
        _ = try river.mergeSources(office.codes.source, other, by: custodian)
      }
      #expect(river.entries == before)
      #expect(throws: VaultError.field(.mergeDrops(["names, aliases"])), "\(more)") {
        _ = try river.mergeSources(
          office.codes.source, other, document: Array(Self.lacking.utf8), by: custodian)
      }
      #expect(river.entries == before)
      let done = try river.mergeSources(
        office.codes.source, other, document: Array(Self.whole.utf8), by: custodian)
      #expect(done.source == office.codes.source)
    }
  }

  private static let lacking = """
    names: ["Orla Testrand"]
    places: [{name: witness}]
    consent: {purposes: [publication]}
    """
  private static let whole = lacking.replacing("Testrand\"", with: "Testrand\", \"Vilem Okhotnik\"")

  @Test func `a record that lacks what one of the two lists does not stand for both`() throws {
    let other = try add()
    let all = """
      names: ["Orla Testrand", "Orla Zeugin"]
      phones: ["+7 914 555-77-23"]
      emails: ["orla@example.org"]
      relatives: [{relation: father, names: ["Piet Zeugin"], phones: ["+7 914 555-88-11"]}]
      """
    let before = river.entries
    for (left, field) in [
      (", \"Orla Zeugin\"", "names, aliases"), ("emails: [\"orla@example.org\"]\n", "emails"),
      (", phones: [\"+7 914 555-88-11\"]", "relatives"),
    ] {
      let document = all.replacing(left, with: "")
      #expect(document != all)
      #expect(throws: VaultError.field(.mergeDrops([field])), "\(field)") {
        try merge(other, document: document)
      }
    }
    #expect(river.entries == before)
    try merge(other, document: all)
    #expect(try record(other).document.emails == ["orla@example.org"])
  }

  @Test func `a relative of both is one, and the others keep what mentions point to`() throws {
    let first = try add(
      "names: [\"Mira Probewald\"]\nrelatives: [{relation: father, names: [\"Jan Probewald\"]}]")
    let second = try add(
      """
      names: ["Mira Probe"]
      relatives:
        - {relation: father, names: ["Jan Probewald", "Honza"], phones: ["+7 914 555-00-11"]}
        - {relation: brother, names: ["Emil Probe"]}
      """)
    let (old, new) = (try record(first), try record(second))
    _ = try river.mergeSources(first, second, by: try river.permit(CustodianRole.self))
    let joined = try record(first)
    #expect(joined.document.relatives.map(\.relation) == ["father", "brother"])
    #expect(joined.document.relatives[0].names == ["Jan Probewald", "Honza"])
    #expect(joined.relativeEntities == [old.relativeEntities[0], new.relativeEntities[1]])
    #expect(
      joined.entities(of: new) == [
        new.entity: old.entity, new.relativeEntities[0]: old.relativeEntities[0],
      ])
  }

  @Test func `where one has withdrawn nothing is joined, and both withdrawn stay so`() throws {
    let other = try add()
    let custodian = try river.permit(CustodianRole.self)
    _ = try river.withdrawSource(other, reason: "", by: custodian)
    #expect(throws: VaultError.field(.mergeWithdrawn)) { try merge(other) }
    _ = try river.withdrawSource(office.codes.source, reason: "", by: custodian)
    try merge(other)
    #expect(try record(other).withdrawn != nil)
  }

  @Test
  func `who spoke on the record by one of the two does so no longer, in others' releases either`()
    throws
  {
    let speaker = try add(
      "names: [\"Ilse Mustermoor\"]\nconsent: {audiences: [desk], on_record: [desk, internal]}")
    let silent = try add("names: [\"Emil Probe\"]\nconsent: {audiences: [desk]}")
    let other = try testimony("Ilse Mustermoor spoke first.", of: office.codes.source)
    let release = try river.releaseKeepingFindings(other, audience: "desk", policy: "editor").code
    let done = try river.mergeSources(
      silent, speaker, by: try river.permit(CustodianRole.self))
    #expect(done.stopped == [release])
    #expect(try !read(other).contains("Mustermoor"))
  }
}
