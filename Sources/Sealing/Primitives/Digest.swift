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
  public static func of(_ bytes: [UInt8]) -> Digest {
    var words = InlineWords()
    unsafe withUnsafeMutableBytes(of: &words) { out in
      // SHA-256 cannot fail, and the buffer is 32 bytes.
      if let base = out.baseAddress {
        unsafe crypto_hash_sha256(
          base.assumingMemoryBound(to: UInt8.self), bytes, UInt64(bytes.count))
      }
    }
    return Digest(words: words)
  }

  /// SHA-256(prefix ‖ left ‖ right): an inner node of a hash tree.
  public static func node(_ prefix: UInt8, _ left: Digest, _ right: Digest) -> Digest {
    var bytes = [UInt8]()
    bytes.reserveCapacity(1 + 2 * size)
    bytes.append(prefix)
    unsafe withUnsafeBytes(of: left.words) { unsafe bytes.append(contentsOf: $0) }
    unsafe withUnsafeBytes(of: right.words) { unsafe bytes.append(contentsOf: $0) }
    return of(bytes)
  }

  /// H(label, m) = SHA-256(length of label as one byte ‖ label ‖ m).
  public static func of(_ label: Label, _ parts: [UInt8]...) -> Digest {
    of(label.prefixed(parts))
  }

  /// The first 16 bytes.
  public var short: [UInt8] { Array(bytes.prefix(16)) }
}
