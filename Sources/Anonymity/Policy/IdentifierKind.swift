/// A kind of known identifier, as a policy names it.
public enum IdentifierKind: String, CaseIterable, Codable, Hashable, Sendable {
  case name, alias, phone, email, handle, document
  case birthDate = "birth_date"
  case place, employer, contact, code

  /// What a policy may do with this kind.
  ///
  /// Whatever points at one person by itself is never kept and never generalised: promise 3. Only
  /// employers have words to generalise with (`generalise` in the source record); the ladders for
  /// places and dates do not exist yet, so nobody may ask for them.
  var allowed: [PolicyAction] {
    switch self {
    case .name, .alias: [.pseudonymise, .suppress]
    case .phone, .email, .handle, .document, .birthDate, .contact, .code: [.suppress]
    case .place: [.suppress, .keep]
    case .employer: [.generalise, .suppress, .keep]
    }
  }
}

/// What happens to an identifier under a policy.
public enum PolicyAction: String, CaseIterable, Codable, Hashable, Sendable {
  /// A label stands for the person: "defector A".
  case pseudonymise
  /// The record's own general words stand for the thing; without such words it is suppressed.
  case generalise
  /// Fixed words say that something is withheld.
  case suppress
  /// The words stay as they are.
  case keep
}
