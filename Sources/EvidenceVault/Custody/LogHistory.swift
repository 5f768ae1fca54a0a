import Sealing
import Storage

/// Who wrote an entry, and what he was when he did.
struct EntryWriter: Sendable {
  let entry: LogEntry
  let handle: String
  /// Whether he held the role asked about.
  let held: Bool
  /// The role's epoch then.
  let epoch: UInt32
}

/// Looks back in the verified log for who wrote what cannot be opened now.
///
/// It reads from the newest entry down, follows the hashes, and stops when everything is found.
/// It is for what goes wrong: nothing that opens ever needs it.
struct LogHistory {
  let store: any StoreReading
  let epochs: MemberEpochs
  let lookup: Lookup
  /// The verified state; entries from its count on are not looked at.
  let state: ChainState

  /// The writers of entries, by number.
  ///
  /// - Parameter role: the one that ``EntryWriter/held`` and ``EntryWriter/epoch`` are about.
  func writers(of numbers: Set<UInt64>, _ role: Role) throws -> [UInt64: EntryWriter] {
    var left = numbers
    let found = try search { entry in
      left.remove(entry.number) == nil ? .pass : .take(last: left.isEmpty)
    }
    return Dictionary(
      uniqueKeysWithValues: try writers(found, role).map { ($0.entry.number, $0) })
  }

  /// What became of a record: the entry that put it in, and whether another changed it since.
  struct Origin: Sendable {
    let writer: EntryWriter
    let changedSince: Bool
  }

  /// Where records came from.
  func origins(of keys: Set<MapKey>, _ role: Role) throws -> [MapKey: Origin] {
    var changed: Set<MapKey> = []
    var inserted: [MapKey: UInt64] = [:]
    let found = try search { entry in
      var takes = false
      for change in entry.changes
      where keys.contains(change.key) && inserted[change.key] == nil {
        if change.before == .zero {
          inserted[change.key] = entry.number
          takes = true
        } else {
          changed.insert(change.key)
        }
      }
      return takes ? .take(last: inserted.count == keys.count) : .pass
    }
    let writers = Dictionary(
      uniqueKeysWithValues: try writers(found, role).map { ($0.entry.number, $0) })
    return inserted.reduce(into: [:]) { origins, pair in
      guard let writer = writers[pair.value] else { return }
      origins[pair.key] = Origin(writer: writer, changedSince: changed.contains(pair.key))
    }
  }

  /// The entries of an act.
  func entries(of act: Act) throws -> [LogEntry] {
    try search { $0.act == act ? .take(last: false) : .pass }.map(\.entry)
  }

  // MARK: - The search

  private enum Answer {
    case pass
    case take(last: Bool)
  }

  /// An entry, and the hash of the roster's leaf by which it was judged.
  private struct Found {
    let entry: LogEntry
    let roster: Digest
  }

  private func search(_ ask: (LogEntry) -> Answer) throws -> [Found] {
    var found: [Found] = []
    // Taken, but the entry that says which roster was current has not been met yet.
    var waiting: [LogEntry] = []
    var head = state.logHead
    var next = state.logCount
    var finished = false
    while next > 0, !(finished && waiting.isEmpty) {
      let from = next - min(next, 4096)
      let rows = try store.chain(.log, from: from, limit: Int(next - from))
      guard rows.count == Int(next - from) else { throw VaultError.integrity(.log(from)) }
      for row in rows.reversed() {
        next -= 1
        let entry = try LogEntry(try epochs.open(row, .log), number: next)
        guard entry.hash == head else { throw VaultError.integrity(.log(next)) }
        head = entry.previous
        func settle() {
          let roster = entry.changes.first { $0.key == lookup.rosterHead }?.after
          guard let roster else { return }
          found += waiting.map { Found(entry: $0, roster: roster) }
          waiting = []
        }
        // What an entry itself brings does not judge it, but for the first.
        settle()
        if !finished, case .take(let last) = ask(entry) {
          waiting.append(entry)
          finished = last
        }
        if next == 0 { settle() }
        if finished, waiting.isEmpty { break }
      }
    }
    return found
  }

  /// Follows the roster from its genesis to where each entry needs it. A leaf's hash from the
  /// verified log stands in for the signatures.
  private func writers(_ found: [Found], _ role: Role) throws -> [EntryWriter] {
    var left = Dictionary(grouping: found, by: \.roster)
    var writers: [EntryWriter] = []
    var then = ChainState(vault: state.roster.vault)
    while !left.isEmpty {
      let number = then.roster.count
      guard number < state.roster.count,
        let row = try store.chain(.roster, from: number, limit: 1).first, row.number == number
      else { throw VaultError.integrity(.roster(number)) }
      try then.roster.apply(
        try RosterEntry(try epochs.open(row, .roster), number: number), signaturesKnown: true)
      let leaf = Slot.leaf(lookup.rosterHead, then.rosterLeaf.bytes).digest
      for one in left.removeValue(forKey: leaf) ?? [] {
        writers.append(
          EntryWriter(
            entry: one.entry, handle: then.roster.members[one.entry.member]?.handle ?? "",
            held: then.roster.holds(one.entry.member, role),
            epoch: then.roster.epochs[role]?.number ?? 0))
      }
    }
    return writers
  }
}

extension Session {
  /// The log as this session has verified it.
  func history(_ store: any StoreReading) -> LogHistory {
    LogHistory(store: store, epochs: memberEpochs, lookup: lookup, state: state)
  }
}

extension Transaction {
  /// The log up to this transaction.
  var history: LogHistory {
    LogHistory(store: store, epochs: memberEpochs, lookup: lookup, state: state)
  }
}
