import Foundation
import Sealing

/// Bold and colours where they are wanted: on a terminal, without NO_COLOR.
struct Style: Sendable {
  let isOn: Bool

  static let plain = Style(isOn: false)

  /// The style for a descriptor: 1 or 2.
  static func on(
    _ descriptor: Int32,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Style {
    let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Style(
      isOn: Terminal.isTerminal(descriptor) && !refused && environment["TERM"] != "dumb")
  }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func yellow(_ text: String) -> String { wrap(text, "33") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
