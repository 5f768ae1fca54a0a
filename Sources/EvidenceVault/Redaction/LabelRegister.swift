import Anonymity

/// Which letter each source has for one audience; sealed to the custodians.
struct LabelRegister: Codable, Equatable, Sendable {
  let version: Version1
  let audience: String
  /// By the source's entity; letters are given in the order of first appearance and never again.
  private(set) var letters: [String: Int] = [:]

  init(audience: String) {
    version = Version1()
    self.audience = audience
  }

  /// The label of a person, drawn now if the source appears for the first time.
  mutating func label(_ person: Identities.Person) -> PersonLabel {
    let index = letters[person.owner.raw] ?? letters.count
    letters[person.owner.raw] = index
    return PersonLabel(
      role: person.role, letter: LabelLetter(index: index), relation: person.relation,
      ordinal: person.ordinal)
  }
}
