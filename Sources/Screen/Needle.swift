/// Something that must not leave: a name, a number, an address, or fixed words.
public struct Needle: Hashable, Sendable {
  /// What the text is; it decides how its writings are compared.
  public enum Kind: Hashable, Sendable {
    /// A person's name: also found with its tokens in another order.
    case name
    /// A way of writing a name that nobody listed. Letters of an alphabet are found as words of
    /// their own, with gaps where the text has them: "change un" is no Chang Eun.
    case spelling
    /// A telephone, passport or account number, or a date written `1989-03-14`: digits alone are
    /// compared. From 9 digits on, the last 7 are enough, so that a country code or a trunk
    /// prefix hides nothing. Fewer than 4 digits, and no letters, identify nobody: not searched.
    case number
    /// An e-mail address, a handle or a link.
    case address
    /// A place, an employer, a contact, or any other fixed words.
    case words
  }

  /// The caller's own index, by which a ``Finding`` speaks of this needle.
  public let id: Int
  /// What the text is.
  public let kind: Kind
  /// The text itself, as somebody wrote it down.
  public let text: String

  /// A needle; `id` is the caller's and comes back in findings.
  public init(id: Int, kind: Kind, text: String) {
    self.id = id
    self.kind = kind
    self.text = text
  }
}

extension Needle: CustomStringConvertible, CustomReflectable {
  /// The id. Printing, dumping or logging a needle does not show its text.
  public var description: String { "Needle(\(id))" }
  /// The same, and no children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
