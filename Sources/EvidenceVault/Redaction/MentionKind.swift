import Anonymity

/// What a piece stands for that is not the words of the text.
enum MentionKind: String, Codable, Hashable, Sendable {
  case name, alias, phone, email, handle, document
  case birthDate = "birth_date"
  case place, employer, contact, code
  /// A date, an age, a number and the like, told more coarsely because the policy says so.
  case quantity
  /// Words that a custodian decided on.
  case decided

  init(_ kind: IdentifierKind) {
    self =
      switch kind {
      case .name: .name
      case .alias: .alias
      case .phone: .phone
      case .email: .email
      case .handle: .handle
      case .document: .document
      case .birthDate: .birthDate
      case .place: .place
      case .employer: .employer
      case .contact: .contact
      case .code: .code
      }
  }

  /// `nil` for what is no identifier of a record.
  var identifier: IdentifierKind? { IdentifierKind(rawValue: rawValue) }
}
