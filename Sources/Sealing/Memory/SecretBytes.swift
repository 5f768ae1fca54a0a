import CSodium

/// A secret in locked memory that cannot be copied or printed and is zeroed when it ends.
///
/// It is lent with a closure and compared in constant time. There is no way to its bytes as an
/// array: what must leave is sealed.
public struct SecretBytes: ~Copyable, Sendable {
  /// The length in bytes.
  public let count: Int
  /// An address within ``SecretArena``; kept as a number so that the type is `Sendable`: nobody
  /// but the owner and whom it lends to can reach it, and it is written only while being made.
  private let address: UInt

  deinit { SecretArena.giveBack(address, count) }

  /// Draws `count` random bytes.
  ///
  /// - Throws: ``SealingError/lockedMemoryUnavailable``, and ``SealingError/tooLarge`` above 256 KiB.
  public static func random(_ count: Int = 32) throws(SealingError) -> SecretBytes {
    try unsafe SecretBytes(count) { pointer throws(SealingError) in
      unsafe randombytes_buf(pointer, count)
    }
  }

  /// Moves bytes in and zeroes where they came from, also when it throws.
  public init(moving bytes: inout [UInt8]) throws(SealingError) {
    defer {
      Wipe.zero(&bytes)
      bytes = []
    }
    let count = bytes.count
    try unsafe self.init(count) { pointer throws(SealingError) in
      unsafe bytes.withUnsafeBytes { source in
        if let base = source.baseAddress {
          unsafe pointer.copyMemory(from: base, byteCount: count)
        }
      }
    }
  }

  /// Makes a secret whose bytes `fill` writes over zeros.
  init(
    _ count: Int, fill: (UnsafeMutableRawPointer) throws(SealingError) -> Void
  ) throws(SealingError) {
    try Sodium.start()
    let taken = try SecretArena.take(count)
    do throws(SealingError) {
      guard let pointer = unsafe UnsafeMutableRawPointer(bitPattern: taken) else {
        throw .lockedMemoryUnavailable
      }
      try unsafe fill(pointer)
    } catch {
      SecretArena.giveBack(taken, count)
      throw error
    }
    self.address = taken
    self.count = count
  }

  /// Lends the bytes for the time of a call.
  public borrowing func withBytes<Result>(
    _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result {
    let buffer = unsafe UnsafeBufferPointer(start: pointer, count: count)
    return try body(unsafe buffer.span)
  }

  /// The bytes, for a call into libsodium that ends before the secret does.
  var pointer: UnsafePointer<UInt8> {
    // The address came from the arena and is never zero.
    unsafe UnsafePointer(bitPattern: address).unsafelyUnwrapped
  }

  /// Takes zeroed locked memory, to be filled by ``withMutableBytes(_:)``.
  static func zeros(_ count: Int) throws(SealingError) -> SecretBytes {
    try unsafe SecretBytes(count) { _ throws(SealingError) in }
  }

  /// Lends the bytes for writing.
  borrowing func withMutableBytes<Result>(
    _ body: (inout MutableSpan<UInt8>) throws -> Result
  ) rethrows -> Result {
    let buffer = unsafe UnsafeMutableBufferPointer<UInt8>(
      start: UnsafeMutablePointer(bitPattern: address), count: count)
    var span = unsafe buffer.mutableSpan
    return try body(&span)
  }

  /// A part of the bytes as a secret of its own.
  borrowing func part(_ range: Range<Int>) throws(SealingError) -> SecretBytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let from = unsafe pointer
    return try unsafe SecretBytes(range.count) { target throws(SealingError) in
      unsafe target.copyMemory(from: from + range.lowerBound, byteCount: range.count)
    }
  }

  /// This secret followed by public bytes, as one secret.
  borrowing func joined(with tail: [UInt8]) throws(SealingError) -> SecretBytes {
    let from = unsafe pointer
    let size = count
    return try unsafe SecretBytes(size + tail.count) { target throws(SealingError) in
      unsafe target.copyMemory(from: from, byteCount: size)
      unsafe tail.withUnsafeBytes { bytes in
        if let base = bytes.baseAddress {
          unsafe (target + size).copyMemory(from: base, byteCount: bytes.count)
        }
      }
    }
  }

  /// Public bytes followed by this secret, as one secret.
  borrowing func preceded(by head: [UInt8]) throws(SealingError) -> SecretBytes {
    let from = unsafe pointer
    let size = count
    return try unsafe SecretBytes(head.count + size) { target throws(SealingError) in
      unsafe head.withUnsafeBytes { bytes in
        if let base = bytes.baseAddress {
          unsafe target.copyMemory(from: base, byteCount: bytes.count)
        }
      }
      unsafe (target + head.count).copyMemory(from: from, byteCount: size)
    }
  }

  /// This secret followed by another, as one secret.
  borrowing func joined(with other: borrowing SecretBytes) throws(SealingError) -> SecretBytes {
    let (from, size) = unsafe (pointer, count)
    let (next, rest) = unsafe (other.pointer, other.count)
    return try unsafe SecretBytes(size + rest) { target throws(SealingError) in
      unsafe target.copyMemory(from: from, byteCount: size)
      unsafe (target + size).copyMemory(from: next, byteCount: rest)
    }
  }

  /// Whether both hold the same bytes, in constant time for equal lengths.
  public borrowing func matches(_ other: borrowing SecretBytes) -> Bool {
    guard count == other.count else { return false }
    return unsafe sodium_memcmp(pointer, other.pointer, count) == 0
  }
}
