import Testing

@testable import Anonymity

private let good = """
  name: desk-2
  version: 3
  description: For the desk.
  identifiers:
    name: pseudonymise
    alias: suppress
    phone: suppress
    email: suppress
    handle: suppress
    document: suppress
    birth_date: suppress
    place: keep
    employer: generalise
    contact: suppress
    code: suppress
  """

private func fault(_ old: String, _ new: String) -> PolicyError? {
  do {
    _ = try Policy(yaml: good.replacing(old, with: new).utf8)
    return nil
  } catch { return error }
}

private let kinds = IdentifierKind.allCases.map(\.rawValue)

@Test func `a policy is read as written`() throws {
  let policy = try Policy(yaml: good.utf8)
  #expect(policy.name == "desk-2")
  #expect(policy.version == 3)
  #expect(policy.audience == nil)
  #expect(policy.action(for: .alias) == .suppress)
  #expect(policy.action(for: .employer) == .generalise)
  #expect(policy.kept == [.place])
}

@Test(arguments: [
  ("name: pseudonymise", 5), ("phone: suppress", 7), ("email: suppress", 8),
  ("handle: suppress", 9), ("document: suppress", 10), ("birth_date: suppress", 11),
  ("contact: suppress", 14), ("code: suppress", 15), ("alias: suppress", 6),
])
func `a policy that would keep what points at a person is refused`(entry: String, line: Int) {
  let key = String(entry.prefix { $0 != ":" })
  let allowed = ["name", "alias"].contains(key) ? ["pseudonymise", "suppress"] : ["suppress"]
  #expect(
    fault(entry, "\(key): keep")
      == .wouldIdentify(at: .init(line: line, column: key.count + 5), allowed: allowed))
}

@Test func `what is wrong is told with its line and what was expected`() {
  let top = [
    "name", "version", "description", "audience", "purpose", "place_level", "identifiers",
    "quantities", "review", "minimum_k", "approvers", "audiences",
  ]
  #expect(
    fault("version: 3", "version: 3\nk: 5")
      == .unknownKey(at: .init(line: 3, column: 1), expected: top))
  #expect(
    fault("  phone:", "  phones:") == .unknownKind(at: .init(line: 7, column: 3), expected: kinds))
  #expect(
    fault("  code: suppress", "  phone: suppress") == .duplicateKey(at: .init(line: 15, column: 3)))
  #expect(
    fault("version: 3", "name: other") == .duplicateKey(at: .init(line: 2, column: 1)))
  #expect(
    fault("  code: suppress", "")
      == .missingKeys(at: .init(line: 4, column: 1), expected: ["code"]))
  #expect(
    fault("version: 3\n", "") == .missingKeys(at: .init(line: 1, column: 1), expected: ["version"]))
  #expect(
    fault("place: keep", "place: blur")
      == .unexpectedValue(
        at: .init(line: 12, column: 10), expected: ["generalise", "suppress", "keep"]))
  // How coarsely is said where places are generalised, and nowhere else.
  #expect(
    fault("place: keep", "place: generalise")
      == .missingKeys(at: .init(line: 1, column: 1), expected: ["place_level"]))
  #expect(
    fault("version: 3", "version: 3\nplace_level: region")
      == .unknownKey(
        at: .init(line: 3, column: 1), expected: top.filter { $0 != "place_level" }))
  #expect(
    fault("version: 3", "version: 3\nplace_level: village")
      == .unexpectedValue(
        at: .init(line: 3, column: 14),
        expected: ["division", "region", "country", "continent", "abroad"]))
  #expect(
    fault("version: 3", "version: 0")
      == .unexpectedValue(at: .init(line: 2, column: 10), expected: ["a whole number from 1"]))
  #expect(
    fault("name: desk-2", "name: Desk 2")
      == .unexpectedValue(
        at: .init(line: 1, column: 7),
        expected: ["1 to 32 lower-case letters, digits and hyphens"]))
  #expect(
    fault("description: For the desk.", "description:")
      == .unexpectedValue(
        at: .init(line: 3, column: 13), expected: ["a sentence of at most 1,000 bytes"]))
}

@Test func `broken YAML is refused with its line`() {
  guard case .syntax(let at)? = fault("version: 3", "version: [3") else {
    Issue.record("not refused as syntax")
    return
  }
  #expect((2...5).contains(at.line))
  #expect(
    fault("place: keep", "place: &a keep") == .syntax(at: .init(line: 12, column: 10)))
  #expect(fault("version: 3", "version: &a 3") == .syntax(at: .init(line: 2, column: 10)))
}

@Test func `what is no policy at all is refused`() {
  func error(_ bytes: [UInt8]) -> PolicyError? {
    do {
      _ = try Policy(yaml: bytes)
      return nil
    } catch { return error }
  }
  #expect(error([]) == .syntax(at: .init(line: 1, column: 1)))
  #expect(error([0xFF, 0x41]) == .notText)
  #expect(error(Array(repeating: 0x20, count: 65_537)) == .tooLarge)
  #expect(error(Array("- a\n".utf8)) == .syntax(at: .init(line: 1, column: 1)))
}

@Test(arguments: [
  String(repeating: "[", count: 60_000), String(repeating: "[\n", count: 30_000),
  String(repeating: "- ", count: 30_000), String(repeating: "{a: ", count: 15_000),
])
func `deep nesting is refused before the reader recurses`(text: String) {
  #expect(throws: PolicyError.self) { try Policy(yaml: text.utf8) }
}

@Test func `a message names the place and the words, never what the file holds`() {
  let error = fault("  phone:", "  Kim-Chol-su:")
  #expect(error?.description.hasPrefix("line 7, column 3: unknown kind") == true)
  #expect(error?.description.contains("Kim") == false)
}

@Test func `a small file that would unfold into a huge one is refused at once`() {
  var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
  for level in 1...12 {
    let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
    text += "a\(level): &a\(level) [\(aliases)]\n"
  }
  text += "? *a12\n: x\n"
  #expect(throws: PolicyError.self) { try Policy(yaml: text.utf8) }
}
