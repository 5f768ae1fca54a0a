import Sealing
import Storage

/// How many records of a kind were looked at, and how many did not open.
public struct CheckedRecords: Equatable, Sendable {
  /// "source", "original", "testimony", "excerpt", "release", "drop", "labels", "note",
  /// "review", "policy", "question", "groups", "delivery", "attachment", or "log detail".
  public let kind: String
  public let records: Int
  /// Missing, changed, or without their key.
  public let damaged: Int
  /// Drops and log details that their writers' programs left, or may have left, so that nobody can
  /// read them.
  public let unreadable: Int
  /// Those of the unreadable whose key does not open; the files may have been changed, too. See
  /// ``Unreadable/key``.
  public let keyless: Int

  fileprivate init(_ kind: String, _ records: Int, _ findings: Findings) {
    self.kind = kind
    self.records = records
    damaged = findings.damaged
    unreadable = findings.unreadable
    keyless = findings.keyless
  }

  /// What was counted of a kind.
  fileprivate struct Findings {
    var damaged = 0
    var unreadable = 0
    var keyless = 0

    mutating func count(_ fault: Unreadable) {
      // What was destroyed on purpose is no fault.
      guard fault != .erased else { return }
      unreadable += 1
      if fault == .key { keyless += 1 }
    }
  }
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
        let details =
          self.state.roster.holds(self.myID, .auditor)
          ? try self.entries(from: 0, reader.store) : []
        let total = kinds.reduce(details.count) { $0 + $1.leaves.count }
        var done = 0
        func advance() {
          done += 1
          progress(done, total)
        }
        var checked: [CheckedRecords] = []
        for (kind, held, leaves) in kinds {
          var findings = CheckedRecords.Findings()
          let drops = InboxReading(
            reader: reader, held: held, history: self.history(reader.store))
          for leaf in leaves {
            if kind == .drop {
              switch drops.state(leaf.key, leaf.leaf, self.me) {
              case .readable: break
              case .unreadable(let fault): findings.count(fault)
              case .damaged: findings.damaged += 1
              }
            } else if !reader.opens(leaf.key, leaf.leaf, kind, held, self.me) {
              findings.damaged += 1
            }
            advance()
          }
          checked.append(CheckedRecords(kind.word, leaves.count, findings))
        }
        guard !details.isEmpty else { return checked }
        let reading = DetailReading(
          store: reader.store, held: try self.holding(.auditor, self.state, reader.store),
          history: self.history(reader.store))
        var findings = CheckedRecords.Findings()
        for start in stride(from: 0, to: details.count, by: 1024) {
          let part = Array(details[start..<min(start + 1024, details.count)])
          // A changed one refuses all that are read with it: then one by one.
          let lines = try? reading.lines(part, self.me)
          for (index, entry) in part.enumerated() {
            switch lines?[index].detail ?? (try? reading.lines([entry], self.me))?.first?.detail {
            case .readable: break
            case .unreadable(let fault): findings.count(fault)
            case nil: findings.damaged += 1
            }
            advance()
          }
        }
        checked.append(CheckedRecords("log detail", details.count, findings))
        return checked
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
  var word: String {
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
    case .review: "review"
    case .policy: "policy"
    case .reveal: "question"
    case .groups: "groups"
    case .delivery: "delivery"
    case .told: "told facts"
    case .kit: "field kit"
    case .receipt: "receipt"
    case .moved: "moved"
    case .restore: "restore"
    case .attachment: "attachment"
    case .commitments: "proof tree"
    }
  }
}
