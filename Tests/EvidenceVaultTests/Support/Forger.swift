import Sealing

@testable import EvidenceVault
@testable import Storage

/// A member who writes entries that the library would not write, with the keys that he has.
struct Forger {
  let session: Session
  let store: HostileStore

  init(_ session: Session, _ store: HostileStore) throws {
    self.session = session
    self.store = store
    _ = try session.read { _ in }
  }

  typealias Sign = ([UInt8]) -> [UInt8]

  var me: (RosterEntry.Signer, Sign) {
    (.member(session.myID), { session.me.signing.sign(.roster, $0) })
  }

  func by(_ held: HeldRole) -> (RosterEntry.Signer, Sign) {
    (.epoch(held.role, held.epoch), { held.keys.signing.sign(.roster, $0) })
  }

  /// What the roster names as an epoch, signed with another key.
  func pretending(_ role: Role, _ epoch: UInt32, _ held: HeldRole) -> (RosterEntry.Signer, Sign) {
    (.epoch(role, epoch), { held.keys.signing.sign(.roster, $0) })
  }

  var member: (RosterEntry.Signer, Sign) { by(session.memberEpochs.current) }

  func newRole(_ role: Role, _ epoch: UInt32) throws -> HeldRole {
    HeldRole(
      role,
      try RoleKeys(
        new: RoleContext(
          vault: session.state.roster.vault, role: role.rawValue, epoch: epoch)))
  }

  func epoch(_ held: HeldRole) -> RosterEpoch {
    RosterEpoch(held.keys.context, role: held.role, keys: held.keys.publicKeys)
  }

  func held(_ role: Role) throws -> HeldRole {
    try session.read { try session.holding(role, session.state, $0.store) }
  }

  func id(_ handle: String) -> MemberID {
    session.state.roster.members.first { $0.value.handle == handle }?.key ?? MemberID([])
  }

  /// The entry that would come next in the roster.
  func entry(_ change: RosterChange, _ signers: [(RosterEntry.Signer, Sign)]) throws -> RosterEntry
  {
    try RosterEntry(
      RosterPayload(
        version: Version1(), vault: HexBytes(session.state.roster.vault.bytes),
        number: session.state.roster.count,
        previous: HexBytes(session.state.roster.head.bytes), change: change),
      signers: signers.map(\.0)
    ) { signer, bytes in
      signers.first { $0.0 == signer }?.1(bytes) ?? []
    }
  }

  enum Detail { case right, none, missing, another }

  /// Appends a log entry whose map and hashes are right, but for what is asked.
  func append(
    _ act: Act, roster: [RosterEntry] = [], changes: [(key: MapKey, leaf: MapLeaf?)] = [],
    as member: MemberID? = nil, time: UInt64? = nil, previous: Digest? = nil,
    detail kind: Detail = .right, row made: DetailRow? = nil,
    listing: ([LogEntry.Change]) -> [LogEntry.Change] = { $0 }
  ) throws {
    let state = session.state
    let number = state.logCount
    let current = session.memberEpochs.current
    try store.write { writing in
      let map = try MapView(writing, root: state.root)
      var all = changes
      for (index, entry) in roster.enumerated() {
        let at = state.roster.count + UInt64(index)
        try writing.append(
          .roster,
          ChainRow(
            number: at, body: try current.keys.sealChainRow(entry.bytes, .roster, number: at)))
      }
      if let last = roster.last {
        let count = state.roster.count + UInt64(roster.count)
        all.append(
          (session.lookup.rosterHead, MapLeaf(version: count, body: last.hash, listing: .zero)))
      }
      func hash(_ key: MapKey, _ leaf: MapLeaf?) -> Digest {
        leaf.map { Slot.leaf(key, $0.bytes).digest } ?? .zero
      }
      let honest = try all.map {
        LogEntry.Change(
          key: $0.key, before: hash($0.key, try map.leaf($0.key)), after: hash($0.key, $0.leaf))
      }
      let root = try map.apply(all)
      try map.flush(writing)
      let row =
        try made
        ?? DetailSeal.seal(
          LogDetail(
            act: act, member: session.handle, time: Timestamp.text(time ?? state.newest),
            subjects: [], reason: ""),
          number: number, to: state.roster.recipients(of: .auditor), vault: state.roster.vault)
      let named: Digest =
        switch kind {
        case .right, .missing: Digest.of(row.body)
        case .none: .zero
        case .another: Digest.of(try writing.details(from: 0, limit: 1)[0].body)
        }
      let entry = LogEntry(
        number: number, previous: previous ?? state.logHead, root: root, act: act,
        member: member ?? session.myID, time: time ?? state.newest, detail: named,
        changes: listing(honest), vault: state.roster.vault, by: session.me.signing)
      try writing.append(
        .log,
        ChainRow(
          number: number, body: try current.keys.sealChainRow(entry.bytes, .log, number: number)))
      if kind == .right || kind == .another { try writing.addDetail(row) }
    }
  }
}

extension RosterChange {
  /// The act that an honest entry would have, so that a test is about the change.
  var act: Act {
    switch self {
    case .genesis: .founded
    case .admit: .memberAdmitted
    case .entitle: .roleEntitled
    case .revoke: .roleRevoked
    case .remove: .memberRemoved
    case .rekey: .memberKeysChanged
    case .grant: .roleGranted
    case .epoch: .roleRotated
    }
  }
}

extension Office {
  /// Whether everybody refuses what is stored now, with a pin and on a new device.
  func isRefused(by handles: [String] = ["river", "cora"]) -> Bool {
    isRefused(by: handles) { _ in true }
  }

  /// Whether everybody refuses it by a rule of the roster.
  func isRosterRefused(by handles: [String] = ["river", "cora"]) -> Bool {
    isRefused(by: handles) { if case .roster = $0 { true } else { false } }
  }

  func isRefused(by handles: [String], _ expected: (IntegrityFault) -> Bool) -> Bool {
    handles.allSatisfy { handle in
      [device, Device()].allSatisfy { device in
        do {
          _ = try unlock(handle, on: device)
          return false
        } catch VaultError.integrity(let fault) { return expected(fault) } catch { return false }
      }
    }
  }
}
