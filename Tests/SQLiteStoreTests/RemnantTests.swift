import Foundation
import GRDB
import Storage
import Testing

@testable import SQLiteStore

/// Bytes that nothing else in a file has.
private func noise(_ count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
}

/// The beginning of a body and its end.
private func marks(_ body: [UInt8]) -> [UInt64] {
  [body.prefix(8), body.suffix(8)].map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
}

/// Which marks of these bodies stand anywhere in a vault's files.
private func found(_ bodies: some Sequence<[UInt8]>, in place: String) throws -> Set<UInt64> {
  let wanted = Set(bodies.flatMap(marks))
  var out: Set<UInt64> = []
  for name in try FileManager.default.subpathsOfDirectory(atPath: place) {
    var window: UInt64 = 0
    for byte in [UInt8](FileManager.default.contents(atPath: place + "/" + name) ?? Data()) {
      window = window << 8 | UInt64(byte)
      if wanted.contains(window) { out.insert(window) }
    }
  }
  return out
}

@Test func `nothing deleted or replaced is left in any file`() throws {
  try withPlace { place in
    let vault = place + "/vault"
    let store = try SQLiteStore(creating: vault)
    var live: [RowID: [UInt8]] = [:]
    var dead: [[UInt8]] = []
    for round in 0..<60 {
      try store.write { rows in
        for _ in 0..<(round % 3 == 0 ? 90 : 5) {
          let id = RowID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max))
          let body = noise([24, 72, 300, 900, 1100, 5000].randomElement() ?? 24)
          try rows.setCell(id, body)
          try rows.setRecord(id, (listing: body, body: body))
          live[id] = body
        }
        for (id, body) in live.shuffled().prefix(round == 30 ? 500 : 20) {
          let replaced = round % 2 == 0
          let new = replaced ? noise(body.count + 40) : nil
          try rows.setCell(id, new)
          try rows.setRecord(id, new.map { (listing: $0, body: $0) })
          live[id] = new
          dead.append(body)
        }
      }
    }
    #expect(try store.destroyRemnants())
    #expect(try found(dead, in: place).isEmpty)
    // The search finds what is there.
    #expect(try found(live.values, in: place) == Set(live.values.flatMap(marks)))
    #expect(
      try SQLiteStore(opening: vault).read { rows in
        try live.allSatisfy {
          try rows.cell($0.key) == $0.value && rows.record($0.key) == $0.value
            && rows.listings([$0.key]) == [$0.value]
        }
      })
    #expect(try store.queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
  }
}

