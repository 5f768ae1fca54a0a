import Foundation
import Sealing

@testable import EvidenceVault

/// What is done to a release.
enum Change {
  /// Bytes flipped, put in, taken out, doubled, swapped or cut off; never none.
  static func bytes(_ before: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = before
    while bytes == before {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[at] = UInt8.random(in: 0x20..<0x7F, using: &random)
      case 2: bytes.insert(UInt8.random(in: 0x20..<0x7F, using: &random), at: at)
      case 3: bytes.removeSubrange(at..<end)
      case 4: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 5:
        let other = Int.random(in: 0..<bytes.count, using: &random)
        bytes.swapAt(at, other)
      default: bytes.removeSubrange(max(1, at)...)
      }
      if bytes.isEmpty { bytes = before }
    }
    return bytes
  }

  /// The proof changed so that it says something else than it did. Which label stands in which hidden
  /// place nobody proves, so labels alone are left as they are.
  static func parts(_ text: ReleaseText, _ random: inout Seeded) -> ReleaseText {
    var text = text
    guard var proof = text.proof else { return text }
    let before = proof.json.bytes
    while proof.json.bytes == before {
      let at = Int.random(in: 0..<proof.parts.count, using: &random)
      let isLabel = proof.parts[at].label != nil
      switch Int.random(in: 0..<14, using: &random) {
      case 0 where !isLabel: proof.parts.remove(at: at)
      case 1: proof.parts.swapAt(at, Int.random(in: 0..<proof.parts.count, using: &random))
      case 2:
        // In another order, but numbered as if it were the right one.
        let other = Int.random(in: 0..<proof.parts.count, using: &random)
        guard !isLabel || proof.parts[other].label == nil else { continue }
        proof.parts.swapAt(at, other)
        (proof.parts[at].at, proof.parts[other].at) = (proof.parts[other].at, proof.parts[at].at)
      case 3: proof.parts[at].words = proof.parts[at].words.map { $0 + "not " }
      case 4: proof.parts[at].words = proof.parts[at].words.map { String($0.dropFirst()) }
      case 5 where !isLabel: proof.parts[at].at += [1, -1, 256].randomElement(using: &random)!
      case 6:
        // A gap closed: all that follows is numbered as if nothing stood there.
        guard proof.parts[at...].contains(where: { $0.words != nil }) else { continue }
        for later in at..<proof.parts.count { proof.parts[later].at -= 1 }
      case 7:
        let words = proof.parts[at].words ?? proof.parts[at].label
        proof.parts[at].words = isLabel ? words : nil
        proof.parts[at].label = isLabel ? nil : words
      case 8: proof.hidden = letters(proof.hidden, &random)
      case 9: proof.salts = letters(proof.salts, &random)
      case 10: proof.inclusion = letters(proof.inclusion, &random)
      case 11: proof.index += [1, -1, 256, 1 << 40].randomElement(using: &random)!
      case 12:
        proof.leaves =
          [proof.leaves * 2, proof.leaves / 2, 0, 300].randomElement(using: &random)!
      case 13:
        proof.parts.insert(
          ReleaseProof.Part(at: proof.parts[at].at, label: "somebody else"), at: at)
      default: continue
      }
      if proof.parts.isEmpty { proof.parts = text.proof?.parts ?? [] }
    }
    text.proof = proof
    return text
  }

  private static func letters(_ text: String, _ random: inout Seeded) -> String {
    guard var bytes = ProofLetters.decode(text), !bytes.isEmpty else { return text + "bb" }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1
    case 1: bytes.removeLast(min(bytes.count, 32))
    case 2: bytes += Random.bytes(32)
    default: bytes = Array(bytes.dropFirst(16)) + bytes.prefix(16)
    }
    return ProofLetters.encode(bytes)
  }

  /// What the vault may say as it likes.
  static func asserted(_ text: ReleaseText, _ random: inout Seeded) -> ReleaseText {
    var text = text
    text.title = "Another title"
    text.audience = "public"
    guard var proof = text.proof else { return text }
    for at in proof.parts.indices where proof.parts[at].label != nil {
      proof.parts[at].label = ["witness Q", "탈북민 B씨"].randomElement(using: &random)!
    }
    text.proof = proof
    return text
  }
}
