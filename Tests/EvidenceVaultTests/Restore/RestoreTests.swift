import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// An older copy that takes the place of a vault: declared by a steward, or not.
struct RestoreTests {
  let office: Office
  /// The rows as a backup has them.
  let backup: InMemoryState

  init() throws {
    office = try Office()
    backup = office.store.rows
  }

  /// The office goes on for some entries, which everybody's device sees.
  private func goOn(_ handles: [String] = ["river", "cora", "reza", "stew"]) throws {
    let reza = try office.unlock("reza")
    for _ in 0..<3 {
      try reza.addNote(
        "later", to: office.codes.testimony, by: try reza.permit(ResearcherRole.self))
    }
    for handle in handles { _ = try office.unlock(handle) }
  }

  /// Puts the backup back and declares it, on a device.
  private func restore(
    as handle: String = "river", from rows: InMemoryState? = nil, on device: Device? = nil,
    seen: SeenHistory? = nil, despiteDamage: Bool = false
  ) throws -> RestoredVault {
    office.store.rows = rows ?? backup
    let session = try office.unlock(handle, on: Device())
    return try Restoring(session: session, pins: device ?? office.device, seen: seen?.lost)
      .run(despiteDamage: despiteDamage) { _, _ in }
  }

  private func unlock(
    _ handle: String, on device: Device? = nil, accepting fingerprint: String?
  ) throws -> Session {
    let badge = try Office.badge(handle)
    let row = try #require(RowID(badge.keys.rowID))
    let store = office.store
    let me = try badge.keys.open(try #require(try store.read { try $0.cell(row) }))
    return try Opening(
      store: store, pins: device ?? office.device, clock: Session.systemClock,
      acceptedRestore: fingerprint
    ).run(me)
  }

  /// What a member's device says of what is stored now.
  private func fault(_ handle: String, on device: Device? = nil, accepting: String? = nil)
    -> IntegrityFault?
  {
    do {
      _ = try unlock(handle, on: device, accepting: accepting)
      return nil
    } catch VaultError.integrity(let fault) { return fault } catch { return .content }
  }

  @Test func `a declared restore is refused until its fingerprint is given, and then kept`() throws
  {
    try goOn()
    let now = try office.unlock("cora").state
    let made = try restore()
    try made.keepPin()
    #expect(made.losesEntries && made.damaged == 0)
    #expect(made.declaration.lost == now.logCount)
    #expect(made.declaration.kept == UInt64(backup.chains[.log]?.count ?? 0))
    // Who restored has accepted; others are asked, with what they would accept.
    #expect(fault("river") == nil)
    #expect(fault("cora") == .restored(made.declaration))
    #expect(
      fault("cora", accepting: "0000-0000-0000-0000-0000-0000") == .restored(made.declaration))
    let session = try unlock("cora", accepting: made.declaration.fingerprint.lowercased())
    #expect(session.state.logCount < now.logCount)
    #expect(fault("cora") == nil)
    // From now on it is the lost history that is refused.
    try session.addNote(
      "after", to: office.codes.testimony, by: try session.permit(ResearcherRole.self))
    #expect(fault("cora") == nil)
    // A device that has seen nothing after the backup has nothing to accept.
    #expect(fault("stew", on: Device()) == nil)
  }

