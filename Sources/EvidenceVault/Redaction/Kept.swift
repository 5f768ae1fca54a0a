import Synchronization

/// A value that is made when it is first asked for and kept: the copies of its owner share it.
final class Kept<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// The value; while one thread makes it the others wait.
  func value(madeBy make: () -> Value) -> Value {
    made.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
