import Testing

@testable import EvidenceVault
@testable import Sealing
@testable import Storage

/// Kits that outlive a rotation, and their end.
struct FieldEpochTests {
  let office: Office
  let kit: FieldKit
  let drop: FieldDrop
  private let start = Session.systemClock()

  init() throws {
    office = try Office()
    let cora = try office.unlock("cora")
    kit = try cora.exportKit(by: try cora.permit(CustodianRole.self))
    drop = try FieldDrop(
      try kit.seal(testimony: Office.testimonyFile(5), source: Office.strangerFile).bytes)
  }

  /// A session whose clock, and whose log, are some days on.
  private func later(_ days: UInt64, _ handle: String = "cora") throws -> Session {
    let now = start + days * day
    let session = try office.unlock(handle, clock: { now })
    try session.write { try $0.log(.logRead, [], reason: "") }
    return session
  }

  private func accept(_ session: Session) throws -> AcceptedFieldDrop {
    try session.accept(drop, by: try session.permit(CustodianRole.self))
  }

  private func states(_ session: Session) throws -> [KitSummary.State] {
    try session.kits(by: try session.permit(CustodianRole.self)).map(\.state)
  }

  private func cell(_ session: Session) -> [UInt8]? {
    office.store.rows.cells[DropKeys.cell(session.lookup, 1)]
  }

