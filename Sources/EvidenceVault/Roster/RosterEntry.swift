import Sealing

/// One signed entry of the roster, as it is stored.
///
/// entry = length of payload (4) ‖ payload (JSON) ‖ count of signatures (1) ‖ count × (16 bytes of
/// who ‖ signature (64)). Who is a member's id, or 11 zero bytes ‖ role (1) ‖ epoch (4).
struct RosterEntry: Sendable {
  enum Signer: Hashable, Sendable {
    case member(MemberID)
    case epoch(Role, UInt32)

    var bytes: [UInt8] {
      switch self {
      case .member(let id): id.bytes
      case .epoch(let role, let number):
        [UInt8](repeating: 0, count: 11) + [role.rawValue] + number.bigEndianBytes
      }
    }

    init?(_ bytes: [UInt8]) {
      guard bytes.count == 16 else { return nil }
      if bytes[0..<11].allSatisfy({ $0 == 0 }), let role = Role(rawValue: bytes[11]) {
        self = .epoch(role, bytes[12..<16].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
      } else {
        self = .member(MemberID(bytes))
      }
    }
  }

  struct Signature: Sendable {
    let signer: Signer
    let bytes: [UInt8]
  }

  let payload: RosterPayload
  let payloadBytes: [UInt8]
  let signatures: [Signature]
  /// The bytes as stored; never made again from what was parsed.
  let bytes: [UInt8]

  var hash: Digest { Digest.of(.rosterEntry, bytes) }

  /// Writes and signs a new entry.
  ///
  /// - Parameter sign: signs the payload for each signer, in the order given.
  init(
    _ payload: RosterPayload, signers: [Signer], sign: (Signer, [UInt8]) throws -> [UInt8]
  ) throws {
    let payloadBytes = try Codec.encode(payload)
    let signatures = try signers.map {
      Signature(signer: $0, bytes: try sign($0, payloadBytes))
    }
    var bytes = UInt32(payloadBytes.count).bigEndianBytes + payloadBytes
    bytes.append(UInt8(signatures.count))
    for signature in signatures { bytes += signature.signer.bytes + signature.bytes }
    self.payload = payload
    self.payloadBytes = payloadBytes
    self.signatures = signatures
    self.bytes = bytes
  }

  /// Reads a stored entry.
  init(_ bytes: [UInt8], number: UInt64) throws {
    let fault = VaultError.integrity(.roster(number))
    guard bytes.count > 5 else { throw fault }
    let length = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - 5 else { throw fault }
    let count = Int(bytes[4 + length])
    guard bytes.count == 5 + length + count * 80 else { throw fault }
    payloadBytes = Array(bytes[4..<(4 + length)])
    payload = try Codec.decode(RosterPayload.self, payloadBytes)
    guard payload.number == number else { throw fault }
    signatures = try (0..<count).map { index in
      let at = 5 + length + index * 80
      guard let signer = Signer(Array(bytes[at..<(at + 16)])) else { throw fault }
      return Signature(signer: signer, bytes: Array(bytes[(at + 16)..<(at + 80)]))
    }
    self.bytes = bytes
  }

  func isSigned(by signer: Signer, _ key: SigningPublicKey) -> Bool {
    signatures.contains {
      $0.signer == signer && key.verifies($0.bytes, .roster, payloadBytes)
    }
  }
}
