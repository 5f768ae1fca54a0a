import ArgumentParser

/// A span of time as it is typed: `90s`, `15m`, `2h`.
struct TimeSpan: ExpressibleByArgument, Equatable {
  let seconds: UInt32

  /// The longest that keys stay unlocked: twelve hours.
  static let longest: UInt32 = 12 * 3_600

  init(seconds: UInt32) { self.seconds = seconds }

  init?(argument: String) {
    let units: [Character: UInt32] = ["s": 1, "m": 60, "h": 3_600]
    guard let last = argument.last, let unit = units[last],
      let number = UInt32(argument.dropLast()), argument.first?.isNumber == true,
      number > 0, number <= Self.longest / unit
    else { return nil }
    seconds = number * unit
  }

  var defaultValueDescription: String { text }

  /// As it is typed, in the largest unit that it is whole in.
  var text: String {
    if seconds % 3_600 == 0, seconds > 0 { return "\(seconds / 3_600)h" }
    if seconds % 60 == 0, seconds > 0 { return "\(seconds / 60)m" }
    return "\(seconds)s"
  }

  /// As people say it, rounded down.
  static func words(_ seconds: UInt32) -> String {
    switch seconds {
    case 1: "1 second"
    case ..<120: "\(seconds) seconds"
    case ..<7_200: "\(seconds / 60) minutes"
    default: "\(seconds / 3_600) hours"
    }
  }
}
