public import Anonymity

/// A policy of the group's own, as its file says it; sealed to the editors, so that everybody who
/// works with excerpts can read it.
struct PolicyRecord: Codable, Sendable {
  let version: Version1
  let name: String
  /// Of the policy; grows with every change.
  let policyVersion: Int
  let yaml: String
  /// The handle of who added it.
  let addedBy: String

  func policy() throws(VaultError) -> Policy {
    guard let policy = try? Policy(yaml: Array(yaml.utf8)), policy.name == name,
      policy.version == policyVersion
    else { throw .integrity(.content) }
    return policy
  }
}

/// What a listing of policies shows.
public struct PolicySummary: Codable, Equatable, Sendable {
  public let name: String
  public let version: Int
  /// The one to suggest; `nil` when the policy suggests none.
  public let audience: String?
  public let description: String
  /// The handle of who added it; `nil` for a built-in one.
  public let addedBy: String?

  /// - Parameter addedBy: a handle; `nil` where nobody added it.
  public init(_ policy: Policy, addedBy: String?) {
    name = policy.name
    version = policy.version
    audience = policy.audience
    description = policy.description
    self.addedBy = addedBy
  }
}
