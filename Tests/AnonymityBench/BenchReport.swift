import Foundation

/// Prints figures as they come.
struct BenchReport {
  private let clock = ContinuousClock()

  /// The least seconds of `runs`: what the work takes when nothing else has the core.
  func seconds(runs: Int = 1, _ work: () -> Void) -> Double {
    var least = Double.infinity
    for _ in 0..<runs {
      let took = clock.measure(work)
      least = min(
        least, Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18)
    }
    return least
  }

  func heading(_ text: String) { note("\n\(text)", indent: "") }

  func line(_ what: String, _ figure: String, _ remark: String) {
    note("\(padded(what, 36)) \(padded(figure, 14)) \(remark)")
  }

  /// A line that is seen at once, also in a pipe.
  func note(_ text: String, indent: String = "  ") {
    FileHandle.standardOutput.write(Data((indent + text + "\n").utf8))
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
