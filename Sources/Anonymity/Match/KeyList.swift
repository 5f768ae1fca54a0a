/// Distinct keys in order, as stretches of one pool.
struct KeyList {
  private let pool: [UInt8]
  private var starts: [UInt32] = []
  private var counts: [UInt32] = []

  init(_ pool: [UInt8]) { self.pool = pool }

  /// From keys of their own.
  init(_ keys: [ArraySlice<UInt8>]) {
    pool = keys.flatMap { $0 }
    var start = 0
    for key in keys {
      append(start, key.count)
      start += key.count
    }
  }

  mutating func append(_ start: Int, _ count: Int) {
    starts.append(UInt32(start))
    counts.append(UInt32(count))
  }

  var count: Int { counts.count }
  /// The bytes of all of them together.
  var total: Int { counts.reduce(0) { $0 + Int($1) } }

  @inline(__always)
  func length(_ key: Int) -> Int { Int(counts[key]) }

  @inline(__always)
  func byte(_ key: Int, _ index: Int) -> UInt8 { pool[Int(starts[key]) &+ index] }
}
