import Storage

extension StoreContract {
  static let wraps = [
    Item("wraps are written, replaced and deleted, and come in the order asked for") { store in
      try store.write { rows in
        for number: UInt8 in 1...4 { try rows.setWrap(id(number), [number]) }
        try rows.setWrap(id(2), [22, 2])
        try rows.setWrap(id(3), nil)
      }
      try store.read { rows in
        try expect(rows.wraps([4, 3, 2, 1, 2].map(id)), [[4], nil, [22, 2], [1], [22, 2]])
      }
    },
    Item("wraps are paged through in the order of ids") { store in
      let ids = scattered(1000)
      try store.write { rows in
        for id in ids { try rows.setWrap(id, id.bytes) }
      }
      try store.read { rows in
        var found: [WrapRow] = []
        while true {
          let page = try rows.wraps(after: found.last?.id, limit: 137)
          if page.isEmpty { break }
          found += page
        }
        try expect(found, ids.sorted().map { WrapRow(id: $0, body: $0.bytes) })
        try expect(rows.wraps(after: nil, limit: 0), [])
        try expect(rows.wraps(after: nil, limit: -1), [])
        try expect(rows.wraps(after: nil, limit: .max).count, 1000)
        try expect(rows.wraps(after: RowID(high: .max, low: .max), limit: 5), [])
        // An id that is not there is a place as well.
        let between = RowID(high: found[10].id.high, low: found[10].id.low + 1)
        try expect(rows.wraps(after: between, limit: 1), [found[11]])
      }
    },
    Item("many wraps are replaced and the others stay") { store in
      let old = scattered(30_000)
      let others = scattered(10_000, from: 100_000)
      let new = scattered(25_000, from: 200_000)
      try store.write { rows in
        try rows.replaceWraps(
          deleting: [],
          inserting: (old + others).map { WrapRow(id: $0, body: $0.bytes + $0.bytes) })
      }
      try store.write { rows in
        let rewritten = new.map { WrapRow(id: $0, body: $0.bytes + [7]) }
        try rows.replaceWraps(deleting: old, inserting: rewritten)
      }
      try store.read { rows in
        let wanted =
          others.map { WrapRow(id: $0, body: $0.bytes + $0.bytes) }
          + new.map { WrapRow(id: $0, body: $0.bytes + [7]) }
        let found = try rows.wraps(after: nil, limit: .max)
        try expect(found == wanted.sorted { $0.id < $1.id }, true)
      }
    },
    Item("all wraps are replaced, and by ones of other sizes") { store in
      let old = scattered(20_000)
      try store.write { rows in
        try rows.replaceWraps(deleting: [], inserting: old.map { WrapRow(id: $0, body: [1]) })
        let new = old.enumerated().map {
          WrapRow(id: $0.element, body: [UInt8](repeating: 5, count: $0.offset % 90))
        }
        try rows.replaceWraps(
          deleting: old.reversed() + scattered(10, from: 50_000), inserting: new)
        try expect(
          rows.wraps(after: nil, limit: .max) == new.sorted { $0.id < $1.id }, true)
        try rows.replaceWraps(deleting: old, inserting: [])
      }
      try expect(store.read { try $0.wraps(after: nil, limit: 1) }, [])
    },
    Item("exactly all wraps are replaced") { store in
      let old = scattered(20_000)
      let new = scattered(20_000, from: 50_000)
      try store.write { rows in
        try rows.replaceWraps(
          deleting: [], inserting: old.map { WrapRow(id: $0, body: [1, 2, 3]) })
        try rows.replaceWraps(
          deleting: old, inserting: new.map { WrapRow(id: $0, body: [4, 5, 6]) })
      }
      let wanted = new.sorted().map { WrapRow(id: $0, body: [4, 5, 6]) }
      try expect(store.read { try $0.wraps(after: nil, limit: .max) } == wanted, true)
    },
    Item("wraps stay when as many others are deleted") { store in
      let ids = scattered(10_000)
      try store.write { rows in
        try rows.replaceWraps(deleting: [], inserting: ids.map { WrapRow(id: $0, body: [1]) })
        try rows.replaceWraps(
          deleting: ids.dropLast() + scattered(1, from: 50_000), inserting: [])
      }
      let left = try store.read { try $0.wraps(after: nil, limit: 9) }
      try expect(left, [WrapRow(id: ids[9_999], body: [1])])
    },
    Item("a wrap that stays is never overwritten by many") { store in
      try store.write { try $0.setWrap(id(1), [1]) }
      try expect(throws: .conflict) {
        try store.write { rows in
          try rows.replaceWraps(
            deleting: [id(9)],
            inserting: [WrapRow(id: id(0), body: [0]), WrapRow(id: id(1), body: [2])])
        }
      }
      try expect(store.read { try $0.wraps([id(0), id(1)]) }, [nil, [1]])
    },
    Item("a wrap that is given twice is a conflict") { store in
      let twice = [WrapRow(id: id(1), body: [1]), WrapRow(id: id(1), body: [1])]
      try expect(throws: .conflict) {
        try store.write { try $0.replaceWraps(deleting: [], inserting: twice) }
      }
      let uneven = [WrapRow(id: id(1), body: [1]), WrapRow(id: id(1), body: [1, 2])]
      try expect(throws: .conflict) {
        try store.write { try $0.replaceWraps(deleting: [id(1)], inserting: uneven) }
      }
      try expect(store.read { try $0.wraps(after: nil, limit: 1) }, [])
    },
    Item("a wrap may be deleted and inserted at once") { store in
      try store.write { rows in
        try rows.setWrap(id(1), [1])
        try rows.replaceWraps(deleting: [id(1), id(1)], inserting: [WrapRow(id: id(1), body: [2])])
      }
      try expect(store.read { try $0.wraps([id(1)]) }, [[2]])
    },
  ]
}
