import Foundation
import Sealing
import Storage

/// One write: records, roster entries and the log entries that say so, together or not at all.
final class Transaction {
  let session: Session
  let store: any StoreWriting
  let map: MapView
  var state: ChainState
  private(set) var memberEpochs: MemberEpochs
  /// The roster before the entry that comes next: what readers judge that entry by.
  private var rosterBefore: RosterState
  /// What the entry that comes next brings into the roster.
  private var brought: [RosterChange] = []
  private var changes: [MapKey: LogEntry.Change] = [:]
  private var staged: [MapKey: MapLeaf?] = [:]
  /// What the clock said for the entry that comes next.
  private var asked: UInt64?
  /// The time of the newest entry in words: many entries of one transaction have the same.
  private var stamp: (time: UInt64, text: String)?

  init(session: Session, store: any StoreWriting) throws {
    self.session = session
    self.store = store
    state = session.state
    rosterBefore = session.state.roster
    memberEpochs = session.memberEpochs
    map = try MapView(store, root: state.root)
  }

  var lookup: Lookup { session.lookup }
  var vault: VaultID { state.roster.vault }
  var reader: Reader { Reader(store: store, map: map, lookup: lookup) }

  /// The keys of a role at this moment of the transaction.
  func holding(_ role: Role) throws -> HeldRole {
    role == .member ? memberEpochs.current : try session.holding(role, state, store)
  }

  // MARK: - Records

  /// Writes a new version of a record under a fresh key.
  func put(_ kind: RecordKind, _ code: String, listing: [UInt8], body: [UInt8]) throws {
    guard let role = kind.role else { preconditionFailure("a kind without rows") }
    let key = lookup.record(kind, code)
    try put(key, role, before: try current(key), listing: listing, body: body)
  }

  /// Writes the version after `before`.
  func put(
    _ key: MapKey, _ role: Role, before: MapLeaf?, listing: [UInt8], body: [UInt8]
  ) throws {
    try put(
      try RecordDraft(
        key, version: (before?.version ?? 0) + 1, listing: listing, body: body, vault: vault),
      role, before: before)
  }

  /// Writes a version that was sealed beforehand.
  func put(_ draft: RecordDraft, _ role: Role, before: MapLeaf?) throws {
    precondition(draft.version == (before?.version ?? 0) + 1)
    let id = draft.key.id
    try store.setRecord(id, (draft.sealed.listing, draft.sealed.body))
    try wrap(draft.recordKey, id, role, isNew: before == nil)
    stage(draft.key, MapLeaf(version: draft.version, draft.sealed), before)
  }

  /// Under the role's key for who holds it; else boxed to whoever may open it now.
  ///
  /// A closed epoch's key is one that somebody who left has too, so nothing new goes under it.
  /// Who does not hold the role cannot name the wrap of the version before: a wrap that stays would
  /// hide the box, so such a writer may only insert.
  private func wrap(_ key: borrowing RecordKey, _ id: RowID, _ role: Role, isNew: Bool) throws {
    let boxedID = lookup.boxed(id, role)
    if state.roster.holds(session.myID, role) {
      let held = try holding(role)
      guard let wrapID = RowID(held.keys.wrapID(of: id.bytes)) else { return }
      if state.roster.epochs[role]?.closed == false {
        try store.setWrap(wrapID, held.keys.wrap(key, of: id.bytes))
        try store.setWrap(boxedID, nil)
        return
      }
      try store.setWrap(wrapID, nil)
    } else if !isNew {
      throw VaultError.roleMissing(role)
    }
    try store.setWrap(
      boxedID,
      try BoxedKey.seal(
        key, to: state.roster.recipients(of: role),
        context: BoxedContext.record(vault, role, id)))
  }

  /// Takes a record out, with its wrap.
  func remove(_ kind: RecordKind, _ code: String) throws {
    guard let role = kind.role else { preconditionFailure("a kind without rows") }
    let key = lookup.record(kind, code)
    let id = key.id
    guard let before = try current(key) else { throw VaultError.notFound }
    let held = try holding(role)
    try store.setRecord(id, nil)
    try store.setWrap(lookup.boxed(id, role), nil)
    if let wrapID = RowID(held.keys.wrapID(of: id.bytes)) { try store.setWrap(wrapID, nil) }
    stage(key, nil, before)
  }

