import Anonymity

/// What a testimony file says of itself before it is handed in.
public struct TestimonyPreface: Equatable, Sendable {
  /// The most bytes that a testimony may have.
  public static let limit = TestimonyFile.limit

  /// The `source` of the front matter: a code, or the name of a file beside the testimony; `nil` when
  /// it names none.
  public let source: String?

  /// Checks the whole file as handing it in would.
  ///
  /// - Throws: ``InputFault`` for what no testimony may be.
  public init(_ file: [UInt8]) throws(InputFault) {
    source = try TestimonyFile(file).matter.source
  }
}
