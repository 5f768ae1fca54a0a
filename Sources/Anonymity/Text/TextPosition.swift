/// A place in a file, as editors count: lines from 1, columns in Unicode scalars from 1.
public struct TextPosition: Hashable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension TextPosition: CustomStringConvertible {
  /// "line 4, column 3"
  public var description: String { "line \(line), column \(column)" }
}
