@testable import EvidenceVault
@testable import Sealing
@testable import Storage

/// Every key that a member has or can get out of a database, used without asking anybody.
final class KeyRing {
  let session: Session
  private(set) var roles: [HeldRole] = []

  init(_ session: Session) { self.session = session }

  /// Takes over what another has, as two who work together do.
  func join(_ other: KeyRing) { for held in other.roles { add(held) } }

  /// Opens whatever is a seed, with every key found so far, until nothing new is found.
  func harvest(_ rows: InMemoryState) throws {
    var known = -1
    while known != roles.count {
      known = roles.count
      for cell in rows.cells.values {
        for opened in try boxes(cell) where opened.count == 320 { try keep(seedIn: opened) }
        for held in roles where held.role == .member && held.epoch > 1 {
          if let before = try? held.keys.predecessor(carried: cell) {
            add(HeldRole(.member, before))
          }
        }
      }
    }
  }

  private func keep(seedIn opened: [UInt8]) throws {
    guard let role = Role(rawValue: opened[32 + 17]),
      let vault = VaultID(opened[33..<49])
    else { return }
    let epoch = opened[50..<54].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    var seed = Array(opened[0..<32])
    add(
      HeldRole(
        role,
        try RoleKeys(
          seed: try SecretBytes(moving: &seed),
          RoleContext(vault: vault, role: role.rawValue, epoch: epoch))))
  }

  private func add(_ held: HeldRole) {
    guard !roles.contains(where: { $0.keys.publicKeys == held.keys.publicKeys }) else { return }
    roles.append(held)
  }

  /// Opens a sealed box with the member's key and with every role's.
  func boxes(_ sealed: [UInt8]) throws -> [[UInt8]] {
    var opened: [[UInt8]] = []
    if let plain = try? session.me.box.open(sealed) { opened.append(plain) }
    for held in roles { if let plain = try? held.keys.box.open(sealed) { opened.append(plain) } }
    return opened
  }

  /// Kinds of which at least one record opens.
  func kinds(_ rows: InMemoryState, every cross: Bool = true) throws -> Set<RecordKind> {
    Set(try records(rows, cross: cross).keys)
  }

  /// What two open with all keys that both find, in whatever order.
  func kinds(_ rows: InMemoryState, with other: KeyRing) throws -> Set<RecordKind> {
    for _ in 0..<2 {
      try harvest(rows)
      other.join(self)
      try other.harvest(rows)
      join(other)
    }
    return try kinds(rows).union(try other.kinds(rows))
  }

  /// How many records of each kind open, body or listing.
  ///
  /// - Parameter cross: tries every wrap with every key, not only those that bear its name.
  func records(_ rows: InMemoryState, cross: Bool) throws -> [RecordKind: Int] {
    let wraps = rows.wraps.all
    var found: [RecordKind: Int] = [:]
    for (leafKey, value) in rows.leaves.all {
      guard let key = MapKey(leafKey.bytes), let kind = session.lookup.kind(of: key),
        let leaf = MapLeaf(value), let row = rows.records[key.id]
      else { continue }
      let id = key.id
      let context = RecordContext(
        vault: session.me.vault, record: id.bytes, version: leaf.version)
      var candidates = wraps.map(\.value)
      if !cross {
        let names =
          roles.compactMap { RowID($0.keys.wrapID(of: id.bytes)) }
          + Role.allCases.map { session.lookup.boxed(id, $0) }
        candidates = names.compactMap { rows.wraps[$0] }
      }
      if opens(row, candidates, id, context) { found[kind, default: 0] += 1 }
    }
    return found
  }

  /// How many details of the log open.
  func details(_ rows: InMemoryState) -> Int {
    rows.details.filter { number, row in
      let id = [UInt8](repeating: 0, count: 8) + number.bigEndianBytes
      let context = RecordContext(vault: session.me.vault, record: id, version: 1)
      let wraps = rows.details.values.map { Array($0.wrap.dropFirst()) }
      let own = [Array(row.wrap.dropFirst())]
      return keys(rows.details.count > 64 ? own : wraps, id) { key in
        (try? key.openBody(row.body, context)) != nil
      }
    }.count
  }

  private func opens(
    _ row: (listing: [UInt8], body: [UInt8]), _ candidates: [[UInt8]], _ id: RowID,
    _ context: RecordContext
  ) -> Bool {
    keys(candidates, id.bytes) { key in
      (try? key.openBody(row.body, context)) != nil
        || (try? key.openListing(row.listing, context)) != nil
    }
  }

  /// Tries every record key that any key of the ring gets out of the candidates.
  private func keys(
    _ candidates: [[UInt8]], _ id: [UInt8], _ fits: (borrowing RecordKey) -> Bool
  ) -> Bool {
    for candidate in candidates {
      for held in roles {
        if let key = try? held.keys.unwrap(candidate, of: id), fits(key) { return true }
      }
      // Boxes: each share with each key, whatever name stands before it.
      guard candidate.count > 1, candidate.count % 104 == 1 else { continue }
      for start in stride(from: 1, to: candidate.count, by: 104) {
        let share = Array(candidate[(start + 8)..<(start + 104)])
        for plain in (try? boxes(share)) ?? [] {
          var secret = Array(plain.prefix(32))
          if let bytes = try? SecretBytes(moving: &secret), fits(RecordKey(secret: bytes)) {
            return true
          }
        }
      }
    }
    return false
  }
}
