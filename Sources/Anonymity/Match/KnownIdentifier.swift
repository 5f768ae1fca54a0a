/// Something the vault knows that points to a person: a name, a number, an address.
public struct KnownIdentifier: Hashable, Sendable {
  /// What an identifier is; it decides in which written forms it is looked for.
  ///
  /// Names and aliases are sought in both orders, phones with every national and international
  /// prefix, ISO birth dates as people write dates. The others are sought as listed.
  public typealias Kind = IdentifierKind

  /// Who it belongs to; for a part of a name, the first of those who have it.
  public let entity: EntityID
  /// What it is.
  public let kind: Kind
  /// How it was listed, in any script, or how it may be written.
  public let text: String
  /// Why it is sought so; `nil` for what is listed.
  public let reason: Variant.Reason?
  /// How surely it is the person.
  public let tier: Tier
  /// Which part of a name it is; `nil` for a whole one and for all else.
  public let part: NamePart.Role?

  /// An identifier of `entity`, as listed, or one of its variants with the reason.
  public init(
    entity: EntityID, kind: Kind, text: String, reason: Variant.Reason? = nil, tier: Tier = .t1,
    part: NamePart.Role? = nil
  ) {
    self.entity = entity
    self.kind = kind
    self.text = text
    self.reason = reason
    self.tier = tier
    self.part = part
  }
}
