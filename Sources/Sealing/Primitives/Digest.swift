import CSodium

/// SHA-256, for whatever an outsider may have to recompute.
///
/// The 32 bytes lie in four words, so that a million of them need no memory of their own each.
public struct Digest: Hashable, Sendable {
  /// The length in bytes.
  public static let size = 32

  private let words: InlineWords

  private struct InlineWords: Hashable, Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
  }

  /// 32 bytes.
  public var bytes: [UInt8] {
    unsafe withUnsafeBytes(of: words) { unsafe [UInt8]($0) }
  }

  /// Reads 32 bytes; `nil` for any other length.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    var words = InlineWords()
    unsafe withUnsafeMutableBytes(of: &words) { unsafe $0.copyBytes(from: bytes) }
    self.words = words
  }

  /// 32 zero bytes, which stand for "nothing".
  public static let zero = Digest(words: InlineWords())

  private init(words: InlineWords) { self.words = words }

  /// SHA-256 of the bytes as they are.
  public static func of(_ bytes: [UInt8]) -> Digest { of(bytes.span) }

  /// SHA-256 of a part of a larger buffer.
  public static func of(_ bytes: Span<UInt8>) -> Digest {
    unsafe bytes.withUnsafeBufferPointer { source in
      unsafe filled { unsafe crypto_hash_sha256($0, source.baseAddress, UInt64(source.count)) }
    }
  }

  /// SHA-256(prefix ‖ left ‖ right): an inner node of a hash tree.
  public static func node(_ prefix: UInt8, _ left: Digest, _ right: Digest) -> Digest {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 + 2 * size) { message in
      unsafe message[0] = prefix
      unsafe withUnsafeBytes(of: left.words) { left in
        for index in 0..<size { unsafe message[1 + index] = left[index] }
      }
      unsafe withUnsafeBytes(of: right.words) { right in
        for index in 0..<size { unsafe message[1 + size + index] = right[index] }
      }
      return unsafe filled {
        unsafe crypto_hash_sha256($0, message.baseAddress, UInt64(message.count))
      }
    }
  }

  /// SHA-256(prefix ‖ one ‖ other), as a leaf of a hash tree has it.
  public static func of(_ prefix: UInt8, _ one: Span<UInt8>, _ other: Span<UInt8>) -> Digest {
    let count = 1 + one.count + other.count
    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { message in
      unsafe message[0] = prefix
      for index in 0..<one.count { unsafe message[1 + index] = one[index] }
      for index in 0..<other.count { unsafe message[1 + one.count + index] = other[index] }
      return unsafe filled { unsafe crypto_hash_sha256($0, message.baseAddress, UInt64(count)) }
    }
  }

  /// H(label, m) = SHA-256(length of label as one byte ‖ label ‖ m).
  public static func of(_ label: Label, _ parts: [UInt8]...) -> Digest {
    of(label.prefixed(parts))
  }

  private static func filled(_ hash: (UnsafeMutablePointer<UInt8>) -> Int32) -> Digest {
    var words = InlineWords()
    unsafe withUnsafeMutableBytes(of: &words) { out in
      // SHA-256 cannot fail, and the buffer is 32 bytes.
      if let base = out.baseAddress {
        _ = unsafe hash(base.assumingMemoryBound(to: UInt8.self))
      }
    }
    return Digest(words: words)
  }

  /// The first 16 bytes.
  public var short: [UInt8] { Array(bytes.prefix(16)) }
}
