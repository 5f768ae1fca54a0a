public import Sealing
public import Storage

/// The ways into a vault.
public enum Vault {
  /// Makes a vault whose founder holds every role.
  ///
  /// - Parameters:
  ///   - make: makes the store together with its first contents, so that a vault is founded or
  ///     there is none.
  ///   - handle: what the founder is called; see ``Handle``.
  ///   - parameters: what Argon2id costs every member.
  /// - Throws: ``VaultError/input(_:)`` for a bad handle, ``VaultError/sealing(_:)`` with
  ///   ``SealingError/passphraseTooWeak``, ``VaultError/storage(_:)``.
  public static func create(
    handle: String, passphrase: borrowing Passphrase,
    parameters: PassphraseParameters = .moderate, pins: any PinStore,
    clock: @escaping @Sendable () -> UInt64 = Session.systemClock, in make: StoreMaker
  ) throws(VaultError) -> Session {
    try checkNew(handle, passphrase)
    let header = Header(vault: .random(), parameters: parameters, salt: Random.bytes(32))
    let keys = try header.keys(passphrase, handle: handle)
    return try vaultErrors {
      try Founding(header: header, handle: handle, pins: pins, clock: clock)
        .run(in: make, keys)
    }
  }

  /// As ``create(handle:passphrase:parameters:pins:clock:in:)``, in an empty store.
  public static func create(
    in store: any VaultStore, handle: String, passphrase: borrowing Passphrase,
    parameters: PassphraseParameters = .moderate, pins: any PinStore,
    clock: @escaping @Sendable () -> UInt64 = Session.systemClock
  ) throws(VaultError) -> Session {
    try create(
      handle: handle, passphrase: passphrase, parameters: parameters, pins: pins, clock: clock
    ) { contents in
      try store.write { try contents($0) }
      return store
    }
  }

  /// What a newcomer has to compare aloud, twice.
  public struct Request: Equatable, Sendable {
    /// The newcomer reads this to the steward, who admits with it.
    public let fingerprint: String
    /// A member reads this to the newcomer: it is the vault that was meant.
    public let vaultFingerprint: String
  }

  /// Makes a newcomer's own keys and leaves a request that stewards see.
  ///
  /// - Throws: ``VaultRefusal/handleTaken`` when this handle and passphrase are a member's already.
  public static func request(
    in store: any VaultStore, handle: String, passphrase: borrowing Passphrase
  ) throws(VaultError) -> Request {
    try checkNew(handle, passphrase)
    let header = try vaultErrors { try store.read { try Header($0) } }
    let keys = try header.keys(passphrase, handle: handle)
    return try vaultErrors { try MemberRequest.leave(store, handle, keys, header) }
  }

  /// Opens a vault as a member.
  ///
  /// Both chains are verified from what the pin says (or from the genesis on a new device), and epochs that a removal closed are opened anew if this member is an heir.
  ///
  /// - Parameter fingerprint: of a declared restore that this device shall accept, as a steward read it
  ///   aloud.
  /// - Throws: ``VaultError/notUnlocked`` for an unknown handle, a wrong passphrase and a changed
  ///   member row alike; ``VaultError/notAdmitted``; ``VaultError/integrity(_:)``.
  public static func unlock(
    _ store: any VaultStore, handle: String, passphrase: borrowing Passphrase,
    pins: any PinStore, clock: @escaping @Sendable () -> UInt64 = Session.systemClock,
    acceptingRestore fingerprint: String? = nil
  ) throws(VaultError) -> Session {
    let header = try vaultErrors { try store.read { try Header($0) } }
    let keys = try header.keys(passphrase, handle: handle)
    return try vaultErrors {
      try unlock(
        Opening(store: store, pins: pins, clock: clock, acceptedRestore: fingerprint), with: keys)
    }
  }

  /// The same with keys that were derived.
  static func unlock(
    _ opening: Opening, with keys: borrowing PassphraseKeys
  ) throws -> Session {
    guard let id = RowID(keys.rowID), let row = try opening.store.read({ try $0.cell(id) }),
      let me = try? keys.open(row)
    else { throw VaultError.notUnlocked }
    let session = try opening.run(me)
    try session.catchUp()
    return session
  }

  private static func checkNew(
    _ handle: String, _ passphrase: borrowing Passphrase
  ) throws(VaultError) {
    guard Handle.isValid(handle), !RecoverySet.isHandle(handle) else { throw .input(.handle) }
    do { try passphrase.checkStrength(handle: handle) } catch { throw .sealing(error) }
  }
}

extension Session {
  /// Does what was left for the next member who can: opens closed epochs, goes on with erasures.
  func catchUp() throws {
    try reopenClosedEpochs()
    // What keeps it from being finished keeps nobody out.
    _ = try? finishErasure()
  }
}

/// From a member's keys to a session: trust anchor, pin, roster, log.
struct Opening {
  let store: any VaultStore
  let pins: any PinStore
  let clock: @Sendable () -> UInt64
  /// The fingerprint of a restore that may be accepted.
  var acceptedRestore: String?

