import Foundation
import Sealing
import Storage

/// A member at work in a vault: the passphrase was right, and both chains have been verified.
///
/// A session is for one thread. Every call looks at the newest state of the vault first, and every
/// write is one transaction that holds its log entry.
public final class Session {
  private(set) var store: any VaultStore
  let pins: any PinStore
  let me: MemberKeys
  let myID: MemberID
  let lookup: Lookup
  let clock: @Sendable () -> UInt64
  var memberEpochs: MemberEpochs
  var state: ChainState
  /// The traits of all sources, and what the map said of them when they were made.
  var crowd: (summary: Slot, crowd: SourceCrowd)?
  private var held: [Role: HeldRole] = [:]
  /// Everybody known, and what the map said of the sources when they were read.
  var people: (summary: Slot, people: People)?
  /// The rows of archives that were taken in, and what the map said of receipts when they were read.
  var importedRows: (summary: Slot, rows: KnownRows)?
  private var pinned: Pin?

  /// Seconds since 1970, by the system's clock.
  public static let systemClock: @Sendable () -> UInt64 = {
    UInt64(max(0, Date().timeIntervalSince1970))
  }

  init(
    store: any VaultStore, pins: any PinStore, me: consuming MemberKeys, lookup: Lookup,
    memberEpochs: MemberEpochs, state: ChainState, clock: @escaping @Sendable () -> UInt64
  ) {
    self.store = store
    self.pins = pins
    myID = MemberID(me.id)
    self.me = me
    self.lookup = lookup
    self.memberEpochs = memberEpochs
    self.state = state
    self.clock = clock
  }

  /// The founder's session moves into the store that it has just filled.
  func settle(in made: any VaultStore) { store = made }

  /// The member's handle.
  public var handle: String { state.roster.members[myID]?.handle ?? "" }

  /// What the member holds keys for, and has rights to.
  public var roles: Set<Role> {
    Set(
      Role.allCases.filter {
        $0.hasKeys ? state.roster.holds(myID, $0) : state.roster.hasRight(myID, $0)
      })
  }

  /// What two people compare aloud before one trusts the vault's card.
  public func cardFingerprint() throws(VaultError) -> String {
    try vaultErrors { try Card(state.roster, member: memberEpochs.current).fingerprint() }
  }

  // MARK: - Transactions

  /// Reads from one verified state.
  func read<Result>(_ body: (Reader) throws -> Result) throws -> Result {
    let result = try store.read { reading in
      // Before the body runs: it asks the state which epoch is current.
      self.state = try self.verified(reading)
      return try body(
        Reader(
          store: reading, map: try MapView(reading, root: self.state.root), lookup: self.lookup))
    }
    try savePin()
    return result
  }

