import Sealing
import Storage

/// Goes through the whole verified log, the oldest entry first, with the roster of each time.
///
/// Hashes lead to the verified head, so nothing that is visited can be another history; signatures
/// were checked when the entries were first seen.
struct LogWalk {
  let store: any StoreReading
  let epochs: MemberEpochs
  let lookup: Lookup
  /// The verified state.
  let state: ChainState

  /// How many entries are read at once.
  private static let chunk = 1024

  private struct Opened: Sendable {
    let entry: LogEntry
    let hash: Digest
  }

  /// - Parameter visit: an entry, and the roster before and after it.
  func run(_ visit: (LogEntry, RosterState, RosterState) throws -> Void) throws {
    var roster = RosterState(vault: state.roster.vault)
    var read: UInt64 = 0
    var number: UInt64 = 0
    var head = Digest.zero
    let epochs = self.epochs
    try Parallel.stream { () -> [ChainRow]? in
      guard read < state.logCount else { return nil }
      let rows = try store.chain(
        .log, from: read, limit: Int(min(UInt64(Self.chunk), state.logCount - read)))
      guard !rows.isEmpty else { throw VaultError.integrity(.log(read)) }
      read += UInt64(rows.count)
      return rows
    } work: { rows in
      Result {
        try rows.map { row in
          let entry = try LogEntry(try epochs.open(row, .log), number: row.number)
          return Opened(entry: entry, hash: entry.hash)
        }
      }
    } take: { result in
      for opened in try result.get() {
        guard opened.entry.number == number, opened.entry.previous == head else {
          throw VaultError.integrity(.log(number))
        }
        let before = roster
        try follow(opened.entry, &roster)
        try visit(opened.entry, before, roster)
        head = opened.hash
        number += 1
      }
    }
    guard number == state.logCount, head == state.logHead else {
      throw VaultError.integrity(.forked)
    }
  }

  /// The roster entries that a log entry brings; the leaf's hash stands in for their signatures.
  private func follow(_ entry: LogEntry, _ roster: inout RosterState) throws {
    guard let change = entry.changes.first(where: { $0.key == lookup.rosterHead }) else { return }
    while true {
      let number = roster.count
      guard number < state.roster.count,
        let row = try store.chain(.roster, from: number, limit: 1).first, row.number == number
      else { throw VaultError.integrity(.roster(number)) }
      try roster.apply(
        try RosterEntry(try epochs.open(row, .roster), number: number), signaturesKnown: true)
      let leaf = MapLeaf(version: roster.count, body: roster.head, listing: .zero)
      if Slot.leaf(lookup.rosterHead, leaf.bytes).digest == change.after { return }
    }
  }
}

extension Session {
  /// The log as this session has verified it, from the beginning.
  func walk(_ store: any StoreReading) -> LogWalk {
    LogWalk(store: store, epochs: memberEpochs, lookup: lookup, state: state)
  }
}
