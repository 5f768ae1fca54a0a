/// A transaction on a copy of an ``InMemoryStore``'s state.
final class InMemoryWriting: InMemoryReading, StoreWriting {
  private var failure: StoreError?

  /// The state to commit; throws what a writing method threw, though the caller may have caught it.
  func end() throws(StoreError) -> InMemoryState {
    if let failure { throw failure }
    for number in state.details.keys where number >= state.count(.log) {
      throw .conflict
    }
    return state
  }

  private func refuse(unless right: Bool) throws(StoreError) {
    if let failure { throw failure }
    if right { return }
    failure = .conflict
    throw .conflict
  }

  func setHeader(_ name: String, _ value: [UInt8]) throws(StoreError) {
    state.headers[name] = value
  }

  func setCell(_ id: RowID, _ body: [UInt8]?) throws(StoreError) {
    state.cells[id] = body
  }

  func setRequest(_ id: RowID, _ body: [UInt8]?) throws(StoreError) {
    state.requests[id] = body
  }

  func setRecord(
    _ id: RowID, _ record: (listing: [UInt8], body: [UInt8])?
  ) throws(StoreError) {
    state.records[id] = record
  }

  func setWrap(_ id: RowID, _ body: [UInt8]?) throws(StoreError) {
    state.wraps.set(id, body)
  }

  func replaceWraps(deleting: [RowID], inserting: Wraps) throws(StoreError) {
    let rows = zip(inserting.ids, inserting.bodies).map { (key: $0, value: $1 ?? []) }
    try refuse(unless: state.wraps.replace(deleting: deleting, inserting: rows))
  }

  func append(_ chain: Chain, _ row: ChainRow) throws(StoreError) {
    try refuse(unless: row.number == state.count(chain))
    state.chains[chain, default: []].append(row.body)
  }

  func addDetail(_ row: DetailRow) throws(StoreError) {
    try refuse(unless: state.details[row.number] == nil)
    state.details[row.number] = (wrap: row.wrap, body: row.body)
  }

  func replaceDetailWraps(_ wraps: [(number: UInt64, wrap: [UInt8])]) throws(StoreError) {
    for (number, wrap) in wraps {
      try refuse(unless: state.details[number] != nil)
      state.details[number]?.wrap = wrap
    }
  }

  func setLeaves(_ leaves: [(key: [UInt8], value: [UInt8]?)]) throws(StoreError) {
    for leaf in leaves {
      try refuse(unless: leaf.value == nil || leaf.key.count == LeafRow.keySize)
      state.leaves.set(ByteKey(bytes: leaf.key), leaf.value)
    }
  }

  func setTiles(_ tiles: [(path: [UInt8], body: [UInt8]?)]) throws(StoreError) {
    for tile in tiles { state.tiles[tile.path] = tile.body }
  }
}
