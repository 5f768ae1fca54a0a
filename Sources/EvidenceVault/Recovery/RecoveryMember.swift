public import Sealing

extension RosterState.Member {
  /// Whether this is no person, but shares on paper.
  var isRecovery: Bool { RecoverySet.isHandle(handle) }
}

/// A member whose passphrase is in shares, as the roster has it.
public struct RecoveryMember: Equatable, Sendable {
  public let handle: String
  /// Rights and the keys that open.
  public let roles: [Role]
  /// Roles that a holder must still grant: until then the shares do not open them.
  public let waiting: [Role]

  /// What is left for others to do.
  public var pending: PendingGrants { PendingGrants(roles: waiting) }
}

/// Shares that were cut and open nothing yet.
///
/// They go to paper first. The member whose passphrase they give is made afterwards, so that a
/// recovery which the vault knows is one that somebody holds.
public final class RecoveryDraft: Sendable {
  public let set: RecoverySet
  /// In order of their numbers.
  public let shares: [RecoveryShare]
  let passphrase: Passphrase

  init(_ set: RecoverySet) throws {
    let secret = try RecoverySecret()
    shares = try secret.split(set)
    passphrase = try secret.passphrase()
    self.set = set
  }
}
