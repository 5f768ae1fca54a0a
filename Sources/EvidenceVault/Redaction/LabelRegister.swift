import Anonymity

/// Which letter each source has for one audience; sealed to the custodians.
struct LabelRegister: Codable, Equatable, Sendable {
  let version: Version1
  let audience: String
  /// By the source's entity; a letter is given when the source first appears, and never again.
  private(set) var letters: [String: Int] = [:]

  init(audience: String) {
    version = Version1()
    self.audience = audience
  }

  /// The label of a person, drawn now if the source appears for the first time.
  mutating func label(_ person: Identities.Person, in order: LetterOrder) -> PersonLabel {
    let index = letters[person.owner.raw] ?? next(person.owner.raw, order)
    letters[person.owner.raw] = index
    return PersonLabel(
      role: person.role, letter: LabelLetter(index: index), relation: person.relation,
      ordinal: person.ordinal)
  }

  /// Gives a person the letter of an entity that was the same person, if there is none yet. The
  /// entity keeps its number, which is therefore not given out again.
  mutating func join(_ gone: String, to entity: String) {
    if letters[entity] == nil { letters[entity] = letters[gone] }
  }

  private func next(_ entity: String, _ order: LetterOrder) -> Int {
    guard case .drawn(let secret) = order else { return letters.count }
    let used = Set(letters.values)
    var block = 0
    while true {
      let free = (block..<block + LetterOrder.blockSize).filter { !used.contains($0) }
      if !free.isEmpty { return free[secret.below(free.count, entity)] }
      block += LetterOrder.blockSize
    }
  }
}
