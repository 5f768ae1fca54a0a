/// What happens to each kind of identifier and quantity in an excerpt, and what an approval needs.
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
  /// What releases under this policy are for, as a consent names it, of the form of a name; `nil`
  /// when the policy does not say.
  public let purpose: String?
  /// From how many people on whom a release may point to; from 1, which refuses nothing.
  public let minimumK: Int
  /// Who must approve.
  public let approvers: Approvers

  private let review: ReviewRule
  private let rules: KindRules
  private let audiences: [String: KindRules]

  init(
    name: String, version: Int, description: String, audience: String?, purpose: String?,
    minimumK: Int, approvers: Approvers, review: ReviewRule, rules: KindRules,
    audiences: [String: KindRules]
  ) {
    self.name = name
    self.version = version
    self.description = description
    self.audience = audience
    self.purpose = purpose
    self.minimumK = minimumK
    self.approvers = approvers
    self.review = review
    self.rules = rules
    self.audiences = audiences
  }

  /// How large the area is that stands for a place of a record; there whenever these places are
  /// generalised.
  public var placeLevel: PlaceLevel? { rules.placeLevel }

  /// How coarsely dates, ages, numbers and posts are told, which no record lists.
  public var quantities: QuantityRules { rules.quantities }

  /// What happens to identifiers of a kind.
  public func action(for kind: IdentifierKind) -> PolicyAction {
    // The reader decided every kind; if it did not, nothing leaves.
    rules.actions[kind] ?? .suppress
  }

  /// The kinds that leave unchanged, for which the screen must not refuse.
  public var kept: Set<IdentifierKind> {
    Set(IdentifierKind.allCases.filter { action(for: $0) == .keep })
  }

  /// Whether a custodian must decide on findings of a kind before an excerpt can be approved.
  ///
  /// - Parameter kind: the raw value of a ``FindingKind``, or `given_name`, `rare_surname`,
  ///   `common_name`, `near_name`, `shared_name`, `birth_date`, `uncertain_name`.
  public func needsDecision(_ kind: String) -> Bool { review.asks(kind) }

  /// The policy as it is for one audience: its own kinds in place of the common ones.
  ///
  /// The answer has no audiences of its own any more. Whoever redacts, screens or counts asks for
  /// it first.
  public func resolved(for audience: String) -> Policy {
    if audiences.isEmpty { return self }
    return Policy(
      name: name, version: version, description: description, audience: self.audience,
      purpose: purpose, minimumK: minimumK, approvers: approvers, review: review,
      rules: audiences[audience] ?? rules, audiences: [:])
  }
}
