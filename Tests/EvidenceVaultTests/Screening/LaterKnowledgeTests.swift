import Anonymity
import Screen
import Testing

@testable import EvidenceVault

/// What the vault does about a name that it learns after texts have left.
struct LaterKnowledgeTests {
  let office: Office
  let river: Session

  init() throws {
    office = try Office()
    river = try office.unlock("river")
  }

  static let file = Array(
    """
    ---
    title: The night at the yard
    language: en
    ---
    I am Orla Testrand. The gate was shut by Vilem
    Okhotnik. We waited. His phone was +7 914 555-31-88, they said.
    """.utf8)
  static let later = """
    names: ["Vilem Okhotnik"]
    phones: ["+7 914 555-31-88"]
    describe_as: {en: guard}

    """

  private func add(_ yaml: String) throws -> Code {
    try river.addSource(Array(yaml.utf8), by: try river.permit(CustodianRole.self))
  }

  private func testimony(_ file: [UInt8] = file) throws -> Code {
    try river.addTestimony(
      file, source: .code(office.codes.source), by: try river.permit(CustodianRole.self)
    ).testimony
  }

  @discardableResult private func release(
    _ testimony: Code, audience: String = "desk", sentences: String? = nil,
    format: OutputFormat = .txt
  ) throws -> Code {
    try river.releaseKeepingFindings(
      testimony, audience: audience, policy: "editor", sentences: sentences, format: format
    ).code
  }

  private func screening() throws -> VaultScreening {
    try river.screenVault(by: try river.permit(CustodianRole.self))
  }

  private func exposures(of source: Code) throws -> [Exposure] {
    try river.exposures(of: source, by: try river.permit(CustodianRole.self))
  }

  /// Makes the first search pass over some names, while the second still looks for them.
  private func cripple(_ isSought: @escaping @Sendable (String) -> Bool) throws {
    try river.write { transaction in
      let people = People(try transaction.people().records, seeking: { isSought($0.text) })
      river.people = (
        try transaction.map.summary(prefix: transaction.lookup.prefix(of: .source)), people
      )
    }
  }

  private func newestLog(_ count: Int) throws -> [LogLine] {
    let audra = try office.unlock("audra", on: Device())
    return try audra.log(newest: count + 1, by: try audra.permit(AuditorRole.self)).dropLast()
  }

  @Test func `a release that names who was added later is told of, with who has it`() throws {
    let old = try testimony()
    let out = try release(old)
    let harmless = try release(old, sentences: "3")
    let edda = try office.unlock("edda", on: Device())
    _ = try edda.export(
      out, format: .html, fileName: "\(out).html", by: try edda.permit(EditorRole.self))
    let source = try add(Self.later)
    let found = try exposures(of: source)
    #expect(found.map(\.release) == [out])
    #expect(!found.contains { $0.release == harmless })
    let exposure = try #require(found.first)
    #expect(exposure.testimony == old && exposure.audience == "desk" && exposure.policy == "editor")
    #expect(exposure.sources == [source] && exposure.kinds == ["name", "phone"])
    #expect(exposure.formats == ["html", "md", "txt", "json"])
    // The release has the words in one line, the testimony in two.
    #expect(exposure.places.prefix(2) == ["sentence 2", "sentence 4"])
    #expect(exposure.places.contains("txt, line 3, column 38"))
    #expect(exposure.deliveries.map(\.by) == ["river", "edda"])
    #expect(exposure.deliveries.map(\.format) == ["txt", "html"])
    #expect(exposure.approved != nil)
    // All that the log says is codes.
    let line = try #require(try newestLog(1).first)
    #expect(line.act == "vaultScreened")
    #expect(line.subjects == ["exposed-1", out.text, source.text])
    #expect(line.reason.isEmpty)
  }

  @Test func `the whole vault is searched for everybody, and once more finds the same`() throws {
    let out = try release(try testimony())
    let source = try add(Self.later)
    let first = try screening()
    // The working copy was made anew when the source came.
    #expect(first.redacted == [])
    #expect(first.releases == 2 && first.drafts == 2 && first.blocked == [])
    #expect(first.exposures.map(\.release) == [out])
    #expect(first.exposures == (try exposures(of: source)))
    #expect(try screening() == first)
  }

  @Test func `an old working copy that an older program left is redacted, once`() throws {
    let code = try testimony()
    let before = try river.write { try $0.open(.working, code.text) }
    #expect(String(decoding: before, as: UTF8.self).contains("Okhotnik"))
    _ = try add(Self.later)
    try river.write { transaction in
      try transaction.put(
        .working, code.text,
        listing: try Codec.encode(
          TestimonySummary(try Codec.decode(WorkingRecord.self, before))), body: before)
      try transaction.log(.vaultScreened, [], reason: "")
    }
    let reza = try office.unlock("reza", on: Device())
    func text() throws -> String {
      try reza.testimony(code, by: try reza.permit(ResearcherRole.self)).text
    }
    #expect(try text().contains("Okhotnik"))
    #expect(try screening().redacted == [code])
    #expect(try !text().contains("Okhotnik") && !text().contains("555"))
    #expect(try screening().redacted == [])
  }

