import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Whoever leaves, no record is left without somebody who opens it.
struct OrphanTests {
  private static let handles = ["river", "edda", "reza", "inka", "audra", "stew", "cora", "gone"]
  private static let stewards = ["river", "stew", "gone"]

  @Test(arguments: [1, 2] as [UInt64])
  func `whoever leaves in whatever order, every record opens for somebody who stays`(
    seed: UInt64
  ) throws {
    var random = Sequence64(state: seed)
    let office = try Office()
    var left = 0
    for step in 0..<60 where left < 3 {
      let by = Self.stewards[Int(random.next() % 3)]
      let whom = Self.handles[Int(random.next() % 8)]
      let role = Role.assignable[Int(random.next() % 6)]
      let way = random.next() % 3
      guard let session = try? office.unlock(by) else { continue }
      // Somebody whose session is open hands in while roles are closed.
      let inka = try? office.unlock("inka")
      do {
        switch way {
        case 0: _ = try session.removeMember(whom)
        case 1: _ = try session.loseMember(whom)
        default: _ = try session.revokeRole(role, from: whom)
        }
      } catch VaultError.refused { continue } catch VaultError.roleMissing { continue }
      left += 1
      _ = try? inka?.handIn(Office.testimonyFile(20 + step), source: Office.sourceFile)
      try check(office, "seed \(seed), step \(step): \(by) \(way) \(whom) \(role)")
    }
    #expect(left == 3)
  }

  /// By keys alone, with the library's checks left out.
  private func check(_ office: Office, _ what: String) throws {
    var opened: [RecordKind: Int] = [:]
    var details = 0
    var lookup: Lookup?
    // Each opens what was closed; only then is it looked at.
    for session in Self.handles.compactMap({ try? office.unlock($0) })
    where session.roles.count > 1 {
      lookup = session.lookup
      let ring = KeyRing(session)
      try ring.harvest(office.store.rows)
      opened.merge(try ring.records(office.store.rows, cross: false)) { max($0, $1) }
      if session.roles.contains(.auditor), details == 0 {
        details = ring.details(office.store.rows)
      }
    }
    #expect(opened == office.store.rows.kinds(try #require(lookup)), "\(what)")
    #expect(details == office.store.rows.details.count, "\(what)")
  }
}
