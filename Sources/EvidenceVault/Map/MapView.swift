import Sealing
import Storage

/// The authenticated map as one transaction sees it: a binary Merkle trie over the leaves.
///
/// Every tile is checked against its parent before it is believed, up to the root that the newest
/// log entry signs; so a leaf that is read is the one that was written, and an absence is proven.
final class MapView {
  private let store: any StoreReading
  private var tiles: [TilePath: Tile] = [:]
  private var dirty: Set<TilePath> = []
  private var leaves: [MapKey: [UInt8]?] = [:]
  /// Keys of leaves that were put in here and are not in the store yet.
  private var pending: [Digest: MapKey] = [:]
  private(set) var root: Digest

  /// - Throws: ``IntegrityFault/map`` when the stored top does not have this root.
  init(_ store: any StoreReading, root: Digest) throws {
    self.store = store
    self.root = root
    let top = try stored(.root)
    guard top.summary.digest == root else { throw VaultError.integrity(.map) }
    tiles[.root] = top
  }

  /// The value at a key; `nil` when the map proves that there is none.
  func leaf(_ key: MapKey) throws -> MapLeaf? {
    if let known = leaves[key] { return try known.map(Self.parse) }
    var path = TilePath.root
    while true {
      let nibble = key.nibble(path.nibbles.count)
      switch try tile(path).slots[nibble] {
      case .empty: return nil
      case .leaf(let digest):
        if let value = try store.leaf(key.bytes) {
          if Slot.leaf(key, value) == .leaf(digest) {
            return try Self.parse(value)
          }
        }
        let other = try onlyLeaf(below: path.child(nibble), digest)
        guard other != key else { throw VaultError.integrity(.map) }
        return nil
      case .node(let digest):
        path = path.child(nibble)
        if tiles[path] == nil {
          let below = try stored(path)
          guard below.summary == .node(digest) else { throw VaultError.integrity(.map) }
          tiles[path] = below
        }
      }
    }
  }

  /// Every leaf whose key begins with `prefix` (2 bytes), complete and in order.
  func leaves(prefix: [UInt8]) throws -> [(key: MapKey, leaf: MapLeaf)] {
    let expected = try summary(prefix: prefix)
    var all = LeafList()
    var from: [UInt8]? = prefix
    try Parallel.stream {
      guard let start = from else { return nil }
      let part = try self.store.leaves(from: start, prefix: prefix, limit: 8192)
      from = part.count == 8192 ? part.keys.suffix(MapKey.size) + [0] : nil
      return part
    } work: {
      LeafList($0)
    } take: { part in
      guard let part else { throw VaultError.integrity(.map) }
      all.append(part)
    }
    try merge(into: &all, prefix)
    guard all.summary(bit: prefix.count * 8) == expected else { throw VaultError.integrity(.map) }
    return all.leaves
  }

  /// What the map says of all leaves whose key begins with `prefix` (2 bytes): it is another
  /// whenever one of them is.
  func summary(prefix: [UInt8]) throws -> Slot {
    try slot(at: TilePath(nibbles: prefix.flatMap { [$0 >> 4, $0 & 15] }))
  }

  /// Puts in what this transaction has changed.
  private func merge(into all: inout LeafList, _ prefix: [UInt8]) throws {
    let changed = leaves.filter { $0.key.bytes.starts(with: prefix) }
    guard !changed.isEmpty else { return }
    let kept = all.leaves.filter { changed[$0.key] == nil }
    let new = try changed.compactMap { key, value in
      try value.map { (key: key, leaf: try Self.parse($0)) }
    }
    all = LeafList((kept + new).sorted { $0.key < $1.key })
  }

  /// Puts leaves in, or takes them out, and gives the new root.
  @discardableResult
  func apply(_ changes: [(key: MapKey, leaf: MapLeaf?)]) throws -> Digest {
    let hashed = changes.map { change in
      HashedChange(
        key: change.key,
        digest: change.leaf.map { Slot.leaf(change.key, $0.bytes).digest })
    }
    try apply(hashed)
    for change in changes { leaves[change.key] = .some(change.leaf?.bytes) }
    for change in hashed { if let digest = change.digest { pending[digest] = change.key } }
    return root
  }

  /// A change of which only the leaf's hash is known, as the log lists it.
  struct HashedChange {
    let key: MapKey
    let digest: Digest?

    init(key: MapKey, digest: Digest?) {
      self.key = key
      self.digest = digest
    }

