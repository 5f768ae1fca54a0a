import Sealing
import Storage

/// The next epoch of a role: new seed, new grants, every wrap rewritten, the old seed destroyed.
///
/// One transaction. Nothing is committed unless every record of the role was found, opened with the
/// old key and opened again with the new one.
struct NextEpoch {
  let session: Session
  let transaction: Transaction
  let role: Role

  func open() throws {
    let old = try transaction.holding(role)
    let next = HeldRole(
      role,
      try RoleKeys(
        new: RoleContext(
          vault: transaction.vault, role: role.rawValue, epoch: old.epoch + 1)))
    if role == .custodian {
      // The next epoch cannot read where a rotation of records stands.
      try transaction.note(files: try session.supersededObjects(transaction.store))
    }
    let before = transaction.state.roster
    let dropKeys = role == .custodian ? try DropKeyCarrying(transaction, from: old) : nil
    let heirs = before.heirs(of: role)
    try transaction.appendRoster(
      .epoch(
        RosterEpoch(next.keys.context, role: role, keys: next.keys.publicKeys), holders: heirs),
      signers: [old, next])
    if role == .member {
      try rewriteMemberGrants(old, next, heirs)
    } else {
      try rewriteGrants(old, next, before, heirs)
    }
    try rewrap(from: old, to: next)
    try dropKeys?.carry(to: next)
    session.keep(next)
  }

  private func rewriteGrants(
    _ old: HeldRole, _ next: HeldRole, _ roster: RosterState, _ heirs: [MemberID]
  ) throws {
    for id in roster.members.keys {
      try transaction.store.setCell(grantRow(id, old.epoch), nil)
    }
    for id in heirs {
      guard let member = roster.members[id] else { continue }
      try transaction.store.setCell(
        grantRow(id, next.epoch), try next.keys.grant(to: member.keys.box))
    }
  }

  private func grantRow(_ id: MemberID, _ epoch: UInt32) -> RowID {
    transaction.lookup.row(.grant, id.bytes, [role.rawValue], epoch.bigEndianBytes)
  }

  /// A `member` epoch carries its predecessor's seed, for the rows of its time.
  private func rewriteMemberGrants(
    _ old: HeldRole, _ next: HeldRole, _ heirs: [MemberID]
  ) throws {
    let lookup = transaction.lookup
    try transaction.store.setCell(
      lookup.row(.carry, [role.rawValue], next.epoch.bigEndianBytes), next.keys.carry(old.keys))
    transaction.adopt(next)
    for id in heirs {
      guard let member = transaction.state.roster.members[id] else { continue }
      try transaction.store.setCell(
        FirstGrant.row(member.keys, transaction.vault),
        try FirstGrant.seal(
          next, to: member.keys, lookup: lookup, pin: session.state.pin))
    }
  }

  // MARK: - Wraps

  private func rewrap(from old: HeldRole, to next: HeldRole) throws {
    if role == .auditor { return try rewrapDetails(from: old, to: next) }
    try WrapRotation(epoch: self, old: old, next: next).run()
  }

  /// A key that somebody outside the role boxed is wrapped from now on; a mark is made anew; `nil`
  /// for a key that does not open, or that opens neither part of its record.
  func unbox(
    _ id: RowID, _ kind: RecordKind, from old: HeldRole, to next: HeldRole
  ) throws -> WrapRow? {
    let boxedID = transaction.lookup.boxed(id, role)
    guard let name = RowID(next.keys.wrapID(of: id.bytes)),
      let boxed = try transaction.store.wraps([boxedID])[0]
    else { return nil }
    if PassedOver.isRecord(boxed, id, old) {
      return WrapRow(id: boxedID, body: try PassedOver.record(id, next))
    }
    guard
      let key = try? BoxedContext.open(
        boxed, old, session.me, BoxedContext.record(transaction.vault, role, id)),
      try mayBe(key, of: id, kind)
    else { return nil }
    return WrapRow(id: name, body: next.keys.wrap(key, of: id.bytes))
  }

  private func rewrapDetails(from old: HeldRole, to next: HeldRole) throws {
    var from: UInt64 = 0
    while true {
      let rows = try transaction.store.details(from: from, limit: 4096)
      guard let last = rows.last else { return }
      var wraps: [(number: UInt64, wrap: [UInt8])] = []
      var unopened: [DetailRow] = []
      for row in rows {
        if let wrap = try DetailSeal.rewrap(row, from: old, session.me, to: next) {
          wraps.append((row.number, wrap))
        } else {
          unopened.append(row)
        }
      }
      try passOver(unopened, to: next)
      try transaction.store.replaceDetailWraps(wraps)
      from = last.number + 1
    }
  }
}

extension Transaction {
  /// Writes the card that the roster now implies.
  func writeCard() throws {
    let member = memberEpochs.current
    try store.setHeader("card", try Card(state.roster, member: member).signed(by: member))
  }
}

extension Session {
  /// Draws a new epoch of a role: one transaction, whatever the number of records.
  ///
  /// - Returns: whether the old wraps are gone from the files already.
  public func rotateRole(_ role: Role) throws(VaultError) -> Bool {
    try vaultErrors {
      guard role.hasKeys else { throw VaultError.roleMissing(role) }
      if role == .member { try require(.steward) }
      do { try read { _ = try self.holding(role, self.state, $0.store) } } catch VaultError
        .roleMissing
      {
        try write { try $0.log(.denied, [role.word], reason: "") }
        throw VaultError.roleMissing(role)
      }
      try write { transaction in
        try NextEpoch(session: self, transaction: transaction, role: role).open()
        try transaction.log(.roleRotated, [role.word], reason: "")
        try transaction.writeCard()
      }
      return try store.destroyRemnants(of: .keys)
    }
  }

  /// Opens the next epoch of each closed role that this member is an heir of.
  ///
  /// One transaction a role. A role with a record that cannot be opened stays closed, which is
  /// safe: what is written for it goes to its holders' own keys. Nobody may be locked out, or be
  /// impossible to remove, because of a damaged row.
  func reopenClosedEpochs() throws {
    let mine = Role.keyed.filter {
      state.roster.epochs[$0]?.closed == true && state.roster.holds(myID, $0)
    }
    guard !mine.isEmpty else { return }
    for role in mine {
      do { try write { try self.openNextEpoch(of: role, $0) } } catch VaultError.integrity(
        .record)
      { continue } catch VaultError.integrity(.detail) { continue }
    }
    _ = try store.destroyRemnants(of: .keys)
  }

  /// Within a transaction: the next epoch of a role that is closed and that this member holds.
  func openNextEpoch(of role: Role, _ transaction: Transaction) throws {
    guard transaction.state.roster.epochs[role]?.closed == true,
      transaction.state.roster.holds(myID, role)
    else { return }
    do throws {
      try NextEpoch(session: self, transaction: transaction, role: role).open()
    } catch let error as SealingError where error == .notAuthentic || error == .malformed {
      throw VaultError.integrity(.record)
    }
    try transaction.log(.epochReopened, [role.word], reason: "")
    try transaction.writeCard()
  }
}
