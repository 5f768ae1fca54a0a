import CSodium

/// A secret number modulo the order of the ristretto255 group (RFC 9496): 32 bytes, little endian,
/// always below the order.
struct Scalar: ~Copyable, Sendable {
  static let size = 32
  let bytes: SecretBytes

  /// Draws a number, each with the same chance, zero among them.
  ///
  /// 512 random bits are reduced, which leaves a bias of 2^-259. libsodium's own
  /// `scalar_random` never gives zero, and shares whose coefficients are never zero tell something.
  static func random() throws(SealingError) -> Scalar {
    try reducing(try SecretBytes.random(64))
  }

  /// A small public number.
  init(_ number: UInt8) throws(SealingError) {
    var small = [UInt8](repeating: 0, count: Self.size)
    small[0] = number
    bytes = try SecretBytes(moving: &small)
  }

  /// Takes 32 bytes that are a number below the order.
  ///
  /// - Throws: ``SealingError/malformed`` for any other bytes, so that no number has two spellings.
  init(canonical bytes: consuming SecretBytes) throws(SealingError) {
    guard bytes.count == Self.size else { throw .malformed }
    let reduced = try Self.reducing(
      try bytes.joined(with: [UInt8](repeating: 0, count: Self.size)))
    guard reduced.bytes.matches(bytes) else { throw .malformed }
    self.bytes = bytes
  }

  private init(known bytes: consuming SecretBytes) { self.bytes = bytes }

  private static func reducing(_ wide: borrowing SecretBytes) throws(SealingError) -> Scalar {
    precondition(wide.count == 64)
    let from = unsafe wide.pointer
    return Scalar(
      known: try unsafe SecretBytes(size) { out throws(SealingError) in
        unsafe crypto_core_ristretto255_scalar_reduce(
          out.assumingMemoryBound(to: UInt8.self), from)
      })
  }

  borrowing func plus(_ other: borrowing Scalar) throws(SealingError) -> Scalar {
    let (one, two) = unsafe (bytes.pointer, other.bytes.pointer)
    return Scalar(
      known: try unsafe SecretBytes(Self.size) { out throws(SealingError) in
        unsafe crypto_core_ristretto255_scalar_add(
          out.assumingMemoryBound(to: UInt8.self), one, two)
      })
  }

  borrowing func minus(_ other: borrowing Scalar) throws(SealingError) -> Scalar {
    let (one, two) = unsafe (bytes.pointer, other.bytes.pointer)
    return Scalar(
      known: try unsafe SecretBytes(Self.size) { out throws(SealingError) in
        unsafe crypto_core_ristretto255_scalar_sub(
          out.assumingMemoryBound(to: UInt8.self), one, two)
      })
  }

  borrowing func times(_ other: borrowing Scalar) throws(SealingError) -> Scalar {
    let (one, two) = unsafe (bytes.pointer, other.bytes.pointer)
    return Scalar(
      known: try unsafe SecretBytes(Self.size) { out throws(SealingError) in
        unsafe crypto_core_ristretto255_scalar_mul(
          out.assumingMemoryBound(to: UInt8.self), one, two)
      })
  }

  /// - Throws: ``SealingError/malformed`` for zero, which has no inverse.
  borrowing func inverse() throws(SealingError) -> Scalar {
    let from = unsafe bytes.pointer
    return Scalar(
      known: try unsafe SecretBytes(Self.size) { out throws(SealingError) in
        let status = unsafe crypto_core_ristretto255_scalar_invert(
          out.assumingMemoryBound(to: UInt8.self), from)
        guard status == 0 else { throw .malformed }
      })
  }
}
