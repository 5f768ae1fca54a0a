import Anonymity
import Foundation
import Sealing

/// Prose in which nobody of the invented people is named: what is found there is false, or a namesake.
struct ForeignProse {
  let language: String
  let bytes: [UInt8]

  private init(language: String, bytes: [UInt8]) {
    self.language = language
    self.bytes = bytes
  }

  /// - Parameter limit: no more bytes than this are read.
  init(_ language: String, in directory: URL, limit: Int) throws {
    self.language = language
    let file = directory.appendingPathComponent("\(language).txt")
    bytes = Array(try Data(contentsOf: file).prefix(limit))
  }

  private var megabytes: Double { Double(bytes.count) / 1e6 }

  /// Prints every sure hit with its sentence, so that a person can say whether it is a namesake, and
  /// how many doubtful ones a person would be asked about.
  ///
  /// - Returns: sure hits a MB.
  func falseHits(of people: InventedPeople, _ matcher: Matcher, _ report: BenchReport) -> Double {
    let all = matcher.matches(in: bytes)
    let hits = all.filter { $0.doubtful.count < $0.identifiers.count }
    var kinds: [String: Int] = [:]
    for hit in hits {
      guard let index = hit.identifiers.first(where: { !hit.doubtful.contains($0) }) else {
        continue
      }
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
      String(
        format: "%.2f a MB, goal 1; %.1f a MB to review. ", rate,
        Double(all.count - hits.count) / megabytes) + what.joined(separator: ", "))
    return rate
  }

  /// The same with an inline tag or a reference every few words.
  var marked: ForeignProse {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 4)
    var words = 0
    for byte in bytes {
      out.append(byte)
      guard byte == 0x20 else { continue }
      words += 1
      if words % 12 == 4 { out += Array("<b>".utf8) }
      if words % 12 == 6 { out += Array("</b>".utf8) }
      if words % 12 == 10 { out += Array("&nbsp;".utf8) }
    }
    return ForeignProse(language: "\(language) with tags", bytes: out)
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
