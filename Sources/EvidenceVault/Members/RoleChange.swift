import Sealing
import Storage

extension Session {
  /// Gives a right, a role's keys, or both, by what this member is.
  ///
  /// A steward entitles; a holder seals the keys to an entitled member whose fingerprint was
  /// compared; who is both does both.
  ///
  /// - Parameter fingerprint: the member's, compared aloud; needed when keys are sealed.
  /// - Returns: what is still waiting for a holder.
  /// - Throws: ``VaultError/roleMissing(_:)`` when the member is neither steward nor holder, or
  ///   not a steward and the other is not entitled yet; ``VaultRefusal/fingerprintDiffers``.
  public func grantRole(
    _ role: Role, to handle: String, fingerprint: String?
  ) throws(VaultError) -> PendingGrants {
    try vaultErrors {
      guard role != .member else { throw VaultError.refused(.alreadyHolds) }
      try read { _ in }
      let steward = state.roster.hasRight(myID, .steward)
      let holder = role.hasKeys && state.roster.holds(myID, role)
      if !steward && !holder {
        try require(.steward)
      }
      return try write { transaction in
        guard let (id, member) = transaction.state.roster.member(handle: handle) else {
          throw VaultError.refused(.notAMember)
        }
        var changed = false
        if !member.isEntitled(to: role) {
          guard steward else { throw VaultError.refused(.notEntitled) }
          try transaction.appendRoster(.entitle(member: id, role: role), signers: [])
          changed = true
        }
        var pending = role.implied.filter {
          $0.hasKeys && !transaction.state.roster.holds(id, $0)
        }
        let grantable = pending.filter { transaction.state.roster.holds(self.myID, $0) }
        if !grantable.isEmpty && fingerprint == nil && !changed {
          throw VaultError.refused(.fingerprintDiffers)
        }
        if let fingerprint, !grantable.isEmpty {
          let expected = member.keys.fingerprint(
            in: transaction.vault, genesis: transaction.state.roster.genesis)
          guard Fingerprint.matches(fingerprint, expected) else {
            throw VaultError.refused(.fingerprintDiffers)
          }
          for role in grantable.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard transaction.state.roster.epochs[role]?.closed == false else {
              throw VaultError.refused(.epochClosed(role))
            }
            try self.grant(role, to: id, transaction)
            pending.remove(role)
            changed = true
          }
        }
        let waiting = PendingGrants(roles: pending.sorted { $0.rawValue < $1.rawValue })
        guard changed else {
          if pending.isEmpty { throw VaultError.refused(.alreadyHolds) }
          return waiting
        }
        try transaction.log(
          steward && !member.isEntitled(to: role) ? .roleEntitled : .roleGranted,
          [handle, role.word], reason: "")
        return waiting
      }
    }
  }

  /// Takes a right; epochs that the member then holds without a right are closed, and opened anew
  /// at once where this member is an heir.
  ///
  /// - Returns: roles that stay closed until one of their holders unlocks.
  /// - Throws: ``VaultRefusal/lastHolder(_:)``, ``VaultRefusal/lastSteward``, ``VaultRefusal/notEntitled``.
  public func revokeRole(_ role: Role, from handle: String) throws(VaultError) -> [Role] {
    try vaultErrors {
      try require(.steward)
      return try depart(handle, .roleRevoked, [handle, role.word]) { id, member in
        guard member.rights.contains(role) else { throw VaultError.refused(.notEntitled) }
        return .revoke(member: id, role: role)
      }
    }
  }

  /// Removes a member: what is written from now on cannot be opened with what he has.
  ///
  /// - Returns: roles that stay closed until one of their holders unlocks; until then what is
  ///   written for them is sealed to the remaining holders' own keys.
  /// - Throws: ``VaultRefusal/lastHolder(_:)``, ``VaultRefusal/lastSteward``, ``VaultRefusal/notAMember``.
  public func removeMember(_ handle: String) throws(VaultError) -> [Role] {
    try vaultErrors {
      try require(.steward)
      return try depart(handle, .memberRemoved, [handle]) { id, _ in .remove(member: id) }
    }
  }

  /// Takes a right or a member out of the roster.
  ///
  /// - Parameter then: what goes into the same transaction behind it.
  func depart(
    _ handle: String, _ act: Act, _ subjects: [String],
    _ change: (MemberID, RosterState.Member) throws -> RosterChange,
    then: (Transaction) throws -> Void = { _ in }
  ) throws -> [Role] {
    let gone = try write { transaction in
      guard let (id, member) = transaction.state.roster.member(handle: handle) else {
        throw VaultError.refused(.notAMember)
      }
      guard act != .memberLost || id != self.myID else { throw VaultError.refused(.ownKeys) }
      let change = try change(id, member)
      try self.refuseLast(change, transaction.state.roster)
      try transaction.appendRoster(change, signers: [])
      if case .remove = change {
        try transaction.store.setCell(FirstGrant.row(member.keys, transaction.vault), nil)
      }
      try transaction.log(act, subjects, reason: "")
      if id != self.myID { try self.openNextEpoch(of: .member, transaction) }
      try transaction.writeCard()
      try then(transaction)
      return id
    }
    // Apart from the removal, which must hold whatever state the records are in.
    if gone != myID { try reopenClosedEpochs() }
    _ = try store.destroyRemnants(of: .keys)
    return Role.keyed.filter { state.roster.epochs[$0]?.closed ?? false }
  }

  /// The roster's rules would refuse it too; here it gets its reason.
  private func refuseLast(_ change: RosterChange, _ roster: RosterState) throws {
    var after: [MemberID: RosterState.Member] = roster.members
    switch change {
    case .remove(let id): after[id]?.removed = true
    case .revoke(let id, let role): after[id]?.rights.remove(role)
    default: return
    }
    // Shares on paper do no day's work: a person must be left, too.
    guard
      after.values.contains(where: {
        !$0.removed && !$0.isRecovery && $0.rights.contains(.steward)
      })
    else {
      throw VaultError.refused(.lastSteward)
    }
    for role in Role.keyed {
      let left = roster.epochs[role]?.holders.contains {
        after[$0].map { $0.isEntitled(to: role) && !$0.isRecovery } ?? false
      }
      guard left == true else { throw VaultError.refused(.lastHolder(role)) }
    }
  }
}
