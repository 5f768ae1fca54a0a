/// Part of a name that names the person where the rest is known, and others elsewhere.
///
/// Such forms are never sought like a whole name: "Иван Петрович" and "Ivan K." belong to
/// thousands. They tell something in a text that holds the person's whole name, or beside a title.
public struct NamePart: Hashable, Sendable {
  /// Which part it is.
  public enum Role: String, CaseIterable, Sendable {
    case surname, given
    /// The father's name alone, as friends and villages use it: Петрович.
    case patronymic
    /// First name and patronymic, the polite address.
    case address
    /// First name and the first letter of the surname. Shorter than it looks: "Иван и", "Ann a".
    case givenWithInitial = "given_with_initial"
  }

  public let role: Role
  /// The part as it stands in the listed name, and its other spellings.
  public let variants: [Variant]
}
