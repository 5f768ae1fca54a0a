/// Reads from a snapshot of an ``InMemoryStore``.
class InMemoryReading: StoreReading {
  var state: InMemoryState

  init(_ state: InMemoryState) {
    self.state = state
  }

  func header(_ name: String) throws(StoreError) -> [UInt8]? { state.headers[name] }
  func cell(_ id: RowID) throws(StoreError) -> [UInt8]? { state.cells[id] }

  func requests() throws(StoreError) -> [(id: RowID, body: [UInt8])] {
    state.requests.sorted { $0.key < $1.key }.map { (id: $0.key, body: $0.value) }
  }

  func record(_ id: RowID) throws(StoreError) -> [UInt8]? { state.records[id]?.body }

  func records(_ ids: [RowID]) throws(StoreError) -> Bodies {
    Bodies(ids.lazy.map { self.state.records[$0]?.body })
  }

  func listings(_ ids: [RowID]) throws(StoreError) -> Bodies {
    Bodies(ids.lazy.map { self.state.records[$0]?.listing })
  }

  func wraps(_ ids: [RowID]) throws(StoreError) -> Bodies {
    Bodies(ids.lazy.map { self.state.wraps[$0] })
  }

  func wraps(after: RowID?, limit: Int) throws(StoreError) -> [WrapRow] {
    guard limit > 0, limit < Int.max else {
      return limit > 0 ? try wraps(after: after, limit: Int.max - 1) : []
    }
    let rows = state.wraps.rows(atLeast: after, limit: limit + 1)
    return rows.lazy.filter { $0.key != after }.prefix(limit).map {
      WrapRow(id: $0.key, body: $0.value)
    }
  }

  func chain(
    _ chain: Chain, from number: UInt64, limit: Int
  ) throws(StoreError) -> [ChainRow] {
    let rows = state.chains[chain] ?? []
    guard limit > 0, number < UInt64(rows.count) else { return [] }
    return rows.enumerated().dropFirst(Int(number)).prefix(limit).map {
      ChainRow(number: UInt64($0.offset), body: $0.element)
    }
  }

  func last(_ chain: Chain) throws(StoreError) -> ChainRow? {
    guard let body = state.chains[chain]?.last else { return nil }
    return ChainRow(number: state.count(chain) - 1, body: body)
  }

  func details(from number: UInt64, limit: Int) throws(StoreError) -> [DetailRow] {
    let numbers = state.details.keys.filter { $0 >= number }.sorted().prefix(max(limit, 0))
    return numbers.compactMap { number in
      state.details[number].map { DetailRow(number: number, wrap: $0.wrap, body: $0.body) }
    }
  }

  func leaf(_ key: [UInt8]) throws(StoreError) -> [UInt8]? {
    state.leaves[ByteKey(bytes: key)]
  }

  func leaves(from: [UInt8], prefix: [UInt8], limit: Int) throws(StoreError) -> Leaves {
    // Keys below the prefix do not begin with it, so starting at the greater of the two is right.
    let start = max(ByteKey(bytes: from), ByteKey(bytes: prefix))
    let rows = state.leaves.rows(atLeast: start, limit: limit) { $0.bytes.starts(with: prefix) }
    return Leaves(rows.lazy.map { LeafRow(key: $0.key.bytes, value: $0.value) })
  }

  func tile(_ path: [UInt8]) throws(StoreError) -> [UInt8]? { state.tiles[path] }
}