  private func current(_ key: MapKey) throws -> MapLeaf? {
    if let staged = staged[key] { return staged }
    return try map.leaf(key)
  }

  func stage(_ key: MapKey, _ leaf: MapLeaf?, _ before: MapLeaf?) {
    func hash(_ leaf: MapLeaf?) -> Digest {
      leaf.map { Slot.leaf(key, $0.bytes).digest } ?? .zero
    }
    let first = changes[key]?.before ?? hash(before)
    changes[key] = LogEntry.Change(key: key, before: first, after: hash(leaf))
    staged[key] = .some(leaf)
  }

  // MARK: - Roster

  /// Appends an entry to the roster, checked by the rules that every reader applies.
  ///
  /// - Parameter next: keys that a member takes, which sign after the old ones.
  func appendRoster(
    _ change: RosterChange, signers: [HeldRole], next: NextKeys? = nil
  ) throws {
    let payload = RosterPayload(
      version: Version1(), vault: HexBytes(vault.bytes), number: state.roster.count,
      previous: HexBytes(state.roster.head.bytes), change: change)
    let who =
      [RosterEntry.Signer.member(session.myID)]
      + (next.map { [RosterEntry.Signer.member($0.id)] } ?? [])
      + signers.map { .epoch($0.role, $0.epoch) }
    let entry = try RosterEntry(payload, signers: who) { signer, bytes in
      switch signer {
      case .member(let id) where id == next?.id: next?.keys.signing.sign(.roster, bytes) ?? []
      case .member: session.me.signing.sign(.roster, bytes)
      case .epoch(let role, let number):
        signers.first { $0.role == role && $0.epoch == number }?
          .keys.signing.sign(.roster, bytes) ?? []
      }
    }
    let before = state.roster.count == 0 ? nil : state.rosterLeaf
    let number = state.roster.count
    try state.roster.apply(entry)
    brought.append(change)
    try store.append(
      .roster,
      ChainRow(
        number: number,
        body: try memberEpochs.current.keys.sealChainRow(entry.bytes, .roster, number: number)))
    stage(lookup.rosterHead, state.rosterLeaf, before)
  }

  /// From here on rows are sealed under the next `member` epoch.
  func adopt(_ next: HeldRole) { memberEpochs = memberEpochs.adding(next) }

  // MARK: - Log

  /// Closes what was staged with one signed entry.
  ///
  /// - Throws: ``VaultError/roleMissing(_:)`` when the roster does not let this member do the act,
  ///   as when the role was taken after its permit was given;
  ///   ``VaultRefusal/screen(_:)`` when the reason names somebody whom the vault knows.
  func log(_ act: Act, _ subjects: [String], reason: String) throws {
    guard rosterBefore.permits(act, session.myID, first: state.logCount == 0) else {
      throw VaultError.roleMissing(act.role)
    }
    precondition(
      act.permits(brought, closed: rosterBefore.closedRoles, by: session.handle),
      "an act says what it brings")
    try ReasonScreen(transaction: self).check(reason)
    let time = nextTime()
    let text = stamp?.time == time ? stamp?.text ?? "" : Timestamp.text(time)
    stamp = (time, text)
    let clock = asked ?? time
    let number = state.logCount
    let root = try map.apply(staged.map { (key: $0.key, leaf: $0.value) })
    let detail = LogDetail(
      act: act, member: state.roster.members[session.myID]?.handle ?? "",
      time: text,
      clock: clock + Session.clockTolerance < time ? Timestamp.text(clock) : nil,
      subjects: subjects, reason: reason)
    let row = try DetailSeal.seal(
      detail, number: number, to: state.roster.recipients(of: .auditor), vault: vault)
    let entry = LogEntry(
      number: number, previous: state.logHead, root: root, act: act, member: session.myID,
      time: time, detail: Digest.of(row.body),
      changes: changes.values.sorted { $0.key < $1.key }, vault: vault, by: session.me.signing)
    try store.append(
      .log,
      ChainRow(
        number: number,
        body: try memberEpochs.current.keys.sealChainRow(entry.bytes, .log, number: number)))
    try store.addDetail(row)
    changes = [:]
    staged = [:]
    brought = []
    asked = nil
    state.logCount = number + 1
    state.logHead = entry.hash
    state.root = root
    state.newest = time
    if act == .restored { state.restores.append(entry.hash) }
    rosterBefore = state.roster
  }

