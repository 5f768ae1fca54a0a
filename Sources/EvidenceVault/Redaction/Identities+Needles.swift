import Anonymity
import Screen

extension Identities {
  /// What the screen looks for, given what a policy keeps for an audience.
  ///
  /// Whole names, numbers and addresses always. Parts of names only of `persons`: whom the document
  /// names in full, or a decision named, so that the matcher has replaced the parts. Of others they
  /// are everyday words, or somebody else's, and a named person has decided on each of them. Thus no
  /// T1 variant survives, and every T2 to T4 hit was decided.
  ///
  /// - Parameters:
  ///   - involved: whose places count; everybody's for `nil`.
  ///   - left: identifiers in what somebody decided to leave standing somewhere in the text.
  ///   - whole: those that are all of it: a date that is no birth date there, a word that is no name.
  func needles(
    _ policy: Policy, audience: String, partsOf persons: Set<Int> = [],
    involving involved: Involved? = nil, leaving left: Set<Int> = [],
    leavingWhole whole: Set<Int> = []
  ) -> [Needle] {
    precondition(isWhole, "a screen looks for everybody")
    let policy = policy.resolved(for: audience)
    return identifiers.indices.compactMap { index in
      guard action(index, policy, audience) != .keep, !whole.contains(index),
        involved?.seeks(index, self) ?? true
      else { return nil }
      let identifier = identifiers[index]
      // Initials are in "Ivanov and Petrov" as well, and one letter is an article; only the first
      // pass can tell.
      if identifier.reason == .initials || identifier.part == .givenWithInitial { return nil }
      if identifier.kind == .alias, Self.isOneLetter(identifier.text) { return nil }
      if identifier.tier > .t1 {
        guard identifier.tier == .t2, !left.contains(index),
          facts[index].persons.contains(where: persons.contains)
        else { return nil }
        return Needle(id: index, kind: .spelling, text: identifier.text)
      }
      let kind: Needle.Kind =
        switch identifier.kind {
        case .name, .alias: identifier.reason == nil ? .name : .spelling
        case .phone, .document: .number
        case .email, .handle, .code: .address
        case .birthDate, .place, .employer, .contact: .words
        }
      return Needle(id: index, kind: kind, text: identifier.text)
    }
  }

  /// Whether a text has one letter of an alphabet and nothing else that is read.
  private static func isOneLetter(_ text: String) -> Bool {
    let read = text.filter { $0.isLetter || $0.isNumber }
    return read.count == 1 && (read.unicodeScalars.first.map { $0.value < 0x1100 } ?? false)
  }
}
