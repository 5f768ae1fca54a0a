import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Garbage that an interviewer's program hands in keeps nobody from working.
struct UnreadableDropTests {
  let office: Office

  init() throws { office = try Office() }

  private func cora() throws -> Session { try office.unlock("cora", on: Device()) }

  private func inbox(_ session: Session) throws -> Inbox {
    try session.inbox(by: try session.permit(CustodianRole.self))
  }

  @Test(arguments: GarbageDrop.allCases)
  func `garbage in the inbox is listed, never accepted, and can be destroyed`(
    garbage: GarbageDrop
  ) throws {
    let (code, entry) = try garbage.plant(try office.unlock("inka"), office.store)
    let cora = try cora()
    let custodian = try cora.permit(CustodianRole.self)
    let found = try inbox(cora)
    #expect(found.drops.map(\.code) == [office.codes.drop])
    #expect(
      found.unreadable == [
        UnreadableDrop(
          code: garbage.hasCode ? code : nil, entry: entry, member: "inka", fault: garbage.fault)
      ])
    let drops = try #require(try cora.check().first { $0.kind == "drop" })
    #expect(drops.records == 2 && drops.damaged == 0 && drops.unreadable == 1)
    #expect(drops.keyless == (garbage.fault == .key ? 1 : 0))
    #expect(throws: VaultError.integrity(.unreadable)) { try cora.drop(code, by: custodian) }
    #expect(throws: VaultError.integrity(.unreadable)) { try cora.accept(code, by: custodian) }
    #expect(throws: VaultError.integrity(.unreadable)) {
      try cora.accept(code, as: office.codes.source, by: custodian)
    }
    if garbage.hasCode {
      try cora.refuse(code, reason: "nothing in it", by: custodian)
    } else {
      #expect(throws: VaultError.notFound) {
        try cora.refuseUnreadable(entry: entry - 1, reason: "", by: custodian)
      }
      try cora.refuseUnreadable(entry: entry, reason: "nothing in it", by: custodian)
    }
    #expect(try inbox(cora).unreadable == [])
    _ = try cora.accept(office.codes.drop, as: office.codes.source, by: custodian)
    _ = try office.unlock("river", on: Device()).verifyLogFromGenesis()
  }

  @Test(arguments: GarbageDrop.allCases)
  func `a rotation goes past garbage, twice, and loses nothing that opens`(
    garbage: GarbageDrop
  ) throws {
    let inka = try office.unlock("inka")
    let honest = try inka.handIn(Office.testimonyFile(5), source: Office.strangerFile)
    let (_, entry) = try garbage.plant(inka, office.store)
    let cora = try cora()
    let before = try inbox(cora)
    for round in 0..<2 {
      _ = try cora.rotateRole(.custodian)
      _ = try cora.rotateRecords(by: try cora.permit(CustodianRole.self))
      let after = try inbox(try office.unlock("river", on: Device()))
      #expect(after.drops == before.drops, "round \(round)")
      #expect(after.unreadable.map(\.entry) == [entry])
      #expect(
        after.unreadable.map(\.fault) == [garbage.fault == .key ? .passedOver : .content])
    }
    #expect(Set(before.drops.map(\.code)) == [office.codes.drop, honest])
    let custodian = try cora.permit(CustodianRole.self)
    #expect(try cora.drop(honest, by: custodian).documenter == "inka")
    try cora.refuseUnreadable(entry: entry, reason: "", by: custodian)
    #expect(try inbox(cora).unreadable == [])
    #expect(try cora.check().allSatisfy { $0.damaged == 0 && $0.unreadable == 0 })
  }

  @Test func `an interviewer's garbage keeps no closed epoch closed`() throws {
    try GarbageDrop.brokenBox.plant(try office.unlock("inka"), office.store)
    _ = try office.unlock("stew").removeMember("gone")
    let cora = try cora()
    #expect(try cora.roleList().first { $0.role == .custodian }?.closed == false)
    #expect(try inbox(cora).unreadable.count == 1)
  }

  @Test func `several kinds of garbage of one hand do not hide each other`() throws {
    for garbage in GarbageDrop.allCases {
      try garbage.plant(try office.unlock("inka"), office.store)
    }
    let cora = try cora()
    #expect(try inbox(cora).unreadable.map(\.fault) == GarbageDrop.allCases.map(\.fault))
    _ = try cora.rotateRole(.custodian)
    #expect(try inbox(cora).unreadable.count == GarbageDrop.allCases.count)
    #expect(try inbox(cora).drops.count == 1)
  }

  // MARK: - What only storage can have done

  @Test func `a custodian's own drop without its wrap is refused, not passed over`() throws {
    let cora = try cora()
    let id = cora.lookup.record(.drop, office.codes.drop.text).id
    let held = try cora.read { try cora.holding(.custodian, cora.state, $0.store) }
    let wrap = try #require(RowID(held.keys.wrapID(of: id.bytes)))
    let rows = office.store.rows
    for body in [nil, [UInt8](repeating: 1, count: 72)] as [[UInt8]?] {
      office.store.rows = rows
      office.store.tamper { $0.wraps.set(wrap, body) }
      try refusesAll(try self.cora())
    }
  }

  @Test func `a custodian's box, made while the epoch was closed, is refused when it is spoiled`()
    throws
  {
    let cora = try cora()
    _ = try office.unlock("stew").removeMember("gone")
    let code = try cora.handIn(Office.testimonyFile(5), source: Office.strangerFile)
    let id = cora.lookup.record(.drop, code.text).id
    let boxed = cora.lookup.boxed(id, .custodian)
    #expect(office.store.rows.wraps[boxed] != nil)
    office.store.tamper { $0.wraps.set(boxed, [1]) }
    let again = try self.cora()
    #expect(try again.roleList().first { $0.role == .custodian }?.closed == true)
    try refusesAll(again)
  }

  @Test func `a drop that a rotation has wrapped cannot be made to look like garbage`() throws {
    let code = try office.unlock("inka").handIn(
      Office.testimonyFile(5), source: Office.strangerFile)
    let cora = try cora()
    let id = cora.lookup.record(.drop, code.text).id
    let boxed = cora.lookup.boxed(id, .custodian)
    let old = try cora.read { try cora.holding(.custodian, cora.state, $0.store) }
    let box = try #require(office.store.rows.wraps[boxed])
    _ = try cora.rotateRole(.custodian)
    let held = try cora.read { try cora.holding(.custodian, cora.state, $0.store) }
    let wrap = try #require(RowID(held.keys.wrapID(of: id.bytes)))
    let rows = office.store.rows
    for planted in [nil, box, [1], try PassedOver.record(id, old)] as [[UInt8]?] {
      office.store.rows = rows
      office.store.tamper {
        $0.wraps.set(wrap, nil)
        $0.wraps.set(boxed, planted)
      }
      try refusesAll(try self.cora())
    }
  }

  @Test func `a drop that a custodian has sealed anew cannot be made to look like garbage`() throws
  {
    let code = try office.unlock("inka").handIn(
      Office.testimonyFile(5), source: Office.strangerFile)
    let cora = try cora()
    _ = try cora.rotateRecords(by: try cora.permit(CustodianRole.self))
    let id = cora.lookup.record(.drop, code.text).id
    let held = try cora.read { try cora.holding(.custodian, cora.state, $0.store) }
    let wrap = try #require(RowID(held.keys.wrapID(of: id.bytes)))
    office.store.tamper {
      $0.wraps.set(wrap, nil)
      $0.wraps.set(cora.lookup.boxed(id, .custodian), [1])
    }
    try refusesAll(try self.cora())
  }

  @Test func `a mark that storage takes away, or puts where none belongs, is found out`() throws {
    let inka = try office.unlock("inka")
    let garbage = try GarbageDrop.brokenBox.plant(inka, office.store).code
    let cora = try cora()
    _ = try cora.rotateRole(.custodian)
    let id = cora.lookup.record(.drop, garbage.text).id
    let boxed = cora.lookup.boxed(id, .custodian)
    let mark = try #require(office.store.rows.wraps[boxed])
    let later = try inka.handIn(Office.testimonyFile(6), source: Office.strangerFile)
    let other = cora.lookup.record(.drop, later.text).id
    let rows = office.store.rows
    office.store.tamper { $0.wraps.set(boxed, nil) }
    try refusesAll(try self.cora())
    // The mark of one record in the place of another's box is a box that does not open.
    office.store.rows = rows
    office.store.tamper { $0.wraps.set(cora.lookup.boxed(other, .custodian), mark) }
    #expect(try inbox(cora).unreadable.map(\.fault) == [.passedOver, .key])
  }

  @Test func `rows that are not those of the map are refused as ever`() throws {
    let code = try office.unlock("inka").handIn(
      Office.testimonyFile(5), source: Office.strangerFile)
    let cora = try cora()
    let id = cora.lookup.record(.drop, code.text).id
    let rows = office.store.rows
    office.store.tamper { $0.records[id]?.body[50] ^= 1 }
    #expect(throws: VaultError.integrity(.record)) { try inbox(cora) }
    office.store.rows = rows
    office.store.tamper { $0.records[id]?.listing[50] ^= 1 }
    let again = try self.cora()
    #expect(throws: VaultError.integrity(.record)) { try inbox(again) }
    // The key is not thrown away with a damaged row.
    _ = try again.rotateRole(.custodian)
    let repaired = try #require(rows.records[id])
    office.store.tamper { $0.records[id] = repaired }
    #expect(try inbox(again).drops.map(\.code).contains(code))
  }

  private func refusesAll(_ session: Session) throws {
    #expect(throws: VaultError.integrity(.record)) { try inbox(session) }
    #expect(throws: VaultError.integrity(.record)) { _ = try session.rotateRole(.custodian) }
    #expect(throws: VaultError.self) {
      _ = try session.rotateRecords(by: try session.permit(CustodianRole.self))
    }
    #expect(try session.check().first { $0.kind == "drop" }?.damaged == 1)
  }
}
