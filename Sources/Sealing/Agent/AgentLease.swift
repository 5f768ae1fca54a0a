import Glibc

/// How long an agent may hold keys: a span in all, a span without use, and no suspend in between.
struct AgentLease: Equatable {
  /// Seconds, the most in all.
  let total: UInt32
  /// Seconds, the most between two uses.
  let idle: UInt32
  private let start: Moment
  private var used: Moment

  init(total: UInt32, idle: UInt32, from start: Moment) {
    self.total = total
    self.idle = idle
    self.start = start
    used = start
  }

  /// Two clocks at once, in nanoseconds: one stands still while the machine sleeps.
  struct Moment: Equatable {
    let running: UInt64
    let passed: UInt64

    static var now: Moment { Moment(running: read(CLOCK_MONOTONIC), passed: read(CLOCK_BOOTTIME)) }

    private static func read(_ clock: clockid_t) -> UInt64 {
      var time = timespec()
      guard unsafe clock_gettime(clock, &time) == 0 else { return .max }
      return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// How long the machine has slept since it was started.
    var slept: UInt64 { passed > running ? passed - running : 0 }
  }

  enum End: Equatable {
    case time
    case idle
    case suspend
  }

  /// Why the keys must go; `nil` while they may stay. A clock that went back ends it, too.
  func end(at now: Moment) -> End? {
    guard now.passed >= used.passed else { return .time }
    // The two clocks are read one after the other: a second is no sleep.
    if now.slept > start.slept + Self.second { return .suspend }
    if now.passed - start.passed >= UInt64(total) * Self.second { return .time }
    if now.passed - used.passed >= UInt64(idle) * Self.second { return .idle }
    return nil
  }

  mutating func use(at now: Moment) { used = now }

  /// Whole seconds left in all, and without use.
  func left(at now: Moment) -> (total: UInt32, idle: UInt32) {
    func rest(_ span: UInt32, since: Moment) -> UInt32 {
      let gone = now.passed > since.passed ? (now.passed - since.passed) / Self.second : 0
      return gone >= span ? 0 : span - UInt32(gone)
    }
    let total = rest(total, since: start)
    return (total, min(total, rest(idle, since: used)))
  }

  private static let second: UInt64 = 1_000_000_000
}
