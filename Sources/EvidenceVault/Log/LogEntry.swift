import Sealing

/// One signed entry of the custody log.
///
/// signed = 1 ‖ number (8) ‖ previous entry's hash (32) ‖ root of the map after the act (32) ‖ act
/// (2) ‖ member id (16) ‖ time (8, seconds since 1970) ‖ hash of the detail row's body (32, zero for
/// none) ‖ count of changes (4) ‖ count × (key (18) ‖ leaf hash before (32) ‖ leaf hash after (32)).
/// entry = signed ‖ signature (64). A leaf hash of zeros is "no leaf".
struct LogEntry: Sendable {
  struct Change: Equatable, Sendable {
    let key: MapKey
    let before: Digest
    let after: Digest
  }

  static let fixedSize = 135
  static let changeSize = 82

  let number: UInt64
  let previous: Digest
  let root: Digest
  let act: Act
  let member: MemberID
  let time: UInt64
  let detail: Digest
  let changes: [Change]
  /// As stored, signature included.
  let bytes: [UInt8]

  var hash: Digest { Digest.of(.logEntry, bytes) }

  /// Writes and signs a new entry.
  init(
    number: UInt64, previous: Digest, root: Digest, act: Act, member: MemberID, time: UInt64,
    detail: Digest, changes: [Change], vault: VaultID, by key: borrowing SigningKey
  ) {
    var signed: [UInt8] = [1]
    signed += number.bigEndianBytes + previous.bytes + root.bytes
    signed += [UInt8(act.rawValue >> 8), UInt8(truncatingIfNeeded: act.rawValue)]
    signed += member.bytes + time.bigEndianBytes + detail.bytes
    signed += UInt32(changes.count).bigEndianBytes
    for change in changes {
      signed += change.key.bytes + change.before.bytes + change.after.bytes
    }
    self.number = number
    self.previous = previous
    self.root = root
    self.act = act
    self.member = member
    self.time = time
    self.detail = detail
    self.changes = changes
    bytes = signed + key.sign(.log, vault.bytes, signed)
  }

  /// Reads a stored entry; its signature is checked apart.
  init(_ bytes: [UInt8], number expected: UInt64) throws {
    let fault = VaultError.integrity(.log(expected))
    guard bytes.count >= Self.fixedSize + 64, bytes[0] == 1 else { throw fault }
    func integer(_ range: Range<Int>) -> UInt64 {
      bytes[range].reduce(0) { $0 << 8 | UInt64($1) }
    }
    number = integer(1..<9)
    let count = Int(integer(131..<135))
    guard number == expected, bytes.count == Self.fixedSize + count * Self.changeSize + 64,
      let previous = Digest(bytes[9..<41]), let root = Digest(bytes[41..<73]),
      let act = Act(rawValue: UInt16(integer(73..<75))), let detail = Digest(bytes[99..<131])
    else { throw fault }
    self.previous = previous
    self.root = root
    self.act = act
    self.detail = detail
    member = MemberID(Array(bytes[75..<91]))
    time = integer(91..<99)
    changes = try (0..<count).map { index in
      let at = Self.fixedSize + index * Self.changeSize
      guard let key = MapKey(bytes[at..<(at + 18)]),
        let before = Digest(bytes[(at + 18)..<(at + 50)]),
        let after = Digest(bytes[(at + 50)..<(at + 82)])
      else { throw fault }
      return Change(key: key, before: before, after: after)
    }
    self.bytes = bytes
  }

  func isSigned(by key: SigningPublicKey, vault: VaultID) -> Bool {
    key.verifies(Array(bytes.suffix(64)), .log, vault.bytes, Array(bytes.dropLast(64)))
  }
}
