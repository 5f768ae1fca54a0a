import Sealing
import Storage

/// Reads the whole inbox, and finds out who put in what cannot be read.
struct InboxReading {
  let reader: Reader
  let held: HeldRole
  let history: LogHistory

  private struct Pile {
    var drops: [DropSummary] = []
    var rest: [MapKey: (code: Code?, fault: Unreadable)] = [:]
  }

  func inbox(_ me: borrowing MemberKeys) throws -> Inbox {
    let pile = try sort(me)
    return Inbox(
      drops: pile.drops.sorted { $0.code.text < $1.code.text },
      unreadable: try named(pile).map(\.drop))
  }

  /// What cannot be read, by the number of the entry, with where it is.
  func unreadable(_ me: borrowing MemberKeys) throws -> [(key: MapKey, drop: UnreadableDrop)] {
    try named(try sort(me))
  }

  /// What one drop is, for a check that goes on whatever it finds.
  enum State {
    case readable
    case unreadable(Unreadable)
    case damaged
  }

  func state(_ key: MapKey, _ leaf: MapLeaf, _ me: borrowing MemberKeys) -> State {
    let reading = DropReading(reader: reader, held: held, roster: history.state.roster)
    do {
      switch try reading.read(key, leaf, me) {
      case .readable: return .readable
      case .unreadable(let code, let fault):
        _ = try named(Pile(rest: [key: (code, fault)]))
        return .unreadable(fault)
      }
    } catch {
      return .damaged
    }
  }

  private func sort(_ me: borrowing MemberKeys) throws -> Pile {
    let reading = DropReading(reader: reader, held: held, roster: history.state.roster)
    var pile = Pile()
    for (key, leaf) in try reader.map.leaves(prefix: reader.lookup.prefix(of: .drop)) {
      switch try reading.read(key, leaf, me) {
      case .readable(let drop):
        pile.drops.append(
          DropSummary(
            code: drop.code, documenter: drop.documenter, size: drop.payload.testimony.count))
      case .unreadable(let code, let fault): pile.rest[key] = (code, fault)
      }
    }
    return pile
  }

  /// - Throws: ``IntegrityFault/record`` when a key does not open that once did.
  private func named(_ pile: Pile) throws -> [(key: MapKey, drop: UnreadableDrop)] {
    guard !pile.rest.isEmpty else { return [] }
    let origins = try history.origins(of: Set(pile.rest.keys), .custodian)
    return try pile.rest.map { key, found in
      guard let origin = origins[key],
        found.fault == .content
          || origin.mayBeUnopenable(now: held.epoch, marked: found.fault == .passedOver)
      else { throw VaultError.integrity(.record) }
      return (
        key,
        UnreadableDrop(
          code: found.code, entry: origin.writer.entry.number, member: origin.writer.handle,
          fault: found.fault)
      )
    }.sorted {
      ($0.drop.entry, $0.key.bytes.description) < ($1.drop.entry, $1.key.bytes.description)
    }
  }
}

extension Transaction {
  /// Whether this is a drop that nobody can read, so that there is nothing to seal anew.
  ///
  /// - Throws: ``VaultError/integrity(_:)`` when it is missing or was changed.
  func isUnreadableDrop(_ key: MapKey, _ kind: RecordKind) throws -> Bool {
    guard kind == .drop, let leaf = try map.leaf(key) else { return false }
    let desk = InboxReading(
      reader: reader, held: try holding(.custodian), history: history)
    switch desk.state(key, leaf, session.me) {
    case .readable: return false
    case .unreadable: return true
    case .damaged: throw VaultError.integrity(.record)
    }
  }
}