    /// As entries write it: zeros for no leaf.
    init(key: MapKey, leaf: Digest) { self.init(key: key, digest: leaf == .zero ? nil : leaf) }
  }

  /// As ``apply(_:)``, for computing a root only; leaves changed so cannot be read back.
  func apply(_ changes: [HashedChange]) throws {
    let sorted = changes.sorted { $0.key < $1.key }
    let summary = try update(.root, tile(.root), sorted[...])
    root = summary.digest
  }

  /// Writes what was changed.
  func flush(_ writer: any StoreWriting) throws {
    try writer.setTiles(
      dirty.sorted { $0.row.lexicographicallyPrecedes($1.row) }.map { path in
        let tile = tiles[path] ?? Tile()
        let needed: Bool
        if case .node = tile.summary { needed = true } else { needed = path == .root }
        return (path.row, needed ? tile.row : nil)
      })
    try writer.setLeaves(
      leaves.sorted { $0.key < $1.key }
        .map { ($0.key.bytes, $0.value) })
    dirty = []
    leaves = [:]
    pending = [:]
  }

  // MARK: - Within

  private func update(
    _ path: TilePath, _ before: Tile, _ changes: ArraySlice<HashedChange>
  ) throws -> Slot {
    var tile = before
    let depth = path.nibbles.count
    var rest = changes
    while let first = rest.first {
      let nibble = first.key.nibble(depth)
      let group = rest.prefix { $0.key.nibble(depth) == nibble }
      rest = rest.dropFirst(group.count)
      let below = path.child(nibble)
      switch tile.slots[nibble] {
      case .empty where group.count == 1:
        tile.slots[nibble] = first.digest.map(Slot.leaf) ?? .empty
      case .empty:
        tile.slots[nibble] = try update(below, Tile(), group)
      case .leaf(let digest):
        let existing = try onlyLeaf(below: below, digest)
        if group.count == 1, first.key == existing {
          tile.slots[nibble] = first.digest.map(Slot.leaf) ?? .empty
        } else if group.count == 1, first.digest == nil {
          continue
        } else {
          var pushed = Tile()
          pushed.slots[existing.nibble(depth + 1)] = .leaf(digest)
          tile.slots[nibble] = try update(below, pushed, group)
        }
      case .node(let digest):
        let child = try self.tile(below, expecting: digest)
        tile.slots[nibble] = try update(below, child, group)
      }
    }
    tiles[path] = tile
    dirty.insert(path)
    return tile.summary
  }

  /// The key of the one leaf of a subtree.
  private func onlyLeaf(below path: TilePath, _ digest: Digest) throws -> MapKey {
    if let key = pending[digest], path.covers(key) { return key }
    let whole = Array(path.bytes.prefix(path.nibbles.count / 2))
    var from = path.bytes
    while let row = try store.leaves(from: from, prefix: whole, limit: 1).first,
      let key = MapKey(row.key), path.covers(key)
    {
      if Slot.leaf(key, row.value) == .leaf(digest) { return key }
      // The store still has what this transaction took out.
      guard leaves[key] != nil else { break }
      from = row.key + [0]
    }
    throw VaultError.integrity(.map)
  }

  private func slot(at path: TilePath) throws -> Slot {
    var at = TilePath.root
    for nibble in path.nibbles {
      let slot = try tile(at).slots[Int(nibble)]
      let below = at.child(Int(nibble))
      switch slot {
      case .empty: return .empty
      case .leaf(let digest):
        return path.covers(try onlyLeaf(below: below, digest)) ? slot : .empty
      case .node(let digest):
        if below.nibbles.count == path.nibbles.count { return slot }
        _ = try tile(below, expecting: digest)
        at = below
      }
    }
    return try tile(at).summary
  }

  private func tile(_ path: TilePath) throws -> Tile {
    guard let known = tiles[path] else { throw VaultError.integrity(.map) }
    return known
  }

  private func tile(_ path: TilePath, expecting digest: Digest) throws -> Tile {
    if let known = tiles[path] { return known }
    let tile = try stored(path)
    guard tile.summary == .node(digest) else { throw VaultError.integrity(.map) }
    tiles[path] = tile
    return tile
  }

  private func stored(_ path: TilePath) throws -> Tile {
    guard let row = try store.tile(path.row) else { return Tile() }
    guard let tile = Tile(row) else { throw VaultError.integrity(.map) }
    return tile
  }

  private static func parse(_ value: [UInt8]) throws -> MapLeaf {
    guard let leaf = MapLeaf(value) else { throw VaultError.integrity(.map) }
    return leaf
  }
}
