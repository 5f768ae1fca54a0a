/// One way of writing a part of a name, and how surely it is the person.
public struct PartSpelling: Hashable, Sendable {
  public let text: String
  public let role: NamePart.Role
  /// Why it is written so.
  public let reason: Variant.Reason
  /// ``Tier/t2`` or ``Tier/t3``.
  public let tier: Tier
}
