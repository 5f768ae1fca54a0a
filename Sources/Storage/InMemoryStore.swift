import Synchronization

/// The reference store: keeps everything in memory and forgets it at the end.
///
/// A transaction works on a copy of the state, which replaces the state when it ends well. Readers
/// take the state as it is and never wait.
public final class InMemoryStore: VaultStore {
  private let state = Mutex(InMemoryState())
  private let writer = Mutex<Void>(())

  /// An empty store.
  public init() {}

  public func read<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result {
    try body(InMemoryReading(state.withLock { $0 }))
  }

  public func write<Result>(_ body: (any StoreWriting) throws -> Result) throws -> Result {
    var result: Result?
    try writer.withLock { _ in
      let transaction = InMemoryWriting(state.withLock { $0 })
      result = try body(transaction)
      let committed = try transaction.end()
      state.withLock { $0 = committed }
    }
    guard let result else { throw StoreError.inputOutput }
    return result
  }

  /// Always `true`: nothing is kept in files.
  public func destroyRemnants(of rows: ReplacedKind) throws(StoreError) -> Bool { true }
}
