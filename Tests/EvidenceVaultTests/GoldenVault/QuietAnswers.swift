import SQLiteStore
import Sealing
import Storage

@testable import EvidenceVault

/// A member whose Argon2id has been run for the golden vault's header.
final class GoldenUnlocking: Sendable {
  let handle: String
  private let passphrase: Passphrase
  private let keys: PassphraseKeys
  private let header: [[UInt8]?]

  init(_ member: GoldenCase.Member, _ store: any VaultStore) throws {
    handle = member.handle
    passphrase = try phrase(member.passphrase)
    header = try store.read(Self.derivation)
    keys = try store.read { try Header($0) }.keys(passphrase, handle: handle)
  }

  /// What Argon2id depends on.
  private static func derivation(_ reading: any StoreReading) throws -> [[UInt8]?] {
    try ["vault", "kdf", "salt"].map { try reading.header($0) }
  }

  /// As `Vault.unlock`; Argon2id runs again only when the header asks for other keys.
  func unlock(_ store: any VaultStore, pins: any PinStore) throws -> Session {
    guard try store.read(Self.derivation) == header else {
      return try Vault.unlock(store, handle: handle, passphrase: passphrase, pins: pins)
    }
    _ = try store.read { try Header($0) }
    return try vaultErrors {
      guard let id = RowID(keys.rowID), let row = try store.read({ try $0.cell(id) }),
        let me = try? keys.open(row)
      else { throw VaultError.notUnlocked }
      let session = try Opening(store: store, pins: pins, clock: Session.systemClock).run(me)
      try session.reopenClosedEpochs()
      return session
    }
  }
}

/// What a member's keys open in a vault, without leaving a trace in its log: a hash for each thing.
struct QuietAnswers: Equatable {
  private(set) var hashes: [String: Digest] = [:]

  init(of member: GoldenUnlocking, in store: any VaultStore, pins: any PinStore) throws {
    let session = try member.unlock(store, pins: pins)
    // Once for all: on a new device each member has just verified from the genesis to open.
    if session.roles.contains(.auditor) {
      hashes["log"] = Digest.of(Array(try session.verifyLogFromGenesis().head.utf8))
    }
    hashes["card"] = Digest.of(Array(try session.cardFingerprint().utf8))
    hashes["members"] = Digest.of(Array("\(try session.members())".utf8))
    hashes["roles"] = Digest.of(Array("\(try session.roleList())".utf8))
    try vaultErrors { try openAll(session) }
  }

  private mutating func openAll(_ session: Session) throws {
    var found: [String: [UInt8]] = [:]
    try session.read { reader in
      for kind in RecordKind.allCases {
        guard let role = kind.role, session.state.roster.holds(session.myID, role) else { continue }
        let held = try session.holding(role, session.state, reader.store)
        for (key, leaf) in try reader.map.leaves(prefix: reader.lookup.prefix(of: kind)) {
          let id = key.id
          guard let row = try reader.store.listings([id])[0],
            Digest.of(row) == leaf.listing
          else { throw VaultError.integrity(.record) }
          let context = RecordContext(
            vault: session.state.roster.vault, record: id.bytes, version: leaf.version)
          found["\(kind)", default: []] +=
            try reader.body(key, leaf, kind, held, session.me)
            + (try reader.recordKey(id, kind, held, session.me).openListing(row, context))
        }
      }
      guard session.state.roster.holds(session.myID, .auditor) else { return }
      let held = try session.holding(.auditor, session.state, reader.store)
      for row in try reader.store.details(from: 0, limit: Int(session.state.logCount)) {
        found["details", default: []] +=
          try Codec.encode(try DetailSeal.open(row, held, session.me))
      }
    }
    for (what, bytes) in found { hashes[what] = Digest.of(bytes) }
  }
}
