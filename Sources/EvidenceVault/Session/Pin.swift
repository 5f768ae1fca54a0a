import Sealing

/// What a member has verified: the heads of both chains and the root of the map.
///
/// The next opening verifies only what came after; an older or another history is refused.
struct Pin: Codable, Equatable, Sendable {
  let version: Version1
  let rosterCount: UInt64
  let rosterHead: HexBytes
  let logCount: UInt64
  let logHead: HexBytes
  let root: HexBytes
  /// The entries before ``logCount`` that declared a restore; `nil` for none. One of these cannot
  /// declare what came after it lost.
  let restores: [HexBytes]?
  /// Who was steward: only one of these can declare lost what this device has seen. `nil` in what an
  /// older program wrote, and in grants.
  let stewards: [MemberID]?

  init(
    rosterCount: UInt64, rosterHead: Digest, logCount: UInt64, logHead: Digest, root: Digest,
    restores: [Digest] = [], stewards: [MemberID]? = nil
  ) {
    version = Version1()
    self.rosterCount = rosterCount
    self.rosterHead = HexBytes(rosterHead.bytes)
    self.logCount = logCount
    self.logHead = HexBytes(logHead.bytes)
    self.root = HexBytes(root.bytes)
    self.restores = restores.isEmpty ? nil : restores.map { HexBytes($0.bytes) }
    self.stewards = stewards
  }

  /// What goes along with a newcomer's `member` grant: 112 bytes.
  var bytes: [UInt8] {
    rosterCount.bigEndianBytes + rosterHead.bytes + logCount.bigEndianBytes + logHead.bytes
      + root.bytes
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.count == 112 else { return nil }
    func integer(_ range: Range<Int>) -> UInt64 {
      bytes[range].reduce(0) { $0 << 8 | UInt64($1) }
    }
    version = Version1()
    rosterCount = integer(0..<8)
    rosterHead = HexBytes(Array(bytes[8..<40]))
    logCount = integer(40..<48)
    logHead = HexBytes(Array(bytes[48..<80]))
    root = HexBytes(Array(bytes[80..<112]))
    restores = nil
    stewards = nil
  }
}