  @Test func `a kit is good through its last day`() throws {
    let last = (start / day + 180) * day + day - 1
    _ = try kit.seal(testimony: Office.testimonyFile(5), source: Office.sourceFile, now: last)
    #expect(throws: VaultError.field(.kitExpired(kit.lastDay))) {
      _ = try kit.seal(
        testimony: Office.testimonyFile(5), source: Office.sourceFile, now: last + 1)
    }
  }

  @Test
  func `drops of a kit open after rotations, and the custodian learns that it is an earlier one`()
    throws
  {
    let cora = try office.unlock("cora")
    for _ in 0..<3 { _ = try cora.rotateRole(.custodian) }
    #expect(try states(cora) == [.earlier])
    // Another custodian, on a device of its own.
    let river = try office.unlock("river", on: Device())
    let done = try accept(river)
    #expect(done.kit.state == .earlier && done.kit.epoch == 1)
    _ = try office.unlock("audra", on: Device()).verifyLogFromGenesis()
  }

  @Test func `what is carried opens drops and nothing else of the earlier epoch`() throws {
    let cora = try office.unlock("cora")
    let old = try cora.read { try cora.holding(.custodian, cora.state, $0.store) }
    _ = try cora.rotateRole(.custodian)
    let held = try cora.read { try cora.holding(.custodian, cora.state, $0.store) }
    let carried = try #require(cell(cora))
    #expect(carried.count == RoleKeys.carriedDropKeySize)
    #expect(try held.keys.dropKey(carried: carried, epoch: 1).publicKey == kit.box)
    #expect(throws: SealingError.notAuthentic) {
      _ = try held.keys.dropKey(carried: carried, epoch: 2)
    }
    #expect(throws: SealingError.notAuthentic) {
      _ = try old.keys.dropKey(carried: carried, epoch: 1)
    }
    // No other role's keys open it.
    for handle in ["edda", "reza", "inka", "audra", "stew"] {
      let ring = KeyRing(try office.unlock(handle))
      try ring.harvest(office.store.rows)
      for role in ring.roles {
        #expect((try? role.keys.dropKey(carried: carried, epoch: 1)) == nil)
      }
    }
  }

  @Test func `no key is carried where no kit needs it`() throws {
    let plain = try Office()
    let cora = try plain.unlock("cora")
    let before = plain.store.rows.cells.count
    _ = try cora.rotateRole(.custodian)
    #expect(plain.store.rows.cells[DropKeys.cell(cora.lookup, 1)] == nil)
    #expect(plain.store.rows.cells.count <= before)
  }

  @Test func `when its last kit has run out the key of an earlier epoch is destroyed`() throws {
    _ = try office.unlock("cora").rotateRole(.custodian)
    let soon = try later(180)
    #expect(try states(soon) == [.earlier] && cell(soon) != nil)
    let rows = office.store.rows
    // By the next act of intake, and by a rotation.
    let listing = try later(181)
    #expect(try states(listing) == [.expired] && cell(listing) == nil)
    #expect(throws: VaultError.field(.tooLate(kit: kit.code))) { _ = try accept(listing) }
    office.store.rows = rows
    let rotating = try office.unlock("river", on: Device(), clock: { start + 181 * day })
    try rotating.write { try $0.log(.logRead, [], reason: "") }
    _ = try rotating.rotateRole(.custodian)
    #expect(cell(rotating) == nil)
  }

  @Test func `a key that storage puts back after that opens nothing`() throws {
    let cora = try office.unlock("cora")
    _ = try cora.rotateRole(.custodian)
    let kept = try #require(cell(cora))
    let late = try later(181)
    _ = try states(late)
    office.store.tamper { $0.cells[DropKeys.cell(late.lookup, 1)] = kept }
    #expect(throws: VaultError.field(.tooLate(kit: kit.code))) { _ = try accept(late) }
  }

  @Test func `a clock that runs ahead destroys no key alone`() throws {
    _ = try office.unlock("cora").rotateRole(.custodian)
    let ahead = try office.unlock("cora", clock: { start + 400 * day })
    // Asked before anything was logged by that clock.
    try ahead.write { transaction in
      #expect(try !transaction.sweepDropKeys())
      try transaction.log(.denied, [], reason: "")
    }
    #expect(cell(ahead) != nil)
  }

  @Test func `an expired kit of the current epoch keeps no drop out`() throws {
    let late = try later(400)
    let done = try accept(late)
    #expect(done.kit.state == .expired)
  }

  @Test func `a carried key that was exchanged or spoiled is refused, and keeps no epoch closed`()
    throws
  {
    let cora = try office.unlock("cora")
    _ = try cora.rotateRole(.custodian)
    let held = try cora.read { try cora.holding(.custodian, cora.state, $0.store) }
    let id = DropKeys.cell(cora.lookup, 1)
    // A holder's own cell, with another key in it.
    let other = try RoleKeys(new: RoleContext(vault: cora.me.vault, role: 6, epoch: 1))
    let planted = try held.keys.carryDropKey(of: other)
    for body in [planted, [UInt8](repeating: 1, count: 72), [1]] {
      office.store.tamper { $0.cells[id] = body }
      #expect(throws: VaultError.integrity(.grant(.custodian))) { _ = try accept(cora) }
    }
    office.store.tamper { $0.cells[id] = nil }
    #expect(throws: VaultError.field(.tooLate(kit: kit.code))) { _ = try accept(cora) }
    #expect(try states(cora) == [.lost])
    office.store.tamper { $0.cells[id] = [1] }
    _ = try cora.rotateRole(.custodian)
    #expect(try states(cora) == [.lost])
  }

  @Test
  func `after a removal the kit still works, its state warns, and the leaver gets no new record`()
    throws
  {
    let gone = KeyRing(try office.unlock("gone"))
    try gone.harvest(office.store.rows)
    _ = try office.unlock("stew").removeMember("gone")
    let cora = try office.unlock("cora")
    let done = try accept(cora)
    #expect(done.kit.state == .earlier)
    try gone.harvest(office.store.rows)
    // He may open the file, which the warning says; what came of it he does not.
    let share = Array(drop.boxed.dropFirst(9))
    #expect(try !gone.boxes(share).isEmpty)
    let rows = office.store.rows
    for (kind, code) in [
      (RecordKind.original, done.testimony.text), (.working, done.testimony.text),
      (.source, done.source.text),
    ] {
      let id = cora.lookup.record(kind, code).id
      let leaf = try #require(try cora.read { try $0.leaf(kind, code) })
      let row = try #require(rows.records[id])
      let context = RecordContext(vault: cora.me.vault, record: id.bytes, version: leaf.version)
      for wrap in rows.wraps.all {
        for held in gone.roles {
          guard let key = try? held.keys.unwrap(wrap.value, of: id.bytes) else { continue }
          #expect((try? key.openBody(row.body, context)) == nil)
        }
      }
    }
  }
}
