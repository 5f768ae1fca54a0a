import Anonymity
import Foundation
import Sealing

/// Prose in which nobody of the invented people is named: what is found there is false, or a namesake.
struct ForeignProse {
  let language: String
  let bytes: [UInt8]

  /// - Parameter limit: no more bytes than this are read.
  init(_ language: String, in directory: URL, limit: Int) throws {
    self.language = language
    let file = directory.appendingPathComponent("\(language).txt")
    bytes = Array(try Data(contentsOf: file).prefix(limit))
  }

  private var megabytes: Double { Double(bytes.count) / 1e6 }

  /// Prints every hit with its sentence, so that a person can say whether it is a namesake.
  ///
  /// - Returns: hits a MB.
  func falseHits(of people: InventedPeople, _ matcher: Matcher, _ report: BenchReport) -> Double {
    let hits = matcher.matches(in: bytes)
    var kinds: [String: Int] = [:]
    for hit in hits {
      guard let index = hit.identifiers.first else { continue }
      let identifier = people.identifiers[index]
      kinds[
        "\(identifier.kind)\(identifier.reason.map { " (\($0.rawValue))" } ?? "")", default: 0] += 1
      report.note(
        "hit: \(identifier.text) in “\(around(hit.range))”")
    }
    let rate = Double(hits.count) / megabytes
    let what = kinds.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    report.line(
      "\(language), \(String(format: "%.1f", megabytes)) MB", "\(hits.count) hits",
      String(format: "%.2f a MB, goal 1. ", rate) + what.joined(separator: ", "))
    return rate
  }

  /// Prints the speed on one core beside that of SHA-256 over the same bytes.
  ///
  /// - Returns: MB/s.
  func speed(_ matcher: Matcher, _ report: BenchReport) -> Double {
    let took = report.seconds(runs: 3) { _ = matcher.matches(in: bytes) }
    let hash = report.seconds(runs: 3) { _ = Digest.of(bytes) }
    let rate = megabytes / took
    report.line(
      "\(language)", String(format: "%.0f MB/s", rate),
      String(
        format: "goal 80; %.2f times the time of SHA-256 (%.0f MB/s)", took / hash, megabytes / hash
      ))
    return rate
  }

  private func around(_ range: Range<Int>) -> String {
    let part = bytes[max(0, range.lowerBound - 40)..<min(bytes.count, range.upperBound + 40)]
    return String(decoding: part, as: UTF8.self).replacing("\n", with: " ⏎ ")
  }
}
