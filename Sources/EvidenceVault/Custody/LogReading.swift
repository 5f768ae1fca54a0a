import Sealing
import Storage

/// A log entry as an auditor reads it.
public struct LogLine: Equatable, Sendable {
  public let number: UInt64
  public let detail: LogDetail
}

/// What a verification of the log found.
public struct LogVerification: Equatable, Sendable {
  /// How many entries there are.
  public let entries: UInt64
  /// The hash of the newest, in hexadecimal.
  public let head: String
  /// From which entry on signatures and rights were checked; below, hashes up to a trusted head.
  public let signaturesFrom: UInt64
}

extension Session {
  /// The log's details from an entry on, oldest first; reading is logged first.
  ///
  /// - Parameter limit: at most so many, the newest.
  public func log(
    newest limit: Int, by permit: borrowing Permit<AuditorRole>
  ) throws(VaultError) -> [LogLine] {
    try vaultErrors {
      try write { try $0.log(.logRead, [], reason: "") }
      return try read { reader in
        let held = try self.holding(.auditor, self.state, reader.store)
        let from = self.state.logCount - min(self.state.logCount, UInt64(max(0, limit)))
        let entries = try self.entries(from: from, reader.store)
        let details = try reader.store.details(from: from, limit: entries.count)
        return try entries.enumerated().map { index, entry in
          guard index < details.count, details[index].number == entry.number,
            Digest.of(details[index].body) == entry.detail
          else { throw VaultError.integrity(.detail(entry.number)) }
          return LogLine(
            number: entry.number, detail: try DetailSeal.open(details[index], held, self.me))
        }
      }
    }
  }

  /// Entries up to the verified head, each the one whose hash the next one names.
  ///
  /// Rows below the head are not verified at each opening, and every member has the key that they
  /// are sealed under.
  func entries(from: UInt64, _ store: any StoreReading) throws -> [LogEntry] {
    var entries: [LogEntry] = []
    while from + UInt64(entries.count) < state.logCount {
      let number = from + UInt64(entries.count)
      let rows = try store.chain(
        .log, from: number, limit: Int(min(1024, state.logCount - number)))
      guard rows.first?.number == number else { throw VaultError.integrity(.log(number)) }
      for row in rows {
        entries.append(try LogEntry(try memberEpochs.open(row, .log), number: row.number))
      }
    }
    var head = state.logHead
    for entry in entries.reversed() {
      guard entry.hash == head else { throw VaultError.integrity(.log(entry.number)) }
      head = entry.previous
    }
    return entries
  }

  /// Verifies the log against what this member has verified before: every entry is there and
  /// hashes to the next, up to the trusted head.
  public func verifyLog(
    progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(VaultError) -> LogVerification {
    try vaultErrors {
      try read { reader in
        try LogChainCheck(store: reader.store, epochs: self.memberEpochs)
          .run(to: self.state, progress: progress)
        return LogVerification(
          entries: self.state.logCount, head: Hex.encode(self.state.logHead.bytes),
          signaturesFrom: self.state.logCount)
      }
    }
  }

  /// Verifies roster and log from the genesis: every signature, every right, every change of the
  /// map, and that every detail is the one that its entry names.
  public func verifyLogFromGenesis(
    progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(VaultError) -> LogVerification {
    try vaultErrors {
      try read { reader in
        let total = self.state.logCount
        var verifier = ChainVerifier(
          store: reader.store, lookup: self.lookup, memberKeys: self.memberEpochs,
          state: ChainState(vault: self.state.roster.vault))
        try verifier.advance { progress($0, total) }
        guard verifier.state.logHead == self.state.logHead,
          verifier.state.roster.genesis == self.me.genesis
        else { throw VaultError.integrity(.forked) }
        return LogVerification(
          entries: total, head: Hex.encode(self.state.logHead.bytes), signaturesFrom: 0)
      }
    }
  }
}
