import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

struct MapViewTests {
  /// Keys of every unpleasant kind: few prefixes, long common beginnings, neighbours.
  static func key(_ random: inout Sequence64) -> MapKey {
    var bytes = [UInt8](repeating: 0, count: MapKey.size)
    switch random.next() % 4 {
    case 0: bytes = bytes.map { _ in UInt8(truncatingIfNeeded: random.next()) }
    case 1:
      bytes[17] = UInt8(truncatingIfNeeded: random.next())
    case 2:
      bytes = [UInt8](repeating: 0xFF, count: MapKey.size)
      bytes[Int(random.next() % 18)] ^= UInt8(1) << UInt8(random.next() % 8)
    default:
      bytes[0] = UInt8(random.next() % 2)
      bytes[2] = UInt8(random.next() % 3) << 4
      bytes[9] = UInt8(random.next() % 2) * 0x80
    }
    return MapKey(prefix: Array(bytes[0..<2]), id: RowID(bytes[2...]) ?? RowID(high: 0, low: 0))
  }

  static func leaf(_ random: inout Sequence64) -> MapLeaf {
    MapLeaf(
      version: random.next() % 9, body: Digest.of(random.next().bigEndianBytes), listing: .zero)
  }

  typealias Change = (key: MapKey, leaf: MapLeaf?)

  static func batch(_ naive: NaiveMap, _ random: inout Sequence64) -> [Change] {
    var batch: [MapKey: MapLeaf?] = [:]
    let present = naive.leaves.keys.sorted { $0.lexicographicallyPrecedes($1) }
    for _ in 0..<(1 + random.next() % 12) {
      if random.next() % 3 == 0, let old = present.randomElement(using: &random),
        let key = MapKey(old)
      {
        batch[key] = .some(random.next() % 3 == 0 ? Self.leaf(&random) : nil)
      } else {
        batch[Self.key(&random)] = .some(random.next() % 8 == 0 ? nil : Self.leaf(&random))
      }
    }
    return batch.map { (key: $0.key, leaf: $0.value) }
  }

  static func hashed(_ key: MapKey, _ value: [UInt8]?) -> MapView.HashedChange {
    MapView.HashedChange(
      key: key, digest: value.map { Slot.leaf(key, $0).digest })
  }

