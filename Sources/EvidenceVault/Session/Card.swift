import Sealing
import Storage

/// The public card: what a newcomer seals a request to, and an interviewer a drop.
///
/// card = length of payload (4) ‖ payload (JSON) ‖ signature (64) by the `member` epoch that it
/// names. It authenticates nothing by itself: a newcomer compares its fingerprint aloud, a member
/// checks it against the roster at every opening.
struct Card: Codable, Sendable, Equatable {
  let version: Version1
  let vault: HexBytes
  let genesis: HexBytes
  /// The current `member` epoch, to which a request is sealed.
  let member: RosterEpoch
  /// Four bytes that tell which epoch this is.
  let memberKeyID: HexBytes
  /// To whom a drop is sealed.
  let custodians: [HexBytes]

  /// The card that a roster implies.
  init(_ roster: RosterState, member: HeldRole) {
    version = Version1()
    vault = HexBytes(roster.vault.bytes)
    genesis = HexBytes(roster.genesis.bytes)
    self.member = RosterEpoch(member.keys.context, role: .member, keys: member.keys.publicKeys)
    memberKeyID = HexBytes(member.keys.keyID)
    custodians = roster.recipients(of: .custodian).map { HexBytes($0.bytes) }
  }

  /// Reads a stored card and checks the signature of the key that it names.
  init(_ bytes: [UInt8]) throws {
    let fault = VaultError.integrity(.header)
    guard bytes.count > 68 else { throw fault }
    let length = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count == 4 + length + 64 else { throw fault }
    let payload = Array(bytes[4..<(4 + length)])
    self = try Codec.decode(Card.self, payload)
    guard let keys = member.keys, member.role == .member,
      keys.signing.verifies(Array(bytes.suffix(64)), .card, payload)
    else { throw fault }
  }

  /// Signed, as it is stored.
  func signed(by member: HeldRole) throws -> [UInt8] {
    let payload = try Codec.encode(self)
    return UInt32(payload.count).bigEndianBytes + payload
      + member.keys.signing.sign(.card, payload)
  }

  /// What two people compare aloud before a newcomer trusts the card.
  func fingerprint() throws -> String {
    Fingerprint.text(Digest.of(.cardFingerprint, try Codec.encode(self)))
  }
}
