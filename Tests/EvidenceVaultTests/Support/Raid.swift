import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Somebody who should not become a reader.
enum Attacker: String, CaseIterable, Sendable {
  case steward, holder, storage, removed

  /// Who that is in the office; the keeper of the files is no member.
  var handle: String? {
    switch self {
    case .steward: "stew"
    case .holder: "edda"
    case .removed: "gone"
    case .storage: nil
    }
  }
}

/// Attackers who work together.
struct Coalition: Sendable, CustomStringConvertible {
  let attackers: [Attacker]

  /// Each alone, and each two.
  static let all: [Coalition] = Attacker.allCases.enumerated().flatMap { index, first in
    [Coalition(attackers: [first])]
      + Attacker.allCases.dropFirst(index + 1).map { Coalition(attackers: [first, $0]) }
  }

  var description: String { attackers.map(\.rawValue).joined(separator: " and ") }

  func has(_ attacker: Attacker) -> Bool { attackers.contains(attacker) }

  /// What a holder opens by right; nobody else opens anything.
  var allowed: Set<RecordKind> { has(.holder) ? MatrixTests.editor : [] }
}

/// An office from which somebody was removed just now, and a coalition with everything that it has seen.
struct Raid {
  let coalition: Coalition
  let office: Office
  /// The rows of before the removal, and what devices knew then.
  let past: (rows: InMemoryState, device: Device)
  /// The rows of before the raid, and what devices know.
  let present: (rows: InMemoryState, device: Device)
  /// A session of the founder that stays open.
  let watch: Session
  /// Writes entries that come next in the roster of now.
  private let scribe: Forger
  /// Who of the coalition has keys, each with the newest state that the person could see.
  let forgers: [Forger]
  let rings: [KeyRing]
  /// The custodians' keys that the removed had.
  private let former: HeldRole?

  init(_ coalition: Coalition) throws {
    self.coalition = coalition
    office = try Office()
    let store = office.store
    let before = Device(like: office.device)
    past = (store.rows, before)
    var forgers: [Forger] = []
    for handle in coalition.attackers.compactMap(\.handle) {
      forgers.append(try Forger(try office.unlock(handle, on: Device(like: before)), store))
    }
    rings = forgers.map { KeyRing($0.session) }
    for ring in rings { try ring.harvest(past.rows) }
    former = try forgers.first { $0.session.handle == "gone" }?.held(.custodian)
    watch = try office.unlock("river")
    _ = try watch.removeMember("gone")
    if coalition.has(.steward) {
      // What a steward may do for himself, openly; a right gives no key.
      _ = try office.unlock("stew").grantRole(.custodian, to: "stew", fingerprint: nil)
    }
    for (index, forger) in forgers.enumerated() where forger.session.handle != "gone" {
      forgers[index] = try Forger(try office.unlock(forger.session.handle), store)
    }
    self.forgers = forgers
    present = (store.rows, Device(like: office.device))
    scribe = try Forger(try office.unlock("river"), store)
  }

  /// Who writes: somebody who is a member still, if there is one.
  var writer: Forger? { forgers.first { $0.session.handle != "gone" } ?? forgers.first }

  /// Whether a device that knows the present refuses what is stored.
  var isRefusedByDevice: Bool {
    (try? office.unlock("river", on: Device(like: present.device))) == nil
  }

  /// Whether a session that was open before refuses it, too.
  var isRefused: Bool { isRefusedByDevice && (try? watch.read { _ in }) == nil }

  /// Appends to the present; `true` when the vault was changed and is accepted.
  func isTaken(_ write: (Forger) throws -> Void) -> Bool {
    office.store.rows = present.rows
    let logged = present.rows.chains[.log]?.count
    do { if let writer { try write(writer) } } catch {}
    // Whoever has no current key and no hold of the files cannot even write it.
    guard office.store.rows.chains[.log]?.count != logged else { return false }
    return !isRefusedByDevice
  }

  /// The signatures with which somebody alone can try to make a change, or two together; also in the name
  /// of a custodian who has no part in it.
  func signatures(_ own: HeldRole) throws -> [[(RosterEntry.Signer, Forger.Sign)]] {
    guard let writer else { return [] }
    let current = try #require(watch.state.roster.epochs[.custodian]).number
    let epoch = writer.pretending(.custodian, current, former ?? own)
    var all = [
      forgers.map(\.me) + [epoch, writer.by(own)],
      [(.member(watch.myID), writer.me.1), epoch, writer.by(own)],
    ]
    if let former { all.append(forgers.map(\.me) + [writer.by(former), writer.by(own)]) }
    return all
  }

  /// Whether the roster alone takes a change as its next entry, whatever the log says of it.
  func isTakenByRoster(
    _ change: RosterChange, _ signers: [(RosterEntry.Signer, Forger.Sign)]
  ) throws -> Bool {
    var roster = scribe.session.state.roster
    let entry = try scribe.entry(change, signers)
    return (try? roster.apply(entry)) != nil
  }

  /// What the coalition opens with every key that any copy of the vault gives to any of it.
  func opens(_ rows: InMemoryState) throws -> (kinds: Set<RecordKind>, details: Int) {
    for _ in 0..<2 {
      for ring in rings {
        for copy in [past.rows, present.rows, office.store.rows] { try ring.harvest(copy) }
        for other in rings where other !== ring { ring.join(other) }
      }
    }
    guard let ring = rings.first else { return ([], 0) }
    return (try ring.kinds(rows), ring.details(rows))
  }

  /// The rows of before beside those of now, as a keeper puts them back.
  func putBack() {
    office.store.tamper { state in
      for (id, body) in past.rows.cells where state.cells[id] == nil { state.cells[id] = body }
      for wrap in past.rows.wraps.all where state.wraps[wrap.key] == nil {
        state.wraps.set(wrap.key, wrap.value)
      }
    }
  }
}
