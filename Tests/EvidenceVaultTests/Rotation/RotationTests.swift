import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

struct RotationTests {
  let office: Office

  init() throws { office = try Office() }

  private func bodies(_ handle: String = "river") throws -> [String: [[UInt8]]] {
    try Answers(try office.unlock(handle)).said.filter {
      $0.key.hasPrefix("bodies") || $0.key.hasPrefix("listings")
    }
  }

  @Test(arguments: Role.keyed)
  func `after a rotation every holder reads all, and the old keys read nothing`(role: Role) throws {
    _ = try office.unlock("inka").handIn(Office.testimonyFile(3), source: Office.sourceFile)
    let truth = try bodies()
    let river = try office.unlock("river")
    let ring = KeyRing(river)
    let old = try river.read { try river.holding(role, river.state, $0.store) }
    let before = office.store.rows
    #expect(try river.rotateRole(role))
    let now = office.store.rows
    #expect(try bodies() == truth)
    for handle in ["cora", "audra", "edda", "reza", "inka", "stew"] {
      let session = try office.unlock(handle)
      for held in session.roles where held.hasKeys {
        _ = try session.read { try session.holding(held, session.state, $0.store) }
      }
    }
    #expect(try ring.kinds(now) == [])
    // Grants of the old epoch are gone from the store, and so is every wrap that its key opens.
    for member in river.state.roster.members.keys {
      let id = river.lookup.row(
        .grant, member.bytes, [role.rawValue], old.epoch.bigEndianBytes)
      #expect(now.cells[id] == nil)
      #expect(before.cells[id] != nil || role == .member || !river.state.roster.holds(member, role))
    }
    for leaf in now.leaves.all {
      guard let id = MapKey(leaf.key.bytes)?.id else { continue }
      for wrap in now.wraps.all {
        #expect((try? old.keys.unwrap(wrap.value, of: id.bytes)) == nil)
        #expect((try? old.keys.box.open(Array(wrap.value.dropFirst(9)))) == nil)
      }
    }
    for (number, row) in now.details where role == .auditor && number + 1 < now.details.count {
      #expect(row.wrap.first == 0)
      #expect(throws: VaultError.integrity(.detail(number))) {
        try DetailSeal.open(
          DetailRow(number: number, wrap: row.wrap, body: row.body), old, river.me)
      }
    }
  }

  @Test func `a role rotation by who does not hold it is denied`() throws {
    let edda = try office.unlock("edda")
    let before = edda.entries
    #expect(throws: VaultError.roleMissing(.custodian)) { try edda.rotateRole(.custodian) }
    #expect(edda.entries == before + 1)
    #expect(throws: VaultError.roleMissing(.steward)) { try edda.rotateRole(.steward) }
  }

  @Test func `record rotation changes every key and body and no content`() throws {
    let truth = try bodies()
    let before = office.store.rows
    let river = try office.unlock("river")
    let count = before.records.count
    #expect(try river.rotateRecords(by: try river.permit(CustodianRole.self)).records == count)
    #expect(try bodies() == truth)
    for (id, row) in office.store.rows.records {
      #expect(before.records[id]?.body != row.body && before.records[id]?.listing != row.listing)
    }
  }

  @Test func `record rotation goes on where it was killed, and a cursor put back is seen`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    try river.write { transaction in
      for number in 0..<300 {
        try transaction.put(.source, "bulk-\(number)", listing: [1], body: [2])
        try transaction.put(.original, "bulk-\(number)", listing: [1], body: [2])
      }
      try transaction.log(.testimonyAdded, [], reason: "")
    }
    let total = office.store.rows.records.count
    let cursor = river.lookup.row(.cursor)
    // Killed in the third transaction.
    var batches = 0
    #expect(throws: VaultError.storage(.inputOutput)) {
      _ = try river.rotateRecords(by: custodian) { _, _ in
        batches += 1
        if batches == 2 { office.store.cutPower(after: 40) }
      }
    }
    office.store.cutPower(after: nil)
    let done = 256 + 45
    let old = try #require(office.store.rows.cells[cursor])
    let other = try office.unlock("cora")
    #expect(
      try other.rotateRecords(by: try other.permit(CustodianRole.self)).records == total - done)
    #expect(office.store.rows.cells[cursor] == nil)
    // Put back, it would let the next run pass over what it did before.
    office.store.tamper { $0.cells[cursor] = old }
    #expect(try other.rotateRecords(by: try other.permit(CustodianRole.self)).records == total)
  }

  private enum Work: String, CaseIterable {
    case rotateCustodian, rotateMember, rotateAuditor, rotateRecords, admit, accept, approve,
      remove,
      source
  }

  @Test(arguments: Work.allCases)
  private func `killed at any write, every record stays readable and the next run finishes`(
    work: Work
  ) throws {
    let (badge, fingerprint) = try Office.request("fresh", in: office.store)
    let start = office.store.rows
    let pins = Device(like: office.device)
    let truth = try bodies()
    var step = 0
    var finished = false
    while !finished {
      let device = Device(like: pins)
      office.store.rows = start
      office.store.restoreObjects()
      let river = try office.unlock("river", on: device)
      let custodian = try river.permit(CustodianRole.self)
      office.store.cutPower(after: step)
      do {
        try run(work, river, custodian, fingerprint)
        finished = true
      } catch VaultError.storage(.inputOutput) { finished = false }
      office.store.cutPower(after: nil)
      // The same session goes on, and so does a new one with the same pin.
      let again = try office.unlock("river", on: device)
      let now = try Answers(again).said
      for (name, values) in truth where work != .source && work != .accept && work != .approve {
        #expect(now[name].map { Set($0) } == Set(values), "\(work) \(step) \(name)")
      }
      _ = try river.read { _ in }
      if !finished {
        do {
          try run(work, again, try again.permit(CustodianRole.self), fingerprint)
        } catch VaultError.notFound where work == .admit || work == .accept {
        } catch VaultError.refused(.excerptState) where work == .approve {
        } catch VaultError.refused(.notAMember) where work == .remove {}
        _ = try office.unlock("river", on: device)
        if work == .admit { _ = try office.unlock(badge, on: Device()) }
      }
      // Few first, middle and last steps stand for all of a long act.
      step += step < 8 ? 1 : max(1, step / 4)
    }
    #expect(step > 3)
  }

  private func run(
    _ work: Work, _ river: Session, _ custodian: borrowing Permit<CustodianRole>,
    _ fingerprint: String
  ) throws {
    switch work {
    case .rotateCustodian: _ = try river.rotateRole(.custodian)
    case .rotateMember: _ = try river.rotateRole(.member)
    case .rotateAuditor: _ = try river.rotateRole(.auditor)
    case .rotateRecords: _ = try river.rotateRecords(by: custodian)
    case .admit:
      _ = try river.admit("fresh", fingerprint: fingerprint, roles: [.custodian, .auditor])
    case .accept: _ = try river.accept(office.codes.drop, by: custodian)
    case .approve:
      try river.approve(office.codes.draft, conditionsMet: true, reason: "", by: custodian)
    case .remove: _ = try river.removeMember("gone")
    case .source: try river.updateSource(office.codes.source, Office.sourceFile, by: custodian)
    }
  }
}
