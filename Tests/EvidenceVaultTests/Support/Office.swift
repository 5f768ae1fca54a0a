import Foundation
import Screen
import Sealing
import Synchronization
import Testing

@testable import EvidenceVault
@testable import Storage

/// What a passphrase opens, made once: Argon2id is the dear part.
final class Badge: Sendable {
  let handle: String
  let keys: PassphraseKeys

  init(_ handle: String, _ keys: consuming PassphraseKeys) {
    self.handle = handle
    self.keys = keys
  }
}

extension Device {
  convenience init(like other: Device) {
    self.init()
    for (name, pin) in other.all { try? save(name, pin) }
  }
}

/// An invented newsroom: somebody for each role, one record or more of each kind.
struct Office {
  static let cast: [(handle: String, roles: [Role])] = [
    ("edda", [.editor]), ("reza", [.researcher]), ("inka", [.intake]), ("audra", [.auditor]),
    ("stew", [.steward]), ("cora", [.custodian]),
    ("gone", [.custodian, .auditor, .intake, .steward]),
  ]

  let store: HostileStore
  let device: Device
  let codes: Codes

  struct Codes: Sendable {
    var source: Code
    var testimony: Code
    var drop: Code
    var draft: Code
    var release: Code
    var attachment: Code
  }

  static let phrase = "bodak-linem-sutor-halig"
  static let sourceFile = Array(
    """
    names: ["Orla Testrand"]
    phones: ["+7 914 555-77-23"]
    describe_as: {en: witness}
    consent: {audiences: [desk, public]}
    """.utf8)
  /// What the sealed file of the office's attachment holds.
  static let recording = Array("RIFF....WAVE".utf8) + (0..<3_000).map { UInt8($0 % 251) }
  /// Somebody whom the office does not know yet.
  static let strangerFile = Array(
    """
    names: ["Mira Probewald"]
    describe_as: {en: witness}
    consent: {audiences: [desk, public]}
    """.utf8)
  static func testimonyFile(_ number: Int = 0) -> [UInt8] {
    Array(
      """
      ---
      title: Night shift \(number)
      language: en
      ---
      I am Orla Testrand. The gate closed at nine. Nobody said why. We waited until morning.
      """.utf8)
  }

  /// The rows, the founder's pins and every badge, made once for all tests.
  private struct Kept: Sendable {
    let rows: InMemoryState
    let objects: [String: [UInt8]]
    let pins: [String: [UInt8]]
    let badges: [String: Badge]
    let codes: Codes
  }
  private static let kept = Result { try make() }
  private static let foreign = Result { try make() }

  /// The rows of another vault in which the same people did the same.
  static func another() throws -> InMemoryState { try foreign.get().rows }

  /// A fresh copy of the office.
  init() throws {
    let kept = try Self.kept.get()
    store = HostileStore(kept.rows, objects: kept.objects)
    device = Device()
    for (name, pin) in kept.pins { try device.save(name, pin) }
    codes = kept.codes
  }

  static func badge(_ handle: String) throws -> Badge {
    try #require(try kept.get().badges[handle])
  }

  /// Unlocks as ``Vault/unlock(_:handle:passphrase:pins:clock:)`` does, without Argon2id.
  func unlock(
    _ handle: String, on device: Device? = nil, in store: (any VaultStore)? = nil,
    clock: @escaping @Sendable () -> UInt64 = Session.systemClock
  ) throws -> Session {
    try unlock(try Self.badge(handle), on: device, in: store, clock: clock)
  }

  func unlock(
    _ badge: Badge, on device: Device? = nil, in other: (any VaultStore)? = nil,
    clock: @escaping @Sendable () -> UInt64 = Session.systemClock
  ) throws -> Session {
    let store = other ?? self.store
    let id = try #require(RowID(badge.keys.rowID))
    return try vaultErrors {
      guard let row = try store.read({ try $0.cell(id) }), let me = try? badge.keys.open(row)
      else { throw VaultError.notUnlocked }
      let session = try Opening(store: store, pins: device ?? self.device, clock: clock).run(me)
      try session.reopenClosedEpochs()
      return session
    }
  }

  /// A newcomer's request, without the terminal.
  static func request(_ handle: String, in store: any VaultStore) throws -> (Badge, String) {
    let header = try store.read { try Header($0) }
    let keys = try header.keys(try EvidenceVaultTests.phrase(phrase), handle: handle)
    let badge = Badge(handle, keys)
    return (badge, try MemberRequest.leave(store, handle, badge.keys, header).fingerprint)
  }

  private static func make() throws -> Kept {
    let store = HostileStore()
    let device = Device()
    let header = Header(vault: .random(), parameters: .interactive, salt: Random.bytes(32))
    let founderBadge = Badge(
      "river", try header.keys(try EvidenceVaultTests.phrase(phrase), handle: "river"))
    let founder = try Founding(
      header: header, handle: "river", pins: device, clock: Session.systemClock
    ).run(in: store, founderBadge.keys)
    var badges = ["river": founderBadge]
    for member in cast {
      let (badge, fingerprint) = try request(member.handle, in: store)
      badges[member.handle] = badge
      _ = try founder.admit(member.handle, fingerprint: fingerprint, roles: member.roles)
    }
    badges["waiting"] = try request("waiting", in: store).0
    let custodian = try founder.permit(CustodianRole.self)
    let researcher = try founder.permit(ResearcherRole.self)
    let source = try founder.addSource(sourceFile, by: custodian)
    let testimony = try founder.addTestimony(
      testimonyFile(), source: .code(source), by: custodian
    ).testimony
    try founder.addNote("ask again about the gate", to: testimony, by: researcher)
    let drop = try founder.handIn(testimonyFile(1), source: sourceFile)
    func draft() throws -> Code {
      try founder.draftExcerpt(
        of: testimony, audience: "desk", policy: "public", selection: nil, by: researcher)
    }
    let release = try draft()
    try founder.approve(release, conditionsMet: true, reason: "", by: custodian)
    // An own policy of two approvers, and the first approval under it.
    let policy = try founder.addPolicy(
      try OwnPolicyTests.policy("two", more: "approvers: {count: 2}\n"), by: custodian)
    let waiting = try founder.draftExcerpt(
      of: testimony, audience: "desk", policy: policy.name, selection: nil, by: researcher)
    try founder.approve(waiting, conditionsMet: true, reason: "", by: custodian)
    _ = try founder.ask(
      "witness A", in: release, reason: "the desk calls back",
      by: try founder.permit(EditorRole.self))
    _ = try founder.export(
      release, format: .txt, fileName: nil, by: try founder.permit(EditorRole.self))
    try founder.setGroups(
      try GroupsFile(yaml: Array("groups: [{name: all, place: Shanghai, size: 9}]".utf8)),
      by: custodian)
    let attachment = try founder.attach(recording, named: "night.wav", to: testimony)
    let codes = Codes(
      source: source, testimony: testimony, drop: drop, draft: try draft(), release: release,
      attachment: attachment.code)
    let name = try founder.objectName(of: attachment.code, by: custodian)
    let objects = [name: try store.object(name)]
    return Kept(
      rows: store.rows, objects: objects, pins: device.all, badges: badges, codes: codes)
  }
}

extension Session {
  /// Entries in the log, as stored.
  var entries: Int { Int((try? store.read { try $0.last(.log)?.number }) ?? 0) + 1 }
}
