import Sealing

/// What some keys' owner was and could at each time, followed along the log.
struct Tenure {
  /// The ids of the owner, who has more than one after a change of keys.
  let who: Set<MemberID>
  let lookup: Lookup

  private(set) var admitted: Moment?
  private(set) var left: (moment: Moment, act: Act)?
  private(set) var rights: [MemberExposure.RightSpan] = []
  private(set) var keys: [MemberExposure.KeySpan] = []
  private(set) var traces = RecordTraces()
  /// Entries below this number open with the `member` keys, and details with the auditors'.
  private(set) var reach: [Role: UInt64] = [:]
  /// The owner's own entries.
  private(set) var own: [LogEntry] = []
  /// Whom the owner let in.
  private(set) var through: Set<MemberID> = []
  private var holding: Set<Role> = []
  private var hasRights: Set<Role> = []
  private var began: [Role: UInt64] = [:]

  init(of who: Set<MemberID>, _ lookup: Lookup) {
    self.who = who
    self.lookup = lookup
  }

  mutating func follow(_ entry: LogEntry, _ before: RosterState, _ after: RosterState) {
    if who.contains(entry.member) { own.append(entry) }
    traces.follow(entry, holding, lookup)
    // A departure is an entry in a row that who departs can still read, about a detail that he cannot.
    if holding.contains(.member) { reach[.member] = entry.number + 1 }
    if before.count != after.count { followRoster(entry, before, after) }
    if holding.contains(.auditor) { reach[.auditor] = entry.number + 1 }
  }

  private mutating func followRoster(
    _ entry: LogEntry, _ before: RosterState, _ after: RosterState
  ) {
    let moment = Moment(
      entry: entry.number, time: Timestamp.text(entry.time),
      by: after.members[entry.member]?.handle ?? "")
    followPresence(entry.act, moment, before, after)
    followRights(moment, after)
    for role in Role.keyed { followKeys(role, moment, before, after) }
    if holding.contains(.member) { reach[.member] = entry.number + 1 }
    if who.contains(entry.member) { through.formUnion(letIn(before, after)) }
  }

  private mutating func followPresence(
    _ act: Act, _ moment: Moment, _ before: RosterState, _ after: RosterState
  ) {
    let who = self.who
    func present(_ roster: RosterState) -> Bool {
      who.contains { roster.members[$0]?.removed == false }
    }
    if admitted == nil, present(after) { admitted = moment }
    if present(before), !present(after) { left = (moment, act) }
  }

  private mutating func followRights(_ moment: Moment, _ after: RosterState) {
    let now = Set(Role.assignable.filter { role in who.contains { after.hasRight($0, role) } })
    for role in hasRights.subtracting(now) {
      for index in rights.indices where rights[index].role == role.word {
        if rights[index].until == nil { rights[index].until = moment }
      }
    }
    for role in Role.assignable where now.contains(role) && !hasRights.contains(role) {
      rights.append(.init(role: role.word, from: moment))
    }
    hasRights = now
  }

  private mutating func followKeys(
    _ role: Role, _ moment: Moment, _ before: RosterState, _ after: RosterState
  ) {
    let number = after.epochs[role]?.number ?? 0
    let isNew = number != before.epochs[role]?.number
    if isNew { began[role] = moment.entry }
    let holds = who.contains { after.holds($0, role) }
    let held = holding.contains(role)
    if held, !holds || isNew {
      for index in keys.indices where keys[index].role == role.word {
        if keys[index].until == nil { keys[index].until = moment }
      }
    }
    if holds, !held || isNew {
      keys.append(.init(role: role.word, epoch: number, from: moment))
      traces.begin(role, since: began[role] ?? 0)
    }
    if holds { holding.insert(role) } else { holding.remove(role) }
  }

  /// Who came to be a member, to have a right or to hold keys by an entry.
  private func letIn(_ before: RosterState, _ after: RosterState) -> Set<MemberID> {
    var found: Set<MemberID> = []
    for (id, member) in after.members where !who.contains(id) {
      let old = before.members[id]
      if !member.rights.isSubset(of: old?.rights ?? []) || old == nil { found.insert(id) }
    }
    for (role, epoch) in after.epochs where epoch.number == before.epochs[role]?.number {
      found.formUnion(epoch.holders.subtracting(before.epochs[role]?.holders ?? []))
    }
    return found.subtracting(who)
  }
}
