import Dispatch
import Synchronization

/// Work without order over many values, on all cores.
enum Parallel {
  private static let lanes = 8

  /// As `map`; the closure runs on several threads.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ transform: @escaping @Sendable (Value) -> Result
  ) -> [Result] {
    guard values.count >= 64 else { return values.map(transform) }
    return chunks(values.count) { values[$0].map(transform) }.flatMap { $0 }
  }

  /// Results for consecutive ranges that cover `0..<count`, in order.
  static func chunks<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let size = max(1, (count + lanes - 1) / lanes)
    let parts = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      let range = min(lane * size, count)..<min((lane + 1) * size, count)
      let part = work(range)
      parts.withLock { $0[lane] = part }
    }
    return parts.withLock { done in (0..<lanes).compactMap { done[$0] } }
  }

  /// How many parts of a stream are read ahead of the one that is waited for.
  private static let ahead = 4

  /// Reads parts on this thread while others work on those before; results are taken in order.
  ///
  /// - Parameters:
  ///   - next: the next part, `nil` at the end.
  ///   - work: what is done with a part, on another thread.
  static func stream<Part: Sendable, Done: Sendable>(
    _ next: () throws -> Part?, work: @escaping @Sendable (Part) -> Done,
    take: (Done) throws -> Void
  ) throws {
    var pending: [Pending<Done>] = []
    while let part = try next() {
      pending.append(started(part, work))
      if pending.count > ahead { try take(pending.removeFirst().wait()) }
    }
    for slot in pending { try take(slot.wait()) }
  }

  /// As ``stream(_:work:take:)``, with work on other threads before and after something that is done
  /// in order.
  ///
  /// - Parameters:
  ///   - plan: what is done with a part first, on another thread.
  ///   - turn: what is done with each in turn, on this thread.
  ///   - work: what is done last, on another thread.
  static func stream<Part: Sendable, Planned: Sendable, Turned: Sendable, Done: Sendable>(
    _ next: () throws -> Part?, plan: @escaping @Sendable (Part) -> Planned,
    turn: (Planned) throws -> Turned, work: @escaping @Sendable (Turned) -> Done,
    take: (Done) throws -> Void
  ) throws {
    var planned: [Pending<Planned>] = []
    var isAtEnd = false
    try stream { () -> Turned? in
      while !isAtEnd, planned.count <= ahead {
        guard let part = try next() else {
          isAtEnd = true
          break
        }
        planned.append(started(part, plan))
      }
      guard !planned.isEmpty else { return nil }
      return try turn(planned.removeFirst().wait())
    } work: {
      work($0)
    } take: {
      try take($0)
    }
  }

  private static func started<Part: Sendable, Done: Sendable>(
    _ part: Part, _ work: @escaping @Sendable (Part) -> Done
  ) -> Pending<Done> {
    let slot = Pending<Done>()
    DispatchQueue.global(qos: .userInitiated).async { slot.set(work(part)) }
    return slot
  }

  /// A result that another thread is working on.
  private final class Pending<Done: Sendable>: Sendable {
    private let done = Mutex<Done?>(nil)
    private let ready = DispatchSemaphore(value: 0)

    func set(_ value: Done) {
      done.withLock { $0 = value }
      ready.signal()
    }

    func wait() -> Done {
      while true {
        ready.wait()
        if let value = done.withLock({ $0 }) { return value }
      }
    }
  }
}
