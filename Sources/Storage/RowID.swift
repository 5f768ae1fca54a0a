/// The 16-byte random-looking name of a row.
///
/// It is a keyed hash made elsewhere, so it tells nothing about what the row is.
public struct RowID: Hashable, Comparable, Sendable {
  /// Bytes 0 to 7, big endian.
  public let high: UInt64
  /// Bytes 8 to 15, big endian.
  public let low: UInt64

  /// How many bytes a row id has.
  public static let size = 16

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads 16 bytes, big endian; `nil` for any other length.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
    }
    self.init(high: high, low: low)
  }

  /// The 16 bytes, big endian.
  public var bytes: [UInt8] {
    var out = [UInt8]()
    out.reserveCapacity(Self.size)
    for shift in stride(from: 56, through: 0, by: -8) {
      out.append(UInt8(truncatingIfNeeded: high >> UInt64(shift)))
    }
    for shift in stride(from: 56, through: 0, by: -8) {
      out.append(UInt8(truncatingIfNeeded: low >> UInt64(shift)))
    }
    return out
  }

  /// Order of the bytes, which is the order of the rows in a store.
  public static func < (a: RowID, b: RowID) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }
}
