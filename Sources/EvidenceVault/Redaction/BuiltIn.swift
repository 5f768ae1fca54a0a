import Anonymity
import BuiltInPolicies

/// The policies that come with the program.
public enum BuiltIn {
  /// Their names, in order.
  public static let names = BuiltInPolicies.names

  /// A policy's file as it is written.
  ///
  /// - Throws: ``InputFault/unknownPolicy``.
  public static func text(_ name: String) throws(VaultError) -> String {
    guard let text = BuiltInPolicies.yaml(named: name) else { throw .input(.unknownPolicy) }
    return text
  }

  /// All of them, as a listing shows them.
  public static func summaries() throws(VaultError) -> [PolicySummary] {
    var summaries: [PolicySummary] = []
    for name in names { summaries.append(PolicySummary(try policy(name), addedBy: nil)) }
    return summaries
  }

  /// A policy, read once for the process.
  static func policy(_ name: String) throws(VaultError) -> Policy {
    guard let policy = policies[name] else { throw .input(.unknownPolicy) }
    return policy
  }

  private static let policies: [String: Policy] = {
    var policies: [String: Policy] = [:]
    for name in names {
      guard let text = BuiltInPolicies.yaml(named: name),
        let policy = try? Policy(yaml: Array(text.utf8))
      else { preconditionFailure("a built-in policy that cannot be read") }
      policies[name] = policy
    }
    return policies
  }()
}
