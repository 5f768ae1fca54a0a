/// One place at which a needle would leave. It names the needle by its id and never by its text.
public struct Finding: Hashable, Sendable {
  /// Where in the output it is.
  ///
  /// Lines and columns count from 1 in the raw bytes; a column is one Unicode scalar. What was
  /// found only after decoding is placed where its encoded form begins.
  public enum Place: Hashable, Sendable {
    /// In the text that a reader sees.
    case text(line: Int, column: Int)
    /// In an HTML title.
    case title(line: Int, column: Int)
    /// In an HTML tag, outside its attributes' values.
    case markup(line: Int, column: Int)
    /// In the value of an HTML attribute.
    case attribute(line: Int, column: Int)
    /// In an HTML comment, declaration or processing instruction.
    case comment(line: Int, column: Int)
    /// In an HTML script or style sheet.
    case script(line: Int, column: Int)
    /// In a key of a JSON object.
    case jsonKey(line: Int, column: Int)
    /// In the file name.
    case fileName
    /// In the metadata text of this index.
    case metadata(Int)
  }

  /// The id of the needle.
  public let needle: Int
  /// Where it was found.
  public let place: Place

  /// A finding.
  public init(needle: Int, place: Place) {
    self.needle = needle
    self.place = place
  }
}
