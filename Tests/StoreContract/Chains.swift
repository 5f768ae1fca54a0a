import Storage

extension StoreContract {
  static let chains = [
    Item("chains grow one by one, apart from each other") { store in
      for number: UInt64 in 0..<5 {
        try store.write { rows in
          try rows.append(.log, ChainRow(number: number, body: [UInt8(number)]))
          try expect(rows.last(.log), ChainRow(number: number, body: [UInt8(number)]))
        }
      }
      try store.write { try $0.append(.roster, ChainRow(number: 0, body: [100])) }
      try store.read { rows in
        try expect(rows.last(.log)?.number, 4)
        try expect(rows.last(.roster), ChainRow(number: 0, body: [100]))
        try expect(rows.chain(.log, from: 0, limit: 100).map(\.body), [[0], [1], [2], [3], [4]])
        try expect(rows.chain(.log, from: 2, limit: 2).map(\.number), [2, 3])
        try expect(rows.chain(.log, from: 4, limit: .max).map(\.number), [4])
        try expect(rows.chain(.log, from: 5, limit: 1), [])
        try expect(rows.chain(.log, from: .max, limit: 1), [])
        try expect(rows.chain(.log, from: 0, limit: 0), [])
        try expect(rows.chain(.log, from: 0, limit: -1), [])
      }
    },
    Item("a chain takes no gap, no repetition and no other beginning") { store in
      for number: UInt64 in [1, 2, UInt64(Int64.max), UInt64(Int64.max) + 1, .max] {
        try expect(throws: .conflict) {
          try store.write { try $0.append(.roster, ChainRow(number: number, body: [1])) }
        }
      }
      try store.write { rows in
        for number: UInt64 in 0..<3 {
          try rows.append(.roster, ChainRow(number: number, body: [1]))
        }
      }
      for number: UInt64 in [0, 1, 2, 4, .max] {
        try expect(throws: .conflict) {
          try store.write { try $0.append(.roster, ChainRow(number: number, body: [2])) }
        }
      }
      let rows = try store.read { try $0.chain(.roster, from: 0, limit: 9) }
      try expect(rows.map(\.body), [[1], [1], [1]])
    },
  ]

  static let details = [
    Item("details are written once and may be missing in between") { store in
      try store.write { rows in
        for number: UInt64 in 0..<6 { try rows.append(.log, ChainRow(number: number, body: [])) }
        for number: UInt64 in [5, 0, 3] {
          try rows.addDetail(
            DetailRow(number: number, wrap: [UInt8(number)], body: [9, UInt8(number)]))
        }
      }
      try expect(throws: .conflict) {
        try store.write { try $0.addDetail(DetailRow(number: 3, wrap: [1], body: [1])) }
      }
      try store.read { rows in
        try expect(rows.details(from: 0, limit: 10).map(\.number), [0, 3, 5])
        try expect(
          rows.details(from: 1, limit: 1), [DetailRow(number: 3, wrap: [3], body: [9, 3])])
        try expect(rows.details(from: 6, limit: 1), [])
        try expect(rows.details(from: .max, limit: 1), [])
        try expect(rows.details(from: 0, limit: 0), [])
        try expect(rows.details(from: 0, limit: -5), [])
      }
    },
    Item("a detail may come before its log entry, but not without it") { store in
      try store.write { rows in
        try rows.addDetail(DetailRow(number: 0, wrap: [1], body: [2]))
        try rows.append(.log, ChainRow(number: 0, body: []))
      }
      for number: UInt64 in [1, .max] {
        try expect(throws: .conflict) {
          try store.write { try $0.addDetail(DetailRow(number: number, wrap: [], body: [])) }
        }
      }
      try expect(store.read { try $0.details(from: 0, limit: 9).count }, 1)
    },
    Item("the wraps of details are replaced and the bodies stay") { store in
      let count: UInt64 = 20_000
      try store.write { rows in
        for number in 0..<count {
          try rows.append(.log, ChainRow(number: number, body: []))
          guard number != 777 else { continue }
          try rows.addDetail(
            DetailRow(number: number, wrap: [1], body: [UInt8(number % 251)]))
        }
      }
      try store.write { rows in
        let even = (0..<count).filter { $0 != 777 }.map {
          (number: $0, wrap: [2, UInt8($0 % 199)])
        }
        try rows.replaceDetailWraps(even)
        // Other sizes, in another order, and one of them twice: the last one counts.
        try rows.replaceDetailWraps([(5, [5]), (3, [3, 3, 3]), (4, []), (5, [55])])
      }
      let rows = try store.read { try $0.details(from: 0, limit: .max) }
      try expect(rows.count, Int(count) - 1)
      try expect(rows.allSatisfy { $0.body == [UInt8($0.number % 251)] }, true)
      try expect(rows[3...5].map(\.wrap), [[3, 3, 3], [], [55]])
      try expect(rows[6...].allSatisfy { $0.wrap == [2, UInt8($0.number % 199)] }, true)
    },
    Item("a wrap for a detail that is not there is a conflict") { store in
      try store.write { rows in
        for number: UInt64 in 0..<3 { try rows.append(.log, ChainRow(number: number, body: [])) }
        try rows.addDetail(DetailRow(number: 0, wrap: [1], body: []))
        try rows.addDetail(DetailRow(number: 2, wrap: [1], body: []))
      }
      for absent: UInt64 in [1, 3, .max] {
        try expect(throws: .conflict) {
          try store.write { try $0.replaceDetailWraps([(0, [2]), (absent, [2]), (2, [2])]) }
        }
      }
      try expect(store.read { try $0.details(from: 0, limit: 9).map(\.wrap) }, [[1], [1]])
    },
  ]

