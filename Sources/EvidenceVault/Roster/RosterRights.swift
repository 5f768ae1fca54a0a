import Sealing

extension RosterState {
  /// Whether a member may do an act, by what the roster says before it.
  ///
  /// Readers refuse an entry for which this is `false`, and with it the whole log; so a writer asks
  /// the same question before it signs.
  func permits(_ act: Act, _ id: MemberID, first: Bool) -> Bool {
    act.rights.contains { right in
      switch right {
      case .founder: first
      case .anyone: true
      case .holder(let role): holds(id, role)
      case .right(let role): hasRight(id, role)
      }
    }
  }
}

extension Act {
  /// Whether an entry of this act brings entries of the roster.
  var changesRoster: Bool { changes[.rosterHead] != nil }

  /// Whether what an entry brings into the roster is what its act says: a removal cannot be called a
  /// grant.
  ///
  /// - Parameters:
  ///   - changes: in order; none for an act that leaves the roster.
  ///   - closed: roles whose epochs were closed before.
  ///   - handle: of the member who acts.
  func permits(_ changes: [RosterChange], closed: Set<Role>, by handle: String = "") -> Bool {
    guard let first = changes.first else { return !changesRoster }
    switch (self, first) {
    case (.founded, .genesis), (.memberRemoved, .remove), (.memberLost, .remove),
      (.memberKeysChanged, .rekey), (.roleRevoked, .revoke), (.roleRotated, .epoch):
      return changes.count == 1
    case (.epochReopened, .epoch(let next, _)):
      return changes.count == 1 && closed.contains(next.role)
    case (.memberAdmitted, .admit), (.roleEntitled, .entitle):
      return changes.dropFirst().allSatisfy(\.isGrant)
    case (.recoveryCreated, .admit(let newcomer, _)):
      return RecoverySet.isHandle(newcomer.handle) && changes.dropFirst().allSatisfy(\.isGrant)
    case (.recoveryUsed, .admit):
      return RecoverySet.isHandle(handle) && changes.dropFirst().allSatisfy(\.isGrant)
    case (.roleGranted, .grant): return changes.allSatisfy(\.isGrant)
    default: return false
    }
  }

  /// The role that somebody lacks who may not do this.
  var role: Role {
    for right in rights {
      switch right {
      case .holder(let role), .right(let role): return role
      case .founder, .anyone: continue
      }
    }
    return .member
  }
}

extension RosterChange {
  fileprivate var isGrant: Bool { if case .grant = self { true } else { false } }
}

extension RosterEntry {
  /// Who acts: the first signer that is a member.
  var actor: MemberID? {
    signatures.lazy.compactMap { if case .member(let id) = $0.signer { id } else { nil } }.first
  }
}

extension RosterState {
  /// Who is steward, by id.
  var stewards: [MemberID] {
    members.keys.filter { hasRight($0, .steward) }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Roles whose epoch somebody who left has the seed of.
  var closedRoles: Set<Role> { Set(epochs.filter { $0.value.closed }.keys) }
}
