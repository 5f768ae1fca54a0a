import Sealing

/// What the script in the sandbox says before the copy.
struct ScrubReport: Decodable {
  /// What the original tells.
  let found: [FoundMetadata]
  /// What the copy still tells.
  let left: [FoundMetadata]

  /// No report is longer, in bytes.
  private static let limit = 4_194_304

  /// Reads to where the copy begins and no further.
  ///
  /// - Throws: ``ScrubFault/noSandbox`` when the script did not begin, ``ScrubFault/notCleaned`` when it ended early.
  init(from descriptor: Int32) throws {
    guard try Self.line(of: descriptor) == Array("ready".utf8) else {
      throw VaultError.scrub(.noSandbox)
    }
    guard let line = try Self.line(of: descriptor), let report = try? Codec.decode(Self.self, line)
    else { throw VaultError.scrub(.notCleaned) }
    self = report
  }

  /// - Returns: `nil` when the output ends within the line.
  private static func line(of descriptor: Int32) throws(FileError) -> [UInt8]? {
    var line: [UInt8] = []
    while line.count < limit {
      // Byte by byte, as what follows the line is not to be read here.
      guard let byte = try FileDescriptor.next(of: descriptor, upTo: 1).first else { return nil }
      if byte == 0x0A { return line }
      line.append(byte)
    }
    return nil
  }
}
