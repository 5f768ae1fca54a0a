import Testing

@testable import Sealing

/// A secret of known bytes.
func secret(_ bytes: [UInt8]) throws -> SecretBytes {
  var copy = bytes
  return try SecretBytes(moving: &copy)
}

/// What is in a secret, for comparisons in tests.
func contents(_ secret: borrowing SecretBytes) -> [UInt8] {
  secret.withBytes { span in span.indices.map { span[$0] } }
}

/// A passphrase of a text.
func passphrase(_ text: String) throws -> Passphrase {
  var bytes = Array(text.utf8)
  return try Passphrase(moving: &bytes)
}

/// Bytes that count up from `first`.
func counting(_ count: Int, from first: UInt8 = 0) -> [UInt8] {
  (0..<count).map { first &+ UInt8(truncatingIfNeeded: $0) }
}

/// A vault id of one repeated byte.
func vault(_ byte: UInt8 = 7) throws -> VaultID {
  try #require(VaultID([UInt8](repeating: byte, count: 16)))
}

/// Every array that differs from `bytes` in one bit.
func singleBitFlips(_ bytes: [UInt8]) -> [[UInt8]] {
  (0..<(bytes.count * 8)).map { bit in
    var changed = bytes
    changed[bit / 8] ^= 1 << UInt8(bit % 8)
    return changed
  }
}

/// What a throwing call throws; `nil` when it throws nothing or something else.
func refusal<Value: ~Copyable>(_ body: () throws(SealingError) -> Value) -> SealingError? {
  do {
    _ = try body()
    return nil
  } catch { return error }
}
