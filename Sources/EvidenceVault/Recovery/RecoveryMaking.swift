import Sealing
import Storage

extension Session {
  /// Draws a secret and cuts it into shares; the vault is not changed.
  ///
  /// - Parameters:
  ///   - threshold: how many of them open, 2 or more.
  ///   - count: how many there are, at most 16.
  /// - Throws: ``VaultError/roleMissing(_:)`` for who is no steward; ``InputFault/shares`` for other
  ///   numbers.
  public func draftRecovery(
    threshold: Int, of count: Int
  ) throws(VaultError) -> RecoveryDraft {
    try vaultErrors {
      try require(.steward)
      guard
        let set = RecoverySet(
          threshold: threshold, of: count, vault: state.roster.vault,
          genesis: state.roster.genesis)
      else { throw InputFault.shares }
      return try RecoveryDraft(set)
    }
  }

  /// Makes the member whose passphrase the shares give, and admits it; logged.
  ///
  /// - Parameter roles: its rights. What this member holds too is granted at once.
  public func admitRecovery(
    _ draft: RecoveryDraft, roles: [Role]
  ) throws(VaultError) -> RecoveryMember {
    let header = try vaultErrors { try store.read { try Header($0) } }
    let handle = draft.set.handle
    let keys = try header.keys(draft.passphrase, handle: handle)
    return try vaultErrors {
      try require(.steward)
      let terms = "\(draft.set.threshold)-of-\(draft.set.count)"
      return try admitOwn(keys, handle, roles: roles, .recoveryCreated, [terms])
    }
  }

  /// Writes into the log that no recovery is wanted.
  public func declineRecovery() throws(VaultError) {
    try vaultErrors {
      try require(.steward)
      try write { try $0.log(.recoveryDeclined, [], reason: "") }
    }
  }

  /// Makes a newcomer's keys in this process and admits them in the same transaction.
  ///
  /// Nobody compares a fingerprint, because no key comes from elsewhere.
  func admitOwn(
    _ newcomer: borrowing PassphraseKeys, _ handle: String, roles: [Role], _ act: Act,
    _ subjects: [String]
  ) throws -> RecoveryMember {
    let me = try MemberKeys(new: state.roster.vault, genesis: state.roster.genesis)
    let row = try newcomer.seal(me)
    let keys = me.publicKeys
    guard let rowID = RowID(newcomer.rowID) else { throw VaultError.integrity(.content) }
    let roles = Set(roles).subtracting([.member]).sorted { $0.rawValue < $1.rawValue }
    return try write { transaction in
      guard !self.isTaken(handle), try transaction.store.cell(rowID) == nil else {
        throw VaultError.refused(.handleUsed)
      }
      try transaction.store.setCell(rowID, row)
      try transaction.appendRoster(
        .admit(member: RosterMember(handle: handle, keys: keys), roles: roles),
        signers: [transaction.memberEpochs.current])
      let pending = try self.grantWhatIHold(
        MemberID(keys.id(in: transaction.vault)), transaction)
      try transaction.log(act, [handle] + subjects + roles.map(\.word), reason: "")
      try transaction.store.setCell(
        FirstGrant.row(keys, transaction.vault),
        try FirstGrant.seal(
          transaction.memberEpochs.current, to: keys, lookup: self.lookup,
          pin: transaction.state.pin))
      return RecoveryMember(
        handle: handle, roles: roles.filter { !pending.roles.contains($0) },
        waiting: pending.roles)
    }
  }
}
