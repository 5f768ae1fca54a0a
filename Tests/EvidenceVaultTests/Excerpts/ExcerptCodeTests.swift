import Screen
import Testing

@testable import EvidenceVault

/// The code of an excerpt stands in every release, where chance must not spell a name.
struct ExcerptCodeTests {
  private func verdict(_ code: String) throws -> Verdict {
    let document = try SourceDocument(
      yaml: Array("names: [E Ko]\nconsent: {audiences: [public]}\n".utf8))
    let people = People([SourceRecord(code: Code.random(.source), document: document)])
    let screen = Screen(
      needles: people.identities.needles(try BuiltIn.policy("public"), audience: "public"))
    let json =
      #"{"audience":"public","excerpt":"\#(code)","language":"ko","paragraphs":["비가 왔다."]}"#
    return screen.verdict(
      on: Outgoing(bytes: Array(json.utf8), format: .json, fileName: nil, metadata: []))
  }

  private func isClean(_ code: String) throws -> Bool {
    if case .clean = try verdict(code) { return true }
    return false
  }

  @Test func `a code spells nobody`() throws {
    // What was drawn before: "E","language":"ko", and a nought for an o.
    #expect(try !isClean("E-W5606E"))
    #expect(try !isClean("E-K0NTHA"))
    for _ in 0..<60 {
      let code = Code.random(.excerpt).text
      #expect(code.dropFirst(2).allSatisfy("BCDFGHJKMNPQRSTZ".contains), "\(code)")
      #expect(try isClean(code), "\(code)")
    }
    #expect(Code(Code.random(.excerpt).text.lowercased(), .excerpt) != nil)
  }
}
