public import Sealing
import Storage

/// Keys that a member takes, shared within the process until they are those of a session.
final class NextKeys: Sendable {
  let keys: MemberKeys
  let id: MemberID

  init(_ keys: consuming MemberKeys) {
    id = MemberID(keys.id)
    self.keys = keys
  }
}

/// What a change of keys left.
public struct KeyChange {
  /// The member at work with the new keys; the old session is of no use any more.
  public let session: Session
  /// Others compare it with the member before they grant anything.
  public let fingerprint: String
  /// Roles that could not be given new keys, because a record of theirs is damaged. What is written
  /// for them is sealed to their holders' own keys.
  public let closed: [Role]
  /// Whether the old rows are gone from the files already.
  public let remnantsDestroyed: Bool
}

extension Session {
  /// Draws new keys for this member under a new passphrase, and new epochs of all roles held.
  ///
  /// For a passphrase that somebody may know: with an older copy of the vault it opens the old keys,
  /// and these open nothing that is written from now on. The old keys sign the change; rights and
  /// roles go on. Questions that the member has asked must be asked anew, since answers are sealed to
  /// the old keys.
  ///
  /// Whoever knows the passphrase and may write to the vault can do the same before the member
  /// does. Then the member's passphrase opens nothing, and a steward removes that handle.
  ///
  /// - Throws: ``VaultError/sealing(_:)`` with ``SealingError/passphraseTooWeak`` also for the same
  ///   passphrase and key file again; ``VaultRefusal/epochClosed(_:)`` while a role that the member holds
  ///   is closed, because what waits for the old keys alone would be lost; ``VaultError/notUnlocked``.
  public func changeKeys(
    from old: borrowing Passphrase, to new: borrowing Passphrase
  ) throws(VaultError) -> KeyChange {
    do { try new.checkStrength(handle: handle) } catch { throw .sealing(error) }
    guard !new.matches(old) else { throw .sealing(.passphraseTooWeak) }
    let header = try vaultErrors { try store.read { try Header($0) } }
    let before = try header.keys(old, handle: handle)
    let after = try header.keys(new, handle: handle)
    return try vaultErrors { try changeKeys(before, after) }
  }

  func changeKeys(
    _ before: borrowing PassphraseKeys, _ after: borrowing PassphraseKeys
  ) throws -> KeyChange {
    let next = NextKeys(try MemberKeys(new: me.vault, genesis: me.genesis))
    let row = try after.seal(next.keys)
    guard let oldID = RowID(before.rowID), let newID = RowID(after.rowID) else {
      throw VaultError.notUnlocked
    }
    let fingerprint = next.keys.publicKeys.fingerprint(
      in: me.vault, genesis: state.roster.genesis)
    try write { transaction in
      guard let current = try transaction.store.cell(oldID), (try? before.open(current)) != nil
      else { throw VaultError.notUnlocked }
      try transaction.store.setCell(oldID, nil)
      try transaction.store.setCell(newID, row)
      try self.replaceKeys(by: next, transaction)
      try transaction.log(.memberKeysChanged, [self.handle, fingerprint], reason: "")
      try self.firstGrant(to: next, transaction)
      try transaction.writeCard()
    }
    return try finish(next, try after.open(row), fingerprint)
  }

  /// The roster entry, and the seeds of all roles held sealed to the new keys.
  private func replaceKeys(by next: NextKeys, _ transaction: Transaction) throws {
    let roster = transaction.state.roster
    let roles = Role.keyed.filter { roster.holds(myID, $0) }
    for role in roles where roster.epochs[role]?.closed == true {
      throw VaultError.refused(.epochClosed(role))
    }
    let held = try roles.map { try transaction.holding($0) }
    try transaction.appendRoster(
      .rekey(
        member: myID, keys: RosterMember(handle: handle, keys: next.keys.publicKeys)),
      signers: [], next: next)
    for held in held where held.role != .member {
      func row(_ id: MemberID) -> RowID {
        lookup.row(.grant, id.bytes, [held.role.rawValue], held.epoch.bigEndianBytes)
      }
      try transaction.store.setCell(row(myID), nil)
      try transaction.store.setCell(
        row(next.id), try held.keys.grant(to: next.keys.publicKeys.box))
    }
  }

  private func firstGrant(to next: NextKeys, _ transaction: Transaction) throws {
    try transaction.store.setCell(FirstGrant.row(me.publicKeys, me.vault), nil)
    try transaction.store.setCell(
      FirstGrant.row(next.keys.publicKeys, me.vault),
      try FirstGrant.seal(
        transaction.memberEpochs.current, to: next.keys.publicKeys, lookup: lookup,
        pin: transaction.state.pin))
  }

  /// The new keys' session, which opens the next epochs as every heir's does.
  private func finish(
    _ next: NextKeys, _ keys: consuming MemberKeys, _ fingerprint: String
  ) throws -> KeyChange {
    // What this device has verified it need not verify again under the new keys.
    let pin = try next.keys.sealPin(try Codec.encode(state.pin))
    do { try pins.save(next.keys.pinName, pin) } catch {
      throw VaultError.pinNotSaved(changed: true)
    }
    let session = try Opening(store: store, pins: pins, clock: clock).run(keys)
    try session.reopenClosedEpochs()
    return KeyChange(
      session: session, fingerprint: fingerprint,
      closed: Role.keyed.filter { session.state.roster.epochs[$0]?.closed ?? false },
      remnantsDestroyed: try store.destroyRemnants(of: .keys))
  }
}
