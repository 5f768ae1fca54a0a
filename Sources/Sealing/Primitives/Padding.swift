import CSodium

/// Lengths that tell little about what is inside.
///
/// padded = length as 4 bytes, big endian ‖ plaintext ‖ zeros.
public enum Padding {
  /// The most plaintext bytes that are padded: 256 MiB.
  public static let limit = 1 << 28

  /// Pads to a Padmé length of at least `floor` bytes.
  ///
  /// Padmé (Nikitin et al., PURBs, PoPETs 2019) leaks at most O(log log n) bits of the length and
  /// adds at most 12 %.
  public static func padme(_ plaintext: [UInt8], floor: Int) throws(SealingError) -> [UInt8] {
    try pad(plaintext) { max(floor, padmeLength($0)) }
  }

  /// Pads to a multiple of `block` bytes, the length in front included.
  public static func blocks(_ plaintext: [UInt8], of block: Int) throws(SealingError) -> [UInt8] {
    try pad(plaintext) { ($0 + block - 1) / block * block }
  }

  /// Takes the plaintext out again.
  ///
  /// - Throws: ``SealingError/malformed`` for a length beyond the bytes, or padding not zero.
  public static func strip(_ padded: [UInt8]) throws(SealingError) -> [UInt8] {
    var plaintext: [UInt8] = []
    guard strip(padded, count: padded.count, into: &plaintext) else { throw .malformed }
    return plaintext
  }

  /// Appends the plaintext of the first `count` padded bytes; `false` where ``strip(_:)`` throws.
  static func strip(_ padded: [UInt8], count: Int, into out: inout [UInt8]) -> Bool {
    guard count >= 4, count <= padded.count else { return false }
    let length = padded[0..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= count - 4, isZero(padded, from: 4 + length, to: count) else { return false }
    out.append(contentsOf: padded[4..<4 + length])
    return true
  }

  private static func isZero(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      return unsafe sodium_is_zero(base + start, end - start) == 1
    }
  }

  /// The Padmé length for `length` bytes.
  static func padmeLength(_ length: Int) -> Int {
    guard length > 1 else { return length }
    let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
    let significant = Int.bitWidth - exponent.leadingZeroBitCount
    let mask = (1 << max(0, exponent - significant)) - 1
    return (length + mask) & ~mask
  }

  private static func pad(
    _ plaintext: [UInt8], to target: (Int) -> Int
  ) throws(SealingError) -> [UInt8] {
    guard plaintext.count <= limit else { throw .tooLarge }
    let length = plaintext.count
    let total = target(length + 4)
    var out = [UInt8]()
    out.reserveCapacity(total)
    for shift in [24, 16, 8, 0] { out.append(UInt8(truncatingIfNeeded: length >> shift)) }
    out += plaintext
    out += repeatElement(0, count: total - out.count)
    return out
  }
}
