import Screen
import Testing

@testable import EvidenceVault

/// What a text from outside would give away.
struct TextScreeningTests {
  let office: Office
  let cora: Session
  let source: Code

  init() throws {
    office = try Office()
    cora = try office.unlock("cora")
    source = try cora.addSource(
      Array(
        """
        names: ["김철수"]
        aliases: ["Sparrow Quint"]
        phones: ["+7 914 555-31-88"]
        places: [{name: Vladivostok, relation: workplace}]
        relatives: [{relation: father, names: ["김영호"]}]
        consent: {audiences: [public], on_record: [public]}
        """.utf8), by: try cora.permit(CustodianRole.self))
  }

  private func screening(
    _ text: String, _ format: OutputFormat = .txt, fileName: String? = nil,
    audience: String? = nil, policy: String? = nil
  ) throws -> TextScreening {
    try cora.screen(
      text: Array(text.utf8), format: format, fileName: fileName, audience: audience,
      policy: policy, by: try cora.permit(CustodianRole.self))
  }

  @Test func `a name in another script is found where it stands, by both searches`() throws {
    let found = try screening("It was late.\nThen Kim Chol-su left.\n")
    let hit = try #require(found.known.first)
    #expect(found.known.count == 1)
    #expect(hit.line == 2 && hit.column == 6 && hit.part == "text")
    #expect(hit.kind == "name" && hit.sources == [source] && hit.relation == nil)
    #expect(hit.words == "Kim Chol-su" && hit.finder == .both)
  }

  @Test func `a relative is told with the relation, a number with its kind`() throws {
    let found = try screening("김영호 씨는 8 (914) 555 31 88로 걸었다.")
    #expect(found.known.map(\.kind) == ["name", "phone"])
    #expect(found.known.map(\.relation) == ["father", nil])
    #expect(found.known.allSatisfy { $0.sources == [source] })
  }

  @Test func `a name in entities is found by the second search, and shown as it reads`() throws {
    let found = try screening(
      "<p>&#xAE40;&#xCCA0;&#xC218; came.</p>\n<img alt=\"&#44608;&#52384;&#49688;\">", .html)
    #expect(found.known.map(\.words) == ["김철수", "김철수"])
    #expect(found.known.map(\.finder) == [.both, .second])
    #expect(found.known.map(\.part) == ["text", "attribute"])
    #expect(found.known.map(\.line) == [1, 2])
    #expect(found.known.map(\.column) == [4, 11])
  }

  @Test func `a name that line breaks or markup split is found as one place`() throws {
    let wrapped = try screening("He met Sparrow\nQuint there.")
    #expect(wrapped.known.map(\.words) == ["Sparrow Quint"] && wrapped.known[0].line == 1)
    let marked = try screening("<p>He met <b>Spar</b>row\n <i>Quint</i> there.</p>", .html)
    #expect(marked.known.map(\.kind) == ["alias"])
    #expect(marked.known.map(\.words) == ["Sparrow Quint"])
  }

  @Test func `a file name is searched, too`() throws {
    let found = try screening("Nothing.", fileName: "sparrow-quint.txt")
    #expect(found.known.map(\.part) == ["file name"])
    #expect(found.known[0].line == nil && found.known[0].finder == .both)
  }

  @Test func `who is on the record for an audience is left out there, relatives are not`() throws {
    let text = "김철수와 김영호"
    #expect(try screening(text).known.count == 2)
    #expect(try screening(text, audience: "desk").known.count == 2)
    let there = try screening(text, audience: "public").known
    #expect(there.map(\.relation) == ["father"])
  }

  @Test func `places are sought when a policy does not keep them`() throws {
    let text = "It was cold in Vladivostok."
    #expect(try screening(text).known == [])
    #expect(try screening(text, policy: "public").known.map(\.kind) == ["place"])
    #expect(throws: VaultError.input(.unknownPolicy)) { try screening(text, policy: "none") }
    #expect(throws: VaultError.input(.audience)) { try screening(text, audience: "No Such") }
  }

  @Test func `what no record knows is advice, and what one knows is none`() throws {
    let found = try screening("Call +7 914 555-31-88 or +7 914 555-77-11 at once.")
    #expect(found.known.map(\.words) == ["+7 914 555-31-88"])
    #expect(found.advice.map(\.words) == ["+7 914 555-77-11"])
    let page = try screening(
      "<style>p { width: 12345678px }</style><p>Call +7 914 555-77-11</p>", .html)
    #expect(page.advice.map(\.words) == ["+7 914 555-77-11"] && page.advice[0].column == 47)
  }

  @Test(
    arguments: [
      (Array("PK\u{3}\u{4}\u{0}x".utf8), OutputFormat.txt), ([0x4B, 0xFF, 0x69], .md),
      (Array("<p title=\"x".utf8), .html), (Array("{\"a\": ".utf8), .json),
      (Array("<img src=\"data:image/png;base64,iVBORw0KGgo=\">".utf8), .html),
      ([UInt8](repeating: 0x61, count: Screen.largestOutput + 1), .txt),
    ] as [([UInt8], OutputFormat)])
  func `what cannot be checked is refused, never passed`(
    bytes: [UInt8], format: OutputFormat
  ) throws {
    var isRefused = false
    do throws(VaultError) {
      _ = try cora.screen(
        text: bytes, format: format, fileName: nil, by: try cora.permit(CustodianRole.self))
    } catch {
      if case .refused(.screen) = error { isRefused = true }
    }
    #expect(isRefused)
  }

  @Test func `the log keeps that a text was screened, and no word of it`() throws {
    let before = cora.entries
    _ = try screening("김철수", fileName: "sparrow.txt", audience: "public", policy: "public")
    #expect(cora.entries == before + 1)
    let audra = try office.unlock("audra")
    let lines = try audra.log(newest: 2, by: try audra.permit(AuditorRole.self))
    let line = try #require(lines.first)
    #expect(line.act == "textScreened" && line.member == "cora")
    #expect(line.subjects == ["public", "public"] && line.reason.isEmpty)
  }
}
