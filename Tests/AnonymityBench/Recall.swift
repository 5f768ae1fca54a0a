import Anonymity
import Foundation

/// How many of the spellings that others made of a name the matcher finds, given the name alone.
struct Recall {
  private struct Spelling {
    let kind: String
    let listed: String
    let text: String
    let by: String
  }

  /// Sentences of four languages; a spelling has to be found in each.
  private static let frames = [
    ("They met ", " at night."), ("어제 ", " 만났다."), ("Вчера пришли за ", ", и всё."),
    ("昨天见到", "。"), ("", ""),
  ]

  private let spellings: [Spelling]
  /// By class, listed name and spelling: why a miss stands.
  private let excused: [String: String]

  /// - Parameter gold: the directory with `spellings.tsv` and `misses.tsv`.
  init(_ gold: URL) throws {
    spellings = try Self.rows(gold.appendingPathComponent("spellings.tsv")).map {
      Spelling(kind: $0[0], listed: $0[1], text: $0[2], by: $0[3])
    }
    excused = Dictionary(
      try Self.rows(gold.appendingPathComponent("misses.tsv")).map {
        ($0[0] + "\t" + $0[1], $0[2])
      },
      uniquingKeysWith: { one, _ in one })
  }

  private static func rows(_ file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
  }

  /// Prints the share found of each class, then every miss.
  ///
  /// - Returns: misses that no reason excuses.
  func run(_ report: BenchReport) -> Int {
    var found: [String: Int] = [:]
    var total: [String: Int] = [:]
    var missed: [Spelling] = []
    for (listed, group) in Dictionary(grouping: spellings, by: \.listed) {
      let matcher = Matcher(InventedPeople.every(listed, EntityID(raw: "1")))
      for spelling in group {
        total[spelling.kind, default: 0] += 1
        if Self.frames.allSatisfy({ Self.isFound(spelling.text, in: $0, matcher) }) {
          found[spelling.kind, default: 0] += 1
        } else {
          missed.append(spelling)
        }
      }
    }
    report.heading("Recall of \(spellings.count) spellings by others")
    for kind in total.keys.sorted() {
      let (all, hits) = (total[kind] ?? 0, found[kind] ?? 0)
      report.line(
        kind, "\(hits) of \(all)", String(format: "%.2f %%", 100 * Double(hits) / Double(all)))
    }
    var open = 0
    for miss in missed.sorted(by: { ($0.kind, $0.listed, $0.text) < ($1.kind, $1.listed, $1.text) })
    {
      let reason = excused[miss.listed + "\t" + miss.text]
      if reason == nil { open += 1 }
      report.note(
        "missed: \(miss.listed) as \(miss.text) (\(miss.kind), \(miss.by))\(reason.map { ": " + $0 } ?? "")"
      )
    }
    report.line("misses with a reason", "\(missed.count - open)", "")
    report.line("misses without", "\(open)", "goal 0")
    return open
  }

  /// Whether every letter and digit of the spelling is covered; a full stop or mark may be left.
  private static func isFound(
    _ text: String, in frame: (String, String), _ matcher: Matcher
  ) -> Bool {
    let bytes = Array((frame.0 + text + frame.1).utf8)
    let plant = frame.0.utf8.count..<frame.0.utf8.count + text.utf8.count
    var left = ""
    var at = plant.lowerBound
    for span in matcher.cover(in: bytes) where span.range.overlaps(plant) {
      if at < span.range.lowerBound {
        left += String(decoding: bytes[at..<span.range.lowerBound], as: UTF8.self)
      }
      at = max(at, span.range.upperBound)
    }
    if at < plant.upperBound {
      left += String(decoding: bytes[at..<plant.upperBound], as: UTF8.self)
    }
    // A prime for a soft sign is a letter to Unicode and tells nothing.
    return !left.contains { ($0.isLetter || $0.isNumber) && $0 != "ʹ" && $0 != "ʺ" }
  }
}
