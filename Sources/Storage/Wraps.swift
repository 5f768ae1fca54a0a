/// Sealed record keys with their ids, in two buffers.
public struct Wraps: Equatable, Sendable {
  public private(set) var ids: [RowID] = []
  public private(set) var bodies = Bodies()

  public init() {}

  public init(_ rows: some Sequence<WrapRow>) {
    for row in rows { append(row.id, row.body) }
  }

  public mutating func reserve(rows: Int, bytes: Int) {
    ids.reserveCapacity(rows)
    bodies.reserve(bodies: rows, bytes: bytes)
  }

  public mutating func append(_ id: RowID, _ body: some Sequence<UInt8>) {
    ids.append(id)
    bodies.append(body)
  }

  public var count: Int { ids.count }
}
