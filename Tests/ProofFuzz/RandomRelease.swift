import Anonymity
import Screen
import Sealing

@testable import EvidenceVault

/// A release of an invented text: what a vault would make, without the vault.
struct RandomRelease {
  private(set) var text: ReleaseText
  let tree: CommitmentTree

  private static let words = [
    "gate", "closed", "at", "nine.", "저는", "공장에서", "일했습니다.", "Ворота", "закрыли", "門口",
    "我們等到天亮。", "<b>", "&amp;", "\"quoted\"", "back\\slash", "e\u{301}", "#1.", "-", "🌙", "「は」",
    "\u{1F468}\u{200D}\u{1F469}",
  ]
  private static let spaces = [
    " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\u{3000}", "\u{A0}", " \t", "\u{2028}", "",
  ]
  private static let labels = ["witness A", "탈북민 A씨", "свидетель Б", "[name withheld]", "A <x>"]

  init(_ random: inout Seeded) throws {
    var body: [UInt8] = []
    var sentences: [[Piece]] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      var pieces: [Piece] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let start = body.count
        let raw = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          Self.words.randomElement(using: &random)! + Self.spaces.randomElement(using: &random)!
        }.joined()
        body += Array(raw.utf8)
        let range = start..<body.count
        if random.chance(30) {
          let label = random.chance(5) ? " " : Self.labels.randomElement(using: &random)!
          pieces.append(Piece(text: label, range: range, kind: .name))
        } else {
          pieces.append(Piece(text: raw, range: range, isFitted: random.chance(5)))
        }
      }
      sentences.append(pieces)
    }
    let chosen = sentences.indices.filter { _ in random.chance(60) }
    let code = Code.random(.excerpt)
    let plain = ReleaseText(
      code: code, audience: "desk", policy: try BuiltIn.policy("public"), language: "en",
      title: random.chance(50) ? [Piece(text: "The <gate>", range: 0..<10)] : [],
      sentences: sentences.shown(chosen, of: body))
    let earlier = (0..<Int.random(in: 0...9, using: &random)).map { _ in Digest.of(Random.bytes(8))
    }
    tree = try CommitmentTree(HexBytes(Random.bytes(32)), roots: earlier)
    text = try Proving(
      text: plain, proofText: ProofText(sentences, showing: Set(chosen), of: body),
      seed: Random.bytes(32), excerpt: code, tree: tree
    ).release(0).0
  }
}
