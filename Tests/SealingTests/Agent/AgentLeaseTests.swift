import Testing

@testable import Sealing

struct AgentLeaseTests {
  private static let second: UInt64 = 1_000_000_000
  private static let day: UInt64 = 86_400 * second

  /// A moment so many seconds after the start, of which the machine slept so many.
  private func moment(_ seconds: Double, slept: Double = 0) -> AgentLease.Moment {
    let passed = UInt64(Double(Self.day) + seconds * Double(Self.second))
    return .init(running: passed - UInt64(slept * Double(Self.second)), passed: passed)
  }

  private func lease(_ total: UInt32, _ idle: UInt32) -> AgentLease {
    AgentLease(total: total, idle: idle, from: moment(0))
  }

  @Test func `it ends when the time is over, however much it was used`() {
    var lease = lease(900, 300)
    for second in stride(from: 100.0, to: 900, by: 100) {
      #expect(lease.end(at: moment(second)) == nil)
      lease.use(at: moment(second))
    }
    #expect(lease.end(at: moment(899.9)) == nil)
    #expect(lease.end(at: moment(900)) == .time)
  }

  @Test func `it ends when it was not used, and a use begins that time anew`() {
    var lease = lease(900, 300)
    #expect(lease.end(at: moment(299.9)) == nil)
    #expect(lease.end(at: moment(300)) == .idle)
    lease.use(at: moment(200))
    #expect(lease.end(at: moment(400)) == nil)
    #expect(lease.end(at: moment(500)) == .idle)
  }

  @Test func `it ends after the machine has slept, also before it began`() {
    let awake = lease(900, 300)
    #expect(awake.end(at: moment(60, slept: 30)) == .suspend)
    #expect(awake.end(at: moment(3, slept: 2)) == .suspend)
    #expect(awake.end(at: moment(60, slept: 0.5)) == nil)
    let slept = AgentLease(total: 900, idle: 300, from: moment(0, slept: 7_000))
    #expect(slept.end(at: moment(60, slept: 7_000)) == nil)
    #expect(slept.end(at: moment(60, slept: 7_002)) == .suspend)
  }

  @Test func `a clock that cannot be read, or goes back, ends it`() {
    let lease = lease(900, 300)
    #expect(lease.end(at: moment(-1)) == .time)
    #expect(lease.end(at: .init(running: .max, passed: .max)) != nil)
    #expect(lease.end(at: .init(running: .max, passed: 0)) != nil)
  }

  @Test func `what is left is whole seconds, never more than in all`() {
    var lease = lease(600, 300)
    #expect(lease.left(at: moment(10.5)) == (590, 290))
    lease.use(at: moment(400))
    #expect(lease.left(at: moment(400)) == (200, 200))
    #expect(lease.left(at: moment(700)) == (0, 0))
    #expect(lease.left(at: moment(-5)) == (600, 300))
  }
}
