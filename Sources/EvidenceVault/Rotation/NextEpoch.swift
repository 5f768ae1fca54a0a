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
    let before = transaction.state.roster
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
    var deleting: [RowID] = []
    var inserting: [WrapRow] = []
    for kind in RecordKind.allCases where kind.role == role {
      let ids = try transaction.map.leaves(prefix: transaction.lookup.prefix(of: kind)).map {
        guard let id = $0.key.id else { throw VaultError.integrity(.map) }
        return id
      }
      let done = try rewrap(ids, kind, from: old, to: next)
      deleting += done.deleting
      inserting += done.inserting
    }
    try transaction.store.replaceWraps(deleting: deleting, inserting: inserting)
  }

  private func rewrap(
    _ ids: [RowID], _ kind: RecordKind, from old: HeldRole, to next: HeldRole
  ) throws -> (deleting: [RowID], inserting: [WrapRow]) {
    // In the order of the old wraps, so that they are read one after the other.
    let jobs = Parallel.map(ids) { id in
      (record: id, wrap: RowID(old.keys.wrapID(of: id.bytes)) ?? RowID(high: 0, low: 0))
    }.sorted { $0.wrap < $1.wrap }
    let wraps = try transaction.store.wraps(jobs.map(\.wrap))
    let rewrapped = try Parallel.chunks(jobs.count) { range in
      try? Rewrapping.run(
        range.map { (jobs[$0].record.bytes, wraps[$0]) }, from: old.keys, to: next.keys)
    }.flatMap { part in
      guard let part else { throw SealingError.lockedMemoryUnavailable }
      return part
    }
    var deleting: [RowID] = []
    var inserting: [WrapRow] = []
    deleting.reserveCapacity(jobs.count)
    inserting.reserveCapacity(jobs.count)
    var unopened: [RowID] = []
    for index in jobs.indices {
      if let done = rewrapped[index], let name = RowID(done.id) {
        deleting.append(jobs[index].wrap)
        inserting.append(WrapRow(id: name, body: done.wrap))
      } else {
        guard wraps[index] == nil else { throw VaultError.integrity(.record) }
        let record = jobs[index].record
        deleting.append(transaction.lookup.boxed(record, role))
        if let wrap = try unbox(record, kind, from: old, to: next) {
          inserting.append(wrap)
        } else {
          unopened.append(record)
        }
      }
    }
    inserting += try passOver(unopened, kind, to: next)
    return (deleting, inserting)
  }

  /// A key that somebody outside the role boxed is wrapped from now on; a mark is made anew; `nil`
  /// for a key that does not open, or that opens neither part of its record.
  private func unbox(
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
      return try store.destroyRemnants()
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
    _ = try store.destroyRemnants()
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
