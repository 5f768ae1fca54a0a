import Anonymity
import Screen

@testable import EvidenceVault

/// The invented sources, and what redacts and screens with them under the policy `public`.
struct FuzzOffice: Sendable {
  let identities: Identities
  let matcher: Matcher
  let screen: Screen
  private let policy: Policy

  init() throws {
    let records = try Plant.sources.map {
      SourceRecord(
        code: Code.random(.source), document: try SourceDocument(yaml: Array($0.utf8)))
    }
    identities = People(records).identities
    matcher = Matcher(identities.identifiers)
    policy = try BuiltIn.policy("public")
    screen = Screen(needles: identities.needles(policy, audience: "public"))
  }

  /// The pieces that leave; `matcher` may be another than the office's own.
  func redacted(_ text: String, _ language: String, by matcher: Matcher? = nil) -> [Piece] {
    var register = LabelRegister(audience: "public")
    let desk = RedactionDesk(identities: identities, matcher: matcher ?? self.matcher)
    return desk.redactor(policy, audience: "public", language: language)
      .pieces(of: Array(text.utf8), register: &register)
  }

  /// The words that leave.
  func text(_ text: String, _ language: String) -> String {
    redacted(text, language).map(\.text).joined()
  }

  /// A release of these pieces, as it would be exported.
  func release(_ pieces: [Piece], _ language: String) -> ReleaseText {
    ReleaseText(
      code: Code.random(.excerpt), audience: "public", policy: policy, language: language,
      title: [], sentences: [pieces])
  }

  /// Whether the second pass lets the text out.
  func isClean(_ bytes: [UInt8], _ format: OutputFormat = .txt) -> Bool {
    let outgoing = Outgoing(bytes: bytes, format: format, fileName: nil, metadata: [])
    if case .clean = screen.verdict(on: outgoing) { return true }
    return false
  }
}

/// A seeded generator (SplitMix64), so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
