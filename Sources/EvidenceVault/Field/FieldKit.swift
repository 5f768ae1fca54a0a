import Sealing

/// What somebody away from the vault needs to seal a testimony to its custodians. Nothing in it is
/// secret.
///
/// kit = 1 ‖ vault (16) ‖ genesis (32) ‖ roster count (8) ‖ roster head (32) ‖ epoch (4) ‖ signing
/// key (32) ‖ X25519 key (32) ‖ issued (4) ‖ last day (4) ‖ serial (8) ‖ signature (64): 237 bytes;
/// Docs/Specs/field-kit.md. The signature is by the key that the kit names, so it proves nothing to
/// somebody who has the kit alone: ``fingerprint`` is compared aloud.
public struct FieldKit: Hashable, Sendable {
  /// The most bytes of a file that is read as a kit.
  public static let fileLimit = 16 << 10
  /// For how many days after the day of issue a kit is good.
  public static let days: UInt32 = 180
  static let size = 237
  private static let signatureSize = 64

  let bytes: [UInt8]
  let vault: VaultID
  /// The `custodian` epoch to whose key drops are sealed.
  let epoch: UInt32
  let box: BoxPublicKey
  /// Days since 1970-01-01.
  let issued: UInt32
  let last: UInt32

  /// Makes the kit of an open `custodian` epoch.
  init(_ roster: RosterState, _ held: HeldRole, now: UInt64) throws(FieldFault) {
    let day = UInt32(truncatingIfNeeded: now / Self.secondsOfDay)
    var bytes: [UInt8] = [1]
    bytes += roster.vault.bytes + roster.genesis.bytes
    bytes += roster.count.bigEndianBytes + roster.head.bytes
    bytes += held.epoch.bigEndianBytes
    bytes += held.keys.signing.publicKey.bytes + held.keys.box.publicKey.bytes
    bytes += day.bigEndianBytes + (day + Self.days).bigEndianBytes
    bytes += Random.bytes(8)
    bytes += held.keys.signing.sign(.kit, bytes)
    try self.init(bytes: bytes)
  }

  /// Reads the 237 bytes.
  ///
  /// - Throws: ``FieldFault/notAKit`` for another length or version, another distance between the two
  ///   days, and a signature that the kit's own key did not make.
  init(bytes: [UInt8]) throws(FieldFault) {
    guard bytes.count == Self.size, bytes[0] == 1, let vault = VaultID(bytes[1..<17]),
      let signing = SigningPublicKey(bytes[93..<125]), let box = BoxPublicKey(bytes[125..<157])
    else { throw .notAKit }
    func number(_ range: Range<Int>) -> UInt32 {
      bytes[range].reduce(0) { $0 << 8 | UInt32($1) }
    }
    epoch = number(89..<93)
    issued = number(157..<161)
    last = number(161..<165)
    let signed = Self.size - Self.signatureSize
    guard epoch > 0, last >= issued, last - issued == Self.days,
      signing.verifies(Array(bytes[signed...]), .kit, Array(bytes[..<signed]))
    else { throw .notAKit }
    self.vault = vault
    self.box = box
    self.bytes = bytes
  }

  private static let secondsOfDay: UInt64 = 86_400

  var hash: Digest { Digest.of(.kit, bytes) }

  /// The 16 bytes by which a drop names its kit.
  var id: [UInt8] { hash.short }

  /// What people call the kit: drawn from its hash.
  public var code: Code { Self.code(id: id) }

  /// The code of the kit that a drop names.
  static func code(id: [UInt8]) -> Code { .drawn(from: id, .kit) }

  /// What a custodian reads aloud to whoever gets the kit: 120 bits over all of it.
  public var fingerprint: String { Fingerprint.text(Digest.of(.kitFingerprint, bytes)) }

  /// The day of issue: ISO date, UTC.
  public var issuedDay: String { Self.day(issued) }

  /// The last day of use: ISO date, UTC.
  public var lastDay: String { Self.day(last) }

  private static func day(_ number: UInt32) -> String {
    CalendarDate.text(UInt64(number) * secondsOfDay)
  }

  /// Whether the last day is over at a time in seconds since 1970.
  public func isExpired(at time: UInt64) -> Bool { time / Self.secondsOfDay > UInt64(last) }
}

extension Code {
  /// A code from the first 30 bits of a hash.
  static func drawn(from hash: [UInt8], _ letter: Letter) -> Code {
    Code(hashed: String(Crockford.encode(hash.prefix(4)).prefix(6)), letter)
  }
}
