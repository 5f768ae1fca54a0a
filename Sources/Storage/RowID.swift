/// The 16-byte random-looking name of a row.
///
/// It is a keyed hash made elsewhere, so it tells nothing about what the row is.
@frozen public struct RowID: Hashable, Comparable, Sendable {
  /// Bytes 0 to 7, big endian.
  public let high: UInt64
  /// Bytes 8 to 15, big endian.
  public let low: UInt64

  /// How many bytes a row id has.
  @inlinable public static var size: Int { 16 }

  @inlinable
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads 16 bytes, big endian; `nil` for any other length.
  @inlinable
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for byte in bytes {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
    self.init(high: high, low: low)
  }

  /// The 16 bytes, big endian.
  public var bytes: [UInt8] {
    var out = [UInt8]()
    out.reserveCapacity(Self.size)
    append(to: &out)
    return out
  }

  /// Appends the 16 bytes, big endian.
  @inlinable
  public func append(to out: inout [UInt8]) {
    var shift: UInt64 = 64
    while shift > 0 {
      shift -= 8
      out.append(UInt8(truncatingIfNeeded: high >> shift))
    }
    shift = 64
    while shift > 0 {
      shift -= 8
      out.append(UInt8(truncatingIfNeeded: low >> shift))
    }
  }

  /// Order of the bytes, which is the order of the rows in a store.
  @inlinable
  public static func < (a: RowID, b: RowID) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }
}
