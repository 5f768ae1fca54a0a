import Sealing

/// Who is a member, whose keys are whose, and which epoch of each role is current.
///
/// It exists only as the result of applying entries one by one, each checked against the state
/// before it.
struct RosterState: Sendable {
  struct Member: Sendable {
    let handle: String
    let keys: MemberPublicKeys
    var rights: Set<Role>
    /// A removed member stays as a tombstone, so that old entries keep a name.
    var removed = false
    /// Who this member is since a change of keys; these keys are then a removed member's.
    var successor: MemberID?

    /// Rights and what they imply; nothing for a removed member.
    func isEntitled(to role: Role) -> Bool {
      !removed && (role == .member || rights.contains { $0.implied.contains(role) })
    }
  }

  struct Epoch: Sendable {
    let number: UInt32
    let keys: RolePublicKeys
    /// Who has the seed through a holder's grant and is still entitled.
    var holders: Set<MemberID>
    /// Somebody with the seed has left; until the next epoch, writers seal to the holders' own keys.
    var closed = false
  }

  let vault: VaultID
  private(set) var count: UInt64 = 0
  private(set) var head = Digest.zero
  private(set) var genesis = Digest.zero
  private(set) var lookupCommitment: [UInt8] = []
  private(set) var members: [MemberID: Member] = [:]
  private(set) var epochs: [Role: Epoch] = [:]

  init(vault: VaultID) { self.vault = vault }

  /// Applies the next entry.
  ///
  /// - Parameter signaturesKnown: `true` only for entries under a head that this member has
  ///   verified before; the chain of hashes then stands in for the signatures.
  mutating func apply(_ entry: RosterEntry, signaturesKnown: Bool = false) throws {
    let fault = VaultError.integrity(.roster(count))
    guard entry.payload.number == count, entry.payload.previous.bytes == head.bytes,
      entry.payload.vault.bytes == vault.bytes
    else { throw fault }
    let check = SignatureCheck(entry: entry, known: signaturesKnown, fault: fault)
    switch entry.payload.change {
    case .genesis(let founder, let epochs, let lookup):
      try applyGenesis(founder, epochs, lookup, check, fault)
      genesis = entry.hash
    case .admit(let newcomer, let roles):
      try steward(check)
      try applyAdmission(newcomer, roles, check, fault)
    case .entitle(let id, let role):
      try steward(check)
      guard Role.assignable.contains(role), let member = members[id], !member.removed,
        !member.rights.contains(role)
      else { throw fault }
      members[id]?.rights.insert(role)
    case .revoke(let id, let role):
      try steward(check)
      guard let member = members[id], !member.removed, member.rights.contains(role) else {
        throw fault
      }
      members[id]?.rights.remove(role)
      try close(fault)
    case .remove(let id):
      try steward(check)
      guard let member = members[id], !member.removed else { throw fault }
      members[id]?.removed = true
      try close(fault)
    case .rekey(let id, let next):
      try applyRekey(id, next, check, fault)
    case .grant(let id, let role, let number):
      guard role != .member, let epoch = epochs[role], epoch.number == number, !epoch.closed,
        let member = members[id], member.isEntitled(to: role), !epoch.holders.contains(id)
      else { throw fault }
      try holder(role, epoch, check)
      epochs[role]?.holders.insert(id)
    case .epoch(let next, let holders):
      try applyEpoch(next, holders, check, fault)
    }
    count += 1
    head = entry.hash
  }

  /// Whether somebody holds a role's keys by the roster.
  func holds(_ id: MemberID, _ role: Role) -> Bool {
    guard let member = members[id], !member.removed else { return false }
    return epochs[role]?.holders.contains(id) ?? false
  }

  /// Whether somebody has a right by the roster.
  func hasRight(_ id: MemberID, _ role: Role) -> Bool {
    guard let member = members[id], !member.removed else { return false }
    return member.rights.contains(role)
  }

  /// A member who has not been removed, by handle.
  func member(handle: String) -> (id: MemberID, member: Member)? {
    members.first { $0.value.handle == handle && !$0.value.removed }
      .map { ($0.key, $0.value) }
  }

