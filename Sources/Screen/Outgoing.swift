/// The formats in which something may leave.
public enum OutputFormat: String, Sendable, CaseIterable, Codable {
  /// An HTML page.
  case html
  /// Markdown.
  case md
  /// Plain text.
  case txt
  /// One JSON document.
  case json
}

/// The exact bytes that are about to leave, and everything that leaves with them.
public struct Outgoing: Sendable {
  /// The output, byte for byte.
  public let bytes: [UInt8]
  /// What the bytes are.
  public let format: OutputFormat
  /// The name of the file they will be written to, or nil if they go to no named file.
  public let fileName: String?
  /// Any other text that travels: titles, labels, a reviewer's words.
  public let metadata: [String]

  /// An output that nobody has screened.
  public init(bytes: [UInt8], format: OutputFormat, fileName: String?, metadata: [String]) {
    self.bytes = bytes
    self.format = format
    self.fileName = fileName
    self.metadata = metadata
  }
}
