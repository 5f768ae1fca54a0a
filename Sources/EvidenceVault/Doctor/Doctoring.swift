import Sealing
import Storage

extension Session {
  /// A member who has written nothing for so many seconds, half a year, may be gone or have forgotten.
  public static let silence: UInt64 = 15_552_000

  /// What of the vault itself is weak, by what every member's program knows.
  ///
  /// Nothing is opened, so nothing is logged.
  public func weaknesses() throws(VaultError) -> [Weakness] {
    try vaultErrors {
      let waiting = try waitingMembers()
      return try read { reader in
        let roster = self.state.roster
        let gone = roster.members.filter { $0.value.removed }
        var tenure = Tenure(of: Set(gone.keys), self.lookup)
        var watch = Watch(lookup: self.lookup)
        try self.walk(reader.store).run {
          tenure.follow($0, $1, $2)
          watch.follow($0, $2)
        }
        var found = self.tooFew(roster) + self.unfinished(roster)
        found += Dictionary(grouping: waiting, by: \.handle).sorted { $0.key < $1.key }
          .map { .requestWaiting($0.key, $0.value.count) }
        if let oldest = watch.drops.values.min() {
          found.append(.dropsWaiting(watch.drops.count, since: Timestamp.text(oldest)))
        }
        found += self.silent(roster, watch)
        let kept = tenure.traces.exposures.reduce(0) { $0 + $1.unchanged }
        if kept > 0 {
          found.append(.keptKeys(kept, members: Set(gone.values.map(\.handle)).sorted()))
        }
        if try Header(reader.store).parameters == .interactive { found.append(.cheapPassphrases) }
        return found
      }
    }
  }

  /// What would be lost with the keys of a member.
  ///
  /// - Throws: ``VaultRefusal/notAMember``.
  public func loss(of handle: String) throws(VaultError) -> MemberLoss {
    try vaultErrors {
      try read { reader in
        let roster = self.state.roster
        guard let (id, member) = roster.member(handle: handle) else {
          throw VaultError.refused(.notAMember)
        }
        let roles = Role.keyed.filter { $0 != .member && roster.holds(id, $0) }.map { role in
          MemberLoss.RoleLoss(role: role, others: roster.handles(holding: role, but: id))
        }
        let lost = Set(roles.filter(\.others.isEmpty).map(\.role))
        let records = try RecordKind.allCases.compactMap { kind -> (kind: String, count: Int)? in
          guard let role = kind.role, lost.contains(role) else { return nil }
          let count = try reader.map.leaves(prefix: self.lookup.prefix(of: kind)).count
          return count == 0 ? nil : (kind.word, count)
        }
        return MemberLoss(
          member: handle,
          lastSteward: member.rights.contains(.steward) && roster.stewardHandles.count == 1,
          roles: roles, records: records,
          details: lost.contains(.auditor) ? self.state.logCount : 0)
      }
    }
  }

  private func tooFew(_ roster: RosterState) -> [Weakness] {
    var found: [Weakness] = []
    let stewards = roster.stewardHandles
    if stewards.count == 1 { found.append(.oneSteward(stewards[0])) }
    let alone = Role.keyed.filter { $0 != .member }.compactMap {
      role -> (role: Role, holder: String)? in
      let holders = roster.handles(holding: role)
      return holders.count == 1 ? (role, holders[0]) : nil
    }
    // Who is given a role is given those that it implies: one mend for all.
    for (role, holder) in alone
    where !alone.contains(where: { $0.role != role && $0.role.implied.contains(role) }) {
      found.append(.oneHolder(role, holder))
    }
    if !roster.members.values.contains(where: { !$0.removed && RecoverySet.isHandle($0.handle) }) {
      found.append(.noRecovery)
    }
    return found
  }

  private func unfinished(_ roster: RosterState) -> [Weakness] {
    var found: [Weakness] = []
    for role in Role.keyed where roster.epochs[role]?.closed == true {
      found.append(.closed(role, holders: roster.handles(holding: role)))
    }
    for (id, member) in roster.members.sorted(by: { $0.value.handle < $1.value.handle }) {
      for role in Role.keyed where member.isEntitled(to: role) && !roster.holds(id, role) {
        found.append(
          .keysAwaited(member.handle, role, holders: roster.handles(holding: role)))
      }
    }
    return found
  }

  private func silent(_ roster: RosterState, _ watch: Watch) -> [Weakness] {
    let now = max(clock(), state.newest)
    return roster.members.filter {
      !$0.value.removed && $0.key != myID && !RecoverySet.isHandle($0.value.handle)
    }
    .sorted { $0.value.handle < $1.value.handle }.compactMap { id, member in
      let last = watch.last[id] ?? watch.admitted[id] ?? state.newest
      guard now - min(now, last) > Self.silence else { return nil }
      return .silent(member.handle, since: Timestamp.text(last))
    }
  }
}

/// What the log tells of drops that wait and of members who do not write.
private struct Watch {
  let lookup: Lookup
  /// When each drop came that waits.
  var drops: [MapKey: UInt64] = [:]
  /// When each member wrote last.
  var last: [MemberID: UInt64] = [:]
  var admitted: [MemberID: UInt64] = [:]
  private var rosterCount: UInt64 = 0

  init(lookup: Lookup) { self.lookup = lookup }

  mutating func follow(_ entry: LogEntry, _ after: RosterState) {
    last[entry.member] = entry.time
    if rosterCount != after.count {
      rosterCount = after.count
      for id in after.members.keys where admitted[id] == nil { admitted[id] = entry.time }
    }
    for change in entry.changes where lookup.kind(of: change.key) == .drop {
      if change.after == .zero {
        drops[change.key] = nil
      } else if drops[change.key] == nil {
        drops[change.key] = entry.time
      }
    }
  }
}

extension RosterState {
  /// Handles of present members who may admit and remove.
  fileprivate var stewardHandles: [String] {
    members.values.filter { !$0.removed && $0.rights.contains(.steward) }.map(\.handle).sorted()
  }

  /// Handles of those who hold a role's keys.
  fileprivate func handles(holding role: Role, but not: MemberID? = nil) -> [String] {
    members.filter { $0.key != not && holds($0.key, role) }.map(\.value.handle).sorted()
  }
}
