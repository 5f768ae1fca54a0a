import Sealing
import Storage

/// A log entry as an auditor reads it.
///
/// Number, time, member and act are those of the signed entry; what its detail says of them is the
/// same, or the detail counts as unreadable.
public struct LogLine: Equatable, Sendable {
  public let number: UInt64
  /// ISO 8601, to the second, UTC.
  public let time: String
  /// The handle of who signed it.
  public let member: String
  /// The act's word.
  public let act: String
  public let detail: Detail

  /// What the entry is about, as its writer sealed it for the auditors.
  public enum Detail: Equatable, Sendable {
    /// - Parameters:
    ///   - subjects: codes of records, handles, names of roles and policies.
    ///   - reason: the one that was given; may be empty.
    ///   - clock: what the member's clock said, where that was well before the entry's time.
    case readable(subjects: [String], reason: String, clock: String?)
    case unreadable(Unreadable)
  }

  /// Why the detail cannot be read; `nil` where it can.
  public var unreadable: Unreadable? {
    if case .unreadable(let fault) = detail { fault } else { nil }
  }

  /// Empty where the detail cannot be read.
  public var subjects: [String] {
    if case .readable(let subjects, _, _) = detail { subjects } else { [] }
  }

  /// What the member's clock said, where that was well before the entry's time.
  public var clock: String? {
    if case .readable(_, _, let clock) = detail { clock } else { nil }
  }

  /// Empty where the detail cannot be read, or has none.
  public var reason: String {
    if case .readable(_, let reason, _) = detail { reason } else { "" }
  }
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
  /// - Throws: ``IntegrityFault/detail(_:)`` for a detail that is missing or was changed; one that
  ///   its writer's program may have left unreadable is a line that says so.
  public func log(
    newest limit: Int, by permit: borrowing Permit<AuditorRole>
  ) throws(VaultError) -> [LogLine] {
    try vaultErrors {
      try write { try $0.log(.logRead, [], reason: "") }
      return try read { reader in
        try DetailReading(
          store: reader.store, held: try self.holding(.auditor, self.state, reader.store),
          history: self.history(reader.store)
        ).lines(
          try self.entries(
            from: self.state.logCount - min(self.state.logCount, UInt64(max(0, limit))),
            reader.store), self.me)
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
