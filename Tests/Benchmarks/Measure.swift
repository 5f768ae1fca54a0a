import Foundation

/// Times and prints one figure after another, each beside a baseline of the same run.
struct Report {
  private let clock = ContinuousClock()

  /// Seconds that the work took: the median of `runs`.
  func seconds(runs: Int = 1, _ work: () throws -> Void) rethrows -> Double {
    var all: [Double] = []
    for _ in 0..<runs {
      let took = try clock.measure(work)
      all.append(
        Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18)
    }
    return all.sorted()[all.count / 2]
  }

  func heading(_ text: String) { say("\n\(text)") }

  /// A line that is seen at once, also in a pipe.
  private func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  /// One figure, what it is compared with, and the ratio of the two.
  func line(_ what: String, _ seconds: Double, _ baseline: String, _ base: Double) {
    let ratio = base > 0 ? String(format: "%.2f", seconds / base) : "-"
    say(
      "  \(what.padded(52)) \(Self.time(seconds).padded(12)) "
        + "baseline \(Self.time(base).padded(10)) ×\(ratio.padded(8)) \(baseline)")
  }

  /// One figure alone.
  func line(_ what: String, _ text: String) { say("  \(what.padded(52)) \(text)") }

  static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<1e-3: String(format: "%.1f µs", seconds * 1e6)
    case ..<1: String(format: "%.2f ms", seconds * 1e3)
    default: String(format: "%.2f s", seconds)
    }
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

/// A directory that goes with the run.
struct Workplace {
  let path: String

  /// - Parameter base: `BENCH_DIR`, or the directory for temporary files, when it is not given.
  init(in base: String? = nil) throws {
    let base =
      base ?? ProcessInfo.processInfo.environment["BENCH_DIR"] ?? NSTemporaryDirectory()
    path = base + "/evault-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
