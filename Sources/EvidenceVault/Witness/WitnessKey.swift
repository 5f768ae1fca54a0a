import Sealing

/// The public half of a witness's key, as a verifier key of c2sp.org/signed-note of type 4
/// (c2sp.org/tlog-cosignature, Ed25519).
public struct WitnessKey: Equatable, Sendable {
  public let name: String
  let signing: SigningPublicKey

  /// The most bytes of a name.
  private static let limit = 100
  private static let type: UInt8 = 4

  /// - Returns: `nil` for a name that is empty, longer than 100 bytes, or not of visible ASCII without +.
  init?(name: String, _ signing: SigningPublicKey) {
    guard (1...Self.limit).contains(name.utf8.count),
      name.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x2B })
    else { return nil }
    self.name = name
    self.signing = signing
  }

  /// Reads what ``text`` writes; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = StrictBase64.decode(String(parts[2])),
      bytes.first == Self.type, let signing = SigningPublicKey(bytes.dropFirst())
    else { return nil }
    self.init(name: String(parts[0]), signing)
    guard Array(self.text.utf8) == Array(text.utf8) else { return nil }
  }

  /// The first four bytes of SHA-256(name ‖ newline ‖ 4 ‖ public key).
  var id: [UInt8] { verifier.id }

  public var text: String { verifier.text }

  private var verifier: VerifierKey { VerifierKey(name: name, type: Self.type, signing: signing) }
}
