import Sealing
import Storage

/// Records as one verified state of the vault has them.
struct Reader {
  let store: any StoreReading
  let map: MapView
  let lookup: Lookup

  /// Whether there is a record, by proof.
  func leaf(_ kind: RecordKind, _ code: String) throws -> MapLeaf? {
    try map.leaf(lookup.record(kind, code))
  }

  /// The record of a kind that comes after a key in the order of the map; the first for `nil`.
  func next(_ kind: RecordKind, after: [UInt8]?) throws -> (key: MapKey, leaf: MapLeaf)? {
    let prefix = lookup.prefix(of: kind)
    let rows = try store.leaves(from: after.map { $0 + [0] } ?? prefix, prefix: prefix, limit: 1)
    guard let row = rows.first else { return nil }
    guard let key = MapKey(row.key), let leaf = try map.leaf(key) else {
      throw VaultError.integrity(.map)
    }
    return (key, leaf)
  }

  /// Opens a record's body.
  ///
  /// - Throws: ``VaultError/notFound`` when the map proves that there is none.
  func open(_ kind: RecordKind, _ code: String, _ held: HeldRole, _ me: borrowing MemberKeys)
    throws -> [UInt8]
  {
    let key = lookup.record(kind, code)
    guard let leaf = try map.leaf(key) else { throw VaultError.notFound }
    return try body(key, leaf, kind, held, me)
  }

  /// Opens the body that belongs to a verified leaf.
  func body(
    _ key: MapKey, _ leaf: MapLeaf, _ kind: RecordKind, _ held: HeldRole,
    _ me: borrowing MemberKeys
  ) throws -> [UInt8] {
    let id = key.id
    guard let row = try store.record(id), Digest.of(row) == leaf.body else {
      throw VaultError.integrity(.record)
    }
    let recordKey = try self.recordKey(id, kind, held, me)
    let context = RecordContext(
      vault: held.keys.context.vault, record: id.bytes, version: leaf.version)
    return try recordKey.openBody(row, context)
  }

  /// Opens some records of a kind, in the order of their leaves.
  ///
  /// - Parameters:
  ///   - work: what is done with some of them, mostly on another thread while others are read.
  ///   - take: what is done with what came of it, in order.
  func open<Done: Sendable>(
    _ part: RecordOpening.Part, _ leaves: [(key: MapKey, leaf: MapLeaf)], _ kind: RecordKind,
    _ held: HeldRole, _ me: borrowing MemberKeys,
    work: @escaping @Sendable (RecordParts.Opened) -> Done, take: (Done) throws -> Void
  ) throws {
    try RecordParts(store: store, held: held, part: part).open(leaves) {
      opened -> (opened: RecordParts.Opened, done: Done?) in
      (opened, opened.bodies.isComplete ? work(opened) : nil)
    } take: { some in
      if let done = some.done { return try take(done) }
      // No wrap: somebody boxed the key, because the epoch was closed or not the writer's.
      var opened = some.opened
      opened.bodies = Bodies()
      for (index, (key, leaf)) in opened.leaves.enumerated() {
        if let body = some.opened.bodies[index] {
          opened.bodies.append(body)
        } else if part == .body {
          opened.bodies.append(try body(key, leaf, kind, held, me))
        } else {
          opened.bodies.append(try listing(key, leaf, kind, held, me))
        }
      }
      try take(work(opened))
    }
  }

  /// Every record of a kind, read as values of one type, some at a time; complete by proof.
  func each<Value: Decodable & Sendable>(
    _ type: Value.Type, _ part: RecordOpening.Part, _ kind: RecordKind, _ held: HeldRole,
    _ me: borrowing MemberKeys, take: ([Value]) throws -> Void
  ) throws {
    let leaves = try map.leaves(prefix: lookup.prefix(of: kind))
    try open(part, leaves, kind, held, me) {
      Codec.decodeAll(type, $0.bodies)
    } take: { decoded in
      guard let decoded else { throw VaultError.integrity(.content) }
      try take(decoded)
    }
  }

  /// As ``each(_:_:_:_:_:take:)``, all in one.
  func all<Value: Decodable & Sendable>(
    _ type: Value.Type, _ kind: RecordKind, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> [Value] {
    var values: [Value] = []
    try each(type, .body, kind, held, me) { values += $0 }
    return values
  }

  /// The listing parts of every record of a kind, read as values of one type; complete by proof.
  func listings<Value: Decodable & Sendable>(
    _ type: Value.Type, _ kind: RecordKind, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> [Value] {
    var values: [Value] = []
    try each(type, .listing, kind, held, me) { values += $0 }
    return values
  }

  /// Opens the listing part that belongs to a verified leaf.
  func listing(
    _ key: MapKey, _ leaf: MapLeaf, _ kind: RecordKind, _ held: HeldRole,
    _ me: borrowing MemberKeys
  ) throws -> [UInt8] {
    let id = key.id
    guard let row = try store.listings([id])[0], Digest.of(row) == leaf.listing else {
      throw VaultError.integrity(.record)
    }
    let context = RecordContext(
      vault: held.keys.context.vault, record: id.bytes, version: leaf.version)
    return try recordKey(id, kind, held, me).openListing(row, context)
  }

  /// A record's key: from the role's wrap, or from a box that somebody outside the role sealed.
  func recordKey(
    _ id: RowID, _ kind: RecordKind, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> RecordKey {
    if let wrapID = RowID(held.keys.wrapID(of: id.bytes)),
      let wrap = try store.wraps([wrapID])[0]
    {
      return try held.keys.unwrap(wrap, of: id.bytes)
    }
    guard let boxed = try store.wraps([lookup.boxed(id, held.role)])[0] else {
      throw VaultError.integrity(.record)
    }
    let context = BoxedContext.record(held.keys.context.vault, held.role, id)
    return try BoxedContext.open(boxed, held, me, context)
  }
}

/// What a boxed key is bound to.
enum BoxedContext {
  static func record(_ vault: VaultID, _ role: Role, _ id: RowID) -> [UInt8] {
    vault.bytes + [role.rawValue] + id.bytes
  }

  static func detail(_ vault: VaultID, _ number: UInt64) -> [UInt8] {
    vault.bytes + [Role.auditor.rawValue] + number.bigEndianBytes
  }

  /// Opens with the epoch's key, or with the member's own while the epoch was closed.
  static func open(
    _ boxed: [UInt8], _ held: HeldRole, _ me: borrowing MemberKeys, _ context: [UInt8]
  ) throws -> RecordKey {
    do { return try BoxedKey.open(boxed, by: held.keys.box, context: context) } catch {
      return try BoxedKey.open(boxed, by: me.box, context: context)
    }
  }
}

extension Lookup {
  /// Where a key boxed for a role is, until a holder wraps it.
  func boxed(_ id: RowID, _ role: Role) -> RowID {
    row(.boxed, [role.rawValue], id.bytes)
  }
}
