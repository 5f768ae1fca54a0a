/// Leaves of the authenticated map, in two buffers.
public struct Leaves: Equatable, Sendable {
  /// The keys, 18 bytes each.
  public private(set) var keys: [UInt8] = []
  public private(set) var values = Bodies()

  public init() {}

  /// - Parameter key: 18 bytes.
  public mutating func append(key: some Collection<UInt8>, value: some Sequence<UInt8>) {
    precondition(key.count == LeafRow.keySize)
    keys.append(contentsOf: key)
    values.append(value)
  }
}

extension Leaves: RandomAccessCollection, ExpressibleByArrayLiteral {
  public var startIndex: Int { 0 }
  public var endIndex: Int { values.count }

  public subscript(index: Int) -> LeafRow {
    let start = index * LeafRow.keySize
    return LeafRow(
      key: Array(keys[start..<start + LeafRow.keySize]), value: values[index] ?? [])
  }

  public init(arrayLiteral rows: LeafRow...) { self.init(rows) }

  public init(_ rows: some Sequence<LeafRow>) {
    for row in rows { append(key: row.key, value: row.value) }
  }
}
