import Foundation
import Screen
import Sealing

@testable import EvidenceVault

/// A release as it left, or changed by somebody.
struct Forgery {
  let kind: String
  /// Whether the verifier has to accept it.
  private(set) var isGenuine: Bool
  private var file: [UInt8]
  private var beside: [UInt8]?

  init(_ random: inout Seeded) throws {
    var made = try RandomRelease(&random)
    // A release of no sentence proves nothing.
    while made.text.proof?.parts.isEmpty == true { made = try RandomRelease(&random) }
    let format = OutputFormat.allCases.randomElement(using: &random)!
    let isApart = format == .txt || format == .md
    var text = made.text
    let genuine = text.bytes(format)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: (kind, isGenuine) = ("untouched", true)
    case 1, 2:
      text = Change.parts(text, &random)
      (kind, isGenuine) = ("changed by a stranger", false)
    case 3, 4, 5:
      text = Change.parts(text, &random)
      text.paragraphs = text.proof.map { ReleaseLayout.paragraphs($0.shownText) } ?? []
      text.sign(by: made.tree.key)
      (kind, isGenuine) = ("changed and signed by the vault", false)
    case 6:
      text = Change.asserted(text, &random)
      text.paragraphs = text.proof.map { ReleaseLayout.paragraphs($0.shownText) } ?? []
      text.sign(by: made.tree.key)
      (kind, isGenuine) = ("other labels, signed by the vault", true)
    default: (kind, isGenuine) = ("changed bytes", false)
    }
    file = text.bytes(format)
    beside = isApart ? text.bytes(.json) : nil
    guard kind == "changed bytes" else { return }
    if random.chance(30), let proof = beside {
      beside = Change.bytes(proof, &random)
    } else {
      file = Change.bytes(file, &random)
    }
    isGenuine = file == genuine && (!isApart || beside == made.text.bytes(.json))
  }

  var isAccepted: Bool { (try? VerifiedRelease(file, beside: beside)) != nil }

  func line(accepted: Bool) -> Data {
    let proof = beside.map { "\"\(Data($0).base64EncodedString())\"" } ?? "null"
    return Data(
      "{\"accepted\":\(accepted),\"file\":\"\(Data(file).base64EncodedString())\",\"proof\":\(proof)}\n"
        .utf8)
  }
}
