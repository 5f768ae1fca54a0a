import BuiltInPolicies
import Testing

@testable import Anonymity

private func builtIn(_ name: String) throws -> Policy {
  try Policy(yaml: try #require(BuiltInPolicies.yaml(named: name)).utf8)
}

@Test(arguments: BuiltInPolicies.names)
func `a built-in policy is read, bears its own name and replaces every person`(name: String)
  throws
{
  let policy = try builtIn(name)
  #expect(policy.name == name)
  #expect(policy.version >= 1)
  #expect(policy.action(for: .name) == .pseudonymise)
  #expect(policy.action(for: .alias) == .pseudonymise)
  for kind in [
    IdentifierKind.phone, .email, .handle, .document, .birthDate, .contact, .code,
  ] {
    #expect(policy.action(for: kind) == .suppress)
  }
}

@Test func `there is no policy of another name`() {
  #expect(BuiltInPolicies.yaml(named: "Public") == nil)
  #expect(BuiltInPolicies.yaml(named: "") == nil)
}

@Test func `the public policy keeps nothing and generalises places to countries`() throws {
  let policy = try builtIn("public")
  #expect(policy.kept.isEmpty)
  #expect(policy.placeLevel == .country)
  #expect(
    IdentifierKind.allCases.filter { policy.action(for: $0) == .generalise } == [.place])
}

@Test func `no policy keeps more than places and employers, and court alone keeps both`() throws {
  #expect(try builtIn("internal").kept == [.place])
  #expect(try builtIn("editor").kept == [])
  #expect(try builtIn("court").kept == [.place, .employer])
}

@Test func `the built-in policies suggest four different audiences`() throws {
  let audiences = try BuiltInPolicies.names.map { try builtIn($0).audience }
  #expect(Set(audiences).count == 4)
}

@Test func `days leave no policy but the court's and the researchers'`() throws {
  #expect(try builtIn("internal").quantities.keepsAll)
  #expect(try builtIn("court").quantities.keepsAll)
  #expect(try builtIn("editor").quantities.date == .to(.month))
  let rules = try builtIn("public").quantities
  #expect(rules.date == .to(.season))
  #expect(rules.age == .to(.decade))
  #expect(rules.count == .to(.rounded))
  #expect(rules.duration == .to(.rounded))
  #expect(rules.money == .to(.vague))
  #expect(rules.rank == .to(.generalise))
}

@Test func `what is published or shown to a court has its findings decided, research has not`()
  throws
{
  for kind in ReviewRule.kinds {
    #expect(try builtIn("public").needsDecision(kind))
    #expect(try !builtIn("internal").needsDecision(kind))
    let isNoisy = ["kinship", "unique_post"].contains(kind)
    #expect(try builtIn("editor").needsDecision(kind) == !isNoisy)
    #expect(try builtIn("court").needsDecision(kind) == !isNoisy)
  }
  #expect(
    try BuiltInPolicies.names.map { try builtIn($0).purpose } == [
      "research", "publication", "publication", "court",
    ])
}
