import Foundation
import Glibc
import Sealing

/// A progress bar on standard error: only at a terminal, only for what takes a while.
final class Progress {
  private let label: ScreenText
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?

  /// - Parameter label: what is under way, such as "Rotating records".
  init(_ label: ScreenText, quiet: Bool) {
    self.label = label
    isShown = !quiet && Terminal.isTerminal(STDERR_FILENO)
  }

  /// Says how many of how many are done. Draws at most ten times a second, and not in the first half second.
  func advance(to done: Int, of total: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - (drawn ?? start) > .milliseconds(drawn == nil ? 500 : 100) else { return }
    drawn = now
    let columns = Terminal.columns(STDERR_FILENO) ?? 80
    let line = Self.line(label, done: done, total: total, columns: columns)
    try? Output.write("\r\(line)\u{1B}[K", to: STDERR_FILENO)
  }

  /// The same, of what is counted in the log.
  func advance(to done: UInt64, of total: UInt64) { advance(to: Int(done), of: Int(total)) }

  /// Takes the bar away.
  func finish() {
    guard drawn != nil else { return }
    try? Output.write("\r\u{1B}[K", to: STDERR_FILENO)
    drawn = nil
  }

  /// One line that fits into the columns: `Rotating records  [#####     ]  500 of 1000`.
  static func line(_ label: ScreenText, done: Int, total: Int, columns: Int) -> String {
    let done = min(max(done, 0), max(total, 0))
    let count = "\(done) of \(total)"
    let room = columns - 1 - DisplayWidth.of(label.text) - DisplayWidth.of(count) - 6
    guard room >= 5, total > 0 else { return "\(label.text)  \(count)" }
    let width = min(room, 40)
    let filled = width * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled)
    return "\(label.text)  [\(bar)]  \(count)"
  }
}
