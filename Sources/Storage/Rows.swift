/// The two append-only chains of a vault, each numbered from 0 without a gap.
public enum Chain: String, Sendable, CaseIterable {
  case roster
  case log
}

/// One row of a chain.
public struct ChainRow: Equatable, Sendable {
  public let number: UInt64
  public let body: [UInt8]

  public init(number: UInt64, body: [UInt8]) {
    self.number = number
    self.body = body
  }
}

/// The sealed detail that belongs to the log entry of the same number.
public struct DetailRow: Equatable, Sendable {
  public let number: UInt64
  /// The detail's key, sealed to the auditors; rewritten when their key rotates.
  public let wrap: [UInt8]
  /// The sealed detail; never rewritten.
  public let body: [UInt8]

  public init(number: UInt64, wrap: [UInt8], body: [UInt8]) {
    self.number = number
    self.wrap = wrap
    self.body = body
  }
}

/// A leaf of the authenticated map.
public struct LeafRow: Equatable, Sendable {
  /// 18 bytes: the keyed prefix of the kind, then the row id.
  public let key: [UInt8]
  /// How many bytes a key has.
  public static let keySize = 18
  public let value: [UInt8]

  public init(key: [UInt8], value: [UInt8]) {
    self.key = key
    self.value = value
  }
}

/// A record's key, sealed under a role's key.
public struct WrapRow: Equatable, Sendable {
  public let id: RowID
  public let body: [UInt8]

  public init(id: RowID, body: [UInt8]) {
    self.id = id
    self.body = body
  }
}
