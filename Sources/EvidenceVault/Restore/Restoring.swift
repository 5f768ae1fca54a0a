public import Sealing
public import Storage

/// What somebody has seen of a vault that is lost: the end of its log, as `evault log verify` shows it.
public struct SeenHistory: Equatable, Sendable {
  let lost: LostHistory

  /// - Parameters:
  ///   - entries: how many log entries there were.
  ///   - head: the hash of the newest, in hexadecimal; `nil` is returned for what is none.
  public init?(entries: UInt64, head: String) {
    guard entries > 0, let digest = Hex.decode(head).flatMap({ Digest($0) }) else { return nil }
    lost = LostHistory(logCount: entries, logHead: digest)
  }
}

/// A vault made of a backup, with the entry that says so. It becomes this device's when ``keepPin()``
/// is called, which is after it has its place.
public struct RestoredVault: Sendable {
  public let declaration: RestoreDeclaration
  /// Whether a history is known of which entries are lost.
  public let losesEntries: Bool
  /// Records that do not open, or are not those of the map.
  public let damaged: Int
  /// Who is a member again: the handles of all, and of those with the right `steward`.
  public let members: [String]
  private let pinName: String
  private let sealedPin: [UInt8]
  private let pins: any PinStore

  /// Keeps nothing of the session, whose store has to be closed before the vault gets its place.
  fileprivate init(
    _ declaration: RestoreDeclaration, losesEntries: Bool, damaged: Int, _ session: Session,
    _ pins: any PinStore
  ) throws {
    self.declaration = declaration
    self.losesEntries = losesEntries
    self.damaged = damaged
    members = session.state.roster.members.values.filter { !$0.removed }.map(\.handle).sorted()
    pinName = session.me.pinName
    sealedPin = try session.me.sealPin(try Codec.encode(session.state.pin))
    self.pins = pins
  }

  /// From now on this device knows the restored vault, and refuses the one before.
  public func keepPin() throws(VaultError) {
    do { try pins.save(pinName, sealedPin) } catch { throw .pinNotSaved(changed: true) }
  }
}

extension Vault {
  /// Checks a backup's content as far as a steward's keys allow and signs that it was restored.
  ///
  /// Everything is verified from the genesis; every record's rows must be those of the map, and what
  /// the steward can open must open. What is lost is named by what this device, or somebody else, has
  /// seen of the vault: devices that have seen more than that refuse the declaration.
  ///
  /// - Parameters:
  ///   - store: the content in a place that is not the vault's yet.
  ///   - pins: this device's; nothing is written there.
  ///   - seen: what another member's device has seen, where that is more than this one's.
  ///   - despiteDamage: goes on where records are damaged.
  /// - Throws: ``IntegrityFault/record`` for damage; ``VaultError/roleMissing(_:)`` unless the member is
  ///   a steward by the backup's own roster.
  public static func restore(
    _ store: any VaultStore, handle: String, passphrase: borrowing Passphrase,
    pins: any PinStore, seen: SeenHistory? = nil, despiteDamage: Bool = false,
    clock: @escaping @Sendable () -> UInt64 = Session.systemClock,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> RestoredVault {
    let header = try vaultErrors { try store.read { try Header($0) } }
    let keys = try header.keys(passphrase, handle: handle)
    return try vaultErrors {
      guard let id = RowID(keys.rowID), let row = try store.read({ try $0.cell(id) }),
        let me = try? keys.open(row)
      else { throw VaultError.notUnlocked }
      let session = try Opening(store: store, pins: NoPins(), clock: clock).run(me)
      return try Restoring(session: session, pins: pins, seen: seen?.lost)
        .run(despiteDamage: despiteDamage, progress)
    }
  }
}

/// A device that was never there, so that all is verified.
private struct NoPins: PinStore {
  func load(_ name: String) throws(VaultError) -> [UInt8]? { nil }
  func save(_ name: String, _ sealed: [UInt8]) throws(VaultError) {}
}

/// A steward at work on the content of a backup.
struct Restoring {
  let session: Session
  let pins: any PinStore
  let seen: LostHistory?

  func run(
    despiteDamage: Bool, _ progress: (_ done: Int, _ of: Int) -> Void
  ) throws -> RestoredVault {
    guard session.state.roster.hasRight(session.myID, .steward) else {
      throw VaultError.roleMissing(.steward)
    }
    let damaged = try damage(progress)
    guard damaged == 0 || despiteDamage else { throw VaultError.integrity(.record) }
    let kept = session.state.logCount
    let lost = try known()
    let left = lost ?? LostHistory(logCount: kept, logHead: session.state.logHead)
    try session.write { transaction in
      transaction.stage(session.lookup.restore(kept), left.leaf, nil)
      try transaction.log(.restored, ["entries-\(kept)", "lost-\(left.logCount)"], reason: "")
    }
    guard try session.store.destroyRemnants() else { throw VaultError.storage(.busy) }
    let declaration = RestoreDeclaration(
      fingerprint: Fingerprint.text(session.state.logHead), by: session.handle,
      time: Timestamp.text(session.state.newest), kept: kept, lost: left.logCount)
    return try RestoredVault(
      declaration, losesEntries: lost != nil, damaged: damaged, session, pins)
  }

  private func damage(_ progress: (_ done: Int, _ of: Int) -> Void) throws -> Int {
    let rows = try session.read { try RowCheck(reader: $0).run() }
    let opened = try session.check(progress: progress).reduce(0) { $0 + $1.damaged }
    return max(rows, opened)
  }

  /// The longest history that is known and of which the backup is not the whole; `nil` for none.
  private func known() throws -> LostHistory? {
    var known: [LostHistory] = []
    if let sealed = try pins.load(session.me.pinName) {
      guard let plain = try? session.me.openPin(sealed) else { throw VaultError.integrity(.forked) }
      let pin = try Codec.decode(Pin.self, plain)
      known.append(LostHistory(logCount: pin.logCount, logHead: try pin.logHead.digest))
    }
    if let seen { known.append(seen) }
    let lost = try known.filter { try !isKept($0) }
    guard let longest = lost.max(by: { $0.logCount < $1.logCount }) else { return nil }
    // Two ends of one length are two histories, and one declaration names one.
    guard lost.allSatisfy({ $0.logCount < longest.logCount || $0 == longest }) else {
      throw VaultError.integrity(.forked)
    }
    return longest
  }

  /// Whether the backup's log goes through this head.
  private func isKept(_ history: LostHistory) throws -> Bool {
    guard history.logCount > 0, history.logCount <= session.state.logCount else { return false }
    let entry = try session.read {
      try session.entries(from: history.logCount - 1, $0.store).first
    }
    return entry?.hash == history.logHead
  }
}
