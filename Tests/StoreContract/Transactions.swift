import Dispatch
import Storage
import Synchronization

extension StoreContract {
  static let transactions = [
    Item("a result is handed through") { store in
      try expect(store.write { _ in 5 }, 5)
      try expect(store.read { _ in "five" }, "five")
    },
    Item("a body that throws changes nothing and its error passes as it is") { store in
      try fill(store, 1)
      let before = try dump(store)
      do {
        try store.write { rows in
          try change(rows)
          throw Interruption()
        }
        throw Violation(description: "nothing was thrown")
      } catch is Interruption {}
      try expect(dump(store), before)
      do {
        _ = try store.read { _ in throw Interruption() }
        throw Violation(description: "nothing was thrown")
      } catch is Interruption {}
      try fill(store, 2)
    },
    Item("a refused method spoils its transaction though the body goes on") { store in
      try fill(store, 1)
      let before = try dump(store)
      try expect(throws: .conflict) {
        try store.write { rows in
          try rows.setCell(id(77), [1])
          try? rows.append(.log, ChainRow(number: 9, body: []))
          try? rows.setCell(id(78), [1])
        }
      }
      try expect(dump(store), before)
    },
    Item("what a transaction wrote is read within it") { store in
      try store.write { rows in
        try change(rows)
        try expect(rows.cell(id(9)), [9])
        try expect(rows.listings([id(9)]), [[9]])
        try expect(rows.leaves(from: [], prefix: [9], limit: 2).count, 1)
      }
    },
    Item("writers from several threads never lose an entry") { store in
      try race(6) { _ in
        for _ in 0..<20 {
          try store.write { rows in
            let next = try rows.last(.log).map { $0.number + 1 } ?? 0
            try rows.append(.log, ChainRow(number: next, body: [1]))
            try rows.setCell(id(1), [UInt8(next)])
          }
        }
      }
      try expect(store.read { try $0.last(.log)?.number }, 119)
      try expect(store.read { try $0.cell(id(1)) }, [119])
    },
    Item("a read sees one state while others write") { store in
      try store.write { try $0.setCell(id(1), [0]) }
      try race(4) { thread in
        for number: UInt8 in 0..<40 {
          if thread == 0 {
            try store.write { rows in
              for cell: UInt8 in 1...3 { try rows.setCell(id(cell), [number]) }
            }
          } else {
            let found = try store.read { rows in try (1...3).map { try rows.cell(id($0)) } }
            try expect(found[0] == found[2] || found == [[0], nil, nil], true)
          }
        }
      }
    },
  ]

  /// Runs a body in several threads at once and throws the first error.
  private static func race(
    _ threads: Int, _ body: @escaping @Sendable (Int) throws -> Void
  ) throws {
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      do {
        try body(thread)
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// Appends one entry and writes a row of each kind.
  private static func fill(_ store: any VaultStore, _ number: UInt8) throws {
    try store.write { rows in
      let next = UInt64(number) - 1
      try rows.setHeader("number", [number])
      try rows.setCell(id(1), [number])
      try rows.setRequest(id(1), [number])
      try rows.setRecord(id(1), (listing: [number], body: [number]))
      try rows.setWrap(id(1), [number])
      try rows.append(.log, ChainRow(number: next, body: [number]))
      try rows.append(.roster, ChainRow(number: next, body: [number]))
      try rows.addDetail(DetailRow(number: next, wrap: [number], body: [number]))
      try rows.setLeaves([(key(1), [number])])
      try rows.setTiles([([1], [number])])
    }
  }

  /// Changes, deletes and adds by every method.
  private static func change(_ rows: any StoreWriting) throws {
    let next = try rows.last(.log).map { $0.number + 1 } ?? 0
    try rows.setHeader("number", [9])
    try rows.setHeader("other", [9])
    for id in [id(1), id(9)] {
      try rows.setCell(id, [9])
      try rows.setRequest(id, [9])
      try rows.setRecord(id, (listing: [9], body: [9]))
      try rows.setWrap(id, [9])
    }
    try rows.replaceWraps(deleting: [id(1)], inserting: [WrapRow(id: id(8), body: [8])])
    try rows.append(.log, ChainRow(number: next, body: [9]))
    try rows.append(.roster, ChainRow(number: next, body: [9]))
    try rows.addDetail(DetailRow(number: next, wrap: [9], body: [9]))
    try rows.replaceDetailWraps([(next, [8])])
    try rows.setLeaves([(key(1), nil), (key(9), [9])])
    try rows.setTiles([([1], nil), ([9], [9])])
  }

  /// Everything that `fill` and `change` can have written.
  private static func dump(_ store: any VaultStore) throws -> [String] {
    try store.read { rows in
      let ids = [1, 8, 9, 77, 78].map { id($0) }
      return [
        "\(try ["number", "other"].map { try rows.header($0) })",
        "\(try ids.map { try rows.cell($0) })", "\(try rows.requests())",
        "\(try ids.map { try rows.record($0) })", "\(try rows.listings(ids))",
        "\(try rows.wraps(after: nil, limit: 99))",
        "\(try rows.chain(.log, from: 0, limit: 99))",
        "\(try rows.chain(.roster, from: 0, limit: 99))",
        "\(try rows.details(from: 0, limit: 99))",
        "\(try rows.leaves(from: [], prefix: [], limit: 99))",
        "\(try [[1], [9]].map { try rows.tile($0) })",
      ]
    }
  }
}
