import Foundation
import Glibc
import Sealing

/// Bytes done, their rate and the time left, on standard error: only at a terminal, only for what takes a
/// while.
final class ByteProgress {
  private let label: ScreenText
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?

  /// - Parameter label: what is under way, such as "Sealing".
  init(_ label: ScreenText, quiet: Bool) {
    self.label = label
    isShown = !quiet && Terminal.isTerminal(STDERR_FILENO)
  }

  /// Says how many are done. Draws at most ten times a second, and not in the first half second.
  ///
  /// - Parameter total: how many there are; `nil` for a pipe.
  func advance(to done: Int, of total: Int?) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - (drawn ?? start) > .milliseconds(drawn == nil ? 500 : 100) else { return }
    drawn = now
    let took = (now - start).components
    let seconds = Double(took.seconds) + Double(took.attoseconds) * 1e-18
    let columns = Terminal.columns(STDERR_FILENO) ?? 80
    let line = Self.line(label, done: done, total: total, seconds: seconds)
    try? Output.write("\r\(line.prefix(max(0, columns - 1)))\u{1B}[K", to: STDERR_FILENO)
  }

  /// Takes the line away.
  func finish() {
    guard drawn != nil else { return }
    try? Output.write("\r\u{1B}[K", to: STDERR_FILENO)
    drawn = nil
  }

  /// `Sealing  1.2 of 4.0 GB  812 MB/s  3 s left`
  static func line(_ label: ScreenText, done: Int, total: Int?, seconds: Double) -> String {
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var parts = [label.text]
    if let total, total > 0 {
      parts.append("\(ByteCount.text(min(done, total))) of \(ByteCount.text(total))")
    } else {
      parts.append(ByteCount.text(done))
    }
    parts.append("\(ByteCount.text(Int(rate)))/s")
    if let total, rate > 0, total > done {
      parts.append("\(span(Double(total - done) / rate)) left")
    }
    return parts.joined(separator: "  ")
  }

  private static func span(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3_600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3_600) h \(whole % 3_600 / 60) min"
  }
}

/// Sizes as people say them, in powers of 1,000.
enum ByteCount {
  /// `734 B`, `12.3 kB`, `4.0 GB`
  static func text(_ bytes: Int) -> String {
    if bytes < 1_000 { return "\(bytes) B" }
    var value = Double(bytes)
    var unit = -1
    let units = ["kB", "MB", "GB", "TB"]
    while value >= 999.95, unit < units.count - 1 {
      value /= 1_000
      unit += 1
    }
    return String(format: value < 99.95 ? "%.1f %@" : "%.0f %@", value, units[unit])
  }
}
