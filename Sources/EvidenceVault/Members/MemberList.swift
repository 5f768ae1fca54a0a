import Sealing

/// A member as the roster has one.
public struct MemberSummary: Equatable, Sendable {
  public let handle: String
  /// To be compared before a grant.
  public let fingerprint: String
  /// Rights that a steward gave.
  public let rights: [Role]
  /// Roles whose current keys the member has.
  public let holds: [Role]
  /// Roles that the member is entitled to and has no current keys for.
  public let waiting: [Role]
  public let removed: Bool
}

/// A role as the roster has it.
public struct RoleSummary: Equatable, Sendable {
  public let role: Role
  /// Which epoch is current; `nil` for rights without keys.
  public let epoch: UInt32?
  /// Whether a departed member has its key, until a holder opens the next epoch.
  public let closed: Bool
  public let members: [String]
}

extension Session {
  /// All members, present and removed, by handle.
  public func members() throws(VaultError) -> [MemberSummary] {
    try vaultErrors {
      try read { _ in }
      let roster = state.roster
      // Keys that a member has replaced are no member any more.
      return roster.members.filter { $0.value.successor == nil }.map { id, member in
        MemberSummary(
          handle: member.handle,
          fingerprint: member.keys.fingerprint(in: roster.vault, genesis: roster.genesis),
          rights: member.removed ? [] : member.rights.sorted { $0.rawValue < $1.rawValue },
          holds: Role.keyed.filter { roster.holds(id, $0) },
          waiting: Role.keyed.filter { member.isEntitled(to: $0) && !roster.holds(id, $0) },
          removed: member.removed)
      }.sorted { $0.handle < $1.handle }
    }
  }

  /// All roles, with who holds them or has them as a right.
  public func roleList() throws(VaultError) -> [RoleSummary] {
    try vaultErrors {
      try read { _ in }
      let roster = state.roster
      return Role.allCases.map { role in
        RoleSummary(
          role: role, epoch: roster.epochs[role]?.number,
          closed: roster.epochs[role]?.closed ?? false,
          members: roster.members.filter { id, member in
            role.hasKeys ? roster.holds(id, role) : roster.hasRight(id, role)
          }.map(\.value.handle).sorted())
      }
    }
  }
}
