/// What happens to each kind of identifier in an excerpt.
///
/// Only the reader of `Policy(yaml:)` makes one, so that whoever holds a policy holds one in which
/// every kind is decided and none of the decisions breaks promise 3.
public struct Policy: Equatable, Sendable {
  /// 1 to 32 lower-case letters, digits and `-`, beginning with a letter.
  public let name: String
  /// From 1. An excerpt records it, so a policy that changes gets a new one.
  public let version: Int
  /// One line for the people who choose.
  public let description: String
  /// The audience to suggest, of the form of a name; `nil` when the policy suggests none.
  public let audience: String?
  /// How large the area is that stands for a place; there whenever places are generalised.
  public let placeLevel: PlaceLevel?
  private let actions: [IdentifierKind: PolicyAction]

  init(
    name: String, version: Int, description: String, audience: String?, placeLevel: PlaceLevel?,
    actions: [IdentifierKind: PolicyAction]
  ) {
    self.name = name
    self.version = version
    self.description = description
    self.audience = audience
    self.placeLevel = placeLevel
    self.actions = actions
  }

  /// What happens to identifiers of a kind.
  public func action(for kind: IdentifierKind) -> PolicyAction {
    // The reader decided every kind; if it did not, nothing leaves.
    actions[kind] ?? .suppress
  }

  /// The kinds that leave unchanged, for which the screen must not refuse.
  public var kept: Set<IdentifierKind> {
    Set(IdentifierKind.allCases.filter { action(for: $0) == .keep })
  }
}
