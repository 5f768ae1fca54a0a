import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// A removed member who kept every key, and gets the newest database as well.
struct RemovedMemberTests {
  /// Records that are written after the removal, some of them before anybody else unlocks.
  static let later = 1_000

  @Test(arguments: [true, false])
  func `a removed member opens nothing that was written later`(closed: Bool) throws {
    let office = try Office()
    // What he takes along: his own keys and every seed that he held or could dig out.
    let gone = try office.unlock("gone")
    let ring = KeyRing(gone)
    try ring.harvest(office.store.rows)
    let before = office.store.rows
    #expect(try ring.records(before, cross: false)[.original] == 1)
    let writer = try office.unlock("river")
    let custodian = try writer.permit(CustodianRole.self)

    _ = try office.unlock("stew").removeMember("gone")
    // Nobody who holds a role unlocks first: drops are handed in by an interviewer, under epochs
    // that are closed, or by a founder whose program opens the next ones.
    if closed {
      let inka = try office.unlock("inka")
      for number in 0..<Self.later {
        _ = try inka.handIn(Office.testimonyFile(number), source: Office.sourceFile)
      }
    } else {
      _ = try office.unlock("river")
      let added = try writer.addTestimonies(
        (0..<Self.later).map { (Office.testimonyFile($0), .code(office.codes.source)) },
        by: custodian)
      #expect(added.count == Self.later)
    }

    let after = office.store.rows
    #expect(throws: VaultError.self) { _ = try office.unlock("gone") }
    #expect(throws: VaultError.self) { _ = try office.unlock("gone", on: Device()) }
    try ring.harvest(after)
    // Only what is new: rows that he could read before he may have copied.
    var written = after
    for (id, _) in before.records { written.records[id] = nil }
    #expect(written.records.count >= Self.later)
    #expect(try ring.records(written, cross: false).isEmpty)
    // A key of somebody who stayed opens them, so that the search is seen to find.
    let cora = KeyRing(try office.unlock("cora"))
    try cora.harvest(office.store.rows)
    var readable = office.store.rows
    for (id, _) in before.records { readable.records[id] = nil }
    let opened = try cora.records(readable, cross: false)
    #expect(opened.values.reduce(0, +) >= Self.later)
  }
}
