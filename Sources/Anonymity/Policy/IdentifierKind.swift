/// A kind of known identifier, as a policy names it.
public enum IdentifierKind: String, CaseIterable, Codable, Hashable, Sendable {
  case name, alias, phone, email, handle, document
  case birthDate = "birth_date"
  case place, employer, contact, code

  /// What a policy may do with this kind.
  ///
  /// Whatever points at one person by itself is never kept and never generalised: promise 3.
  /// Employers are generalised by the words of the source record, places by ``PlaceLadder``.
  var allowed: [PolicyAction] {
    switch self {
    case .name, .alias: [.pseudonymise, .suppress]
    case .phone, .email, .handle, .document, .birthDate, .contact, .code: [.suppress]
    case .place: [.generalise, .suppress, .keep]
    case .employer: [.generalise, .suppress, .keep]
    }
  }
}

/// What happens to an identifier under a policy.
public enum PolicyAction: String, CaseIterable, Codable, Hashable, Sendable {
  /// A label stands for the person: "defector A".
  case pseudonymise
  /// The record's own general words stand for the thing, or a larger area for a place; without
  /// such words it is suppressed.
  case generalise
  /// Fixed words say that something is withheld.
  case suppress
  /// The words stay as they are.
  case keep
}
