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
}