  @Test(arguments: 0..<4)
  func `random batches give the specified root, and undoing one gives the root before`(
    seed: UInt64
  ) throws {
    var random = Sequence64(state: seed)
    let store = InMemoryStore()
    var naive = NaiveMap()
    for _ in 0..<25 {
      let before = naive
      var batches = [Self.batch(naive, &random)]
      // Several acts within one transaction see each other's changes.
      if seed % 2 == 1 { batches.append(Self.batch(naive, &random)) }
      try store.write { writing in
        let map = try MapView(
          writing, root: try #require(Digest(before.root)))
        for batch in batches {
          try map.apply(batch)
          for change in batch { naive.leaves[change.key.bytes] = change.leaf?.bytes }
          #expect(map.root.bytes == naive.root)
        }
        try map.flush(writing)
      }
      try store.read { reading in
        let map = try MapView(reading, root: try #require(Digest(naive.root)))
        for change in batches.joined() {
          #expect(try map.leaf(change.key)?.bytes == naive.leaves[change.key.bytes])
        }
        for _ in 0..<5 {
          let key = Self.key(&random)
          #expect(try map.leaf(key)?.bytes == naive.leaves[key.bytes])
        }
        for prefix in [[0, 0], [1, 0], [0xFF, 0xFF], [0xFF, 0xFE], [7, 7]] as [[UInt8]] {
          let expected = naive.leaves.filter { $0.key.starts(with: prefix) }
          let listed = try map.leaves(prefix: prefix)
          #expect(
            Dictionary(uniqueKeysWithValues: listed.map { ($0.key.bytes, $0.leaf.bytes) })
              == expected)
        }
        let touched = Set(batches.joined().map(\.key))
        try map.apply(touched.map { Self.hashed($0, naive.leaves[$0.bytes]) })
        #expect(map.root.bytes == naive.root)
        try map.apply(touched.map { Self.hashed($0, before.leaves[$0.bytes]) })
        #expect(map.root.bytes == before.root)
      }
    }
  }

  @Test func `the order of changes and the number of batches do not change the tree`() throws {
    var random = Sequence64(state: 99)
    var naive = NaiveMap()
    for _ in 0..<200 { naive.leaves[Self.key(&random).bytes] = Self.leaf(&random).bytes }
    var tiles: Set<[[UInt8]: [UInt8]]> = []
    for size in [1, 7, 200] {
      let store = HostileStore()
      let shuffled = naive.leaves.shuffled(using: &random)
      var root = Digest.zero
      for start in stride(from: 0, to: shuffled.count, by: size) {
        try store.write { writing in
          let map = try MapView(writing, root: root)
          root = try map.apply(
            shuffled[start..<min(start + size, shuffled.count)].compactMap {
              pair -> Change? in
              guard let key = MapKey(pair.key) else { return nil }
              return (key: key, leaf: MapLeaf(pair.value))
            })
          try map.flush(writing)
        }
      }
      #expect(root.bytes == naive.root)
      tiles.insert(store.rows.tiles)
    }
    #expect(tiles.count == 1)
  }

  @Test func `emptying the map leaves no tile but the root, and no leaf`() throws {
    var random = Sequence64(state: 5)
    let store = HostileStore()
    let keys = Set((0..<64).map { _ in Self.key(&random) })
    try store.write { writing in
      let map = try MapView(writing, root: .zero)
      let leaf = Self.leaf(&random)
      try map.apply(keys.map { (key: $0, leaf: leaf) })
      try map.apply(keys.map { (key: $0, leaf: nil) })
      #expect(map.root == .zero)
      try map.flush(writing)
    }
    #expect(store.rows.leaves.all.isEmpty)
    #expect(store.rows.tiles.count <= 1)
  }

  @Test func `every changed, missing or planted leaf and tile is refused or changes no answer`()
    throws
  {
    var random = Sequence64(state: 17)
    var naive = NaiveMap()
    while naive.leaves.count < 14 {
      naive.leaves[Self.key(&random).bytes] = Self.leaf(&random).bytes
    }
    let store = HostileStore()
    let root = try #require(Digest(naive.root))
    try store.write { writing in
      let map = try MapView(writing, root: .zero)
      try map.apply(
        naive.leaves.compactMap { pair -> Change? in
          MapKey(pair.key).map { (key: $0, leaf: MapLeaf(pair.value)) }
        })
      try map.flush(writing)
    }
    let good = store.rows
    let absent = (0..<6).map { _ in Self.key(&random) }
      .filter { naive.leaves[$0.bytes] == nil }
    let questions = naive.leaves.keys.compactMap { MapKey($0) } + absent

    /// `nil` for a refusal.
    func answer<Value>(_ body: () throws -> Value) throws -> Value? {
      do { return try body() } catch VaultError.integrity { return nil }
    }
    func check() throws {
      try store.read { reading in
        guard let map = try? MapView(reading, root: root) else { return }
        for key in questions {
          guard let found = try answer({ try map.leaf(key) }) else { continue }
          #expect(found?.bytes == naive.leaves[key.bytes])
        }
        for prefix in Set(questions.map { Array($0.bytes.prefix(2)) }) {
          guard let listed = try answer({ try map.leaves(prefix: prefix) }) else { continue }
          #expect(listed.count == naive.leaves.count { $0.key.starts(with: prefix) })
        }
      }
    }

    for (key, value) in good.leaves.all {
      var edits: [[UInt8]?] = [nil, [], value + [0], good.leaves.all[0].value]
      for at in [0, 7, 8, 39, 40, 71] {
        var flipped = value
        flipped[at] ^= 1
        edits.append(flipped)
      }
      for edit in edits {
        store.rows = good
        store.tamper { $0.leaves.set(key, edit) }
        try check()
      }
    }
    for (path, row) in good.tiles {
      var edits: [[UInt8]?] = [nil, [], row + [0], Array(row.dropLast()), [0, 0, 0, 0]]
      for at in 0..<min(row.count, 5) {
        for bit in [0, 3, 7] {
          var flipped = row
          flipped[at] ^= UInt8(1) << UInt8(bit)
          edits.append(flipped)
        }
      }
      // Leaves called nodes and nodes called leaves.
      if row.count > 4 { edits.append([row[2], row[3], row[0], row[1]] + row.dropFirst(4)) }
      for edit in edits {
        store.rows = good
        store.tamper { $0.tiles[path] = edit }
        try check()
      }
    }
    for key in absent {
      store.rows = good
      store.tamper { $0.leaves.set(ByteKey(bytes: key.bytes), good.leaves.all[0].value) }
      try check()
    }
  }

  @Test func `malformed tile rows are refused`() {
    var tile = Tile()
    tile.slots[0] = .leaf(Digest.of([1]))
    tile.slots[15] = .node(Digest.of([2]))
    #expect(Tile(tile.row) == tile)
    #expect(Tile([]) == nil)
    #expect(Tile([0, 0, 0]) == nil)
    #expect(Tile(tile.row + [0]) == nil)
    #expect(Tile(Array(tile.row.dropLast())) == nil)
    // The same slot both a leaf and a node.
    #expect(Tile([0x80, 0, 0x80, 0] + [UInt8](repeating: 7, count: 32)) == nil)
    #expect(Tile([0x80, 0, 0x80, 0] + [UInt8](repeating: 7, count: 64)) == nil)
    #expect(Tile([0x80, 0, 0, 0]) == nil)
    #expect(Tile([0, 0, 0, 0]) == Tile())
  }
}