  /// Writes in one transaction; its log entries are durable when this returns.
  ///
  /// A role that was lost since its permit was given is a denial like any other, and logged.
  func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
    do { return try commit(body) } catch VaultError.roleMissing(let role) {
      try commit { try $0.log(.denied, [role.word], reason: "") }
      throw VaultError.roleMissing(role)
    }
  }

  private func commit<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
    let (result, next, epochs) = try store.write { writing in
      self.state = try self.verified(writing)
      let transaction = try Transaction(session: self, store: writing)
      // Rows of the chains are sealed under `member`: somebody who left must not read this one.
      try self.openNextEpoch(of: .member, transaction)
      let result = try body(transaction)
      try transaction.finish()
      return (result, transaction.state, transaction.memberEpochs)
    }
    state = next
    memberEpochs = epochs
    try savePin(afterChange: true)
    return result
  }

  private func verified(_ reading: any StoreReading) throws -> ChainState {
    try refreshMemberEpochs(reading)
    var verifier = ChainVerifier(
      store: reading, lookup: lookup, memberKeys: memberEpochs, state: state)
    try verifier.advance()
    let next = verifier.state
    guard let myself = next.roster.members[myID], !myself.removed else {
      throw VaultError.notUnlocked
    }
    guard next.roster.epochs[.member]?.keys == memberEpochs.current.keys.publicKeys else {
      throw VaultError.integrity(.grant(.member))
    }
    return next
  }

  /// A newer `member` epoch may have been opened by another process.
  private func refreshMemberEpochs(_ reading: any StoreReading) throws {
    guard let last = try reading.last(.log) else { throw VaultError.integrity(.rolledBack) }
    guard memberEpochs.epochs(last.body.prefix(4)).isEmpty else { return }
    let grant = try FirstGrant.open(reading, by: me)
    memberEpochs = try MemberEpochs(grant.held, lookup: lookup, store: reading)
  }

  /// - Parameter acceptedRestore: whether a person has said that this history takes the place of the one
  ///   that the device knew.
  func savePin(afterChange: Bool = false, acceptedRestore: Bool = false) throws {
    let pin = state.pin
    guard pin != pinned else { return }
    // Another process of the same member may have seen more in the meantime.
    if !acceptedRestore, let sealed = try pins.load(me.pinName),
      let plain = try? me.openPin(sealed), let other = try? Codec.decode(Pin.self, plain),
      !pin.isAfter(other.restores)
        || (other.logCount > pin.logCount && other.isAfter(pin.restores))
    {
      return
    }
    let sealed = try me.sealPin(try Codec.encode(pin))
    do { try pins.save(me.pinName, sealed) } catch {
      throw VaultError.pinNotSaved(changed: afterChange)
    }
    pinned = pin
  }

  // MARK: - Roles

  /// The keys of a role, if this member holds them.
  func holding(_ role: Role, _ state: ChainState, _ reading: any StoreReading) throws -> HeldRole {
    if role == .member { return memberEpochs.current }
    guard let epoch = state.roster.epochs[role], state.roster.holds(myID, role) else {
      throw VaultError.roleMissing(role)
    }
    if let known = held[role], known.keys.publicKeys == epoch.keys { return known }
    let context = RoleContext(
      vault: state.roster.vault, role: role.rawValue, epoch: epoch.number)
    let id = lookup.row(.grant, myID.bytes, [role.rawValue], epoch.number.bigEndianBytes)
    guard let grant = try reading.cell(id),
      let opened = try? RoleKeys.open(grant: grant, by: me, context, expecting: epoch.keys)
    else { throw VaultError.integrity(.grant(role)) }
    let found = HeldRole(role, opened.takeKeys())
    held[role] = found
    return found
  }

  func keep(_ role: HeldRole) { held[role.role] = role }

  /// Unlocks a role for the time that the permit lives.
  ///
  /// - Throws: ``VaultError/roleMissing(_:)``, after the denial has been logged.
  public func permit<Of: KeyedRole>(_ kind: Of.Type) throws(VaultError) -> Permit<Of> {
    try vaultErrors { Permit<Of>(try unlock(Of.role)) }
  }

  private func unlock(_ role: Role) throws -> HeldRole {
    do {
      return try read { try self.holding(role, self.state, $0.store) }
    } catch VaultError.roleMissing(let missing) {
      try write { try $0.log(.denied, [missing.word], reason: "") }
      throw VaultError.roleMissing(missing)
    }
  }

  /// Checks a right that has no keys; a denial is logged.
  func require(_ role: Role) throws {
    _ = try read { _ in }
    guard state.roster.hasRight(myID, role) else {
      try write { try $0.log(.denied, [role.word], reason: "") }
      throw VaultError.roleMissing(role)
    }
  }
}

/// Turns whatever failed beneath into the one error of this library.
func vaultErrors<Result: ~Copyable>(
  _ body: () throws -> Result
) throws(VaultError) -> Result {
  do { return try body() } catch let error as VaultError {
    throw error
  } catch let error as StoreError {
    throw .storage(error)
  } catch let error as SealingError {
    switch error {
    case .notAuthentic, .malformed: throw .integrity(.record)
    default: throw .sealing(error)
    }
  } catch let error as InputFault {
    throw .input(error)
  } catch let error as FieldFault {
    throw .field(error)
  } catch let error as ShareError {
    throw .refused(.shares(error))
  } catch let error as FileError {
    throw .file(error)
  } catch let error as ObjectError {
    switch error {
    case .empty: throw .input(.emptyFile)
    case .file(let error): throw .file(error)
    case .notAuthentic: throw .integrity(.object)
    }
  } catch {
    throw .integrity(.content)
  }
}
