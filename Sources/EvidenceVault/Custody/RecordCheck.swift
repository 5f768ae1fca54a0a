import Sealing
import Storage

/// How many records of a kind were looked at, and how many did not open.
public struct CheckedRecords: Equatable, Sendable {
  /// "source", "original", "testimony", "excerpt", "release", "drop", "labels" or "note".
  public let kind: String
  public let records: Int
  /// Missing, changed, or without their key.
  public let damaged: Int
}

extension Session {
  /// Opens every record that this member can open, and throws away what it says.
  ///
  /// That a kind is complete is proven by the map. Records of roles that the member does not hold
  /// are not looked at. A damaged record does not end the check.
  ///
  /// - Parameter progress: is told how many of how many records are done.
  /// - Throws: ``VaultError/integrity(_:)`` when the chains or the map are not whole.
  public func check(
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> [CheckedRecords] {
    try vaultErrors {
      try read { reader in
        var kinds: [(kind: RecordKind, held: HeldRole, leaves: [(key: MapKey, leaf: MapLeaf)])] = []
        for kind in RecordKind.allCases {
          guard let role = kind.role, self.state.roster.holds(self.myID, role) else { continue }
          let held = try self.holding(role, self.state, reader.store)
          kinds.append((kind, held, try reader.map.leaves(prefix: self.lookup.prefix(of: kind))))
        }
        let total = kinds.reduce(0) { $0 + $1.leaves.count }
        var done = 0
        return kinds.map { kind, held, leaves in
          var damaged = 0
          for leaf in leaves {
            if !reader.opens(leaf.key, leaf.leaf, kind, held, self.me) { damaged += 1 }
            done += 1
            progress(done, total)
          }
          return CheckedRecords(kind: kind.word, records: leaves.count, damaged: damaged)
        }
      }
    }
  }
}

extension Reader {
  /// Whether both parts of a record are there, are the ones of the leaf, and open.
  fileprivate func opens(
    _ key: MapKey, _ leaf: MapLeaf, _ kind: RecordKind, _ held: HeldRole,
    _ me: borrowing MemberKeys
  ) -> Bool {
    do {
      _ = try body(key, leaf, kind, held, me)
      let id = key.id
      guard let row = try store.listings([id])[0], Digest.of(row) == leaf.listing
      else { return false }
      _ = try recordKey(id, kind, held, me).openListing(
        row,
        RecordContext(vault: held.keys.context.vault, record: id.bytes, version: leaf.version))
      return true
    } catch {
      return false
    }
  }
}

extension RecordKind {
  /// What people call it.
  fileprivate var word: String {
    switch self {
    case .source: "source"
    case .original: "original"
    case .working: "testimony"
    case .excerpt: "excerpt"
    case .release: "release"
    case .drop: "drop"
    case .register: "labels"
    case .note: "note"
    case .rosterHead: "roster"
    }
  }
}