  func run(_ me: consuming MemberKeys) throws -> Session {
    let (grant, epochs, state, isAccepted) = try store.read { reading in
      let grant = try FirstGrant.open(reading, by: me)
      let epochs = try MemberEpochs(grant.held, lookup: grant.lookup, store: reading)
      let pinned = try pin(of: me)
      let (state, isAccepted) = try verified(pinned, reading, grant.lookup, epochs, me.vault)
      let roster = state.roster
      guard roster.genesis == me.genesis else { throw VaultError.integrity(.forked) }
      guard grant.lookup.commitment(me.vault) == roster.lookupCommitment else {
        throw VaultError.integrity(.grant(.member))
      }
      if pinned == nil { try checkGranted(grant.pin, reading, epochs) }
      try checkHeader(reading, roster, epochs)
      return (grant, epochs, state, isAccepted)
    }
    guard let myself = state.roster.members[MemberID(me.id)], !myself.removed else {
      throw VaultError.notUnlocked
    }
    let session = Session(
      store: store, pins: pins, me: me, lookup: grant.lookup, memberEpochs: epochs, state: state,
      clock: clock)
    try session.savePin(acceptedRestore: isAccepted)
    return session
  }

  private func pin(of me: borrowing MemberKeys) throws -> Pin? {
    guard let sealed = try pins.load(me.pinName) else { return nil }
    guard let plain = try? me.openPin(sealed) else { throw VaultError.integrity(.forked) }
    return try Codec.decode(Pin.self, plain)
  }

  /// Both chains from the pin on, or from the genesis; or those of a declared restore that is accepted.
  private func verified(
    _ pinned: Pin?, _ reading: any StoreReading, _ lookup: Lookup, _ epochs: MemberEpochs,
    _ vault: VaultID
  ) throws -> (state: ChainState, isAccepted: Bool) {
    let blank = ChainVerifier(
      store: reading, lookup: lookup, memberKeys: epochs, state: ChainState(vault: vault))
    var verifier = blank
    guard let pinned else {
      try verifier.advance()
      return (verifier.state, false)
    }
    do {
      verifier.state = try known(pinned, reading, epochs, vault)
      try verifier.advance()
    } catch VaultError.integrity(let fault) where fault == .rolledBack || fault == .forked {
      let judgement = RestoreJudgement(pin: pinned, accepted: acceptedRestore, fault: fault)
      return (try judgement.run(blank), true)
    }
    guard let unseen = verifier.restores.last else { return (verifier.state, false) }
    let judgement = RestoreJudgement(pin: pinned, accepted: acceptedRestore, fault: .forked)
    try judgement.demandAcceptance(of: unseen, verifier)
    return (verifier.state, true)
  }

  /// The state that this member has verified before, from the rows under its pin.
  ///
  /// The chain of the roster's hashes is enough, because this member has checked every signature
  /// under the pin's head before.
  private func known(
    _ pin: Pin, _ reading: any StoreReading, _ epochs: MemberEpochs, _ vault: VaultID
  ) throws -> ChainState {
    var state = ChainState(vault: vault)
    while state.roster.count < pin.rosterCount {
      let rows = try reading.chain(
        .roster, from: state.roster.count,
        limit: Int(min(1024, pin.rosterCount - state.roster.count)))
      guard !rows.isEmpty else { throw VaultError.integrity(.rolledBack) }
      for row in rows {
        guard row.number == state.roster.count else {
          throw VaultError.integrity(.roster(state.roster.count))
        }
        let entry = try RosterEntry(try epochs.open(row, .roster), number: row.number)
        try state.roster.apply(entry, signaturesKnown: true)
      }
    }
    guard let head = Digest(pin.logHead.bytes), let root = Digest(pin.root.bytes) else {
      throw VaultError.integrity(.content)
    }
    guard state.roster.head.bytes == pin.rosterHead.bytes else {
      throw VaultError.integrity(.forked)
    }
    state.logCount = pin.logCount
    state.logHead = head
    state.root = root
    state.newest = try entry(before: pin.logCount, reading, epochs)?.time ?? 0
    state.restores = try pin.restores.map { try $0.map { try $0.digest } } ?? []
    return state
  }

  /// The history that a new device has verified must go through what the granter saw.
  ///
  /// Nobody has signed the grant, so its pin can only take away trust: whoever has the `member` key
  /// and the files could have written it.
  private func checkGranted(
    _ pin: Pin, _ reading: any StoreReading, _ epochs: MemberEpochs
  ) throws {
    guard let entry = try entry(before: pin.logCount, reading, epochs) else { return }
    guard entry.hash.bytes == pin.logHead.bytes else { throw VaultError.integrity(.forked) }
  }

  private func entry(
    before count: UInt64, _ reading: any StoreReading, _ epochs: MemberEpochs
  ) throws -> LogEntry? {
    guard count > 0 else { return nil }
    guard let row = try reading.chain(.log, from: count - 1, limit: 1).first else {
      throw VaultError.integrity(.rolledBack)
    }
    return try LogEntry(try epochs.open(row, .log), number: count - 1)
  }

  private func checkHeader(
    _ reading: any StoreReading, _ roster: RosterState, _ epochs: MemberEpochs
  ) throws {
    guard let bytes = try reading.header("card"),
      try Card(bytes) == Card(roster, member: epochs.current)
    else { throw VaultError.integrity(.header) }
  }
}
