import Foundation
import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// What interrupted work leaves in `objects/`, and what becomes of it.
struct ObjectOrphanTests {
  let office: Office
  let river: Session

  init() throws {
    office = try Office()
    river = try office.unlock("river")
  }

  @Test func `killed at any write, an addition is done or leaves at most a file that check names`()
    throws
  {
    let start = office.store.rows
    let files = office.store.objectNames
    var step = 0
    var finished = false
    while !finished {
      office.store.rows = start
      office.store.restoreObjects()
      let session = try office.unlock("river", on: Device(like: office.device))
      office.store.cutPower(after: step)
      var code: Code?
      do { code = try session.attach([1, 2, 3], to: office.codes.testimony).code } catch {}
      office.store.cutPower(after: nil)
      let again = try office.unlock("river", on: Device(like: office.device))
      let found = try #require(try again.checkObjects())
      let added = office.store.rows.records.count - start.records.count
      #expect(found.damaged.isEmpty && found.foreign.isEmpty && found.unopened == 0, "\(step)")
      #expect(office.store.objectNames.count == files.count + added + found.orphans.count)
      if let code { #expect(try again.extracted(code).bytes == [1, 2, 3]) }
      finished = code != nil
      step += 1
    }
    #expect(step > 5)
  }

  @Test func `check names what belongs to no record, and repair moves it and deletes nothing`()
    throws
  {
    let custodian = try river.permit(CustodianRole.self)
    let held = try river.objectName(of: office.codes.attachment, by: custodian)
    let orphan = String(repeating: "ab", count: 16)
    let files = FileManager.default
    office.store.setObject(orphan, [1, 2])
    office.store.setObject("notes.txt", [3])
    try files.createSymbolicLink(
      atPath: office.store.path("link"), withDestinationPath: "/nonexistent")
    let found = try #require(try river.checkObjects())
    #expect(found.orphans == [orphan] && found.foreign == ["link", "notes.txt"])
    #expect(found.damaged.isEmpty && found.attachments == 1 && !found.isClean)
    let before = river.entries
    #expect(try river.setAsideOrphans(by: custodian) == [orphan, "link", "notes.txt"])
    #expect(river.entries == before + 1)
    #expect(office.store.objectNames == [held])
    let aside = (office.store.directory ?? "") + "/aside/"
    #expect(files.contents(atPath: aside + orphan) == Data([1, 2]))
    #expect(files.contents(atPath: aside + "notes.txt") == Data([3]))
    // Again the same names: nothing in aside/ is overwritten.
    office.store.setObject(orphan, [9])
    _ = try river.setAsideOrphans(by: custodian)
    #expect(files.contents(atPath: aside + orphan) == Data([1, 2]))
    #expect(files.contents(atPath: aside + orphan + ".1") == Data([9]))
    #expect(try river.checkObjects()?.isClean == true)
    #expect(try river.setAsideOrphans(by: custodian) == [])
    #expect(try river.extracted(office.codes.attachment).bytes == Office.recording)
  }

  @Test func `nothing is moved while a record does not open: it may be its file`() throws {
    let custodian = try river.permit(CustodianRole.self)
    let key = river.lookup.record(.attachment, office.codes.attachment.text)
    office.store.setObject(String(repeating: "cd", count: 16), [1])
    office.store.tamper { rows in
      guard var record = rows.records[key.id] else { return }
      record.body[record.body.endIndex - 1] ^= 1
      rows.records[key.id] = record
    }
    #expect(try river.checkObjects()?.unopened == 1)
    let files = office.store.objectNames
    #expect(throws: VaultError.integrity(.record)) {
      _ = try river.setAsideOrphans(by: custodian)
    }
    #expect(office.store.objectNames == files)
    let audra = try office.unlock("audra")
    #expect(try audra.checkObjects() == nil)
  }

  @Test func `rotations keep every file readable, and give each a new name and key`() throws {
    let custodian = try river.permit(CustodianRole.self)
    let bytes = Random.bytes(150_000)
    let code = try river.attach(bytes, to: office.codes.testimony).code
    let before = office.store.objectNames
    _ = try river.rotateRole(.custodian)
    #expect(office.store.objectNames == before)
    #expect(try office.unlock("cora").extracted(code).bytes == bytes)
    _ = try river.rotateRecords(by: custodian)
    #expect(Set(office.store.objectNames).isDisjoint(with: before))
    #expect(office.store.objectNames.count == before.count)
    #expect(try river.extracted(code).bytes == bytes)
    #expect(try river.checkObjects()?.isClean == true)
    _ = try river.removeMember("gone")
    #expect(try office.unlock("cora").extracted(code).bytes == bytes)
  }

  @Test func `a rotation killed at any write goes on, and no old file stays`() throws {
    let bytes = Random.bytes(70_000)
    let code = try river.attach(bytes, to: office.codes.testimony).code
    let start = office.store.rows
    let kept = try office.store.objectNames.map { ($0, try office.store.object($0)) }
    let prefix = river.lookup.prefix(of: .attachment)
    // The first writes are those of the other kinds.
    var step = 0
    var finished = false
    while !finished {
      office.store.rows = start
      office.store.restoreObjects()
      for (name, sealed) in kept { office.store.setObject(name, sealed) }
      let session = try office.unlock("river", on: Device(like: office.device))
      office.store.cutPower(after: step)
      do {
        _ = try session.rotateRecords(by: try session.permit(CustodianRole.self))
        finished = true
      } catch {}
      office.store.cutPower(after: nil)
      let again = try office.unlock("river", on: Device(like: office.device))
      #expect(try again.extracted(code).bytes == bytes, "\(step)")
      if !finished {
        _ = try again.rotateRecords(by: try again.permit(CustodianRole.self))
      }
      let leaves = try again.read { try $0.map.leaves(prefix: prefix).map(\.leaf.version) }
      #expect(leaves.allSatisfy { $0 >= 2 }, "\(step)")
      let found = try #require(try again.checkObjects())
      // A new file whose record was not committed is all that can be left.
      #expect(found.damaged.isEmpty && found.orphans.count <= 1 && found.waiting == 0, "\(step)")
      #expect(Set(found.orphans).isDisjoint(with: kept.map(\.0)), "\(step)")
      step += step < 8 ? 1 : max(1, step / 6)
    }
    #expect(step > 20)
  }
}
