/// Bodies of many rows in one buffer, in the order asked for.
///
/// A million small arrays would cost more than what is done with them.
public struct Bodies: Equatable, Sendable {
  /// All bytes, one body after the other.
  public private(set) var bytes: [UInt8] = []
  /// Where each body ends; as the complement where there is no row.
  private var ends: [Int] = []

  public init() {}

  /// Makes room, so that nothing is moved while it fills.
  public mutating func reserve(bodies: Int, bytes count: Int) {
    ends.reserveCapacity(bodies)
    bytes.reserveCapacity(count)
  }

  public mutating func append(_ body: some Sequence<UInt8>) {
    bytes.append(contentsOf: body)
    ends.append(bytes.count)
  }

  /// Notes that there is no such row.
  public mutating func appendAbsent() { ends.append(~bytes.count) }

  public mutating func append(contentsOf other: Bodies) {
    let offset = bytes.count
    bytes += other.bytes
    ends.reserveCapacity(ends.count + other.ends.count)
    for end in other.ends { ends.append(end < 0 ? ~(~end + offset) : end + offset) }
  }

  /// Whether there is a row for each.
  public var isComplete: Bool { ends.allSatisfy { $0 >= 0 } }

  /// Where a body is within ``bytes``; `nil` when there is no such row.
  public func range(_ index: Int) -> Range<Int>? {
    let end = ends[index]
    guard end >= 0 else { return nil }
    guard index > 0 else { return 0..<end }
    let start = ends[index - 1]
    return (start < 0 ? ~start : start)..<end
  }
}

extension Bodies: RandomAccessCollection, ExpressibleByArrayLiteral {
  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }

  public subscript(index: Int) -> [UInt8]? { range(index).map { Array(bytes[$0]) } }

  public init(arrayLiteral bodies: [UInt8]?...) { self.init(bodies) }

  public init(_ bodies: some Sequence<[UInt8]?>) {
    for body in bodies {
      if let body { append(body) } else { appendAbsent() }
    }
  }
}
