import Foundation
import Sealing

/// The public half of the key with which a vault signs its checkpoints and releases, as outsiders
/// hold it: `evault.invalid/…+…+…`, a verifier key of c2sp.org/signed-note.
public struct VaultKey: Equatable, Sendable {
  let signing: SigningPublicKey

  init(_ signing: SigningPublicKey) { self.signing = signing }

  /// Reads what ``text`` writes; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = StrictBase64.decode(String(parts[2])), bytes.first == 1,
      let signing = SigningPublicKey(bytes.dropFirst())
    else { return nil }
    self.signing = signing
    guard Array(self.text.utf8) == Array(text.utf8) else { return nil }
  }

  /// The vault's name in signatures; says nothing but which key it is.
  var name: String {
    "evault.invalid/"
      + ProofLetters.encode(Digest.of(.releaseOrigin, signing.bytes).bytes.prefix(8))
  }

  /// The first four bytes of SHA-256(name ‖ newline ‖ 1 ‖ public key).
  var id: [UInt8] { verifier.id }

  public var text: String { verifier.text }

  private var verifier: VerifierKey { VerifierKey(name: name, type: 1, signing: signing) }
}

/// A verifier key of c2sp.org/signed-note.
struct VerifierKey {
  let name: String
  /// Of what the key signs.
  let type: UInt8
  let signing: SigningPublicKey

  /// The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key).
  var id: [UInt8] {
    Array(Digest.of(Array(name.utf8) + [0x0A, type] + signing.bytes).bytes.prefix(4))
  }

  var text: String {
    "\(name)+\(Hex.encode(id))+\(StrictBase64.encode([type] + signing.bytes))"
  }
}

/// Base64 of RFC 4648, section 4, of which the same bytes have one spelling only.
enum StrictBase64 {
  static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  static func decode(_ text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else {
      return nil
    }
    return Array(data)
  }
}
