import Sealing

@testable import EvidenceVault
@testable import Storage

/// Everything that a founder can read in a vault, in one verified state and without writing.
struct Answers: Equatable {
  private(set) var said: [String: [[UInt8]]] = [:]

  init(_ session: Session) throws {
    try session.read { reader in
      for kind in RecordKind.allCases {
        guard let role = kind.role else { continue }
        let held = try session.holding(role, session.state, reader.store)
        let leaves = try reader.map.leaves(prefix: session.lookup.prefix(of: kind))
        said["listings \(kind)"] = try leaves.map {
          try reader.listing($0.key, $0.leaf, kind, held, session.me)
        }
        said["bodies \(kind)"] = try leaves.map {
          try reader.body($0.key, $0.leaf, kind, held, session.me)
        }
      }
      let auditor = try session.holding(.auditor, session.state, reader.store)
      said["log"] = try session.entries(from: 0, reader.store).map { entry in
        guard
          let detail = try reader.store.details(from: entry.number, limit: 1).first,
          detail.number == entry.number, Digest.of(detail.body) == entry.detail
        else { throw VaultError.integrity(.detail(entry.number)) }
        return try Codec.encode(try DetailSeal.open(detail, auditor, session.me))
      }
      said["heads"] = [session.state.pin.bytes]
      said["roster"] = session.state.roster.members.map { id, member in
        id.bytes + member.keys.bytes + [member.removed ? 1 : 0]
          + member.rights.map(\.rawValue).sorted()
      }.sorted { $0.lexicographicallyPrecedes($1) }
      // Requests are anybody's to leave; the steward compares what they say.
      said["card"] = [try reader.store.header("card") ?? []]
    }
  }
}

/// The tables of a store, as lists of rows that can be edited alike.
enum Table: String, CaseIterable {
  case headers, cells, listings, bodies, wraps, roster, log, detailWraps, detailBodies, leaves,
    tiles

  /// Every row's body, in the order of the names.
  func rows(_ state: InMemoryState) -> [[UInt8]] {
    switch self {
    case .headers: state.headers.keys.sorted().compactMap { state.headers[$0] }
    case .cells: state.cells.keys.sorted().compactMap { state.cells[$0] }
    case .listings: state.records.keys.sorted().compactMap { state.records[$0]?.listing }
    case .bodies: state.records.keys.sorted().compactMap { state.records[$0]?.body }
    case .wraps: state.wraps.all.map(\.value)
    case .roster: state.chains[.roster] ?? []
    case .log: state.chains[.log] ?? []
    case .detailWraps: state.details.keys.sorted().compactMap { state.details[$0]?.wrap }
    case .detailBodies: state.details.keys.sorted().compactMap { state.details[$0]?.body }
    case .leaves: state.leaves.all.map(\.value)
    case .tiles: state.tiles.keys.sorted(by: Self.order).compactMap { state.tiles[$0] }
    }
  }

  private static func order(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.lexicographicallyPrecedes(b) }

  /// Replaces the body of a row; `nil` deletes the row, and of a chain all rows after it.
  func set(_ index: Int, _ body: [UInt8]?, in state: inout InMemoryState) {
    switch self {
    case .headers: state.headers[state.headers.keys.sorted()[index]] = body
    case .cells: state.cells[state.cells.keys.sorted()[index]] = body
    case .listings:
      let id = state.records.keys.sorted()[index]
      state.records[id] = body.map { (listing: $0, body: state.records[id]?.body ?? []) }
    case .bodies:
      let id = state.records.keys.sorted()[index]
      state.records[id] = body.map { (listing: state.records[id]?.listing ?? [], body: $0) }
    case .wraps: state.wraps.set(state.wraps.all[index].key, body)
    case .roster: Self.set(index, body, in: &state.chains[.roster, default: []])
    case .log: Self.set(index, body, in: &state.chains[.log, default: []])
    case .detailWraps:
      let number = state.details.keys.sorted()[index]
      state.details[number] = body.map { (wrap: $0, body: state.details[number]?.body ?? []) }
    case .detailBodies:
      let number = state.details.keys.sorted()[index]
      state.details[number] = body.map { (wrap: state.details[number]?.wrap ?? [], body: $0) }
    case .leaves: state.leaves.set(state.leaves.all[index].key, body)
    case .tiles: state.tiles[state.tiles.keys.sorted(by: Self.order)[index]] = body
    }
  }

  private static func set(_ index: Int, _ body: [UInt8]?, in chain: inout [[UInt8]]) {
    if let body { chain[index] = body } else { chain.removeSubrange(index...) }
  }
}
