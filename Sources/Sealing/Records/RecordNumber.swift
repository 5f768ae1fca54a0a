/// A record's 16-byte id as two words, for what is done a million times.
public struct RecordNumber: Hashable, Sendable {
  /// Bytes 0 to 7, big endian.
  public let high: UInt64
  /// Bytes 8 to 15, big endian.
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Writes the 16 bytes over those from `place` on.
  func write(to bytes: inout [UInt8], at place: Int) {
    high.write(to: &bytes, at: place)
    low.write(to: &bytes, at: place + 8)
  }
}

extension UInt64 {
  /// Writes 8 bytes, big endian, over those from `place` on.
  func write(to bytes: inout [UInt8], at place: Int) {
    var shift: UInt64 = 64
    for index in place..<place + 8 {
      shift -= 8
      bytes[index] = UInt8(truncatingIfNeeded: self >> shift)
    }
  }
}
