import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Log entries that a member signs with his own key, over a map that he changed with his own hands.
struct ForgedLogTests {
  let office: Office
  let code = "T-000000"

  init() throws { office = try Office() }

  private func forger(_ handle: String) throws -> Forger {
    try Forger(try office.unlock(handle), office.store)
  }

  private var leaf: MapLeaf { MapLeaf(version: 1, body: Digest.of([1]), listing: .zero) }

  /// An existing record's key and leaf.
  private func existing(_ kind: RecordKind, _ session: Session) throws -> MapKey {
    try #require(
      office.store.rows.leaves.all.compactMap { MapKey($0.key.bytes) }
        .first { session.lookup.kind(of: $0) == kind })
  }

  /// Kinds of which the office has a record.
  private func written(_ session: Session) -> Set<RecordKind> {
    Set(
      office.store.rows.leaves.all.compactMap {
        MapKey($0.key.bytes).flatMap(session.lookup.kind(of:))
      })
  }

  @Test func `a rightful entry is taken`() throws {
    let forger = try forger("edda")
    try forger.append(.logRead)
    #expect(!office.isRefused())
  }

  @Test(arguments: Office.cast.map(\.handle).filter { $0 != "gone" })
  func `an act that the member may not do is refused`(handle: String) throws {
    let rows = office.store.rows
    let forger = try forger(handle)
    let roster = forger.session.state.roster
    for act in Act.allCases where !roster.permits(act, forger.session.myID, first: false) {
      office.store.rows = rows
      try forger.append(act)
      #expect(forger.session.refuses, "\(act)")
    }
  }

  @Test func `rights are what the table says, and no act is for nobody`() throws {
    let roster = try forger("river").session.state.roster
    func acts(_ handle: String) throws -> Set<Act> {
      let id = try forger("river").id(handle)
      return Set(Act.allCases.filter { roster.permits($0, id, first: false) })
    }
    let everybody: Set<Act> = [
      .roleGranted, .epochReopened, .roleRotated, .passphraseChanged, .memberKeysChanged,
      .exposureRead, .backupMade, .logRead, .denied, .recoveryDrilled, .agentStarted,
    ]
    let editor: Set<Act> = [
      .excerptOpened, .excerptsListed, .exported, .exportRefused, .revealAsked, .revealRead,
    ]
    #expect(try acts("inka") == everybody.union([.dropHandedIn]))
    #expect(try acts("audra") == everybody.union([.detailsErased]))
    #expect(
      try acts("stew")
        == everybody.union([
          .memberAdmitted, .memberRemoved, .roleEntitled, .roleRevoked, .requestRefused,
          .memberLost, .recoveryCreated, .recoveryUsed, .recoveryDeclined, .restored,
        ]))
    #expect(try acts("edda") == everybody.union(editor))
    #expect(
      try acts("reza")
        == everybody.union(editor).union([
          .testimonyOpened, .testimoniesListed, .testimoniesSearched, .noteAdded, .excerptDrafted,
        ]))
    #expect(
      try acts("river").union(try acts("cora")) == Set(Act.allCases).subtracting([.founded]))
  }

  @Test func `an act changes only the kinds that are its own, and only so`() throws {
    let rows = office.store.rows
    let forger = try forger("river")
    let session = forger.session
    for act in Act.allCases where act != .founded {
      for kind in written(session) where kind != .rosterHead {
        let old = try existing(kind, session)
        let new = session.lookup.record(kind, code)
        let attempts: [(MapKey, MapLeaf?, Act.Change)] = [
          (new, leaf, .insert), (old, leaf, .replace), (old, nil, .remove),
        ]
        for (key, leaf, change) in attempts {
          let allowed = act.changes[kind]
          if allowed == change || allowed == .all { continue }
          if allowed == .any && change != .remove { continue }
          if allowed == .replaceOrRemove && change != .insert { continue }
          office.store.rows = rows
          try forger.append(act, changes: [(key, leaf)])
          #expect(forger.session.refuses, "\(act) \(kind) \(change)")
        }
      }
    }
  }

  @Test func `what an entry lists must be what happened to the map`() throws {
    let rows = office.store.rows
    let forger = try forger("river")
    let session = forger.session
    let old = try existing(.note, session)
    let source = try existing(.source, session)
    let new = session.lookup.record(.note, code)
    typealias Listing = ([LogEntry.Change]) -> [LogEntry.Change]
    func alter(
      before: Digest? = nil, after: Digest? = nil
    ) -> Listing {
      { $0.map { .init(key: $0.key, before: before ?? $0.before, after: after ?? $0.after) } }
    }
    let other = Digest.of([9])
    let attempts: [([(key: MapKey, leaf: MapLeaf?)], Listing)] = [
      // Nothing listed, too little, too much.
      ([(old, leaf)], { _ in [] }),
      ([(old, leaf), (new, leaf)], { Array($0.prefix(1)) }),
      ([(old, leaf), (source, leaf)], { $0.filter { $0.key == old } }),
      ([], { _ in [.init(key: new, before: .zero, after: other)] }),
      ([], { _ in [.init(key: old, before: other, after: other)] }),
      // Another value before: an overwritten note called a new one, and the reverse.
      ([(old, leaf)], alter(before: .zero)), ([(new, leaf)], alter(before: other)),
      ([(old, leaf)], alter(before: other)),
      // Another value after: a removal called a change.
      ([(old, nil)], alter(after: other)), ([(old, leaf)], alter(after: other)),
      ([(new, leaf)], alter(after: other)),
      // The same key twice, joined wrongly.
      (
        [(old, leaf)],
        { changes in
          changes + changes.map { .init(key: $0.key, before: other, after: $0.after) }
        }
      ),
      // A key of no kind.
      (
        [],
        { _ in
          [
            .init(
              key: MapKey(prefix: [0, 0], id: RowID(high: 1, low: 1)), before: .zero, after: other)
          ]
        }
      ),
    ]
    for (number, attempt) in attempts.enumerated() {
      office.store.rows = rows
      try forger.append(.noteAdded, changes: attempt.0, listing: attempt.1)
      #expect(forger.session.refuses, "attempt \(number)")
    }
    office.store.rows = rows
    try forger.append(.noteAdded, changes: [(old, leaf), (new, leaf)])
    #expect(!forger.session.refuses)
  }

  @Test func `time does not go back, and the chain does not fork or skip`() throws {
    let rows = office.store.rows
    let forger = try forger("edda")
    let state = forger.session.state
    try forger.append(.logRead, time: state.newest - 1)
    #expect(office.isRefused())
    office.store.rows = rows
    try forger.append(.logRead, previous: .zero)
    #expect(office.isRefused())
    office.store.rows = rows
    try forger.append(.logRead, as: forger.id("cora"))
    #expect(office.isRefused())
    office.store.rows = rows
    try forger.append(.logRead, as: MemberID([UInt8](repeating: 7, count: 16)))
    #expect(office.isRefused())
  }

  @Test func `an entry without its detail, or with another's, is refused`() throws {
    let rows = office.store.rows
    let forger = try forger("edda")
    let audra = try office.unlock("audra")
    for kind in [Forger.Detail.none, .missing, .another] {
      office.store.rows = rows
      try forger.append(.logRead, detail: kind)
      #expect(office.isRefused())
    }
    for number in rows.details.keys {
      office.store.rows = rows
      office.store.tamper { $0.details[number] = nil }
      #expect(throws: VaultError.integrity(.detail(number))) {
        try office.unlock("cora", on: Device())
      }
    }
    let last = try #require(rows.details.keys.max())
    office.store.rows = rows
    office.store.tamper { $0.details[last] = $0.details[0] }
    let auditor = try audra.permit(AuditorRole.self)
    #expect(throws: VaultError.integrity(.detail(last))) { try audra.log(newest: 5, by: auditor) }
    #expect(throws: VaultError.integrity(.detail(last))) { try audra.verifyLogFromGenesis() }
  }

  @Test func `a row below the pin that a member sealed anew does not pass for the old one`() throws
  {
    let rows = office.store.rows
    let forger = try forger("edda")
    let audra = try office.unlock("audra")
    let auditor = try audra.permit(AuditorRole.self)
    let number = forger.session.state.logCount - 3
    let row = ChainRow(number: number, body: try #require(rows.chains[.log]?[Int(number)]))
    let old = try LogEntry(
      try forger.session.memberEpochs.open(row, .log), number: number)
    let detail = try DetailSeal.seal(
      LogDetail(act: .denied, member: "cora", time: "", subjects: [], reason: ""),
      number: number, to: forger.session.state.roster.recipients(of: .auditor),
      vault: forger.session.me.vault)
    let forged = LogEntry(
      number: number, previous: old.previous, root: old.root, act: .denied, member: old.member,
      time: old.time, detail: Digest.of(detail.body), changes: [],
      vault: forger.session.me.vault, by: forger.session.me.signing)
    let sealed = try forger.session.memberEpochs.current.keys.sealChainRow(
      forged.bytes, .log, number: number)
    office.store.tamper {
      $0.chains[.log]?[Int(number)] = sealed
      $0.details[number] = (wrap: detail.wrap, body: detail.body)
    }
    #expect(throws: VaultError.integrity(.log(number))) { try audra.log(newest: 9, by: auditor) }
    #expect(throws: VaultError.self) { try audra.verifyLog() }
    #expect(throws: VaultError.self) { try audra.verifyLogFromGenesis() }
  }

  @Test func `a clock behind writes the newest time, and far behind says so`() throws {
    let newest = try forger("river").session.state.newest
    for (lag, told) in [(UInt64(300), false), (301, true), (315_000_000, true)] {
      let late = try office.unlock("cora", clock: { newest - lag })
      #expect(late.secondsBehindLog == lag)
      _ = try late.sources(by: try late.permit(CustodianRole.self))
      let audra = try office.unlock("audra", clock: { newest })
      let line = try #require(
        try audra.log(newest: 2, by: try audra.permit(AuditorRole.self)).first)
      #expect(line.act == "sourcesListed" && line.time == Timestamp.text(newest))
      #expect(line.clock == (told ? Timestamp.text(newest - lag) : nil))
    }
    #expect(try forger("river").session.state.newest == newest)
    _ = try office.unlock("river", on: Device())
  }

  @Test func `an entry from a clock far ahead keeps nobody from writing`() throws {
    let now = Session.systemClock()
    let ahead = now + 315_000_000
    try forger("edda").append(.logRead, time: ahead)
    let cora = try office.unlock("cora", on: Device())
    _ = try cora.sources(by: try cora.permit(CustodianRole.self))
    _ = try office.unlock("inka").handIn(Office.testimonyFile(3), source: Office.strangerFile)
    #expect(try forger("river").session.state.newest == ahead)
  }

  @Test func `a map of a member's own making does not reach a new device by a forged first grant`()
    throws
  {
    let forger = try forger("edda")
    let session = forger.session
    let cora = try #require(session.state.roster.members[forger.id("cora")])
    // A planted original: nobody signed it into the log.
    let key = try existing(.original, session)
    let id = key.id
    let record = try RecordKey()
    let context = RecordContext(vault: session.me.vault, record: id.bytes, version: 2)
    let sealed = try record.seal(listing: [], body: [1, 2, 3], context)
    var root = session.state.root
    try office.store.write { writing in
      let map = try MapView(writing, root: root)
      root = try map.apply([(key: key, leaf: MapLeaf(version: 2, sealed))])
      try map.flush(writing)
      try writing.setRecord(id, (sealed.listing, sealed.body))
      try writing.setWrap(
        session.lookup.boxed(id, .custodian),
        try BoxedKey.seal(
          record, to: session.state.roster.recipients(of: .custodian),
          context: BoxedContext.record(session.me.vault, .custodian, id)))
      let pin = Pin(
        rosterCount: session.state.roster.count, rosterHead: session.state.roster.head,
        logCount: session.state.logCount, logHead: session.state.logHead, root: root)
      try writing.setCell(
        FirstGrant.row(cora.keys, session.me.vault),
        try FirstGrant.seal(
          session.memberEpochs.current, to: cora.keys, lookup: session.lookup, pin: pin))
    }
    #expect(office.isRefused())
  }
}

extension Session {
  /// Whether this session, which knows the state before, refuses what is stored now.
  var refuses: Bool {
    do {
      try read { _ in }
      return false
    } catch VaultError.integrity { return true } catch { return false }
  }
}
