/// Where the chunks of a sealed object are, and how long it is, for a file of some size.
///
/// The stream that is cut into chunks is the file and zeros up to a Padmé length of at least
/// 4,096 bytes, so the length of an object tells little of the file's.
public struct ObjectLayout: Equatable, Sendable {
  /// Bytes of the stream in a full chunk.
  public static let plainChunk = 65_520
  /// Bytes of a full chunk in the object: its ciphertext and its tag.
  public static let sealedChunk = 65_536
  static let tag = 16
  /// Version and commitment, in front of the chunks.
  static let header = 1 + Digest.size
  /// The most bytes that a file may have: 1 TiB.
  public static let limit = 1 << 40

  /// Bytes of the file.
  public let size: Int
  /// Bytes of the stream: the file and the zeros behind it.
  let padded: Int

  /// - Parameter size: bytes of the file; `nil` for none, and for more than ``limit``.
  public init?(size: Int) {
    guard (1...Self.limit).contains(size) else { return nil }
    self.size = size
    padded = Padding.padmeLength(max(size, RecordKey.bodyFloor))
  }

  var chunks: Int { (padded + Self.plainChunk - 1) / Self.plainChunk }

  /// Bytes of the object.
  public var sealedSize: Int { Self.header + padded + chunks * Self.tag }

  /// Where a chunk begins in the object.
  static func offset(of chunk: Int) -> Int { header + chunk * sealedChunk }

  /// Bytes of the stream that a chunk holds.
  func plainCount(of chunk: Int) -> Int {
    min(Self.plainChunk, padded - chunk * Self.plainChunk)
  }

  /// The chunks that hold some bytes of the file.
  func chunks(of bytes: Range<Int>) -> Range<Int> {
    guard !bytes.isEmpty else { return 0..<0 }
    return bytes.lowerBound / Self.plainChunk..<(bytes.upperBound - 1) / Self.plainChunk + 1
  }
}
