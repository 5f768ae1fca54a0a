import Sealing
import Storage

/// A newcomer who waits to be admitted.
public struct WaitingMember: Equatable, Sendable {
  public let handle: String
  /// To be compared aloud before admission.
  public let fingerprint: String
  /// Whether a member has the handle, or one who was removed had it: then nobody is admitted under
  /// it, which the newcomer could not know.
  public let handleTaken: Bool
}

/// What an admission or a grant left for others to do.
public struct PendingGrants: Equatable, Sendable {
  /// Roles that the member is entitled to and that a holder must still grant.
  public let roles: [Role]
}

extension Session {
  /// Newcomers whose requests are genuine, by handle.
  public func waitingMembers() throws(VaultError) -> [WaitingMember] {
    try vaultErrors {
      try read { reader in
        try self.requests(reader.store).map { self.summary($0) }.sorted {
          ($0.handle, $0.fingerprint) < ($1.handle, $1.fingerprint)
        }
      }
    }
  }

  /// Admits a newcomer whose fingerprint was compared, with rights.
  ///
  /// What the steward holds too is granted at once; the rest waits for a holder.
  ///
  /// - Throws: ``VaultError/notFound`` when there is no request of this handle,
  ///   ``VaultRefusal/handleUsed`` when a member, present or removed, has it,
  ///   ``VaultRefusal/fingerprintDiffers`` when no request of it has the fingerprint.
  public func admit(
    _ handle: String, fingerprint: String, roles: [Role]
  ) throws(VaultError) -> PendingGrants {
    try vaultErrors {
      try require(.steward)
      return try write { transaction in
        try self.admit(handle, fingerprint, roles, transaction).pending
      }
    }
  }

  /// Within a transaction of a steward's: an admission, with its log entry.
  func admit(
    _ handle: String, _ fingerprint: String, _ roles: [Role], _ transaction: Transaction
  ) throws -> (id: MemberID, pending: PendingGrants) {
    let waiting = try requests(transaction.store)
      .filter { $0.request.member.handle == handle }
    guard !waiting.isEmpty else { throw VaultError.notFound }
    guard !isTaken(handle) else { throw VaultError.refused(.handleUsed) }
    guard
      let found = waiting.first(where: { Fingerprint.matches(fingerprint, $0.fingerprint) }),
      let keys = found.request.member.keys
    else { throw VaultError.refused(.fingerprintDiffers) }
    let roles = Set(roles).subtracting([.member]).sorted { $0.rawValue < $1.rawValue }
    try transaction.appendRoster(
      .admit(member: found.request.member, roles: roles),
      signers: [transaction.memberEpochs.current])
    let id = MemberID(keys.id(in: transaction.vault))
    let pending = try grantWhatIHold(id, transaction)
    try transaction.store.setRequest(found.id, nil)
    try transaction.log(
      .memberAdmitted, [handle] + roles.map(\.word), reason: "")
    try transaction.store.setCell(
      FirstGrant.row(keys, transaction.vault),
      try FirstGrant.seal(
        transaction.memberEpochs.current, to: keys, lookup: lookup,
        pin: transaction.state.pin))
    return (id, pending)
  }

  /// Grants every role that the member is entitled to, lacks, and that I hold.
  func grantWhatIHold(_ id: MemberID, _ transaction: Transaction) throws -> PendingGrants {
    var pending: [Role] = []
    for role in Role.keyed where role != .member {
      guard let member = transaction.state.roster.members[id], member.isEntitled(to: role),
        !transaction.state.roster.holds(id, role)
      else { continue }
      if transaction.state.roster.holds(myID, role),
        transaction.state.roster.epochs[role]?.closed == false
      {
        try grant(role, to: id, transaction)
      } else {
        pending.append(role)
      }
    }
    return PendingGrants(roles: pending)
  }

  /// Seals one role's seed to a member and says so in the roster.
  func grant(_ role: Role, to id: MemberID, _ transaction: Transaction) throws {
    guard let member = transaction.state.roster.members[id] else {
      throw VaultError.refused(.notAMember)
    }
    let held = try transaction.holding(role)
    try transaction.appendRoster(
      .grant(member: id, role: role, epoch: held.epoch), signers: [held])
    try transaction.store.setCell(
      lookup.row(.grant, id.bytes, [role.rawValue], held.epoch.bigEndianBytes),
      try held.keys.grant(to: member.keys.box))
  }

  /// A request that opens and is signed by the keys in it.
  struct Waiting {
    let id: RowID
    let request: MemberRequest
    let fingerprint: String
  }

  func summary(_ waiting: Waiting) -> WaitingMember {
    let handle = waiting.request.member.handle
    return WaitingMember(
      handle: handle, fingerprint: waiting.fingerprint, handleTaken: isTaken(handle))
  }

  func isTaken(_ handle: String) -> Bool {
    state.roster.members.values.contains { $0.handle == handle }
  }

  func requests(_ store: any StoreReading) throws -> [Waiting] {
    let roster = state.roster
    return try store.requests().compactMap { row in
      guard let request = MemberRequest.open(row.body, memberEpochs, roster),
        let keys = request.member.keys
      else { return nil }
      return Waiting(
        id: row.id, request: request,
        fingerprint: keys.fingerprint(in: roster.vault, genesis: roster.genesis))
    }
  }
}
