/// Which findings a custodian must decide on before an excerpt can be approved.
enum ReviewRule: Equatable, Sendable {
  /// All but these: a kind that a later version finds must be decided too.
  case allBut(Set<String>)
  case only(Set<String>)

  func asks(_ kind: String) -> Bool {
    switch self {
    case .allBut(let kinds): !kinds.contains(kind)
    case .only(let kinds): kinds.contains(kind)
    }
  }

  /// What a policy can name: the kinds of the detectors, and what of a known name stands alone,
  /// is spelt almost right, belongs to two people or may be another thing where it stands.
  static let kinds =
    FindingKind.allCases.map(\.rawValue) + [
      "given_name", "rare_surname", "common_name", "near_name", "shared_name",
      "birth_date", "uncertain_name",
    ]
}