  /// To which keys something for a role is sealed: the epoch's own, or, while it is closed, those
  /// of each remaining holder.
  func recipients(of role: Role) -> [BoxPublicKey] {
    guard let epoch = epochs[role] else { return [] }
    guard epoch.closed else { return [epoch.keys.box] }
    return epoch.holders.compactMap { members[$0]?.keys.box }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Who gets the next epoch of a role: those who hold this one and are entitled.
  func heirs(of role: Role) -> [MemberID] {
    (epochs[role]?.holders ?? [])
      .filter { members[$0]?.isEntitled(to: role) ?? false }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}

// MARK: - The rules

extension RosterState {
  private struct SignatureCheck {
    let entry: RosterEntry
    let known: Bool
    let fault: VaultError

    func require(_ signer: RosterEntry.Signer, _ key: SigningPublicKey) throws {
      guard known || entry.isSigned(by: signer, key) else { throw fault }
    }

    var members: [MemberID] {
      entry.signatures.compactMap { if case .member(let id) = $0.signer { id } else { nil } }
    }
  }

  private func steward(_ check: SignatureCheck) throws {
    guard let id = check.members.first, let member = members[id], hasRight(id, .steward) else {
      throw check.fault
    }
    try check.require(.member(id), member.keys.signing)
  }

  private func holder(_ role: Role, _ epoch: Epoch, _ check: SignatureCheck) throws {
    guard let id = check.members.first, let member = members[id], epoch.holders.contains(id),
      member.isEntitled(to: role)
    else { throw check.fault }
    try check.require(.member(id), member.keys.signing)
    try check.require(.epoch(role, epoch.number), epoch.keys.signing)
  }

  private mutating func applyGenesis(
    _ founder: RosterMember, _ first: [RosterEpoch], _ lookup: HexBytes, _ check: SignatureCheck,
    _ fault: VaultError
  ) throws {
    guard count == 0, let keys = founder.keys, Set(first.map(\.role)) == Set(Role.keyed),
      first.count == Role.keyed.count, Handle.isValid(founder.handle), lookup.bytes.count == 32
    else { throw fault }
    let id = MemberID(keys.id(in: vault))
    try check.require(.member(id), keys.signing)
    for epoch in first {
      guard epoch.number == 1, let keys = epoch.keys else { throw fault }
      try check.require(.epoch(epoch.role, 1), keys.signing)
      epochs[epoch.role] = Epoch(number: 1, keys: keys, holders: [id])
    }
    members[id] = Member(handle: founder.handle, keys: keys, rights: Set(Role.assignable))
    lookupCommitment = lookup.bytes
  }

  private mutating func applyAdmission(
    _ newcomer: RosterMember, _ roles: [Role], _ check: SignatureCheck, _ fault: VaultError
  ) throws {
    guard let keys = newcomer.keys, keys.box.canBeSealedTo, Handle.isValid(newcomer.handle),
      Set(roles).isSubset(of: Role.assignable), Set(roles).count == roles.count,
      let epoch = epochs[.member], !epoch.closed,
      !members.values.contains(where: { $0.handle == newcomer.handle }),
      !members.values.contains(where: {
        $0.keys.signing == keys.signing || $0.keys.box == keys.box
      })
    else { throw fault }
    try check.require(.epoch(.member, epoch.number), epoch.keys.signing)
    let id = MemberID(keys.id(in: vault))
    members[id] = Member(handle: newcomer.handle, keys: keys, rights: Set(roles))
    epochs[.member]?.holders.insert(id)
  }

  /// What waits in boxes to the old keys alone, as while an epoch is closed, would be lost with them.
  private mutating func applyRekey(
    _ id: MemberID, _ next: RosterMember, _ check: SignatureCheck, _ fault: VaultError
  ) throws {
    guard let old = members[id], !old.removed, check.members.first == id,
      let keys = next.keys, next.handle == old.handle, keys.box.canBeSealedTo,
      !members.values.contains(where: {
        $0.keys.signing == keys.signing || $0.keys.box == keys.box
      }),
      epochs.values.allSatisfy({ !$0.closed || !$0.holders.contains(id) })
    else { throw fault }
    let new = MemberID(keys.id(in: vault))
    try check.require(.member(id), old.keys.signing)
    try check.require(.member(new), keys.signing)
    members[id]?.removed = true
    members[id]?.successor = new
    members[new] = Member(handle: old.handle, keys: keys, rights: old.rights)
    for role in Role.keyed where epochs[role]?.holders.remove(id) != nil {
      epochs[role]?.holders.insert(new)
      epochs[role]?.closed = true
    }
  }

  private mutating func applyEpoch(
    _ next: RosterEpoch, _ holders: [MemberID], _ check: SignatureCheck, _ fault: VaultError
  ) throws {
    guard let current = epochs[next.role], let keys = next.keys, keys.box.canBeSealedTo,
      next.number == current.number + 1,
      holders == heirs(of: next.role),
      !epochs.values.contains(where: { $0.keys.signing == keys.signing || $0.keys.box == keys.box })
    else { throw fault }
    // Everybody holds `member`: any of them may reopen it after a removal, but only a steward may
    // draw it anew at will, or one member could hand all others grants that do not open.
    if next.role == .member, !current.closed { try steward(check) }
    try holder(next.role, current, check)
    try check.require(.epoch(next.role, next.number), keys.signing)
    epochs[next.role] = Epoch(number: next.number, keys: keys, holders: Set(holders))
  }

  /// Closes every epoch whose seed somebody has who is no longer entitled to it.
  private mutating func close(_ fault: VaultError) throws {
    guard members.values.contains(where: { !$0.removed && $0.rights.contains(.steward) }) else {
      throw fault
    }
    for role in Role.keyed {
      guard let epoch = epochs[role] else { throw fault }
      let left = Set(heirs(of: role))
      guard left != epoch.holders else { continue }
      guard !left.isEmpty else { throw fault }
      epochs[role]?.holders = left
      epochs[role]?.closed = true
    }
  }
}

extension BoxPublicKey {
  /// Not of small order. Later epochs are sealed to every holder: one key that nothing can be sealed
  /// to would keep everybody from opening them.
  fileprivate var canBeSealedTo: Bool { (try? seal([])) != nil }
}
