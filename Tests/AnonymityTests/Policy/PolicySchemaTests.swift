import Testing

@testable import Anonymity

private let base = """
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

private func policy(_ more: String) throws -> Policy { try Policy(yaml: (base + more).utf8) }

private func fault(_ more: String) -> PolicyError? {
  do {
    _ = try Policy(yaml: (base + more).utf8)
    return nil
  } catch { return error }
}

/// A place in what stands below the base.
private func at(_ line: Int, _ column: Int) -> TextPosition {
  .init(line: 15 + line, column: column)
}

@Test func `what a policy does not say has the safe default`() throws {
  let policy = try policy("")
  #expect(policy.purpose == nil)
  #expect(policy.quantities.keepsAll)
  #expect(policy.minimumK == 1)
  #expect(policy.approvers.count == 1)
  #expect(!policy.approvers.excludesDrafter)
  for kind in ReviewRule.kinds + ["of_a_later_version"] { #expect(policy.needsDecision(kind)) }
  #expect(policy.resolved(for: "public") == policy)
}

@Test func `quantities are read to their levels`() throws {
  let rules = try policy(
    """
    quantities: {date: season, age: stage, count: rounded, duration: vague, money: suppress,
      rank: generalise}
    """
  ).quantities
  #expect(rules.date == .to(.season))
  #expect(rules.age == .to(.stage))
  #expect(rules.count == .to(.rounded))
  #expect(rules.duration == .to(.vague))
  #expect(rules.money == .suppress)
  #expect(rules.rank == .to(.generalise))
  #expect(rules.date.level == .season)
  #expect(rules.money.level == nil)
  #expect(try policy("quantities: {date: keep}\n").quantities.keepsAll)
}

@Test func `findings to decide are all, none, some, or all but some`() throws {
  let some = try policy("review: [phone, given_name]\n")
  #expect(some.needsDecision("phone") && some.needsDecision("given_name"))
  #expect(!some.needsDecision("kinship") && !some.needsDecision("of_a_later_version"))
  let most = try policy("review: {all_but: [kinship]}\n")
  #expect(most.needsDecision("phone") && most.needsDecision("of_a_later_version"))
  #expect(!most.needsDecision("kinship"))
  #expect(try policy("review: all\n") == policy(""))
  #expect(try !policy("review: none\n").needsDecision("phone"))
  #expect(try !policy("review: []\n").needsDecision("phone"))
}

@Test func `purpose, threshold and approvers are read`() throws {
  let read = try policy(
    "purpose: court\nminimum_k: 1000\napprovers: {count: 2, not_drafter: true}\n")
  #expect(read.purpose == "court")
  #expect(read.minimumK == 1_000)
  #expect(read.approvers.count == 2)
  #expect(read.approvers.excludesDrafter)
  #expect(try policy("approvers: {not_drafter: true}\n").approvers.count == 1)
}

@Test func `an audience has its own kinds, and the common ones for the rest`() throws {
  let written = try policy(
    """
    quantities: {date: month, count: rounded}
    audiences:
      public:
        place_level: country
        identifiers: {place: generalise, alias: pseudonymise}
        quantities: {date: year}
      inner: {identifiers: {employer: keep}}
    """)
  #expect(written.action(for: .place) == .keep)
  let outside = written.resolved(for: "public")
  #expect(outside.action(for: .place) == .generalise)
  #expect(outside.placeLevel == .country)
  #expect(outside.action(for: .alias) == .pseudonymise)
  #expect(outside.action(for: .phone) == .suppress)
  #expect(outside.quantities.date == .to(.year))
  #expect(outside.quantities.count == .to(.rounded))
  #expect(outside.name == written.name && outside.version == written.version)
  #expect(outside.resolved(for: "inner") == outside)
  let inside = written.resolved(for: "inner")
  #expect(inside.kept == [.place, .employer])
  #expect(inside.quantities == written.quantities)
  #expect(written.resolved(for: "elsewhere").kept == written.kept)
}

@Test func `no audience's own kinds let a person be recognised`() {
  #expect(
    fault("audiences: {public: {identifiers: {name: keep}}}\n")
      == .wouldIdentify(at: at(1, 42), allowed: ["pseudonymise", "suppress"]))
  #expect(
    fault("audiences: {public: {identifiers: {phone: keep}}}\n")
      == .wouldIdentify(at: at(1, 43), allowed: ["suppress"]))
}

@Test func `a wrong word in the schema is told with its place`() {
  #expect(
    fault("quantities: {date: week}\n")
      == .unexpectedValue(
        at: at(1, 20), expected: ["keep", "month", "season", "year", "decade", "suppress"]))
  #expect(
    fault("quantities: {dates: month}\n")
      == .unknownKey(
        at: at(1, 14),
        expected: ["date", "age", "count", "duration", "money", "rank"]))
  #expect(
    fault("quantities: month\n")
      == .unexpectedValue(
        at: at(1, 13), expected: ["date", "age", "count", "duration", "money", "rank"]))
  #expect(
    fault("quantities: {rank: rounded}\n")
      == .unexpectedValue(at: at(1, 20), expected: ["keep", "generalise", "suppress"]))
  #expect(
    fault("review: some\n")
      == .unexpectedValue(
        at: at(1, 9), expected: ["all", "none", "a list of kinds", "all_but with a list"]))
  #expect(
    fault("review: [phone, shoe_size]\n")
      == .unexpectedValue(at: at(1, 17), expected: ReviewRule.kinds))
  #expect(
    fault("review: {but: [phone]}\n") == .unknownKey(at: at(1, 10), expected: ["all_but"]))
  for bad in ["0", "1001", "three", "-1", "1.5", "\"\""] {
    #expect(
      fault("minimum_k: \(bad)\n")
        == .unexpectedValue(at: at(1, 12), expected: ["a whole number from 1 to 1000"]))
  }
  #expect(
    fault("approvers: {count: 3}\n")
      == .unexpectedValue(at: at(1, 20), expected: ["a whole number from 1 to 2"]))
  #expect(
    fault("approvers: {not_drafter: yes}\n")
      == .unexpectedValue(at: at(1, 26), expected: ["true", "false"]))
  #expect(
    fault("approvers: {number: 2}\n")
      == .unknownKey(at: at(1, 13), expected: ["count", "not_drafter"]))
  #expect(
    fault("purpose: The Press\n")
      == .unexpectedValue(
        at: at(1, 10), expected: ["1 to 32 lower-case letters, digits and hyphens"]))
}

@Test func `an audience's rules are as strict as the common ones`() {
  #expect(
    fault("audiences: {desk: {identifiers: {place: generalise}}}\n")
      == .missingKeys(at: at(1, 13), expected: ["place_level"]))
  #expect(
    fault("audiences: {desk: {place_level: region}}\n")
      == .unknownKey(at: at(1, 20), expected: ["identifiers", "quantities"]))
  #expect(
    fault("audiences: {desk: {review: none}}\n")
      == .unknownKey(at: at(1, 20), expected: ["place_level", "identifiers", "quantities"]))
  #expect(
    fault("audiences: {The Desk: {quantities: {date: month}}}\n")
      == .unknownKey(
        at: at(1, 13), expected: ["1 to 32 lower-case letters, digits and hyphens"]))
  #expect(
    fault("audiences:\n  desk: {}\n  desk: {}\n") == .duplicateKey(at: at(3, 3)))
}
