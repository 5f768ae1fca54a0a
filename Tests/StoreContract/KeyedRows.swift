import Storage

extension StoreContract {
  static let emptiness = [
    Item("a new store is empty") { store in
      try store.read { rows in
        try expect(rows.header("format"), nil)
        try expect(rows.cell(id(1)), nil)
        try expect(rows.requests().count, 0)
        try expect(rows.record(id(1)), nil)
        try expect(rows.records([]), [])
        try expect(rows.records([id(1), id(2)]), [nil, nil])
        try expect(rows.listings([]), [])
        try expect(rows.listings([id(1), id(2)]), [nil, nil])
        try expect(rows.wraps([]), [])
        try expect(rows.wraps([id(1)]), [nil])
        try expect(rows.wraps(after: nil, limit: 10), [])
        for chain in Chain.allCases {
          try expect(rows.last(chain), nil)
          try expect(rows.chain(chain, from: 0, limit: 10), [])
        }
        try expect(rows.details(from: 0, limit: 10), [])
        try expect(rows.leaf(key(1)), nil)
        try expect(rows.leaves(from: [], prefix: [], limit: 10), [])
        try expect(rows.tile([]), nil)
      }
      try expect(store.destroyRemnants(), true)
    },
    Item("deleting what is absent does nothing") { store in
      try store.write { rows in
        try rows.setCell(id(1), nil)
        try rows.setRequest(id(1), nil)
        try rows.setRecord(id(1), nil)
        try rows.setWrap(id(1), nil)
        try rows.replaceWraps(deleting: [id(1), id(1)], inserting: [])
        try rows.replaceDetailWraps([])
        try rows.setLeaves([(key(1), nil)])
        try rows.setTiles([([], nil), ([1], nil)])
      }
      try expect(store.read { try $0.leaves(from: [], prefix: [], limit: 1) }, [])
    },
    Item("empty bodies are kept and are not absence") { store in
      try store.write { rows in
        try rows.setHeader("", [])
        try rows.setCell(id(1), [])
        try rows.setRequest(id(1), [])
        try rows.setRecord(id(1), (listing: [], body: []))
        try rows.setWrap(id(1), [])
        try rows.replaceWraps(
          deleting: [], inserting: [WrapRow(id: id(2), body: []), WrapRow(id: id(3), body: [])])
        try rows.append(.log, ChainRow(number: 0, body: []))
        try rows.addDetail(DetailRow(number: 0, wrap: [], body: []))
        try rows.setLeaves([(key(1), [])])
        try rows.setTiles([([], [])])
      }
      try store.read { rows in
        try expect(rows.header(""), [])
        try expect(rows.cell(id(1)), [])
        try expect(rows.requests().map(\.body), [[]])
        try expect(rows.record(id(1)), [])
        try expect(rows.listings([id(1)]), [[]])
        try expect(rows.wraps([id(1), id(2), id(3), id(4)]), [[], [], [], nil])
        try expect(rows.last(.log), ChainRow(number: 0, body: []))
        try expect(
          rows.details(from: 0, limit: 2), [DetailRow(number: 0, wrap: [], body: [])])
        try expect(rows.leaf(key(1)), [])
        try expect(rows.tile([]), [])
      }
    },
  ]

  static let keyedRows = [
    Item("header fields are written, replaced and told apart byte for byte") { store in
      try store.write { rows in
        try rows.setHeader("salt", [1])
        try rows.setHeader("Salt", [2])
        try rows.setHeader("salt ", [3])
        try rows.setHeader("e\u{301}", [4])
        try rows.setHeader("salt", [0, 255, 0])
      }
      try store.read { rows in
        try expect(rows.header("salt"), [0, 255, 0])
        try expect(rows.header("Salt"), [2])
        try expect(rows.header("salt "), [3])
        try expect(rows.header("e\u{301}"), [4])
        try expect(rows.header("SALT"), nil)
      }
    },
    Item("cells are written, replaced and deleted") { store in
      try store.write { rows in
        try rows.setCell(id(1), [1])
        try rows.setCell(id(2), [2])
        try rows.setCell(id(3), [3])
        try rows.setCell(id(2), [22, 22])
        try rows.setCell(id(3), nil)
        try expect(rows.cell(id(2)), [22, 22])
      }
      try store.read { rows in
        try expect([1, 2, 3].map { try rows.cell(id($0)) }, [[1], [22, 22], nil])
      }
    },
    Item("requests come in the order of ids") { store in
      try store.write { rows in
        for number: UInt8 in [200, 3, 127, 128, 9] { try rows.setRequest(id(number), [number]) }
        try rows.setRequest(id(9), nil)
        try rows.setRequest(id(3), [33])
      }
      let found = try store.read { try $0.requests() }
      try expect(found.map(\.id), [3, 127, 128, 200].map(id))
      try expect(found.map(\.body), [[33], [127], [128], [200]])
    },
    Item("ids that share one half are different rows") { store in
      let ids = [
        RowID(high: 1, low: 1), RowID(high: 1, low: 2), RowID(high: 2, low: 1),
        RowID(high: .max, low: .max), RowID(high: 0, low: 0),
      ]
      try store.write { rows in
        for (number, id) in ids.enumerated() { try rows.setCell(id, [UInt8(number)]) }
      }
      try expect(
        store.read { rows in try ids.map { try rows.cell($0) } }, [[0], [1], [2], [3], [4]])
    },
    Item("a record and its listing part are written, replaced and deleted together") { store in
      try store.write { rows in
        try rows.setRecord(id(1), (listing: [1], body: [1, 1]))
        try rows.setRecord(id(2), (listing: [2], body: [2, 2]))
        try rows.setRecord(id(1), (listing: [3], body: [3, 3]))
        try rows.setRecord(id(2), nil)
      }
      try store.read { rows in
        try expect(rows.record(id(1)), [3, 3])
        try expect(rows.record(id(2)), nil)
        try expect(rows.records([id(2), id(1)]), [nil, [3, 3]])
        try expect(rows.listings([id(2), id(1)]), [nil, [3]])
      }
    },
    Item("bodies and listing parts come in the order asked for, absent and repeated ones too") {
      store in
      let ids = scattered(20_000)
      try store.write { rows in
        for (number, id) in ids.enumerated() where number % 2 == 0 {
          try rows.setRecord(id, (listing: [UInt8(number % 251)], body: [UInt8(number % 249)]))
        }
      }
      let asked = ids + ids.reversed()
      let wanted = Array(0..<20_000).map { $0 % 2 == 0 ? [UInt8($0 % 251)] : nil }
      let bodies = Array(0..<20_000).map { $0 % 2 == 0 ? [UInt8($0 % 249)] : nil }
      try store.read { rows in
        try expect(Array(rows.records(asked)) == bodies + bodies.reversed(), true)
        try expect(Array(rows.listings(asked)) == wanted + wanted.reversed(), true)
        let sorted = asked.sorted()
        let one = try sorted.map { try rows.listings([$0])[0] }
        try expect(Array(rows.listings(sorted)) == one, true)
      }
    },
    Item("a body of 20 MB is kept") { store in
      let large = (0..<20_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
      try store.write { try $0.setRecord(id(1), (listing: large, body: large)) }
      try store.read { rows in
        try expect(rows.record(id(1)) == large, true)
        try expect(rows.listings([id(1)])[0] == large, true)
      }
    },
  ]
}