  /// The time that the entry which comes next will have: the clock's, or the newest entry's where the
  /// clock is behind.
  func nextTime() -> UInt64 {
    let clock = asked ?? session.clock()
    asked = clock
    return max(clock, state.newest)
  }

  func finish() throws {
    precondition(staged.isEmpty, "what is changed is logged")
    try map.flush(store)
  }
}

/// Times as they stand in details.
enum Timestamp {
  /// ISO 8601, to the second, UTC.
  static func text(_ seconds: UInt64) -> String {
    Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }
}

extension Transaction {
  /// The genesis entry and the log entry that goes with it.
  func found(_ genesis: RosterEntry, _ after: ChainState) throws {
    try store.append(
      .roster,
      ChainRow(
        number: 0,
        body: try memberEpochs.current.keys.sealChainRow(genesis.bytes, .roster, number: 0)))
    state.roster = after.roster
    brought = [genesis.payload.change]
    stage(lookup.rosterHead, state.rosterLeaf, nil)
    try log(.founded, [], reason: "")
  }
}

extension Transaction {
  /// A code that no record of the kind has.
  func newCode(_ letter: Code.Letter, _ kind: RecordKind) throws -> Code {
    while true {
      let code = Code.random(letter)
      guard try map.leaf(lookup.record(kind, code.text)) == nil else { continue }
      // The code of a source that was joined to another leads there.
      if try kind != .source || map.leaf(lookup.record(.moved, code.text)) == nil { return code }
    }
  }

  /// Opens a record as it is at this moment.
  func open(_ kind: RecordKind, _ code: String) throws -> [UInt8] {
    guard let role = kind.role else { preconditionFailure("a kind without rows") }
    return try reader.open(kind, code, try holding(role), session.me)
  }

  /// Opens some records of a kind, on all cores; `nil` for what is not there.
  func open(_ kind: RecordKind, _ keys: [MapKey]) throws -> [[UInt8]?] {
    guard let role = kind.role else { preconditionFailure("a kind without rows") }
    let held = try holding(role)
    let leaves = try keys.compactMap { key in try map.leaf(key).map { (key: key, leaf: $0) } }
    var bodies: [MapKey: [UInt8]] = [:]
    try reader.open(.body, leaves, kind, held, session.me) {
      $0
    } take: { opened in
      for (leaf, body) in zip(opened.leaves, opened.bodies) { bodies[leaf.key] = body }
    }
    return keys.map { bodies[$0] }
  }

  /// Every record of a kind, read as values of one type, some at a time, on all cores.
  func each<Value: Decodable & Sendable>(
    _ type: Value.Type, _ kind: RecordKind, take: ([Value]) throws -> Void
  ) throws {
    guard let role = kind.role else { preconditionFailure("a kind without rows") }
    try reader.each(type, .body, kind, try holding(role), session.me, take: take)
  }

  /// As ``each(_:_:take:)``, all in one.
  func all<Value: Decodable & Sendable>(_ type: Value.Type, _ kind: RecordKind) throws -> [Value] {
    var values: [Value] = []
    try each(type, kind) { values += $0 }
    return values
  }

  /// Everybody whom the vault knows. Kept by the session as long as the map says that no source
  /// was added or changed.
  func people() throws -> People {
    let summary = try map.summary(prefix: lookup.prefix(of: .source))
    if let known = session.people, known.summary == summary { return known.people }
    let people = People(try all(SealedSource.self, .source))
    session.people = (summary, people)
    return people
  }
}
