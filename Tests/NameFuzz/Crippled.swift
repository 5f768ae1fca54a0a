import Anonymity
import Dispatch
import Foundation
import Screen
import Synchronization

@testable import EvidenceVault

/// Exports whose first pass was given only some of what the vault knows. The second pass, which has
/// all of it, must refuse each that leaks; whether one leaks is judged by neither.
struct Crippled: Sendable {
  let office: FuzzOffice

  struct Tally {
    var exports = 0
    var leaking = 0
    var refusedClean = 0
    var failures: [String] = []
  }

  /// Plants an export, and what share of all spellings the first pass is not given, in eighths.
  private static let plants = 6

  func run(from first: UInt64, count: Int) -> Tally {
    let lanes = ProcessInfo.processInfo.activeProcessorCount
    let total = Mutex(Tally())
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      var tally = Tally()
      for number in stride(from: lane, to: count, by: lanes) {
        export(first &+ UInt64(number), &tally)
      }
      let mine = tally
      total.withLock {
        $0.exports += mine.exports
        $0.leaking += mine.leaking
        $0.refusedClean += mine.refusedClean
        $0.failures += mine.failures
      }
    }
    return total.withLock { $0 }
  }

  /// Layout may change line ends and markdown escapes signs, so that the judge would not see these.
  private static let without: Set<Disguise.Class> = [
    .lineWraps, .quotedWraps, .emphasis, .tags, .references, .separators,
  ]

  private func export(_ seed: UInt64, _ tally: inout Tally) {
    var random = Seeded(state: seed)
    let plantings = (0..<Self.plants).map { _ in
      Planting(seed: random.next(), without: Self.without)
    }
    let text = plantings.map(\.text).joined(separator: "\n\n")
    let share = Int.random(in: 1...8, using: &random)
    let known = office.identities.identifiers.map { identifier in
      // Without a letter or digit it is never found.
      Int.random(in: 0..<8, using: &random) < share
        ? KnownIdentifier(entity: identifier.entity, kind: identifier.kind, text: "—") : identifier
    }
    let matcher = Matcher(known, in: [Array(text.utf8)])
    let language = plantings[0].frame.language
    let release = office.release(office.redacted(text, language, by: matcher), language)
    tally.exports += 1
    for format in OutputFormat.allCases {
      let bytes = release.bytes(format)
      let isClean = office.isClean(bytes, format)
      guard format == .txt else {
        if isClean, leaked(plantings, bytes) != nil {
          tally.failures.append("seed \(seed): \(format) leaks and passes")
        }
        continue
      }
      if let leak = leaked(plantings, bytes) {
        tally.leaking += 1
        let output = String(decoding: bytes, as: UTF8.self)
        let line = output.split(separator: "\n").first { $0.contains(leak) } ?? ""
        if isClean {
          tally.failures.append(
            "seed \(seed): passes with \(leak.debugDescription) in \(line.debugDescription)")
        }
      } else if !isClean {
        tally.refusedClean += 1
      }
    }
  }

  /// A whole plant that stands in the bytes as it was written.
  private func leaked(_ plantings: [Planting], _ bytes: [UInt8]) -> String? {
    plantings.map(\.disguise.text).first { Survivor.holds(bytes, Array($0.utf8)) }
  }
}
