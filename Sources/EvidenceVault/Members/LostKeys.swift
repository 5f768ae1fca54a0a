import Sealing

extension Session {
  /// Removes a member whose keys are lost: forgotten, destroyed, or in others' hands.
  ///
  /// As ``removeMember(_:)``, with an act of its own in the log.
  ///
  /// - Returns: roles that stay closed until one of their holders unlocks.
  /// - Throws: as ``removeMember(_:)``; ``VaultRefusal/ownKeys``.
  public func loseMember(_ handle: String) throws(VaultError) -> [Role] {
    try vaultErrors {
      try require(.steward)
      return try depart(handle, .memberLost, [handle]) { id, _ in .remove(member: id) }
    }
  }

  /// Removes a member whose keys are lost and admits the same person anew, with the same rights.
  ///
  /// Removal and admission are one transaction; then every role that both the newcomer is entitled
  /// to and this member holds is granted. A handle is not used twice, so the person has asked under a
  /// new one.
  ///
  /// - Parameters:
  ///   - newcomer: the handle of the request.
  ///   - fingerprint: of the request, compared aloud.
  /// - Returns: roles that stay closed, and roles that a holder must still grant.
  /// - Throws: as ``loseMember(_:)`` and ``admit(_:fingerprint:roles:)``; then nothing was changed.
  public func loseMember(
    _ handle: String, for newcomer: String, fingerprint: String
  ) throws(VaultError) -> (closed: [Role], pending: PendingGrants) {
    try vaultErrors {
      try require(.steward)
      var rights: Set<Role> = []
      var admitted: MemberID?
      let closed = try depart(handle, .memberLost, [handle]) { id, member in
        rights = member.rights
        return .remove(member: id)
      } then: { transaction in
        admitted = try self.admit(newcomer, fingerprint, Array(rights), transaction).id
      }
      guard let admitted else { throw VaultError.notFound }
      let pending = try write { transaction in
        let before = transaction.state.roster
        let pending = try self.grantWhatIHold(admitted, transaction)
        let granted = Role.keyed.filter {
          !before.holds(admitted, $0) && transaction.state.roster.holds(admitted, $0)
        }
        if !granted.isEmpty {
          try transaction.log(.roleGranted, [newcomer] + granted.map(\.word), reason: "")
        }
        return pending
      }
      return (closed, pending)
    }
  }
}
