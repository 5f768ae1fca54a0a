import Foundation
import SQLiteStore
import Storage
import Testing

/// Appends entries, each with rows that say its number, until it is killed or has `count` of them.
private func append(_ count: Int, to vault: String) throws {
  let store = try SQLiteStore(opening: vault, busyTimeout: 60)
  for _ in 0..<count {
    try store.write { rows in
      let number = try rows.last(.log).map { $0.number + 1 } ?? 0
      let body = withBytes(of: number)
      try rows.append(.log, ChainRow(number: number, body: body))
      try rows.addDetail(DetailRow(number: number, wrap: body, body: body))
      try rows.setCell(RowID(high: 0, low: 0), body)
      try rows.setRecord(RowID(high: number, low: 1), (listing: body, body: body))
      try rows.replaceWraps(
        deleting: number == 0 ? [] : [RowID(high: number - 1, low: 0)],
        inserting: [WrapRow(id: RowID(high: number, low: 0), body: body)])
    }
  }
}

private func withBytes(of number: UInt64) -> [UInt8] {
  RowID(high: number, low: 0).bytes
}

/// Checks that exactly the first so many entries are there, each with all of its rows.
private func verify(_ vault: String) throws -> Int {
  let store = try SQLiteStore(opening: vault)
  return try store.read { rows in
    let log = try rows.chain(.log, from: 0, limit: .max)
    for (number, row) in log.enumerated() {
      #expect(row.number == UInt64(number) && row.body == withBytes(of: row.number))
      #expect(try rows.record(RowID(high: row.number, low: 1)) == row.body)
      #expect(try rows.listings([RowID(high: row.number, low: 1)]) == [row.body])
    }
    #expect(try rows.details(from: 0, limit: .max).map(\.body) == log.map(\.body))
    #expect(try rows.cell(RowID(high: 0, low: 0)) == log.last?.body)
    #expect(try rows.wraps(after: nil, limit: 9).map(\.body) == log.suffix(1).map(\.body))
    #expect(try rows.record(RowID(high: UInt64(log.count), low: 1)) == nil)
    return log.count
  }
}

@Test func `two processes that write at once lose nothing and fork nothing`() async throws {
  let place = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(atPath: place) }
  let vault = place + "/vault"
  _ = try SQLiteStore(creating: vault)
  await withTaskGroup { group in
    for _ in 0..<2 {
      group.addTask {
        await #expect(processExitsWith: .success) { [vault = vault as String] in
          try append(60, to: vault)
        }
      }
    }
  }
  #expect(try verify(vault) == 120)
}

@Test func `a writer that is killed at any moment leaves whole transactions only`() async throws {
  let place = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(atPath: place) }
  let vault = place + "/vault"
  _ = try SQLiteStore(creating: vault)
  var before = 0
  for round in 0..<8 {
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [vault = vault as String, round = round as Int] in
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: 0.01 + 0.013 * Double(round) + .random(in: 0...0.01))
        kill(getpid(), SIGKILL)
      }
      try append(1_000_000, to: vault)
    }
    let after = try verify(vault)
    #expect(after >= before)
    before = after
  }
  #expect(before > 0)
}

@Test func `a second writer waits, and then says busy`() throws {
  try withPlace { place in
    let first = try SQLiteStore(creating: place + "/vault")
    let second = try SQLiteStore(opening: place + "/vault", busyTimeout: 0.05)
    let id = RowID(high: 1, low: 1)
    try first.write { rows in
      try rows.setCell(id, [1])
      #expect(throws: StoreError.busy) { try second.write { try $0.setCell(id, [2]) } }
      // A reader is not kept from reading.
      #expect(try second.read { try $0.cell(id) } == nil)
    }
    try second.write { try $0.setCell(id, [3]) }
    #expect(try first.read { try $0.cell(id) } == [3])
  }
}

@Test func `a waiting writer goes on when the other has ended`() async throws {
  let place = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(atPath: place) }
  let first = try SQLiteStore(creating: place + "/vault")
  let second = try SQLiteStore(opening: place + "/vault", busyTimeout: 60)
  let id = RowID(high: 1, low: 1)
  let waiting = try first.write { rows in
    try rows.setCell(id, [1])
    let waiting = Task.detached {
      try second.write { rows in
        let found = try rows.cell(id)
        try rows.setCell(id, [2])
        return found
      }
    }
    Thread.sleep(forTimeInterval: 0.1)
    return waiting
  }
  #expect(try await waiting.value == [1])
  #expect(try first.read { try $0.cell(id) } == [2])
}

@Test func `a reader sees one state while another process writes`() throws {
  try withPlace { place in
    let store = try SQLiteStore(creating: place + "/vault")
    let other = try SQLiteStore(opening: place + "/vault")
    let id = RowID(high: 1, low: 1)
    try store.write { try $0.setCell(id, [1]) }
    try store.read { rows in
      #expect(try rows.cell(id) == [1])
      try other.write { try $0.setCell(id, [2]) }
      #expect(try rows.cell(id) == [1])
    }
    #expect(try store.read { try $0.cell(id) } == [2])
  }
}

@Test func `what was written is there after reopening`() throws {
  try withPlace { place in
    let vault = place + "/vault"
    do { _ = try SQLiteStore(creating: vault) }
    try append(30, to: vault)
    #expect(try verify(vault) == 30)
    // A copy of the files as they are, the log not yet moved, is what a crash leaves.
    let store = try SQLiteStore(opening: vault)
    try append(5, to: vault)
    try FileManager.default.copyItem(atPath: vault, toPath: place + "/copy")
    try? FileManager.default.removeItem(atPath: place + "/copy/vault.sqlite-shm")
    #expect(try verify(place + "/copy") == 35)
    #expect(try store.read { try $0.last(.log)?.number } == 34)
  }
}
