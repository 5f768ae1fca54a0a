import Sealing
import Storage

/// That a source is part of another one now; sealed to the custodians.
struct MovedRecord: Codable, Sendable {
  let version: Version1
  /// The code that was.
  let code: Code
  let into: Code
  /// A handle.
  let by: String
  let at: String
}

extension Reader {
  /// The code under which a source is now: its own, or that of the record it was joined to.
  func current(_ source: Code, _ held: HeldRole, _ me: borrowing MemberKeys) throws -> Code {
    var code = source
    // A source that moved is no source any more, so the way has no circle; the bound is for a vault
    // that somebody made by other means.
    for _ in 0..<1_024 {
      guard try leaf(.source, code.text) == nil, try leaf(.moved, code.text) != nil else { break }
      code = try Codec.decode(
        MovedRecord.self, try open(.moved, code.text, held, me)
      ).into
    }
    return code
  }
}

extension Transaction {
  /// The code under which a source is now.
  func current(_ source: Code) throws -> Code {
    try reader.current(source, try holding(.custodian), session.me)
  }
}

extension Session {
  /// The code under which a source is now: its own, or that of the record it was joined to.
  public func currentSource(
    _ code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Code {
    try vaultErrors {
      try read { reader in
        try reader.current(
          code, try self.holding(.custodian, self.state, reader.store), self.me)
      }
    }
  }
}
