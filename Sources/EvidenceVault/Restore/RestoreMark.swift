import Sealing
import Storage

/// A log entry that declares a restore: what was there before it is all that is left of the vault.
struct RestoreMark: Sendable {
  let number: UInt64
  let hash: Digest
  let member: MemberID
  let time: UInt64

  init(_ entry: LogEntry, _ hash: Digest) {
    number = entry.number
    self.hash = hash
    member = entry.member
    time = entry.time
  }
}

/// What a restore leaves behind, as the leaf of its entry says: the count of log entries and the hash
/// of the newest, of the history that goes on no more.
struct LostHistory: Equatable, Sendable {
  let logCount: UInt64
  let logHead: Digest

  /// version = count, body = head, listing = zeros.
  var leaf: MapLeaf { MapLeaf(version: logCount, body: logHead, listing: .zero) }

  init(logCount: UInt64, logHead: Digest) {
    self.logCount = logCount
    self.logHead = logHead
  }

  /// `nil` for a leaf that says something else.
  init?(_ leaf: MapLeaf) {
    guard leaf.listing == .zero else { return nil }
    self.init(logCount: leaf.version, logHead: leaf.body)
  }

  /// Whether what a device has seen is, or can be, of this history: the same head, or a shorter one,
  /// whose entries nobody has any more to compare.
  func covers(_ pin: Pin) -> Bool {
    logCount > pin.logCount || (logCount == pin.logCount && logHead.bytes == pin.logHead.bytes)
  }
}

extension HexBytes {
  /// The bytes as a hash.
  var digest: Digest {
    get throws {
      guard let digest = Digest(bytes) else { throw VaultError.integrity(.content) }
      return digest
    }
  }
}

extension Pin {
  /// Whether the history of this pin has gone through these restores.
  func isAfter(_ restores: [HexBytes]?) -> Bool {
    Set(self.restores ?? []).isSuperset(of: restores ?? [])
  }
}
