public import Storage

/// What every ``VaultStore`` must do, as cases that a backend's tests run one by one.
///
/// ```swift
/// @Test(arguments: StoreContract.all)
/// func `the store keeps the contract`(_ item: StoreContract.Item) throws {
///   try item.check { InMemoryStore() }
/// }
/// ```
public enum StoreContract {
  /// One case of the contract.
  public struct Item: Sendable, CustomStringConvertible {
    /// A sentence that says what holds.
    public let description: String
    private let body: @Sendable (any VaultStore) throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (any VaultStore) throws -> Void) {
      self.description = description
      self.body = body
    }

    /// Runs the case on a new, empty store.
    ///
    /// - Throws: ``Violation`` when the store breaks the contract, or what the store threw.
    public func check(_ make: () throws -> any VaultStore) throws {
      try body(make())
    }
  }

  /// Every case.
  public static let all: [Item] =
    emptiness + keyedRows + wraps + chains + details + map + transactions
}

/// Where a store broke the contract.
public struct Violation: Error, CustomStringConvertible {
  public let description: String
}

/// Throws unless the two are equal.
func expect<Value: Equatable>(
  _ found: Value, _ wanted: Value, line: Int = #line, file: String = #fileID
) throws {
  if found != wanted { throw Violation(description: "\(file):\(line): \(found) is not \(wanted)") }
}

/// Throws unless `body` throws the wanted error.
func expect(
  throws wanted: StoreError, line: Int = #line, file: String = #fileID, _ body: () throws -> Void
) throws {
  do {
    try body()
  } catch let error as StoreError {
    return try expect(error, wanted, line: line, file: file)
  }
  throw Violation(description: "\(file):\(line): nothing was thrown instead of \(wanted)")
}
