/// All rows of an ``InMemoryStore``; a value, so that copying it is a snapshot.
struct InMemoryState: Sendable {
  var headers: [String: [UInt8]] = [:]
  var cells: [RowID: [UInt8]] = [:]
  var requests: [RowID: [UInt8]] = [:]
  var records: [RowID: (listing: [UInt8], body: [UInt8])] = [:]
  var wraps = SortedRows<RowID>()
  var chains: [Chain: [[UInt8]]] = [:]
  var details: [UInt64: (wrap: [UInt8], body: [UInt8])] = [:]
  var leaves = SortedRows<ByteKey>()
  var tiles: [[UInt8]: [UInt8]] = [:]

  func count(_ chain: Chain) -> UInt64 { UInt64(chains[chain]?.count ?? 0) }
}

/// Bytes ordered as SQLite orders blobs: byte by byte, a prefix first.
struct ByteKey: Hashable, Comparable, Sendable {
  let bytes: [UInt8]

  static func < (a: ByteKey, b: ByteKey) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}

/// Rows with their keys in order.
struct SortedRows<Key: Hashable & Comparable & Sendable>: Sendable {
  private var keys: [Key] = []
  private var values: [Key: [UInt8]] = [:]

  subscript(key: Key) -> [UInt8]? { values[key] }

  mutating func set(_ key: Key, _ value: [UInt8]?) {
    let known = values.updateOrRemove(key, value)
    if known == (value != nil) { return }
    let place = firstIndex(atLeast: key)
    if value == nil { keys.remove(at: place) } else { keys.insert(key, at: place) }
  }

  /// Deletes and then inserts; `false`, with nothing changed, when an inserted key is there.
  mutating func replace(deleting: [Key], inserting: [(key: Key, value: [UInt8])]) -> Bool {
    var next = values
    for key in deleting { next[key] = nil }
    for row in inserting where next.updateValue(row.value, forKey: row.key) != nil {
      return false
    }
    values = next
    keys = next.keys.sorted()
    return true
  }

  /// At most `limit` rows from `key` on, ascending, as long as `belongs` holds.
  func rows(
    atLeast key: Key?, limit: Int, while belongs: (Key) -> Bool = { _ in true }
  ) -> [(key: Key, value: [UInt8])] {
    guard limit > 0 else { return [] }
    var out: [(key: Key, value: [UInt8])] = []
    for key in keys[(key.map(firstIndex) ?? 0)...] {
      guard out.count < limit, belongs(key), let value = values[key] else { break }
      out.append((key, value))
    }
    return out
  }

  private func firstIndex(atLeast key: Key) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Dictionary {
  /// Sets or removes a value; whether there was one before.
  fileprivate mutating func updateOrRemove(_ key: Key, _ value: Value?) -> Bool {
    if let value { return updateValue(value, forKey: key) != nil }
    return removeValue(forKey: key) != nil
  }
}
