import Sealing

/// What is known of a subtree of the map.
enum Slot: Equatable, Sendable {
  case empty
  /// Exactly one leaf: the leaf's own hash stands for the whole subtree.
  case leaf(Digest)
  /// Two leaves or more.
  case node(Digest)

  /// The hash that goes into the parent: 32 zero bytes for nothing.
  var digest: Digest {
    switch self {
    case .empty: .zero
    case .leaf(let digest), .node(let digest): digest
    }
  }

  /// A node above two subtrees: SHA-256(1 ‖ left ‖ right), unless one leaf is all there is.
  static func joining(_ left: Slot, _ right: Slot) -> Slot {
    switch (left, right) {
    case (.empty, .empty): .empty
    case (.leaf, .empty): left
    case (.empty, .leaf): right
    default: .node(Digest.node(1, left.digest, right.digest))
    }
  }

  /// A leaf: SHA-256(0 ‖ key ‖ value).
  static func leaf(_ key: MapKey, _ value: [UInt8]) -> Slot {
    .leaf(Digest.of(0, key.bytes.span, value.span))
  }
}

/// Four levels of the binary trie as one row: sixteen subtrees.
///
/// row = which slots are leaves (2 bytes) ‖ which are nodes (2 bytes) ‖ 32 bytes for each that is
/// not empty, in order. Slot 0 is bit 15.
struct Tile: Equatable, Sendable {
  var slots = [Slot](repeating: .empty, count: 16)

  init() {}

  init?(_ row: [UInt8]) {
    guard row.count >= 4 else { return nil }
    let leaves = UInt16(row[0]) << 8 | UInt16(row[1])
    let nodes = UInt16(row[2]) << 8 | UInt16(row[3])
    guard leaves & nodes == 0,
      row.count == 4 + 32 * (leaves.nonzeroBitCount + nodes.nonzeroBitCount)
    else { return nil }
    var at = 4
    for index in 0..<16 {
      let bit = UInt16(1) << UInt16(15 - index)
      guard (leaves | nodes) & bit != 0 else { continue }
      guard let digest = Digest(row[at..<(at + 32)]) else { return nil }
      slots[index] = leaves & bit != 0 ? .leaf(digest) : .node(digest)
      at += 32
    }
  }

  var row: [UInt8] {
    var leaves: UInt16 = 0
    var nodes: UInt16 = 0
    var digests = [UInt8]()
    for (index, slot) in slots.enumerated() {
      let bit = UInt16(1) << UInt16(15 - index)
      switch slot {
      case .empty: continue
      case .leaf: leaves |= bit
      case .node: nodes |= bit
      }
      digests += slot.digest.bytes
    }
    return [
      UInt8(leaves >> 8), UInt8(truncatingIfNeeded: leaves), UInt8(nodes >> 8),
      UInt8(truncatingIfNeeded: nodes),
    ] + digests
  }

  /// The whole tile as one subtree.
  var summary: Slot {
    var level = slots
    while level.count > 1 {
      level = stride(from: 0, to: level.count, by: 2).map {
        Slot.joining(level[$0], level[$0 + 1])
      }
    }
    return level[0]
  }
}

/// Where a tile hangs: the first `depth` nibbles of the keys below it.
struct TilePath: Hashable, Sendable {
  let nibbles: [UInt8]

  static let root = TilePath(nibbles: [])

  func child(_ nibble: Int) -> TilePath { TilePath(nibbles: nibbles + [UInt8(nibble)]) }

  /// depth (1 byte) ‖ nibbles, two a byte, a last odd one in the high half.
  var row: [UInt8] {
    [UInt8(nibbles.count)] + bytes
  }

  /// The nibbles, two a byte; a last odd one in the high half.
  var bytes: [UInt8] {
    stride(from: 0, to: nibbles.count, by: 2).map {
      nibbles[$0] << 4 | ($0 + 1 < nibbles.count ? nibbles[$0 + 1] : 0)
    }
  }

  /// Whether a key lies below.
  func covers(_ key: MapKey) -> Bool {
    nibbles.indices.allSatisfy { key.nibble($0) == Int(nibbles[$0]) }
  }
}
