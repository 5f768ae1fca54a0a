import Foundation
import SQLiteStore
import Synchronization
import Testing

@testable import EvidenceVault
@testable import Storage

/// Two sessions that write at once, each with a connection of its own.
struct ConcurrencyTests {
  /// Copies an office into SQLite.
  private func move(_ rows: InMemoryState, to path: String) throws {
    let store = try SQLiteStore(creating: path)
    try store.write { writing in
      for (name, value) in rows.headers { try writing.setHeader(name, value) }
      for (id, body) in rows.cells { try writing.setCell(id, body) }
      for (id, body) in rows.requests { try writing.setRequest(id, body) }
      for (id, row) in rows.records { try writing.setRecord(id, row) }
      for row in rows.wraps.all { try writing.setWrap(row.key, row.value) }
      for chain in Chain.allCases {
        for (number, body) in (rows.chains[chain] ?? []).enumerated() {
          try writing.append(chain, ChainRow(number: UInt64(number), body: body))
        }
      }
      for number in rows.details.keys.sorted() {
        guard let row = rows.details[number] else { continue }
        try writing.addDetail(DetailRow(number: number, wrap: row.wrap, body: row.body))
      }
      try writing.setLeaves(rows.leaves.all.map { (key: $0.key.bytes, value: $0.value) })
      try writing.setTiles(rows.tiles.map { (path: $0.key, body: $0.value) })
    }
  }

  private func inDirectory(_ body: (String) throws -> Void) throws {
    let directory = NSTemporaryDirectory() + "evault-attacks-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try body(directory + "/vault")
  }

  @Test func `two sessions of fifty acts each fork nothing and give nothing out twice`() throws {
    let office = try Office()
    try inDirectory { path in
      try move(office.store.rows, to: path)
      let codes = Mutex<[String]>([])
      let faults = Mutex<[String]>([])
      let handles = ["river", "cora"]
      let device = office.device
      let before = office.store.rows.chains[.log]?.count ?? 0
      DispatchQueue.concurrentPerform(iterations: 2) { lane in
        do {
          let store = try SQLiteStore(opening: path, busyTimeout: 60)
          let session = try office.unlock(handles[lane], on: Device(like: device), in: store)
          let custodian = try session.permit(CustodianRole.self)
          for number in 0..<25 {
            let source = """
              names: ["Person \(handles[lane]) \(number) Xq"]
              describe_as: {en: witness}
              consent: {audiences: [desk]}
              """
            let added = try session.addTestimony(
              Array("Person \(handles[lane]) \(number) Xq spoke here.".utf8),
              source: .document(Array(source.utf8)), by: custodian)
            let drop = try session.handIn(Office.testimonyFile(number), source: Office.sourceFile)
            codes.withLock { $0 += [added.source.text, added.testimony.text, drop.text] }
          }
        } catch { faults.withLock { $0.append("\(error)") } }
      }
      #expect(faults.withLock { $0 } == [])
      let all = codes.withLock { $0 }
      #expect(Set(all).count == 150)
      let store = try SQLiteStore(opening: path)
      let river = try office.unlock("river", on: Device(), in: store)
      #expect(try river.verifyLogFromGenesis().entries == UInt64(before + 100))
      let register = try river.write { try $0.register(Audience.internalName) }
      #expect(Set(register.letters.values).count == register.letters.count)
      #expect(register.letters.count >= 50)
    }
  }

  @Test func `one session rotates records and roles while another writes`() throws {
    let office = try Office()
    try inDirectory { path in
      try move(office.store.rows, to: path)
      try FileManager.default.copyItem(
        atPath: try #require(office.store.directory) + "/objects", toPath: path + "/objects")
      let faults = Mutex<[String]>([])
      let device = office.device
      DispatchQueue.concurrentPerform(iterations: 2) { lane in
        do {
          let store = try SQLiteStore(opening: path, busyTimeout: 60)
          let session = try office.unlock(
            lane == 0 ? "river" : "cora", on: Device(like: device), in: store)
          for number in 0..<10 {
            // A permit from before somebody else's rotation is of no use: each act takes its own.
            let custodian = try session.permit(CustodianRole.self)
            if lane == 0 {
              _ = try session.rotateRecords(by: custodian)
              for role in [Role.custodian, .member, .researcher, .auditor] {
                _ = try session.rotateRole(role)
              }
            } else {
              _ = try session.addTestimony(
                Office.testimonyFile(number), source: .code(office.codes.source), by: custodian)
              _ = try session.testimonies(by: try session.permit(ResearcherRole.self))
              _ = try session.sources(by: custodian)
            }
          }
        } catch { faults.withLock { $0.append("\(lane): \(error)") } }
      }
      #expect(faults.withLock { $0 } == [])
      let store = try SQLiteStore(opening: path)
      let river = try office.unlock("river", on: Device(), in: store)
      #expect(try river.testimonies(by: try river.permit(ResearcherRole.self)).count == 11)
      let answers = try Answers(river)
      #expect(answers.said["bodies original"]?.count == 11)
    }
  }

  @Test func `members admitted and roles given by two stewards at once leave one roster`() throws {
    let office = try Office()
    try inDirectory { path in
      try move(office.store.rows, to: path)
      let faults = Mutex<[String]>([])
      let device = office.device
      DispatchQueue.concurrentPerform(iterations: 2) { lane in
        do {
          let store = try SQLiteStore(opening: path, busyTimeout: 60)
          let session = try office.unlock(
            lane == 0 ? "river" : "stew", on: Device(like: device), in: store)
          let target = lane == 0 ? "edda" : "inka"
          for _ in 0..<12 {
            _ = try session.grantRole(.steward, to: target, fingerprint: nil)
            _ = try session.revokeRole(.steward, from: target)
          }
        } catch { faults.withLock { $0.append("\(lane): \(error)") } }
      }
      #expect(faults.withLock { $0 } == [])
      let store = try SQLiteStore(opening: path)
      let river = try office.unlock("river", on: Device(), in: store)
      _ = try river.verifyLogFromGenesis()
      let count = UInt64(office.store.rows.chains[.roster]?.count ?? 0)
      #expect(river.state.roster.count == count + 48)
    }
  }
}
