import Anonymity

/// More general words that a custodian may put in the place of a finding.
enum Suggestion {
  /// From the finer to the coarser; none where no ladder knows the thing.
  static func words(for kind: FindingKind, _ words: String, in language: Language) -> [String] {
    let found: [String?] =
      switch kind {
      case .date: DateLevel.allCases.map { DateLadder.climb(words, to: $0, in: language) }
      case .age: AgeLevel.allCases.map { AgeLadder.climb(words, to: $0, in: language) }
      case .uniquePost: [RankLadder.climb(words, in: language)]
      default: []
      }
    return found.compactMap(\.self).reduce(into: []) { all, words in
      if !all.contains(words) { all.append(words) }
    }
  }
}