  @Test func `progress is told to its end, over every kind`() throws {
    try release(try testimony())
    var told: [[Int]] = []
    _ = try river.screenVault(by: try river.permit(CustodianRole.self)) { told.append([$0, $1]) }
    // Two testimonies, a draft, two releases.
    #expect(told.last == [6, 6])
    #expect(told.map { $0[0] } == told.map { $0[0] }.sorted())
  }

  @Test func `who spoke on the record is exposed when the consent is taken back`() throws {
    let yaml = "names: [\"Vilem Okhotnik\"]\nconsent: {audiences: [desk], on_record: [desk]}\n"
    let source = try add(yaml)
    let out = try release(try testimony(), sentences: "1-2")
    #expect(try exposures(of: source) == [])
    #expect(try screening().exposures == [])
    try river.updateSource(
      source, Array("names: [\"Vilem Okhotnik\"]\nconsent: {audiences: [desk]}\n".utf8),
      by: try river.permit(CustodianRole.self))
    #expect(try exposures(of: source).map(\.release) == [out])
  }

  @Test func `an exposed release is not exported again by a custodian, who is told why`() throws {
    let out = try release(try testimony())
    _ = try add(Self.later)
    let deliveries = try river.deliveries(of: out, by: try river.permit(EditorRole.self))
    var cause: ScreenRefusal.Cause?
    do throws(VaultError) {
      _ = try river.export(
        out, format: .md, fileName: nil, by: try river.permit(EditorRole.self))
    } catch {
      if case .refused(.screen(let refusal)) = error { cause = refusal.cause }
    }
    #expect(cause == .learnedSince)
    #expect(try river.deliveries(of: out, by: try river.permit(EditorRole.self)) == deliveries)
  }

  @Test func `what the second search alone finds is refused as a disagreement`() throws {
    _ = try add(Self.later)
    let code = try testimony()
    try cripple { !$0.contains("Okhotnik") }
    var refused: ScreenRefusal?
    do {
      try release(code)
    } catch VaultError.refused(.screen(let refusal)) {
      refused = refusal
    }
    #expect(refused?.cause == .disagreement)
    #expect(refused?.places.contains("sentence 2") == true)
    // A file name is nobody's disagreement: the first search never looked at it.
    try cripple { _ in true }
    #expect(
      throws: VaultError.refused(.screen(ScreenRefusal(places: ["html, file name"])))
    ) {
      try river.release(
        code, audience: "desk", policy: "editor", selection: nil, conditionsMet: true,
        format: .txt, fileName: "okhotnik vilem.txt", by: try river.permit(CustodianRole.self))
    }
  }

  @Test func `a draft that the second search refuses is listed`() throws {
    _ = try add(Self.later)
    let draft = try river.draftExcerpt(
      of: try testimony(), audience: "desk", policy: "editor", selection: nil,
      by: try river.permit(ResearcherRole.self))
    #expect(try screening().blocked == [])
    try cripple { !$0.contains("Okhotnik") }
    let blocked = try screening().blocked
    #expect(blocked.map(\.excerpt) == [draft])
    #expect(blocked.first?.places.contains("sentence 2") == true)
  }

  @Test func `what cannot be searched as one text is searched one by one`() throws {
    _ = try add(Self.later)
    // Together they are a link with a picture in it.
    let texts = ["Vilem Okhotnik left data:", ";base64,iVBORw0KGgoAAAANSUhEUgAAAAUA he wrote."]
    // Two for each lane.
    let releases = try (0..<16).map { number in
      let outgoing = Outgoing(
        bytes: Array(texts[number % 2].utf8), format: .txt, fileName: nil, metadata: [])
      guard case .clean(let copy) = Screen(needles: []).verdict(on: outgoing) else {
        throw VaultError.integrity(.content)
      }
      return ReleaseRecord(
        version: Version1(), code: Code.random(.excerpt), audience: "desk", policy: "editor",
        policyVersion: 1, language: "en", title: "", outputs: [ReleaseRecord.Output(copy)])
    }
    let search = ReleaseSearch(try river.write { try $0.people() }) { name, _ in
      try BuiltIn.policy(name)
    }
    let leaks = try search.leaks(in: releases)
    #expect(
      Set(leaks.map(\.release.code))
        == Set(releases.enumerated().filter { $0.offset % 2 == 0 }.map(\.element.code)))
  }

  @Test func `a relative who is added later exposes the source's code`() throws {
    let out = try release(try testimony())
    let source = try add(
      "names: [\"Piet Zwart\"]\nrelatives: [{relation: son, names: [\"Vilem Okhotnik\"]}]\n")
    let found = try exposures(of: source)
    #expect(found.map(\.release) == [out] && found.first?.sources == [source])
  }

  @Test func `nobody but a custodian screens anything`() throws {
    for handle in ["edda", "reza", "audra", "inka", "stew"] {
      let session = try office.unlock(handle, on: Device())
      #expect(throws: VaultError.roleMissing(.custodian)) {
        _ = try session.screenVault(by: try session.permit(CustodianRole.self))
      }
      // Nor by the library with the check left out.
      #expect(throws: VaultError.roleMissing(.custodian)) {
        try session.write { try $0.log(.vaultScreened, [], reason: "") }
      }
      #expect(throws: VaultError.roleMissing(.custodian)) {
        try session.write { try $0.log(.textScreened, [], reason: "") }
      }
    }
  }
}
