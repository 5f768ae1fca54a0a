import Anonymity

/// What a release told about whom; sealed to the custodians when it is approved.
///
/// The facts are free of language and of records, so that a later release is weighed together with
/// this one without opening an original.
struct ToldRecord: Codable, Equatable, Sendable {
  struct Person: Codable, Equatable, Sendable {
    /// Of the source.
    let entity: String
    let facts: [Fact]
  }

  let version: Version1
  let excerpt: Code
  let audience: String
  let people: [Person]

  init(excerpt: Code, audience: String, people: [Person]) {
    version = Version1()
    self.excerpt = excerpt
    self.audience = audience
    self.people = people
  }
}

extension Transaction {
  /// Writes what an approved release told.
  func put(_ told: ToldRecord) throws {
    try put(.told, told.excerpt.text, listing: [], body: try Codec.encode(told))
  }

  /// What every release but one told, and how many releases have no record of it.
  func allTold(but excerpt: Code) throws -> (records: [ToldRecord], missing: Int) {
    let all = try all(ToldRecord.self, .told)
    let releases = try map.leaves(prefix: lookup.prefix(of: .release)).count
    return (all.filter { $0.excerpt != excerpt }, max(0, releases - all.count))
  }
}
