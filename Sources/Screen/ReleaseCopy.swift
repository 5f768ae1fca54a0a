/// Bytes that passed the screen; only ``Screen/verdict(on:)`` makes one.
///
/// It vouches for these bytes, this file name and this metadata together and for nothing else.
/// Whoever writes it later may hold no names and cannot screen again, so a copy is written under
/// ``fileName`` only: a copy without one goes to standard output or under a name that carries no
/// word of anybody (a random code), and another name needs another verdict.
public struct ReleaseCopy: Sendable {
  /// The output, byte for byte as it was screened.
  public let bytes: [UInt8]
  /// The format as which it was screened.
  public let format: OutputFormat
  /// The only file name that was screened with it.
  public let fileName: String?
  /// The metadata that was screened with it.
  public let metadata: [String]

  // Internal: the verdict is the only way to one.
  internal init(passed outgoing: Outgoing) {
    bytes = outgoing.bytes
    format = outgoing.format
    fileName = outgoing.fileName
    metadata = outgoing.metadata
  }
}
