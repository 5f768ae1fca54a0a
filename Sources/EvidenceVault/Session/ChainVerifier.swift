import Sealing
import Storage

/// Verifies what was appended to a vault's chains after a known state.
///
/// Each entry must follow its predecessor, be signed by a member who could do that at that number,
/// have the detail that it names, and change the map only as its act permits; all changes together
/// must lead from the known root to the one that the newest entry signs, and this must be the root
/// of what is stored.
struct ChainVerifier {
  let store: any StoreReading
  let lookup: Lookup
  let memberKeys: MemberEpochs
  var state: ChainState
  /// The restores that were declared among the entries verified here.
  private(set) var restores: [RestoreMark] = []
  private var touched: [MapKey: (before: Digest, after: Digest)] = [:]

  init(store: any StoreReading, lookup: Lookup, memberKeys: MemberEpochs, state: ChainState) {
    self.store = store
    self.lookup = lookup
    self.memberKeys = memberKeys
    self.state = state
  }

  /// Goes on to the newest entry.
  ///
  /// - Parameter progress: is told how many entries have been verified.
  mutating func advance(progress: (UInt64) -> Void = { _ in }) throws {
    guard let last = try store.last(.log) else { throw VaultError.integrity(.rolledBack) }
    guard last.number + 1 >= state.logCount else { throw VaultError.integrity(.rolledBack) }
    if state.logCount > 0 { try checkPinned(last) }
    guard last.number + 1 > state.logCount else {
      _ = try MapView(store, root: state.root)
      try checkRosterEnd()
      return
    }
    let rootBefore = state.root
    try accept(upTo: last.number, progress)
    let now = try MapView(store, root: state.root)
    // What the entries say is there now is there: putting it in changes nothing.
    try now.apply(touched.map { MapView.HashedChange(key: $0, leaf: $1.after) })
    guard now.root == state.root else { throw VaultError.integrity(.map) }
    try now.apply(touched.map { MapView.HashedChange(key: $0, leaf: $1.before) })
    guard now.root == rootBefore else { throw VaultError.integrity(.map) }
    touched = [:]
    try checkRosterEnd()
  }

  /// The entry at the known head must still be the one that was verified.
  private func checkPinned(_ last: ChainRow) throws {
    let number = state.logCount - 1
    let row =
      last.number == number ? last : try store.chain(.log, from: number, limit: 1).first
    guard let row, row.number == number,
      let bytes = try? memberKeys.open(row, .log),
      Digest.of(.logEntry, bytes) == state.logHead
    else { throw VaultError.integrity(.forked) }
  }

  /// The roster may not go on beyond what the newest log entry knows.
  private func checkRosterEnd() throws {
    guard try store.last(.roster)?.number == state.roster.count - 1 else {
      throw VaultError.integrity(.roster(state.roster.count))
    }
  }

  /// Entries as they are read; what can be checked of each alone is checked on all cores.
  private mutating func accept(upTo newest: UInt64, _ progress: (UInt64) -> Void) throws {
    var number = state.logCount
    let epochs = memberKeys
    try Parallel.stream { () -> EntryCheck? in
      guard number <= newest else { return nil }
      let rows = try store.chain(.log, from: number, limit: 1024)
      guard !rows.isEmpty else { throw VaultError.integrity(.log(number)) }
      let details = try details(rows)
      number += UInt64(rows.count)
      return EntryCheck(
        rows: rows, details: details, keys: state.roster.members.mapValues(\.keys.signing),
        vault: state.roster.vault)
    } work: {
      $0.run(epochs)
    } take: { checked in
      for checked in checked { try accept(try checked.get()) }
      progress(state.logCount)
    }
  }

  /// The detail that belongs to each row.
  private func details(_ rows: [ChainRow]) throws -> [DetailRow] {
    let details = try store.details(from: rows[0].number, limit: rows.count)
    guard details.count == rows.count else {
      let there = Set(details.map(\.number))
      let gone = rows.first { !there.contains($0.number) }?.number ?? rows[0].number
      throw VaultError.integrity(.detail(gone))
    }
    for (row, detail) in zip(rows, details) where row.number != detail.number {
      throw VaultError.integrity(.detail(row.number))
    }
    return details
  }

  private mutating func accept(_ checked: EntryCheck.Checked) throws {
    let number = state.logCount
    let fault = VaultError.integrity(.log(number))
    let entry = checked.entry
    guard entry.number == number, entry.previous == state.logHead, entry.time >= state.newest else {
      throw fault
    }
    if number == 0 {
      guard entry.act == .founded else { throw fault }
      try acceptRoster(entry)
    }
    guard let member = state.roster.members[entry.member], !member.removed,
      checked.signer == member.keys.signing
        || entry.isSigned(by: member.keys.signing, vault: state.roster.vault),
      state.roster.permits(entry.act, entry.member, first: number == 0)
    else { throw fault }
    guard entry.detail == checked.detail else { throw VaultError.integrity(.detail(number)) }
    for change in entry.changes { try accept(change, of: entry, fault) }
    if number > 0 { try acceptRoster(entry) }
    state.logCount += 1
    state.logHead = checked.hash
    state.root = entry.root
    state.newest = entry.time
    guard entry.act == .restored else { return }
    state.restores.append(checked.hash)
    restores.append(RestoreMark(entry, checked.hash))
  }

  private mutating func accept(
    _ change: LogEntry.Change, of entry: LogEntry, _ fault: VaultError
  ) throws {
    guard let kind = lookup.kind(of: change.key), let allowed = entry.act.changes[kind] else {
      throw fault
    }
    let permitted =
      switch allowed {
      case .insert: change.before == .zero && change.after != .zero
      case .replace: change.before != .zero && change.after != .zero
      case .remove: change.before != .zero && change.after == .zero
      case .any: change.after != .zero
      case .replaceOrRemove: change.before != .zero
      case .all: change.before != change.after
      }
    guard permitted else { throw fault }
    if let earlier = touched[change.key] {
      guard earlier.after == change.before else { throw fault }
      touched[change.key] = (earlier.before, change.after)
    } else {
      touched[change.key] = (change.before, change.after)
    }
  }

  /// Applies the roster entries that this log entry brings: none unless it changes the head's leaf.
  private mutating func acceptRoster(_ entry: LogEntry) throws {
    let fault = VaultError.integrity(.log(entry.number))
    guard let change = entry.changes.first(where: { $0.key == lookup.rosterHead }) else {
      guard !entry.act.changesRoster else { throw fault }
      return
    }
    let closed = state.roster.closedRoles
    var brought: [RosterChange] = []
    while true {
      let number = state.roster.count
      guard let row = try store.chain(.roster, from: number, limit: 1).first, row.number == number
      else { throw VaultError.integrity(.roster(number)) }
      let next = try RosterEntry(try memberKeys.open(row, .roster), number: number)
      try state.roster.apply(next)
      guard next.actor == entry.member else { throw fault }
      brought.append(next.payload.change)
      let leaf = Slot.leaf(lookup.rosterHead, state.rosterLeaf.bytes).digest
      if leaf == change.after {
        let handle = state.roster.members[entry.member]?.handle ?? ""
        guard entry.act.permits(brought, closed: closed, by: handle) else { throw fault }
        return
      }
    }
  }
}
