/// A place of a text that may name somebody and that nobody has decided on.
struct Doubt: Equatable, Sendable {
  enum Reason: String, CaseIterable, Codable, Sendable {
    /// A given name, a patronymic or a rare surname alone, in a document that does not name the
    /// person in full.
    case givenName = "given_name"
    case rareSurname = "rare_surname"
    /// A common surname, or a name that is a word as well.
    case commonName = "common_name"
    /// One slip away from a full name.
    case nearName = "near_name"
    /// A spelling that several have.
    case sharedName = "shared_name"
    /// A date that is somebody's birth date, with no word that calls it one, in a document that does
    /// not name the person.
    case birthDate = "birth_date"
    /// A whole name where it may be another thing: across a full stop, inside a word, beside another
    /// initial.
    case uncertainName = "uncertain_name"

    /// How likely it is the person, in the words of findings.
    var confidence: String {
      switch self {
      case .givenName, .rareSurname, .sharedName: "high"
      case .nearName, .birthDate, .uncertainName: "medium"
      case .commonName: "low"
      }
    }

    /// What stands so is left out until somebody decides; the others stay as they are.
    var isWithheld: Bool { self != .commonName && self != .nearName }
  }

  /// UTF-8 bytes of the raw text.
  let range: Range<Int>
  let reason: Reason
  /// Who it may be, by index in ``Identities``: first whom the document names elsewhere.
  let persons: [Int]
}
