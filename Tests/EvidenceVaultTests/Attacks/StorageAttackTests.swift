import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// A keeper of the files who plants, deletes, swaps, transplants and rolls back rows.
struct StorageAttackTests {
  let office: Office
  let rows: InMemoryState
  let truth: Answers

  init() throws {
    office = try Office()
    rows = office.store.rows
    truth = try Answers(try office.unlock("river"))
  }

  /// Whether the founder is refused, or answered as before.
  private func holds(_ device: Device? = nil) throws -> Bool {
    do {
      return try vaultErrors { try Answers(try office.unlock("river", on: device)) } == truth
    } catch { return true }
  }

  private func attack(_ table: Table, _ index: Int, _ body: [UInt8]?) throws -> Bool {
    office.store.rows = rows
    office.store.tamper { table.set(index, body, in: &$0) }
    return try holds()
  }

  @Test(arguments: Table.allCases)
  func `a deleted, changed, cut, swapped or doubled row is refused or changes no answer`(
    table: Table
  ) throws {
    let bodies = table.rows(rows)
    for (index, body) in bodies.enumerated() {
      #expect(try attack(table, index, nil), "\(table) \(index) deleted")
      var flipped = body
      if !body.isEmpty { flipped[(index * 37) % body.count] ^= 0x10 }
      #expect(try attack(table, index, flipped), "\(table) \(index) flipped")
      if index % 2 == 0 {
        #expect(try attack(table, index, Array(body.dropLast())), "\(table) \(index) cut")
        office.store.rows = rows
        let other = (index + 1) % bodies.count
        office.store.tamper {
          table.set(index, bodies[other], in: &$0)
          table.set(other, body, in: &$0)
        }
        #expect(try holds(), "\(table) \(index) swapped")
      } else {
        #expect(
          try attack(table, index, bodies[(index + 2) % bodies.count]), "\(table) \(index) doubled")
      }
    }
  }

  @Test func `rows of another vault of the same people are refused or change no answer`() throws {
    let foreign = try Office.another()
    for table in Table.allCases where table != .log && table != .detailWraps {
      let bodies = table.rows(foreign)
      for index in table.rows(rows).indices where index < bodies.count && index % 2 == 0 {
        #expect(try attack(table, index, bodies[index]), "\(table) \(index)")
      }
    }
    // All of a table.
    for table in Table.allCases {
      office.store.rows = rows
      let bodies = table.rows(foreign)
      for index in table.rows(rows).indices where index < bodies.count {
        office.store.tamper { table.set(index, bodies[index], in: &$0) }
      }
      #expect(try holds(), "\(table)")
    }
  }

  @Test func `planted rows change no answer, or are refused`() throws {
    var random = Sequence64(state: 3)
    for number in 0..<6 {
      office.store.rows = rows
      office.store.tamper { state in
        let id = RowID(high: random.next(), low: random.next())
        let some = rows.records.values.first
        switch number {
        case 0: state.records[id] = some
        case 1: state.wraps.set(id, rows.wraps.all[0].value)
        case 2: state.cells[id] = rows.cells.values.first
        case 3: state.requests[id] = rows.requests.values.first
        case 4:
          // A listed record that the map does not know.
          let leaf = rows.leaves.all[0]
          state.leaves.set(
            ByteKey(bytes: leaf.key.bytes.prefix(2) + id.bytes), leaf.value)
        default: state.tiles[[4, 0xAB, 0xCD]] = rows.tiles.values.first
        }
      }
      #expect(try holds())
    }
  }

  @Test func `a listing with a row missing is refused and not shortened`() throws {
    let river = try office.unlock("river")
    let researcher = try river.permit(ResearcherRole.self)
    let editor = try river.permit(EditorRole.self)
    let custodian = try river.permit(CustodianRole.self)
    let rows = office.store.rows
    for leaf in rows.leaves.all {
      guard let key = MapKey(leaf.key.bytes), let kind = river.lookup.kind(of: key) else {
        continue
      }
      let id = key.id
      let removals: [(inout InMemoryState) -> Void] = [
        { $0.records[id] = nil }, { $0.leaves.set(leaf.key, nil) },
      ]
      for removal in removals {
        office.store.rows = rows
        office.store.tamper(removal)
        let session = try office.unlock("river", on: Device(like: office.device))
        switch kind {
        case .working:
          #expect(throws: VaultError.self) { try session.testimonies(by: researcher) }
        case .source: #expect(throws: VaultError.self) { try session.sources(by: custodian) }
        case .excerpt: #expect(throws: VaultError.self) { try session.excerpts(by: researcher) }
        case .release: #expect(throws: VaultError.self) { try session.releases(by: editor) }
        case .drop: #expect(throws: VaultError.self) { try session.inbox(by: custodian) }
        default: continue
        }
      }
    }
  }

  @Test func `every row put back to an earlier time is refused or changes no answer`() throws {
    let history = try History(office)
    let now = office.store.rows
    let truth = try Answers(try office.unlock("river"))
    office.store.rows = now
    for old in history.snapshots.dropLast() {
      var attacks: [(String, (inout InMemoryState) -> Void)] = []
      for (id, body) in old.cells where now.cells[id] != body {
        attacks.append(("cell", { $0.cells[id] = body }))
      }
      for (id, row) in old.records {
        if now.records[id]?.body != row.body {
          attacks.append(("record", { $0.records[id] = row }))
          attacks.append(
            (
              "body", { $0.records[id] = (listing: $0.records[id]?.listing ?? [], body: row.body) }
            ))
        }
      }
      for (id, body) in old.wraps.all where now.wraps[id] != body {
        attacks.append(("wrap", { $0.wraps.set(id, body) }))
      }
      for (key, value) in old.leaves.all where now.leaves[key] != value {
        attacks.append(("leaf", { $0.leaves.set(key, value) }))
      }
      for (path, row) in old.tiles where now.tiles[path] != row {
        attacks.append(("tile", { $0.tiles[path] = row }))
      }
      for (number, row) in old.details where now.details[number]?.wrap != row.wrap {
        attacks.append(("detail", { $0.details[number] = row }))
      }
      attacks.append(("card", { $0.headers["card"] = old.headers["card"] }))
      attacks.append(("roster", { $0.chains[.roster] = old.chains[.roster] }))
      attacks.append(("log", { $0.chains[.log] = old.chains[.log] }))
      attacks.append(
        (
          "map",
          {
            $0.leaves = old.leaves
            $0.tiles = old.tiles
          }
        ))
      attacks.append(
        (
          "records",
          {
            $0.records = old.records
            $0.wraps = old.wraps
          }
        ))
      for (name, attack) in attacks {
        office.store.rows = now
        office.store.tamper(attack)
        do {
          let said = try vaultErrors { try Answers(try office.unlock("river")) }
          #expect(said == truth, "\(name)")
        } catch { continue }
      }
    }
  }

  @Test func `the whole vault put back to any earlier time is refused by pin and by session`()
    throws
  {
    let history = try History(office)
    let session = try office.unlock("river")
    for old in history.snapshots.dropLast() {
      office.store.rows = old
      #expect(throws: VaultError.integrity(.rolledBack)) { try office.unlock("river") }
      #expect(throws: VaultError.integrity(.rolledBack)) { try session.read { _ in } }
      #expect(throws: VaultError.integrity(.rolledBack)) { try session.members() }
      #expect(throws: VaultError.integrity(.rolledBack)) {
        try session.addSource(
          Office.strangerFile, by: Permit<CustodianRole>(try #require(history.custodian)))
      }
    }
    // Without a pin nobody can know: this is said, and no wrong answer.
    office.store.rows = history.snapshots[0]
    _ = try office.unlock("river", on: Device())
  }

  @Test func `another history from a common past is refused by pin and by session`() throws {
    let common = office.store.rows
    let past = Device(like: office.device)
    let river = try office.unlock("river")
    _ = try river.sources(by: try river.permit(CustodianRole.self))
    _ = try river.sources(by: try river.permit(CustodianRole.self))
    for acts in 1...3 {
      // The other history is shorter, as long, longer.
      office.store.rows = common
      let other = try office.unlock("cora", on: Device(like: past))
      for _ in 0..<acts { _ = try other.sources(by: try other.permit(CustodianRole.self)) }
      let expected: VaultError = .integrity(acts < 2 ? .rolledBack : .forked)
      #expect(throws: expected) { try office.unlock("river") }
      #expect(throws: expected) { try river.read { _ in } }
    }
  }

  @Test func `a chain cut short is refused by pin`() throws {
    for chain in Chain.allCases {
      let count = try #require(rows.chains[chain]?.count)
      for left in [0, 1, count / 2, count - 1] {
        office.store.rows = rows
        office.store.tamper {
          $0.chains[chain]?.removeSubrange(left...)
          if chain == .log {
            for number in $0.details.keys where number >= left { $0.details[number] = nil }
          }
        }
        #expect(throws: VaultError.self) { try office.unlock("river") }
        // Alone, neither chain can be cut for a new device either.
        #expect(throws: VaultError.self) { try office.unlock("river", on: Device()) }
      }
    }
  }
}

/// Acts that change every table, with the rows as they were before each.
struct History {
  private(set) var snapshots: [InMemoryState] = []
  private(set) var custodian: HeldRole?

  init(_ office: Office) throws {
    let river = try office.unlock("river")
    func keep() { snapshots.append(office.store.rows) }
    keep()
    let held = try river.read { try river.holding(.custodian, river.state, $0.store) }
    custodian = held
    let permit = Permit<CustodianRole>(held)
    try river.updateSource(
      office.codes.source, Office.sourceFile + Array("\nnote: moved\n".utf8), by: permit)
    keep()
    try river.addNote(
      "second", to: office.codes.testimony, by: try river.permit(ResearcherRole.self))
    keep()
    _ = try river.accept(office.codes.drop, by: permit)
    keep()
    _ = try river.rotateRole(.custodian)
    keep()
    _ = try river.rotateRole(.auditor)
    _ = try river.rotateRole(.member)
    keep()
    _ = try river.removeMember("gone")
    keep()
  }
}
