/// Integers as they stand in every format of the vault: big endian.
extension UInt64 {
  public var bigEndianBytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * UInt64($0))) }
  }
}

extension UInt32 {
  public var bigEndianBytes: [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: self >> (24 - 8 * UInt32($0))) }
  }
}

/// The 16 random bytes that name a vault.
public struct VaultID: Hashable, Sendable {
  public static let size = 16
  public let bytes: [UInt8]

  /// Reads 16 bytes; `nil` for any other length.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = Array(bytes)
  }

  /// Draws a new one.
  public static func random() -> VaultID { VaultID(unchecked: Random.bytes(size)) }

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}
