public import Sealing
public import Storage

extension Vault {
  /// Which agent would hold a member's keys of the vault.
  public static func agentName(
    _ store: any VaultStore, handle: String
  ) throws(VaultError) -> AgentName {
    let header = try vaultErrors { try store.read { try Header($0) } }
    return AgentName(vault: header.vault, handle: handle)
  }

  /// Opens a vault with keys that an agent holds, without Argon2id; `nil` when none does.
  ///
  /// - Throws: ``VaultError/agent(_:)`` when what answered is not this user's, or gives another
  ///   member's keys; and as ``unlock(_:handle:passphrase:pins:clock:acceptingRestore:)``.
  public static func unlock(
    _ store: any VaultStore, handle: String, agent place: AgentPlace, pins: any PinStore,
    clock: @escaping @Sendable () -> UInt64 = Session.systemClock,
    acceptingRestore fingerprint: String? = nil
  ) throws(VaultError) -> Session? {
    let header = try vaultErrors { try store.read { try Header($0) } }
    return try vaultErrors { () throws -> Session? in
      guard let me = try agentKeys(at: place, header, handle) else { return nil }
      let session = try Opening(
        store: store, pins: pins, clock: clock, acceptedRestore: fingerprint
      ).run(me)
      guard session.handle == handle else { throw VaultError.agent(.otherMember) }
      try session.catchUp()
      return session
    }
  }

  private static func agentKeys(
    at place: AgentPlace, _ header: Header, _ handle: String
  ) throws(VaultError) -> MemberKeys? {
    let name = AgentName(vault: header.vault, handle: handle)
    do { return try AgentClient.keys(at: place, name, vault: header.vault) } catch {
      throw .agent(error)
    }
  }
}

extension Session {
  /// Gives this member's keys to an agent process for a while; logged before.
  ///
  /// - Parameters:
  ///   - total: seconds, the most in all.
  ///   - idle: seconds, the most without a command.
  public func startAgent(total: UInt32, idle: UInt32) throws(VaultError) {
    try vaultErrors {
      try write { try $0.log(.agentStarted, ["\(total)s", "idle-\(idle)s"], reason: "") }
    }
    let name = AgentName(vault: state.roster.vault, handle: handle)
    do { try AgentProcess.start(me, name, total: total, idle: idle) } catch {
      throw .agent(error)
    }
  }
}
