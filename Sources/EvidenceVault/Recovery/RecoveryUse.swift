public import Sealing
public import Storage

extension Vault {
  /// Opens a vault with the shares of its recovery.
  ///
  /// - Throws: ``VaultRefusal/shares(_:)``: too few, the same twice, of another set or vault; removed
  ///   since; or made up, which no share tells by itself.
  public static func unlock(
    _ store: any VaultStore, shares: [RecoveryShare], pins: any PinStore,
    clock: @escaping @Sendable () -> UInt64 = Session.systemClock,
    acceptingRestore fingerprint: String? = nil
  ) throws(VaultError) -> Session {
    guard let set = shares.first?.set else {
      throw .refused(.shares(.tooFew(have: 0, need: RecoverySet.counts.lowerBound)))
    }
    let passphrase = try vaultErrors { () throws -> Passphrase in
      let secret = try RecoverySecret(combining: shares)
      let card = try store.read { reading -> Card in
        guard let bytes = try reading.header("card") else { throw VaultError.integrity(.header) }
        return try Card(bytes)
      }
      guard let vault = VaultID(card.vault.bytes), let genesis = Digest(card.genesis.bytes) else {
        throw VaultError.integrity(.header)
      }
      guard set.belongs(to: vault, genesis: genesis) else { throw ShareError.otherVault }
      return try secret.passphrase()
    }
    do throws(VaultError) {
      return try unlock(
        store, handle: set.handle, passphrase: passphrase, pins: pins, clock: clock,
        acceptingRestore: fingerprint)
    } catch .notUnlocked {
      throw .refused(.shares(.openNothing))
    } catch .notAdmitted {
      throw .refused(.shares(.removed))
    }
  }
}

extension Session {
  /// Whether this session was opened with shares.
  public var isRecovery: Bool { RecoverySet.isHandle(handle) }

  /// Admits a new member with every right that the recovery has, and grants what it holds; logged.
  ///
  /// - Parameter passphrase: the new member's own, which nobody else knows.
  /// - Throws: ``VaultError/input(_:)`` for a bad handle, ``VaultError/sealing(_:)`` with
  ///   ``SealingError/passphraseTooWeak``, ``VaultRefusal/handleUsed``.
  public func recover(
    as handle: String, passphrase: borrowing Passphrase
  ) throws(VaultError) -> RecoveryMember {
    precondition(isRecovery)
    guard Handle.isValid(handle), !RecoverySet.isHandle(handle) else { throw .input(.handle) }
    do { try passphrase.checkStrength(handle: handle) } catch { throw .sealing(error) }
    let header = try vaultErrors { try store.read { try Header($0) } }
    let keys = try header.keys(passphrase, handle: handle)
    return try vaultErrors {
      try require(.steward)
      let rights = state.roster.members[myID]?.rights ?? []
      return try admitOwn(keys, handle, roles: Array(rights), .recoveryUsed, [])
    }
  }

  /// What the shares open today: every key that the recovery is entitled to is opened, and no
  /// record; logged.
  public func drillRecovery() throws(VaultError) -> RecoveryMember {
    precondition(isRecovery)
    return try vaultErrors {
      let drilled = try read { reader -> RecoveryMember in
        let member = self.state.roster.members[self.myID]
        let rights = (member?.rights ?? []).sorted { $0.rawValue < $1.rawValue }
        var open: [Role] = rights.filter { !$0.hasKeys }
        var waiting: [Role] = []
        for role in Role.keyed where role != .member && member?.isEntitled(to: role) == true {
          guard self.state.roster.holds(self.myID, role) else {
            waiting.append(role)
            continue
          }
          _ = try self.holding(role, self.state, reader.store)
          open.append(role)
        }
        return RecoveryMember(handle: self.handle, roles: open, waiting: waiting)
      }
      try write { try $0.log(.recoveryDrilled, drilled.roles.map(\.word), reason: "") }
      return drilled
    }
  }
}