  @Test func `a device that had seen less than the backup is asked as well`() throws {
    _ = try office.unlock("cora")
    let early = Device(like: office.device)
    try goOn(["river", "cora"])
    let made = try restore(from: office.store.rows)
    try made.keepPin()
    #expect(fault("cora", on: early) == .restored(made.declaration))
    #expect(
      fault("cora", on: early, accepting: "0000-0000-0000-0000-0000-0000")
        == .restored(made.declaration))
    _ = try unlock("cora", on: early, accepting: made.declaration.fingerprint)
    #expect(fault("cora", on: early) == nil)
  }

  @Test func `a silent rollback is refused as ever, whatever is given`() throws {
    try goOn()
    office.store.rows = backup
    #expect(fault("cora") == .rolledBack)
    #expect(fault("cora", accepting: "0000-0000-0000-0000-0000-0000") == .rolledBack)
    // Grown past what the device has seen, but without a declaration.
    let river = try office.unlock("river", on: Device())
    for _ in 0..<4 { try river.write { try $0.log(.inboxListed, [], reason: "") } }
    #expect(fault("cora") == .forked)
  }

  @Test func `only a steward declares, by the vault's rules and not by the program`() throws {
    try goOn()
    #expect(throws: VaultError.roleMissing(.steward)) { try restore(as: "cora") }
    office.store.rows = backup
    let cora = try office.unlock("cora", on: Device())
    let forger = try Forger(cora, office.store)
    let count = cora.state.logCount
    let lost = LostHistory(logCount: count + 50, logHead: .zero)
    try forger.append(.restored, changes: [(cora.lookup.restore(count), lost.leaf)])
    #expect(fault("river", on: Device()) == .log(count))
    #expect(fault("river") == .rolledBack)
  }

  @Test func `who was no steward any more when a device last looked declares nothing to it`() throws
  {
    // "gone" is a steward in the backup, and was removed after it.
    let river = try office.unlock("river")
    _ = try river.removeMember("gone")
    for handle in ["cora", "stew"] { _ = try office.unlock(handle) }
    let state = try office.unlock("cora").state
    let seen = try #require(
      SeenHistory(entries: state.logCount, head: Hex.encode(state.logHead.bytes)))
    let made = try restore(as: "gone", on: Device(like: office.device), seen: seen)
    for accepting in [nil, made.declaration.fingerprint] {
      #expect(fault("cora", accepting: accepting) == .restoredOtherwise)
    }
  }

  @Test func `a declaration for another end than the device's is not offered`() throws {
    // The steward's device stopped looking before the others.
    let early = Device(like: office.device)
    try goOn()
    let seen = try office.unlock("cora").state
    let made = try restore(on: early)
    #expect(!made.losesEntries)
    for accepting in [nil, made.declaration.fingerprint] {
      #expect(fault("cora", accepting: accepting) == .restoredOtherwise)
    }
    // As many entries, and another end.
    let other = try #require(
      SeenHistory(entries: seen.logCount, head: Hex.encode(Digest.of([1]).bytes)))
    _ = try restore(on: early, seen: other)
    #expect(fault("cora") == .restoredOtherwise)
  }

  @Test func `what another device has seen can be declared lost`() throws {
    let early = Device(like: office.device)
    try goOn()
    let state = try office.unlock("cora").state
    let seen = try #require(
      SeenHistory(entries: state.logCount, head: Hex.encode(state.logHead.bytes)))
    let made = try restore(on: early, seen: seen)
    #expect(made.losesEntries)
    #expect(fault("cora", accepting: made.declaration.fingerprint) == nil)
  }

  @Test func `a declaration that was accepted cannot be used against what came after it`() throws {
    try goOn()
    try goOn()
    let made = try restore()
    try made.keepPin()
    let declared = office.store.rows
    _ = try unlock("cora", accepting: made.declaration.fingerprint)
    // Less was done since than had been lost, so the counts alone would allow it.
    let cora = try office.unlock("cora")
    try cora.addNote(
      "after", to: office.codes.testimony, by: try cora.permit(ResearcherRole.self))
    office.store.rows = declared
    #expect(fault("cora", accepting: made.declaration.fingerprint) == .rolledBack)
    #expect(fault("cora") == .rolledBack)
  }

  @Test func `an entry of a restore says what it left behind, or is none`() throws {
    try goOn()
    office.store.rows = backup
    let river = try office.unlock("river", on: Device())
    let forger = try Forger(river, office.store)
    let count = river.state.logCount
    let lost = LostHistory(logCount: count + 50, logHead: .zero)
    // Under another entry's number.
    try forger.append(.restored, changes: [(river.lookup.restore(count + 1), lost.leaf)])
    #expect(fault("cora") == .restoredOtherwise)
    // In another kind's place.
    office.store.rows = backup
    let place = river.lookup.record(.groups, "x")
    try forger.append(.restored, changes: [(place, lost.leaf)])
    #expect(fault("river", on: Device()) == .log(count))
  }

  @Test func `a restored vault is verified from its beginning by everybody`() throws {
    try goOn()
    _ = try restore()
    let audra = try office.unlock("audra", on: Device())
    _ = try audra.verifyLogFromGenesis()
    let line = try audra.log(newest: 2, by: try audra.permit(AuditorRole.self))[0]
    #expect(line.act == "restored" && line.member == "river")
    // And it can be restored again, from a backup of the restored one.
    let second = office.store.rows
    let river = try office.unlock("river", on: Device())
    #expect(river.state.restores.count == 1)
    let again = try restore(from: second, on: Device())
    #expect(!again.losesEntries)
  }

  @Test func `a backup with a damaged record is restored only if that is asked for`() throws {
    let river = try office.unlock("river")
    let id = river.lookup.record(.source, office.codes.source.text).id
    var rows = backup
    rows.records[id]?.body[60] ^= 1
    #expect(throws: VaultError.integrity(.record)) { try restore(from: rows) }
    #expect(try restore(from: rows, despiteDamage: true).damaged == 1)
  }

  @Test func `prefixes of later kinds differ from all before them`() throws {
    for _ in 0..<50 {
      let lookup = try Lookup.random()
      let prefixes = RecordKind.allCases.map(lookup.prefix(of:))
      #expect(Set(prefixes).count == prefixes.count)
      for kind in RecordKind.allCases {
        #expect(
          lookup.kind(of: MapKey(prefix: lookup.prefix(of: kind), id: RowID(high: 1, low: 1)))
            == kind)
      }
    }
  }
}