@Test func `pages that connections remember do not bring remnants back`() throws {
  try withPlace { place in
    let store = try SQLiteStore(creating: place + "/vault")
    let other = try SQLiteStore(opening: place + "/vault")
    var dead: [[UInt8]] = []
    var live: [RowID] = []
    for round in 0..<40 {
      try store.write { rows in
        for _ in 0..<40 {
          let id = RowID(high: .random(in: 0 ... .max), low: 0)
          try rows.setCell(id, noise(.random(in: 24...1100)))
          live.append(id)
        }
        guard round > 10 else { return }
        for _ in 0..<35 {
          let id = live.remove(at: .random(in: live.indices))
          dead.append(try #require(try rows.cell(id)))
          try rows.setCell(id, nil)
        }
      }
    }
    _ = try other.read { rows in try live.map { try rows.cell($0) } }
    #expect(try store.destroyRemnants())
    // Every page is written anew from memory, by both.
    for writer in [other, store] {
      try writer.write { rows in
        for id in live { try rows.setCell(id, try rows.cell(id).map { $0.reversed() }) }
      }
    }
    #expect(try found(dead, in: place).isEmpty)
  }
}

/// What became of the note of changed tables before another process destroys remnants.
enum Note: CaseIterable {
  case asWritten, lost, nonsense
}

@Test(arguments: Note.allCases) func `what one process replaced in any table, another destroys`(
  _ note: Note
) throws {
  try withPlace { place in
    let vault = place + "/vault"
    var dead: [[UInt8]] = []
    let ids = (0..<90).map { _ in RowID(high: .random(in: 0 ... .max), low: 3) }
    do {
      let store = try SQLiteStore(creating: vault)
      func writeAll(_ rows: any StoreWriting, keep: Bool) throws {
        for (number, id) in ids.enumerated() where keep || number % 3 > 0 {
          let body = noise(.random(in: 24...700))
          if !keep { dead.append(contentsOf: try everything(rows, id)) }
          try rows.setCell(id, body)
          try rows.setRequest(id, body)
          try rows.setRecord(id, (listing: body, body: body + [1]))
          try rows.setWrap(id, body)
          try rows.setLeaves([(key: [0, 0] + id.bytes, value: body)])
          try rows.setTiles([(path: id.bytes, body: number % 3 == 1 ? nil : body)])
        }
      }
      try store.write { try writeAll($0, keep: true) }
      #expect(try store.destroyRemnants())
      for _ in 0..<4 { try store.write { try writeAll($0, keep: false) } }
    }
    let other = try SQLiteStore(opening: vault)
    switch note {
    case .asWritten: break
    case .lost:
      try other.queue.write { try $0.execute(sql: "DELETE FROM headers WHERE name = 'remnants'") }
    case .nonsense: try other.write { try $0.setHeader("remnants", Array("wraps,x".utf8)) }
    }
    #expect(try other.destroyRemnants())
    #expect(try found(dead, in: place).isEmpty)
    #expect(try other.read { try $0.header("remnants") } == [])
  }
}

@Test func `what held keys is destroyed alone, and the rest stays noted for the next`() throws {
  try withPlace { place in
    let store = try SQLiteStore(creating: place + "/vault")
    var keys: [[UInt8]] = []
    var records: [[UInt8]] = []
    var ids: [RowID] = []
    // Rows of many sizes come and go, which leaves copies in unused space.
    for round in 0..<60 {
      try store.write { rows in
        for _ in 0..<(round % 3 == 0 ? 60 : 5) {
          let id = RowID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max))
          let (key, record) = (noise(.random(in: 24...900)), noise(.random(in: 24...900)))
          for write in [rows.setCell, rows.setWrap] { try write(id, key) }
          try rows.setRecord(id, (listing: [], body: record))
          ids.append(id)
        }
        for _ in 0..<18 where ids.count > 1 {
          let id = ids.remove(at: .random(in: ids.indices))
          keys.append(try #require(try rows.cell(id)))
          records.append(try #require(try rows.record(id)))
          for write in [rows.setCell, rows.setWrap] { try write(id, nil) }
          try rows.setRecord(id, nil)
        }
      }
    }
    #expect(try store.destroyRemnants(of: .keys))
    #expect(try found(keys, in: place).isEmpty)
    let note = try store.read { try $0.header("remnants") }
    #expect(note == Array("headers,listings,records".utf8))
    let other = try SQLiteStore(opening: place + "/vault")
    #expect(try other.destroyRemnants())
    #expect(try found(records, in: place).isEmpty)
    #expect(try other.read { try $0.header("remnants") } == [])
  }
}

/// Every body that rows of this id have.
private func everything(_ rows: any StoreReading, _ id: RowID) throws -> [[UInt8]] {
  let bodies = [
    try rows.cell(id), try rows.record(id), try rows.wraps([id])[0],
    try rows.leaf([0, 0] + id.bytes), try rows.tile(id.bytes),
  ]
  return bodies.compactMap { $0 }
}

@Test func `a reader keeps remnants alive, and the store says so`() throws {
  try withPlace { place in
    let store = try SQLiteStore(creating: place + "/vault", busyTimeout: 0.05)
    let reader = try SQLiteStore(opening: place + "/vault")
    let id = RowID(high: 1, low: 1)
    try store.write { try $0.setCell(id, noise(500)) }
    try reader.read { rows in
      #expect(try rows.cell(id) != nil)
      try store.write { try $0.setCell(id, nil) }
      #expect(try !store.destroyRemnants())
    }
    #expect(try store.destroyRemnants())
  }
}

@Test func `a writer keeps remnants alive, and the store says so`() throws {
  try withPlace { place in
    let store = try SQLiteStore(creating: place + "/vault", busyTimeout: 0.05)
    let writer = try SQLiteStore(opening: place + "/vault")
    let id = RowID(high: 1, low: 1)
    try store.write { try $0.setCell(id, noise(500)) }
    try writer.write { rows in
      try rows.setCell(id, nil)
      #expect(throws: StoreError.busy) {
        guard try store.destroyRemnants() else { throw StoreError.busy }
      }
    }
    #expect(try store.destroyRemnants())
  }
}

@Test(arguments: [
  [UInt8](repeating: 0, count: 512),
  // More cells than the page has room for.
  [10, 0, 0, 1, 0, 0, 16] + [UInt8](repeating: 0, count: 505),
  // A free block before the cells.
  [10, 0, 100, 0, 0, 1, 0] + [UInt8](repeating: 0, count: 505),
  // A cell outside the page.
  [2, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 9, 255, 255] + [UInt8](repeating: 0, count: 498),
]) func `a page that is none of a tree is refused`(_ page: [UInt8]) {
  #expect(throws: StoreError.damaged) { try TreePage(page.span, usableSize: 512) }
}