  static let map = [
    Item("leaves are written, replaced, deleted and come in the order of their bytes") { store in
      try store.write { rows in
        try rows.setLeaves([
          (key(1, 2), [2]), (key(1, 1), [1]), (key(255, 255), [5]), (key(1, 255), [3]),
          (key(2), [4]), (key(0), [0]), (key(9), [9]),
        ])
        try rows.setLeaves([(key(9), nil), (key(1, 2), [22])])
      }
      try store.read { rows in
        try expect(rows.leaf(key(1, 2)), [22])
        try expect(rows.leaf(key(9)), nil)
        try expect(rows.leaf([1, 2]), nil)
        let all = try rows.leaves(from: [], prefix: [], limit: 100)
        try expect(all.map(\.value), [[0], [1], [22], [3], [4], [5]])
        try expect(all[1], LeafRow(key: key(1, 1), value: [1]))
        let prefixed = try rows.leaves(from: [], prefix: [1], limit: 100)
        try expect(prefixed.map(\.value), [[1], [22], [3]])
        try expect(rows.leaves(from: key(1, 2), prefix: [1], limit: 1).map(\.value), [[22]])
        try expect(rows.leaves(from: key(1, 3), prefix: [1], limit: 9).map(\.value), [[3]])
        try expect(rows.leaves(from: key(2), prefix: [1], limit: 9), [])
        try expect(rows.leaves(from: [], prefix: [1, 255], limit: 9).map(\.value), [[3]])
        try expect(rows.leaves(from: [], prefix: [255], limit: 9).map(\.value), [[5]])
        try expect(rows.leaves(from: [], prefix: [255, 255], limit: 9).map(\.value), [[5]])
        try expect(rows.leaves(from: [], prefix: [3], limit: 9), [])
        try expect(rows.leaves(from: [], prefix: key(1) + [0], limit: 9), [])
        try expect(rows.leaves(from: [], prefix: [], limit: 0), [])
        try expect(rows.leaves(from: [], prefix: [], limit: -1), [])
      }
    },
    Item("a leaf's key has 18 bytes") { store in
      for size in [0, 17, 19] {
        try expect(throws: .conflict) {
          try store.write { try $0.setLeaves([([UInt8](repeating: 1, count: size), [1])]) }
        }
      }
      try expect(store.read { try $0.leaves(from: [], prefix: [], limit: 1) }, [])
    },
    Item("tiles are written, replaced and deleted by paths of any length") { store in
      try store.write { rows in
        try rows.setTiles([([], [1]), ([0], [2]), ([0, 0], [3]), ([0, 0, 0], [4])])
        try rows.setTiles([([0], [22]), ([0, 0], nil)])
      }
      try store.read { rows in
        try expect(
          [[], [0], [0, 0], [0, 0, 0]].map { try rows.tile($0) }, [[1], [22], nil, [4]])
      }
    },
  ]
}
