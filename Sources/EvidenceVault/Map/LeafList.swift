import Sealing
import Storage

/// Consecutive leaves of the map with their hashes.
struct LeafList: Sendable {
  private(set) var leaves: [(key: MapKey, leaf: MapLeaf)] = []
  private var hashes: [Digest] = []

  init() {}

  /// `nil` for a row that is no leaf.
  init?(_ rows: Leaves) {
    leaves.reserveCapacity(rows.count)
    hashes.reserveCapacity(rows.count)
    let (keys, values) = (rows.keys.span, rows.values.bytes.span)
    for index in 0..<rows.count {
      let start = index * MapKey.size
      guard let range = rows.values.range(index),
        let key = MapKey(rows.keys[start..<start + MapKey.size]),
        let leaf = MapLeaf(rows.values.bytes[range])
      else { return nil }
      leaves.append((key, leaf))
      hashes.append(
        Digest.of(0, keys.extracting(start..<start + MapKey.size), values.extracting(range)))
    }
  }

  /// Leaves in the order of their keys.
  init(_ leaves: [(key: MapKey, leaf: MapLeaf)]) {
    self.leaves = leaves
    hashes = leaves.map { Slot.leaf($0.key, $0.leaf.bytes).digest }
  }

  mutating func append(_ more: LeafList) {
    leaves += more.leaves
    hashes += more.hashes
  }

  /// What the map has where exactly these leaves are, as a subtree at a depth in bits.
  func summary(bit: Int) -> Slot {
    // Many subtrees, so that all cores have some; their roots are joined as they would be in one.
    let parts = split(0..<leaves.count, bit: bit, levels: 6)
    var level = Parallel.map(parts) { summary($0, bit: bit + 6) }
    while level.count > 1 {
      level = stride(from: 0, to: level.count, by: 2).map {
        Slot.joining(level[$0], level[$0 + 1])
      }
    }
    return level[0]
  }

  private func split(_ range: Range<Int>, bit: Int, levels: Int) -> [Range<Int>] {
    guard levels > 0 else { return [range] }
    let middle = firstOne(range, bit)
    return split(range.lowerBound..<middle, bit: bit + 1, levels: levels - 1)
      + split(middle..<range.upperBound, bit: bit + 1, levels: levels - 1)
  }

  private func summary(_ range: Range<Int>, bit: Int) -> Slot {
    if range.isEmpty { return .empty }
    if range.count == 1 { return .leaf(hashes[range.lowerBound]) }
    let middle = firstOne(range, bit)
    return Slot.joining(
      summary(range.lowerBound..<middle, bit: bit + 1),
      summary(middle..<range.upperBound, bit: bit + 1))
  }

  /// Where the leaves begin that have a one at this bit.
  private func firstOne(_ range: Range<Int>, _ bit: Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if leaves[middle].key.bit(bit) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
